#pragma once

/// Checks of numbers that callers hand over: an id of another graph, a vertex of another network.
///
/// `ENTENTE_HARDENED` switches those in headers on (1) or off (0); without it they are on where
/// `NDEBUG` is not defined, as in Debug builds. What the library checks itself was settled when it
/// was built; a Graph always checks its ids. A hardened call throws InvalidArgument `out-of-range`,
/// which names the call, in place of reading what is not there.

#include <cstddef>

#include <entente/export.hpp>

#ifndef ENTENTE_HARDENED
#ifdef NDEBUG
#define ENTENTE_HARDENED 0
#else
#define ENTENTE_HARDENED 1
#endif
#endif

namespace ENTENTE_API entente {

/// @cond
namespace detail {

/// @throws InvalidArgument `out-of-range`.
[[noreturn]] void reject_number(const char* call, std::size_t number, std::size_t size);

/// Requires number < size, always.
constexpr void check_number(const char* call, std::size_t number, std::size_t size) {
  if (number >= size) [[unlikely]]
    reject_number(call, number, size);
}

/// Requires number < size where hardened.
constexpr void harden([[maybe_unused]] const char* call, [[maybe_unused]] std::size_t number,
                      [[maybe_unused]] std::size_t size) {
#if ENTENTE_HARDENED
  check_number(call, number, size);
#endif
}

}  // namespace detail
/// @endcond

}  // namespace entente
