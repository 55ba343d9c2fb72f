#pragma once

/// How many relations an answer rests on.

#include <cstddef>

#include <entente/export.hpp>
#include <entente/time/verdict.hpp>

namespace ENTENTE_API entente {

/// Relations of a selection: those that certainly are in it, those that only may be, and the
/// undated ones, which a period can neither keep nor drop.
struct Counts {
  std::size_t certain = 0;   ///< what certainly is selected
  std::size_t possible = 0;  ///< what only may be
  std::size_t undated =
      0;  ///< what is left out because no date is known; 0 where no period is asked for

  /// Counts one more relation: as certain if the verdict is *yes*, else as possible.
  constexpr void add(Verdict verdict) { ++of(verdict); }
  /// Takes one off again that was added.
  constexpr void remove(Verdict verdict) { --of(verdict); }

  /// The same value.
  friend bool operator==(const Counts&, const Counts&) = default;

 private:
  constexpr std::size_t& of(Verdict verdict) {
    return verdict == Verdict::yes ? certain : possible;
  }
};

}  // namespace entente
