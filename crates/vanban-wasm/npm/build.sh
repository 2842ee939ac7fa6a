#!/usr/bin/env bash
# build.sh [PROFILE]   makes the npm package from a clean clone: Rust, Node.js and npm are enough; prints the tarball
# PROFILE as in ../build.sh: the page and the package share one compiled library.
set -euo pipefail
own=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
profile=${1:-page}
bound=$("$own/../compile.sh" "$profile")
out=$(cd "$bound/../.." && pwd)/npm/$profile
[ -d "$own/node_modules" ] || npm --prefix "$own" ci --no-audit --no-fund --loglevel=error >&2
version=$(sed -n '/^\[workspace.package\]/,/^$/s/^version = "\(.*\)"/\1/p' "$own/../../../Cargo.toml")
mkdir -p "$out"
rm -f "$out"/*.tgz
node "$own/build.mjs" "$bound" "$version" "$out/package"
echo "$out/$(cd "$out" && npm pack --silent --ignore-scripts ./package)"
