#!/usr/bin/env bash
# .ci/callers/node.sh [PROFILE] [--full]   the npm package as a caller has it: packed, installed offline in an empty
# folder, and the README's first program there. --full: its service, slips, dates, warnings, workers, damaged records, types.
# PROFILE is that of the compiled library (`page-check` where none is named), VANBAN the command (target/debug/vanban).
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
profile=page-check full=
for given; do case $given in --full) full=1 ;; *) profile=$given ;; esac; done
target=${CARGO_TARGET_DIR:-$PWD/target}
vanban=$(readlink -f "${VANBAN:-$target/debug/vanban}")
[ -x "$vanban" ] || cargo build --quiet -p vanban-cli
callers=$PWD/.ci/callers
package=$PWD/crates/vanban-wasm/npm
fail() { echo "FAIL $*"; exit 1; }

tarball=$("$package/build.sh" "$profile" | tail -n 1)
tar -tzf "$tarball" | grep -qx package/vanban.wasm || fail "the tarball has no library"
if tar -xOzf "$tarball" package/package.json | grep -E '"(scripts|dependencies|devDependencies)"'; then fail "something happens at install"; fi
echo "${tarball##*/}: $(stat -c %s "$tarball") bytes"

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
echo '{"private": true}' >package.json
npm install --silent --offline --no-audit --no-fund "$tarball"
[ "$(ls node_modules)" = vanban ] || fail "more than the package is installed"
# As `npm install typescript@5 @types/node` leaves them.
mkdir -p node_modules/.bin node_modules/@types
cp -r "$package"/node_modules/{typescript,undici-types} node_modules
cp -r "$package/node_modules/@types/node" node_modules/@types
ln -s ../typescript/bin/tsc node_modules/.bin/tsc

# block LANGUAGE: the first program in it that the README prints.
block() { awk -v fence="\`\`\`$1" '$0 == fence {on = 1; next} on && /^```/ {exit} on' node_modules/vanban/README.md; }
block ts >first.ts
block js >service.mjs
cmp service.mjs "$package/examples/service.mjs"
for program in first.ts service.mjs; do [ "$(wc -l <"$program")" -le 15 ] || fail "$program has a sixteenth line"; done
story=${SHARED:-$callers/../../../shared}/stories/callers/first.ts
[ ! -e "$story" ] || cmp first.ts "$story" || fail "the README prints another program than the story"

npx --offline tsc --strict first.ts
cp "$callers"/paper*.json .
said=$(node first.js paper.json 2>&1) || fail "a right paper: $said"
[ -z "$said" ] || fail "a right paper: $said"
"$vanban" render paper.json -o command >/dev/null
for format in docx pdf; do
  cmp "first.$format" command/*."$format" || fail "another $format than the command's"
  sha256sum "first.$format"
done
rm first.docx first.pdf
status=0
said=$(node first.js paper-wrong.json 2>&1 >told) || status=$?
cat >wanted <<'END'
recipients[0]: dòng cuối của nơi nhận là dòng lưu, ví dụ “Lưu Chi bộ”; hiện là “Các đảng viên Chi bộ”
signature.position: chức vụ không ghi kèm tên cơ quan: ghi “BÍ THƯ”, không ghi “BÍ THƯ CHI BỘ”
END
[ $status = 1 ] || fail "a wrong paper: exit status $status"
[ ! -s told ] && ! compgen -G 'first.[dp]*' >/dev/null || fail "a wrong paper: something was made"
diff <(echo "$said") wanted || fail "a wrong paper: other sentences"
echo "first.ts: the right paper and the wrong one, as they should be"
[ -n "$full" ] || exit 0

cp "$callers"/node/* .
VANBAN=$vanban node --expose-gc full.mjs
# What the editor marks: each line with a mark is an error, and no other.
marked=$(grep -n '// error' wrong.ts | cut -d: -f1)
found=$(npx --offline tsc --strict --noEmit wrong.ts | sed -n 's/^wrong\.ts(\([0-9]*\),.*/\1/p' | sort -nu) || true
[ "$marked" = "$found" ] || fail "wrong.ts: errors in lines $(echo $found), not $(echo $marked)"
for module in 'commonjs --moduleResolution node10' 'node16 --moduleResolution node16' 'esnext --moduleResolution bundler'; do
  npx --offline tsc --strict --noEmit --target es2020 --module $module first.ts
done
echo "types: $(wc -w <<<"$marked") slips are marked"
