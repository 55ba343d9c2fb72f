#!/usr/bin/env bash
# Installs a build into a folder and builds programs against what is there: by find_package with g++
# and with clang, by pkg-config in one line; then runs the installed tool.
# usage: tests/install/installed.sh BUILD FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1
folder=$2
rm -rf "$folder"
mkdir -p "$folder"

say() { printf 'tests/install: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

# DESTDIR is honoured: everything lies below it, whatever the prefix.
DESTDIR="$folder/stage" cmake --install "$build" --prefix /opt/entente >/dev/null
[ -x "$folder/stage/opt/entente/bin/entente" ] || fail "DESTDIR is not honoured"
mv "$folder/stage/opt/entente" "$folder/prefix"
prefix=$folder/prefix
dossier=$prefix/share/entente/japan-nato

answers() {  # PROGRAM WAY
  "$1" "$dossier" | diff - "$here/consumer/newcomer.out" || fail "$2: the answer differs"
  say "$2 works"
}

for compiler in g++ clang++; do
  command -v "$compiler" >/dev/null || {
    [ -z "${CI:-}" ] || fail "$compiler is not installed"
    say "no $compiler here: not tried"
    continue
  }
  cmake -S "$here/consumer" -B "$folder/$compiler" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="-Wall -Wextra -Wpedantic -Werror" >/dev/null
  cmake --build "$folder/$compiler" >/dev/null
  answers "$folder/$compiler/newcomer" "find_package with $compiler"
done

# A component that is asked for brings the second library; an unknown one is refused by name.
cmake -S "$here/consumer" -B "$folder/drawing" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
  -DDRAWING=ON >/dev/null
cmake --build "$folder/drawing" --target drawing >/dev/null
"$folder/drawing/drawing" "$dossier" >"$folder/drawing/picture.pdf"
[ "$(head -c 4 "$folder/drawing/picture.pdf")" = %PDF ] || fail "entente::render drew nothing"
say "find_package with COMPONENTS render works"
printf 'cmake_minimum_required(VERSION 3.25)\nproject(wrong LANGUAGES CXX)\nfind_package(entente REQUIRED COMPONENTS sound)\n' \
  >"$folder/CMakeLists.txt"
if cmake -S "$folder" -B "$folder/wrong" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null 2>"$folder/wrong.txt"; then
  fail "an unknown component is taken"
fi
grep -q "no component 'sound'" "$folder/wrong.txt" || fail "an unknown component is not named"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name entente.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046  # the flags are words
g++ -std=c++20 "$here/consumer/newcomer.cpp" -o "$folder/by_pkg_config" $(pkg-config --cflags --libs entente)
answers "$folder/by_pkg_config" "pkg-config"

# A program has what it calls of the library, the readers of all formats and no writer.
at_most() {  # BYTES FILE WHAT
  local bytes
  bytes=$(stat -c %s "$2")
  [ "$bytes" -le "$1" ] || fail "$3 takes $bytes bytes, more than $1"
  say "$3 takes $((bytes / 1000)) kB"
}
strip -o "$folder/stripped" "$folder/by_pkg_config"
at_most 2800000 "$folder/stripped" "a program of twenty lines, stripped,"
! nm -C --defined-only "$folder/by_pkg_config" | grep -E 'entente::write_(graphml|xlsx|sqlite|html|ftm)\(' ||
  fail "a program that reads has writers"
strip --strip-unneeded -o "$folder/stripped.a" "$(find "$prefix" -name libentente.a)"
at_most 25000000 "$folder/stripped.a" "the static library, stripped,"
! pkg-config --cflags entente | grep -q std= || fail "pkg-config says which C++ a program is written in"
# shellcheck disable=SC2046
g++ -std=c++23 -Wall -Wextra -fsyntax-only "$here/consumer/newcomer.cpp" $(pkg-config --cflags entente)
# shellcheck disable=SC2046
g++ -std=c++20 "$here/consumer/drawing.cpp" -o "$folder/drawn" $(pkg-config --cflags --libs entente-render)
"$folder/drawn" "$dossier" >"$folder/drawn.pdf"
[ "$(head -c 4 "$folder/drawn.pdf")" = %PDF ] || fail "entente-render by pkg-config drew nothing"
say "pkg-config entente-render links statically, and draws"
if [ -n "$(find "$prefix" -name entente-c.pc)" ]; then
  # shellcheck disable=SC2046
  gcc -std=c99 -Wall -Wextra -Wpedantic -Werror "$here/consumer/newcomer.c" -o "$folder/in_c" \
    $(pkg-config --cflags --libs entente-c) "-Wl,-rpath,$(dirname "$(find "$prefix" -name libentente-c.so)")"
  "$folder/in_c" "$dossier" | grep -q yoon-suk-yeol || fail "the program in C: the answer differs"
  say "a program in C works"
fi

cd "$folder"
"$prefix/bin/entente" path "$dossier" 尹锡悦 马克龙 --type met_with >/dev/null
"$prefix/bin/entente" render "$dossier" --type met_with --output "$folder/picture.png"
head -c 8 "$folder/picture.png" | grep -q PNG || fail "the installed tool drew no picture"
for file in share/man/man1/entente.1 share/bash-completion/completions/entente \
  share/zsh/site-functions/_entente share/fish/vendor_completions.d/entente.fish \
  share/entente/vocabulary/diplomacy.json share/entente/schema/dossier.schema.json; do
  [ -s "$prefix/$file" ] || fail "$file is not installed"
done
say "the installed tool answers and draws"
