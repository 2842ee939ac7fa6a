#!/usr/bin/env bash
# build.sh [PROFILE]   makes target/page/PROFILE/vanban.html from a clean clone: Rust, Node.js and npm are enough
# PROFILE is a profile of Cargo.toml: `page`, the one that is handed out and where none is named, or `page-check`, sooner made and larger.
set -euo pipefail
own=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
out=$("$own/compile.sh" "${1:-page}")
[ -d "$own/page/node_modules" ] || npm --prefix "$own/page" ci --no-audit --no-fund --loglevel=error
(cd "$own/page" && npx tsc -p . && node build.mjs "$out" "$out/vanban.html")
echo "$out/vanban.html"
