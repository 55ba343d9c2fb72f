#!/usr/bin/env bash
# From a clean Debian 12: packs what has been built, installs the packages into a root of their own,
# and does there what a newcomer does: ask, draw, compile a program in one line, and with CMake.
# usage: tests/install/debian.sh FOLDER [STATIC_BUILD]
#
# Needs root and debootstrap; without them it is skipped, but under CI it fails. A clean root that is
# there already is copied from $ENTENTE_CLEAN_ROOT.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
static=${2:-$source/build/dev}
root=$folder/root

say() { printf 'tests/install: %s\n' "$*"; }
cannot() {
  if [ -n "${CI:-}" ]; then
    say "FAILED: the packages cannot be tried on a clean Debian: $*" >&2
    exit 1
  fi
  say "skipped, packages are not tried on a clean Debian: $*"
  exit 0
}

[ "$(id -u)" -eq 0 ] || cannot "this needs root"
command -v debootstrap >/dev/null || cannot "debootstrap is not installed"
command -v dpkg-shlibdeps >/dev/null || cannot "dpkg-dev is not installed"

# The tool from the static build that is there, the libraries from a shared one.
pack() {
  rm -rf "$folder/packages"
  cmake --preset shared -S "$source" >/dev/null
  (cd "$source" && cmake --build --preset shared -j "$(nproc)" >/dev/null)
  for build in "$source/build/shared" "$static"; do
    (cd "$build" && cpack -G DEB -B "$folder/packages" >/dev/null 2>&1)
  done
  say "packed: $(cd "$folder/packages" && echo ./*.deb)"
}

# The shared library shows all that the tool and the examples call.
link_shared() {
  local program
  local -a objects
  for program in "$static"/tools/entente/CMakeFiles/entente_tool.dir "$static"/examples/CMakeFiles/*.dir; do
    [ -d "$program" ] || continue
    mapfile -t objects < <(find "$program" -name '*.o')
    g++ -pthread "${objects[@]}" -L"$source/build/shared/graph" -lentente -lfmt -ledit -o "$folder/linked"
  done
  say "the tool and the examples link with the shared library"
}

leave() { umount "$root/proc" 2>/dev/null || true; }

make_root() {
  leave
  rm -rf "$root"
  if [ -n "${ENTENTE_CLEAN_ROOT:-}" ]; then
    cp -a "$ENTENTE_CLEAN_ROOT" "$root"
  else
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(SUITE)' 'Created-By: Packages' |
      awk '$2 == "bookworm" || $2 == "stable" || $2 == "oldstable" {print $1; exit}')
    [ -n "$mirror" ] || cannot "apt knows no mirror of bookworm"
    debootstrap --variant=minbase bookworm "$root" "$mirror" \
      >"$folder/debootstrap.log" 2>&1 || { tail -n 5 "$folder/debootstrap.log"; cannot "debootstrap failed"; }
  fi
  trap leave EXIT
  mount -t proc proc "$root/proc" 2>/dev/null || true
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  rm -rf "$root"/etc/apt/sources.list "$root"/etc/apt/sources.list.d
  cp -r /etc/apt/sources.list.d "$root/etc/apt/"
  [ ! -f /etc/apt/sources.list ] || cp /etc/apt/sources.list "$root/etc/apt/"
  printf 'force-unsafe-io\n' >"$root/etc/dpkg/dpkg.cfg.d/quick"
  mkdir -p "$root/try"
  cp "$folder"/packages/*.deb "$source"/tests/install/consumer/* "$root/try"
  say "a clean Debian $(cat "$root/etc/debian_version")"
}

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
  DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} sh -euc "cd /try; $1"; }

add() {
  inside "apt-get install -y -qq --no-install-recommends $* >/try/apt.log 2>&1" || {
    tail -n 20 "$root/try/apt.log"
    say "FAILED: apt-get install $*" >&2
    exit 1
  }
}

pack
link_shared
make_root
inside 'apt-get update -qq'

add ./entente_*.deb
inside 'entente path /usr/share/entente/japan-nato 尹锡悦 马克龙 --type met_with
  entente render /usr/share/entente/japan-nato --type met_with --output picture.png
  head -c 8 picture.png | grep -q PNG
  test -s /usr/share/man/man1/entente.1 || test -n "$(dpkg -L entente | grep man1)"'
say "apt install ./entente_*.deb: the tool answers and draws"

add ./libentente0.*_*.deb ./libentente-dev_*.deb g++ pkg-config
inside '! dpkg -l | grep -q libgraphviz-dev
  g++ -std=c++20 newcomer.cpp -o newcomer $(pkg-config --cflags --libs entente)
  ./newcomer /usr/share/entente/japan-nato | diff - newcomer.out'
say "one g++ line with pkg-config: the program runs"

add cmake make
inside 'cmake -S . -B build >/dev/null && cmake --build build >/dev/null
  build/newcomer /usr/share/entente/japan-nato | diff - newcomer.out'
say "find_package(entente): the program runs"

add ./libentente-render0.*_*.deb ./libentente-render-dev_*.deb
inside 'g++ -std=c++20 drawing.cpp -o drawing $(pkg-config --cflags --libs entente-render)
  ./drawing /usr/share/entente/japan-nato >picture.pdf
  head -c 4 picture.pdf | grep -q PDF'
say "libentente-render: the program draws in its own process"

add ./libentente-c0.*_*.deb ./libentente-c-dev_*.deb
inside 'gcc -std=c99 newcomer.c -o in_c $(pkg-config --cflags --libs entente-c)
  ./in_c /usr/share/entente/japan-nato | grep -q yoon-suk-yeol'
say "libentente-c: the program in C runs"

add ./python3-entente_*.deb
inside 'python3 -c "
import entente
path = entente.load(\"/usr/share/entente/japan-nato\").during(\"2023\").path(\"尹锡悦\", \"马克龙\")
assert path[\"paths\"][0][\"entities\"][0] == \"yoon-suk-yeol\", path
"'
say "python3-entente: the module answers"

# What is installed is small: debug information has packages of its own. Each has the notices of what is compiled in.
for package in "$folder"/packages/*.deb; do
  notices=$(dpkg-deb --fsys-tarfile "$package" | tar -xO --wildcards '*/copyright')
  for library in OpenCC nlohmann CLI11 pybind11; do
    [[ $notices == *$library* ]] || { say "FAILED: $(basename "$package") has no notice of $library" >&2; exit 1; }
  done
  kilobytes=$(dpkg-deb -f "$package" Installed-Size)
  [ "$kilobytes" -le 30720 ] || { say "FAILED: $(basename "$package") takes $kilobytes kB" >&2; exit 1; }
done
say "no package takes more than 30 MB, and all have their notices"
