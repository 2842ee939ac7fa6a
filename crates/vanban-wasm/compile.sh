#!/usr/bin/env bash
# compile.sh [PROFILE]   compiles the library for browsers, with its script beside it; prints the folder. Rust is enough.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
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
echo "$out"
