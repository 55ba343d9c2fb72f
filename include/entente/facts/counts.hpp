#pragma once

/// How many relations an answer rests on.

#include <cstddef>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Relations of a selection: those that certainly are in it, and those that only may be.
struct Counts {
  std::size_t certain = 0;   ///< what certainly is selected
  std::size_t possible = 0;  ///< what only may be

  /// The same value.
  friend bool operator==(const Counts&, const Counts&) = default;
};

}  // namespace entente
