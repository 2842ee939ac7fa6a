#!/usr/bin/env bash
# .ci/cross.sh                 the command for Windows; prints where it lies
# .ci/cross.sh wasm PROFILE    the library for a browser, likewise
# Debian 12 and cargo are enough: what these take is unpacked from Debian's packages, nothing is installed.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

cache=${VANBAN_CROSS_CACHE:-$PWD/target/cross}
root=$cache/root
mkdir -p "$cache/debs" "$root"

# Debian's packages, fetched once and unpacked; `package=path` takes one path of a package, and the links to it.
unpack() {
  local item package only file
  for item; do
    package=${item%%=*} only=${item#"$package"}
    [ -e "$cache/debs/$package.unpacked" ] && continue
    (cd "$cache/debs" && apt-get -qq download "$package" 2>/dev/null) || { echo "no package $package; apt-get update?" >&2; exit 1; }
    file=$(ls "$cache/debs/${package}"_*.deb | tail -n 1)
    if [ -n "$only" ]; then
      dpkg-deb --fsys-tarfile "$file" | tar -x -C "$root" --wildcards "${only#=}" ./usr/lib/rustlib
    else
      dpkg-deb -x "$file" "$root"
    fi
    touch "$cache/debs/$package.unpacked"
  done
}

# The first package that PACKAGE depends on whose name begins so.
needs() { dpkg-deb -f "$cache/debs/$1"_*.deb Depends | tr ',|' '\n\n' | sed 's/ *(.*//; s/ //g' | grep -m1 "^$2"; }

# A compiler with the sources of its own standard library: the toolchain at hand has none for other systems.
compiler() {
  local std
  unpack rustc-web libstd-rust-web-dev
  std=$(needs libstd-rust-web-dev libstd-rust-web-)
  unpack "$std"
  llvm=$(needs "$std" libllvm)
  unpack "$llvm" 'rust-web-src=./usr/src/rustc-*/library'
  mkdir -p "$cache/bin"
  cat >"$cache/bin/rustc.new" <<END
#!/bin/sh
export LD_LIBRARY_PATH='$root/usr/lib/x86_64-linux-gnu'\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}
exec '$root/usr/bin/rustc' "\$@"
END
  chmod +x "$cache/bin/rustc.new"
  # A newer file would have everything built anew.
  if cmp -s "$cache/bin/rustc.new" "$cache/bin/rustc"; then rm "$cache/bin/rustc.new"; else mv "$cache/bin/rustc.new" "$cache/bin/rustc"; fi
  export RUSTC=$cache/bin/rustc RUSTC_BOOTSTRAP=1 PATH=$root/usr/bin:$PATH
}

compiler
if [ "${1:-}" = wasm ]; then
  unpack "lld-${llvm#libllvm}"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$root/usr/lib/llvm-${llvm#libllvm}/bin/wasm-ld
  cargo build --quiet --locked -p vanban-wasm --profile "$2" --target-dir "$cache/target" --target wasm32-unknown-unknown \
    -Zbuild-std=std,panic_abort >&2
  echo "$cache/target/wasm32-unknown-unknown/$2/vanban_wasm.wasm"
  exit
fi
export CARGO_PROFILE_RELEASE_STRIP=symbols
# Windows' own threads: the other runtime wants a DLL beside the program.
unpack binutils-mingw-w64-x86-64 gcc-mingw-w64-x86-64-win32 gcc-mingw-w64-x86-64-win32-runtime mingw-w64-x86-64-dev mingw-w64-common
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=$root/usr/bin/x86_64-w64-mingw32-gcc-win32
# This target has no section per function: without LTO, what nothing calls stays in the file.
export CARGO_PROFILE_RELEASE_LTO=thin
cargo build --quiet --release --locked -p vanban-cli --target-dir "$cache/target" --target x86_64-pc-windows-gnu \
  -Zbuild-std=std,panic_unwind >&2
echo "$cache/target/x86_64-pc-windows-gnu/release/vanban.exe"
