#!/usr/bin/env bash
# .ci/callers/python.sh [--full] [--spark] [--built] [PROFILE]
#   builds the wheel, installs it in an empty environment, and runs the README's first program in an empty folder: its files
#   are those of `vanban render`; the typed records are those of the schemas; the last line names the wheel
# --full also runs the conformance set and pytest, which runs both programs, mypy and 10,000 damaged records
# --spark also makes the papers of the conformance set by examples/spark, with two tasks at a time; it needs Java 17
# --built makes no wheel: it tries what `cargo build -p vanban-py` has built, in the places where the wheel has it
# PROFILE is a profile of Cargo.toml: `dev` where none is named, `release` to hand out
# VANBAN is the command (target/debug/vanban), built where it is missing
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
full=0 spark=0 built=0 profile=dev
for word; do case $word in --full) full=1 ;; --spark) spark=1 ;; --built) built=1 ;; *) profile=$word ;; esac; done
own=crates/vanban-py
work=$PWD/target/callers/python
callers=$PWD/.ci/callers
VANBAN=${VANBAN:-${CARGO_TARGET_DIR:-target}/debug/vanban}
fail() { echo "FAIL python: $*"; exit 1; }

rm -rf "$work/dist" "$work/env" "$work/first"
mkdir -p "$work/first"
python3 -m venv "$work/env"
if [ $built = 1 ]; then
  site=$("$work/env/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  cp -r $own/python/vanban "$site"
  wheel=$site/vanban/_vanban.abi3.so
  cp "${CARGO_TARGET_DIR:-target}/debug/lib_vanban.so" "$wheel"
else
  [ -x "$work/tools/bin/maturin" ] || { python3 -m venv "$work/tools" && "$work/tools/bin/pip" install -q --disable-pip-version-check 'maturin==1.16.*'; }
  # What is built here runs here; what is handed out runs on every Linux that its libc allows.
  compatibility=linux
  [ "$profile" != release ] || compatibility=pypi
  "$work/tools/bin/maturin" build --quiet --manifest-path $own/Cargo.toml --profile "$profile" --compatibility $compatibility --out "$work/dist"
  wheel=$(ls "$work"/dist/*.whl)
  held=$(python3 -m zipfile -l "$wheel")
  for file in LICENSE-MIT LICENSE-APACHE OFL.txt; do
    grep -q "/licenses/$file " <<<"$held" || fail "$file is not in the wheel"
  done
  "$work/env/bin/pip" install -q --disable-pip-version-check --no-index "$wheel"
fi

awk '/^```python/ {code = 1; next} code && /^```/ {exit} code' $own/README.md >"$work/first/first.py"
# Word for word that of the story, where that is at hand.
story=${SHARED:-../shared}/stories/callers/first.py
[ ! -e "$story" ] || diff "$story" "$work/first/first.py" || fail "README.md prints another program"
[ -x "$VANBAN" ] || cargo build --quiet -p vanban-cli
VANBAN=$(realpath "$VANBAN")
cp "$callers"/paper*.json "$work/first"
cd "$work/first"
said=$("$work/env/bin/python" first.py paper.json 2>&1) || fail "$said"
[ -z "$said" ] || fail "it says: $said"
"$VANBAN" render paper.json -o made >/dev/null
for suffix in docx pdf; do
  sums=$(sha256sum first.$suffix made/*.$suffix | cut -d ' ' -f 1 | uniq)
  [ "$(wc -l <<<"$sums")" = 1 ] || fail "first.$suffix is not that of the command"
  echo "first.$suffix $sums"
done
status=0
"$work/env/bin/python" first.py paper-wrong.json >said 2>told || status=$?
[ $status = 1 ] && [ ! -s said ] && [ "$(wc -l <told)" = 2 ] || fail "paper-wrong.json: status $status, $(cat said told)"
cat told
cd - >/dev/null

"$work/env/bin/python" -B $own/records.py --check

if [ $full = 1 ]; then
  "$work/env/bin/pip" install -q --disable-pip-version-check pytest mypy pandas polars openpyxl
  .ci/callers/conformance.py python="$work/env/bin/python"
  VANBAN=$VANBAN MUTATED=${MUTATED:-10000} PYTHONDONTWRITEBYTECODE=1 "$work/env/bin/python" -m pytest $own
fi
if [ $spark = 1 ]; then
  python3 -m venv "$work/spark"
  "$work/spark/bin/pip" install -q --disable-pip-version-check --force-reinstall "$wheel" pyspark pyarrow 'pandas<3'
  "$work/spark/bin/python" $own/examples/spark/try.py
fi
lines=$(cat $own/src/*.rs $own/python/vanban/_*.py $own/python/vanban/__init__.py | grep -cvE '^ *(//|#|"""|$)')
[ "$lines" -lt 600 ] || fail "the binding has $lines lines of code"
echo "$(stat -c %s "$wheel") bytes, $lines lines of code: $wheel"
