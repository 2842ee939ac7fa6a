#!/usr/bin/env bash
# check_pdf.sh FILE... : runs every PDF judge; exit 0 = all pass, 1 = a defect. Env FLAVOURS=2a,ua1 PLAIN=1 PDF_FONTS=... SKIP=... WARN_ONLY=... (see judge_pdf.py)
cd "$(dirname "$(readlink -f "$0")")" >/dev/null || exit 2
D=$PWD; cd "$OLDPWD" || exit 2; [ $# -ge 1 ] || { echo "usage: $0 FILE.pdf..." >&2; exit 2; }
exec "$D/venv/bin/python" "$D/judge_pdf.py" "$@"
