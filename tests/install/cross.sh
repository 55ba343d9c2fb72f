#!/usr/bin/env bash
# Builds for a machine that is not this one: the dictionaries' program is that of a build for this machine, and OpenCC
# is not looked for. Of "host" only what depends on it, with this machine's compiler; of "arm64" a program with the
# whole library, by Debian's cross compiler against Debian's libraries, which runs in an emulator.
# usage: tests/install/cross.sh FOLDER host|arm64 [BUILD_FOR_THIS_MACHINE]
#
# arm64 needs root, debootstrap, g++-aarch64-linux-gnu and qemu-user-static.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
machine=$2
variants=$(realpath "${3:-$source/build/dev}")/graph/text
here=$source/tests/install

say() { printf 'tests/install: %s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

configure() {
  cmake -S "$here/consumer" -B "$folder/$machine" -G Ninja --no-warn-unused-cli -DWAY=subdirectory -DENTENTE="$source" \
    -DENTENTE_HOST_WRITE_VARIANTS="$variants/entente_write_variants" -DCMAKE_DISABLE_FIND_PACKAGE_OpenCC=ON \
    -DCMAKE_UNITY_BUILD=ON -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 "$@" >/dev/null
}

# Debian's libraries for the other machine, unpacked and not installed: nothing of them runs here.
make_sysroot() {
  export ENTENTE_SYSROOT=$folder/sysroot
  [ ! -f "$ENTENTE_SYSROOT/ready" ] || return 0
  rm -rf "$ENTENTE_SYSROOT"
  local mirror packages package
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(SUITE)' 'Created-By: Packages' |
    awk '$2 == "bookworm" || $2 == "stable" || $2 == "oldstable" {print $1; exit}')
  packages=libboost-dev,libexpat1-dev,libfmt-dev,libicu-dev,libreadstat-dev,libsqlite3-dev,libssl-dev,libxlsxwriter-dev
  debootstrap --foreign --arch=arm64 --variant=minbase \
    --include="$packages,libstdc++-12-dev,libzstd-dev,nlohmann-json3-dev,zlib1g-dev" \
    bookworm "$ENTENTE_SYSROOT" "$mirror" >"$folder/debootstrap.log" 2>&1 ||
    { tail -n 5 "$folder/debootstrap.log"; fail "debootstrap"; }
  for package in "$ENTENTE_SYSROOT"/var/cache/apt/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$ENTENTE_SYSROOT"
  done
  # Links from the root are meant from that root: the linker would follow them in this machine's.
  local link
  while read -r link; do
    ln -snf "$ENTENTE_SYSROOT$(readlink "$link")" "$link"
  done < <(find "$ENTENTE_SYSROOT/usr/lib" -type l -lname '/*')
  touch "$ENTENTE_SYSROOT/ready"
}

case "$machine" in
  host)
    configure -DCMAKE_SYSTEM_NAME="$(uname -s)" -DCMAKE_SYSTEM_PROCESSOR="$(uname -m)"
    cmake --build "$folder/host" --target entente_variant_data >/dev/null
    cmp "$variants/variant_data.cpp" "$folder/host/entente/graph/text/variant_data.cpp" ||
      fail "the dictionaries differ from those of a build for this machine"
    [ -z "$(find "$folder/host" -name entente_write_variants)" ] || fail "a program for here was built"
    say "a cross build takes the dictionaries' program of a build for this machine"
    ;;
  arm64)
    make_sysroot
    configure -DCMAKE_TOOLCHAIN_FILE="$here/aarch64.cmake"
    cmake --build "$folder/arm64" --target newcomer
    qemu-aarch64-static -L "$ENTENTE_SYSROOT" "$folder/arm64/newcomer" "$source/data/japan-nato" |
      diff - "$here/consumer/newcomer.out"
    say "a program that was built here for 64-bit ARM answers there"
    ;;
  *) fail "for which machine: host or arm64?" ;;
esac
