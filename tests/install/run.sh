#!/usr/bin/env bash
# Builds a program outside the tree that takes entente in as source: by add_subdirectory, and by
# FetchContent from a local folder; runs both. usage: tests/install/run.sh FOLDER [CMAKE_OPTION…]
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$1
shift
export CCACHE_NOHASHDIR=1  # the second build finds what the first has compiled
for way in subdirectory fetched; do
  cmake -S "$source/tests/install/consumer" -B "$folder/$way" -G Ninja -DWAY=$way \
    -DENTENTE="$source" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DENTENTE_WARNINGS_AS_ERRORS=ON \
    "$@" >/dev/null
  cmake --build "$folder/$way" --target newcomer
  "$folder/$way/newcomer" "$source/data/japan-nato" | diff - "$source/tests/install/consumer/newcomer.out"
  echo "tests/install: a program outside the tree builds with entente as $way, and answers"
done
