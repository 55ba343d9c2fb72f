#pragma once

/// Why an answer about dates is a *maybe*.

#include <cstdint>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The reasons for a *maybe*, the gravest first: where several apply, the first is given.
enum class Why : std::uint8_t {
  none,               ///< it is no *maybe*
  undated,            ///< no date at all
  identity,           ///< whether two entities are one is undecided
  published,          ///< when the source appeared is not known, or not to the day
  inferred,           ///< an inferred end leaves open on which day it ended
  witness,            ///< attested on other days only
  imprecise,          ///< a bound lies within a coarse or masked date
  no_start_reported,  ///< it ended, and no source says when it began
  no_end_reported,    ///< it began, and no source says that it ended
};

/// Its word in JSON: "undated", "no-end-reported"; "" for none, which JSON gives as null.
[[nodiscard]] constexpr std::string_view to_string(Why why) noexcept {
  constexpr std::string_view words[] = {"",          "undated",           "identity",
                                        "published", "inferred",          "witness",
                                        "imprecise", "no-start-reported", "no-end-reported"};
  return words[static_cast<std::uint8_t>(why)];
}

/// The graver of two reasons: that of a path or of a folded tie, which is as doubtful as its most
/// doubtful leg.
[[nodiscard]] constexpr Why graver(Why a, Why b) noexcept {
  if (a == Why::none || b == Why::none) return a == Why::none ? b : a;
  return a < b ? a : b;
}

}  // namespace entente
