#pragma once

/// The axes of a chart of lines: which numbers and which periods are written beside them.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/text/language.hpp>

namespace entente {

/// A number as measure_in_words() says it, very small ones by their power of ten.
[[nodiscard]] std::string number_text(double value, const LanguagePreference& languages);

/// The least of 1, 2, 2.5 and 5 times a power of ten that reaches `most`, above 0, in at most six
/// steps; whole numbers only where all values are whole.
[[nodiscard]] double tick_of(double most, bool whole);

/// Which periods a name stands below: all, or those that begin a year, or a round year; as many as
/// have room side by side in that width, given the widest name.
[[nodiscard]] std::vector<std::size_t> named_periods(const std::vector<std::string>& labels,
                                                     double width, double widest);

/// A period as it stands below an axis: years as digits, "Feb 2012", "Q1 2012".
[[nodiscard]] std::string period_name(const std::string& label,
                                      const LanguagePreference& languages);

}  // namespace entente
