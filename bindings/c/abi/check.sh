#!/usr/bin/env bash
# Compares the C library's interface with the baseline of its soname.
# usage: check.sh LIBRARY BASELINE [--write]
set -euo pipefail
library=$1
baseline=$2
dump=$(mktemp)
trap 'rm -f "$dump"' EXIT
abidw --no-corpus-path --no-comp-dir-path --no-show-locs --no-elf-needed "$library" >"$dump"
# Sources are named from the project's folder on, whatever folder that is.
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
sed -i "s|path='$project/|path='|" "$dump"
if [ "${3:-}" = --write ]; then
  cp "$dump" "$baseline"
  exit 0
fi
[ -s "$baseline" ] || { echo "there is no baseline $baseline: write it with --write" >&2; exit 1; }
# Added functions break no program.
status=0
abidiff --no-added-syms "$baseline" "$dump" || status=$?
[ "$status" -eq 0 ] || {
  echo "the C interface differs from $baseline: raise the second number of the version, or take the change back" >&2
  exit 1
}
