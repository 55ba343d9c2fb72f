#!/usr/bin/env bash
# Every public header compiles alone, without a warning, as C++20 and C++23: with g++ and with clang on libstdc++, with
# clang 19 on libc++. A compiler that is not there is passed over; under CI it must be.
# usage: tests/install/headers.sh BUILD together|alone
#
# "together" reads them all as one program does, once a compiler; "alone" takes a second or two for each.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
how=$2
warnings=(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
where=(-I"$source/include" -I"$build/generated/include" -I"$source/bindings/c/include")

say() { printf 'tests/install: %s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

mapfile -t headers < <(cd "$source/include" && find entente -name '*.hpp' | sort)
headers+=(entente/version.hpp entente/c/entente.h)

compile() {  # COMPILER OPTION…, and the source on standard input
  "$@" "${warnings[@]}" "${where[@]}" -fsyntax-only -x c++ -
}

# What a program reads that wants all of them.
together() {
  printf '#include <%s>\n' "${headers[@]}" | compile "$@" || fail "all headers by $*"
}

# And twice: a header that is read again says nothing new.
alone() {
  local header
  for header in "${headers[@]}"; do
    printf '#include <%s>\n#include <%s>\n' "$header" "$header" | compile "$@" || fail "$header alone by $*"
  done
}

# The interface for C is C.
printf '#include <entente/c/entente.h>\n' |
  gcc -std=c99 "${warnings[@]}" "${where[@]}" -fsyntax-only -x c - || fail "entente/c/entente.h as C"

for compiler in g++ clang++ "clang++-19 -stdlib=libc++"; do
  command -v "${compiler%% *}" >/dev/null || {
    [ -z "${CI:-}" ] || fail "${compiler%% *} is not installed"
    say "no ${compiler%% *} here: not tried"
    continue
  }
  for standard in 20 2b; do  # clang 14 does not know C++23 by its name
    # shellcheck disable=SC2086  # the compiler and its options are words
    case "$how" in
      together) together $compiler -std=c++$standard ;;
      alone) alone $compiler -std=c++$standard ;;
      *) fail "how: together or alone?" ;;
    esac
    say "$compiler -std=c++$standard takes ${#headers[@]} headers $how"
  done
done
