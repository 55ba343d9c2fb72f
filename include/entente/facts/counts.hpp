#pragma once

/// How many relations an answer rests on.

#include <cstddef>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Relations of a selection: those that certainly are in it, those that only may be, and the
/// undated ones, which a period can neither keep nor drop.
struct Counts {
  std::size_t certain = 0;   ///< what certainly is selected
  std::size_t possible = 0;  ///< what only may be
  std::size_t undated =
      0;  ///< what is left out because no date is known; 0 where no period is asked for

  /// The same value.
  friend bool operator==(const Counts&, const Counts&) = default;
};

}  // namespace entente
