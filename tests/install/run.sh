#!/usr/bin/env bash
# Builds a program outside the tree that takes entente in by add_subdirectory, and runs it.
# usage: tests/install/run.sh BUILD_FOLDER [CMAKE_OPTION…]
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
shift
cmake -S "$source/tests/install/consumer" -B "$build" -G Ninja -DENTENTE="$source" \
  -DCMAKE_BUILD_TYPE=RelWithDebInfo "$@" >/dev/null
cmake --build "$build" --target ask boost_algorithms
cd "$source"
"$build/ask" >"$build/ask.out"
diff <(head -n 3 "$build/ask.out") <(head -n 3 examples/01_ask_a_dossier.out)
"$build/boost_algorithms" | diff - examples/02_boost_algorithms.out
echo "tests/install: a program outside the tree builds with add_subdirectory and answers"
