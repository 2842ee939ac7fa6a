#!/usr/bin/env bash
# check_docx.sh FILE... : runs every DOCX judge; exit 0 = all pass, 1 = a defect. See judge_docx.py for SKIP/WARN_ONLY/DOCX_FONTS.
cd "$(dirname "$(readlink -f "$0")")" >/dev/null || exit 2
D=$PWD; cd "$OLDPWD" || exit 2; [ $# -ge 1 ] || { echo "usage: $0 FILE.docx..." >&2; exit 2; }
exec "$D/venv/bin/python" "$D/judge_docx.py" "$@"
