#!/usr/bin/env bash
# Builds a program outside the tree that takes entente in as source: by add_subdirectory, and by
# FetchContent from a local folder, without what a minimal build leaves out; runs both.
# usage: tests/install/run.sh FOLDER [CMAKE_OPTION…]
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$1
shift
export CCACHE_NOHASHDIR=1  # the second build finds what the first has compiled
declare -A options=([subdirectory]="" [fetched]="-DENTENTE_WITH_OPENCC=OFF -DCMAKE_DISABLE_FIND_PACKAGE_OpenCC=ON")
for way in subdirectory fetched; do
  # shellcheck disable=SC2086  # the options are words
  cmake -S "$source/tests/install/consumer" -B "$folder/$way" -G Ninja --no-warn-unused-cli -DWAY=$way \
    -DENTENTE="$source" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DENTENTE_WARNINGS_AS_ERRORS=ON \
    ${options[$way]} "$@" >/dev/null
  cmake --build "$folder/$way" --target newcomer
  "$folder/$way/newcomer" "$source/data/japan-nato" | diff - "$source/tests/install/consumer/newcomer.out"
  echo "tests/install: a program outside the tree builds with entente as $way, and answers"
done

if ldd "$folder/fetched/newcomer" | grep -E 'opencc|marisa|cairo|rsvg|fontconfig|gvc|cgraph|python'; then
  echo "tests/install: a minimal build links with the above" >&2
  exit 1
fi

# The line in the guide to dependencies, with nothing else to be found.
line=$(sed -n '/^    cmake -S . -B build/,/[^\\]$/p' "$source/docs/dependencies.md" | tr -d '\\\n')
[ -n "$line" ] || { echo "tests/install: docs/dependencies.md has no minimal build" >&2; exit 1; }
read -ra words <<<"$line"
cmake -S "$source" -B "$folder/minimal" -G Ninja --no-warn-unused-cli "${words[@]:5}" -DENTENTE_BUILD_EXAMPLES=OFF \
  -DCMAKE_DISABLE_FIND_PACKAGE_{OpenCC,pybind11,CLI11,GTest}=ON >/dev/null
if grep -E '^pkgcfg_lib_[A-Za-z_]*(cairo|rsvg|gvc|fontconfig)' "$folder/minimal/CMakeCache.txt"; then
  echo "tests/install: a minimal build looks for the above" >&2
  exit 1
fi
echo "tests/install: a minimal build needs no OpenCC, cairo, librsvg, fontconfig, Graphviz"
