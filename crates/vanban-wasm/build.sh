#!/usr/bin/env bash
# build.sh [PROFILE]   makes target/page/PROFILE/vanban.html from a clean clone: Rust, Node.js and npm are enough
# PROFILE is a profile of Cargo.toml: `page`, the one that is handed out and where none is named, or `page-check`, sooner made and larger.
set -euo pipefail
own=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
cd "$own/../.."
profile=${1:-page}
target=${CARGO_TARGET_DIR:-$PWD/target}
out=$target/page/$profile

# A toolchain that has no standard library for browsers gets one; where it cannot, Debian's is built.
has() { rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -I{} test -d {}; }
if has || { rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && has; }; then
  cargo build --quiet --locked -p vanban-wasm --profile "$profile" --target wasm32-unknown-unknown
  compiled=$target/wasm32-unknown-unknown/$profile/vanban_wasm.wasm
else
  compiled=$(.ci/cross.sh wasm "$profile")
fi
cargo build --quiet --locked -p bindgen --profile tool
mkdir -p "$out"
"$target/tool/bindgen" "$compiled" "$out" 2>/dev/null
[ -d "$own/page/node_modules" ] || npm --prefix "$own/page" ci --no-audit --no-fund --loglevel=error
(cd "$own/page" && npx tsc -p . && node build.mjs "$out" "$out/vanban.html")
echo "$out/vanban.html"
