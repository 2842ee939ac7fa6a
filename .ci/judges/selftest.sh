#!/usr/bin/env bash
# selftest.sh : proves the judges. Every good sample must pass, every bad one must fail. Prints who caught what. exit 0 = the judges work.
cd "$(dirname "$(readlink -f "$0")")" || exit 2; rc=0; n=0
row() { # expected file output [judge that must be among those who caught it]
  v=$(grep '^VERDICT' <<<"$3"); n=$((n+1)); case "$1$v" in good*" OK"*) s=ok;; bad*" DEFECT"*"${4:-}"*) s=ok;; *) s=WRONG; rc=1;; esac
  printf '%-5s %-34s %s\n' "$s" "$(basename "$2")" "$(sed -E 's/^VERDICT (OK|DEFECT) ?[^ ]* ?//' <<<"$v")"; }
row good samples/good.docx "$(./check_docx.sh samples/good.docx)"
for f in samples/bad*.docx; do row bad "$f" "$(./check_docx.sh "$f")"; done
for f in samples/good_*.pdf; do row good "$f" "$(./check_pdf.sh "$f")"; done
row good samples/verso_good.pdf "$(ALLOW_BLANK_VERSO=1 FLAVOURS=2a,ua1 ./check_pdf.sh samples/verso_good.pdf)"
row bad "verso_good.pdf, not asked for" "$(FLAVOURS=2a,ua1 ./check_pdf.sh samples/verso_good.pdf)"
for f in samples/verso_bad*.pdf; do row bad "$f" "$(ALLOW_BLANK_VERSO=1 FLAVOURS=2a,ua1 ./check_pdf.sh "$f")"; done
row good samples/plain_untagged.pdf "$(PLAIN=1 PDF_FONTS='.*' ./check_pdf.sh samples/plain_untagged.pdf)"
for f in samples/bad*.pdf; do row bad "$f" "$(FLAVOURS=2a,ua1 ./check_pdf.sh "$f")"; done
for f in samples/decode_bad*.pdf; do row bad "$f" "$(FLAVOURS=2a,ua1 ./check_pdf.sh "$f")" decode; done
row good "visual: same document" "$(./compare_docx_pdf.sh samples/good.docx samples/lo_a2b_ua1.pdf 2>&1)"
row bad "visual: page shifted 6 pt" "$(./compare_docx_pdf.sh samples/good.docx samples/bad70_shifted.pdf 2>&1)"
o=$(mktemp -d); trap 'rm -rf "$o"' EXIT
parity() { row "${1%%_*}" "parity: $1" "$(venv/bin/python ../parity.py "$o" "samples/pair_$1")" "${2:-}"; }
parity good; parity bad_y; parity bad_lines; parity bad_word; parity bad_border lo74-borders
parity good_marks; parity bad_marks_letter "lo74 lo25"; parity bad_marks_tone "lo74 lo25"; parity bad_marks_mark words
parity good_picture; for f in black thin missing; do parity bad_picture_$f lo74-ink; done
readers() { row "${1%%_*}" "readers: $1" "$(venv/bin/python judge_readers.py "samples/readers_$1")" "${2:-}"; }
readers good_draft; readers good_line; readers good_held; readers bad_held "docx-preview docx2python"; readers bad_hyphen "docx-preview officeparser docx2txt docx2python abiword"; readers bad_hidden docx-preview
echo "$n files judged, exit $rc"; exit $rc
