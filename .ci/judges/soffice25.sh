#!/usr/bin/env bash
# soffice25.sh --convert-to pdf --outdir DIR FILE… : Debian 13's LibreOffice (25.2) in a root of its own, made on first use (debootstrap, about 3 minutes, 1 GB); all files in one start.
# soffice25.sh --setup : only makes the root.
# Why: from 24.2 on LibreOffice copies what Word 2013 and later do in compatibility mode 15: they squeeze the spaces of justified lines. Debian 12's 7.4 does not, so it can't see that lines move.
set -euo pipefail
R=${LO25_ROOT:-$HOME/.cache/vanban-lo25}; out=. ; files=() ; setup=0
while [ $# -gt 0 ]; do case "$1" in --outdir) out=$2; shift;; --convert-to) shift;; --setup) setup=1;; -*) ;; *) files+=("$1");; esac; shift; done
[ "$setup" = 1 ] || [ ${#files[@]} -gt 0 ] || { echo "usage: $0 --convert-to pdf --outdir DIR FILE…" >&2; exit 2; }
make_root() {
  command -v debootstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap >/dev/null
  uri=$({ grep -hs '^URIs:' /etc/apt/sources.list.d/debian.sources || true; } | awk 'NR==1 {print $2}')
  # A root half made by a run that was stopped may still have the host's proc in it: never delete through that.
  for m in proc sys dev/pts dev; do while mountpoint -q "$R/$m"; do umount "$R/$m"; done; done
  rm -rf --one-file-system "$R"
  debootstrap --variant=minbase --include=ca-certificates trixie "$R" ${uri:+"$uri"} >/dev/null
  DEBIAN_FRONTEND=noninteractive chroot "$R" apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui python3-uno fonts-liberation >/dev/null
  touch "$R/ready"
}
# Two calls at a time must not both make it.
mkdir -p "$(dirname "$R")"; exec 9>"$R.lock"; flock 9; [ -e "$R/ready" ] || make_root; exec 9>&-
mountpoint -q "$R/proc" || mount -t proc proc "$R/proc" 2>/dev/null || true
[ ${#files[@]} -gt 0 ] || exit 0
d=$(mktemp -d "$R/tmp/jobXXXXXX"); trap 'rm -rf "$d"' EXIT; j=/tmp/$(basename "$d"); mkdir "$d/out"; cp "${files[@]}" "$d/"
inside=(); for f in "${files[@]}"; do inside+=("$j/$(basename "$f")"); done
# The caller's font set lies outside the root; inside, fonts-liberation is 2.1.5 and the only one.
chroot "$R" env -u FONTCONFIG_FILE HOME="$j" LC_ALL=C.UTF-8 timeout 900 soffice -env:UserInstallation=file://"$j"/prof --headless --norestore --convert-to pdf --outdir "$j/out" "${inside[@]}" >/dev/null 2>&1
rc=0; for f in "${files[@]}"; do b=$(basename "$f"); cp "$d/out/${b%.*}.pdf" "$out/" || rc=1; done; exit $rc
