#pragma once

/// The signs that written dates carry, and what the legend says of them.

#include <set>
#include <string_view>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Which of `~`, `?`, `–?`, `≥` and `≤` stand in a date as pictures write it: approximate_date,
/// doubtful_date, unknown_date, earliest_date, latest_date.
[[nodiscard]] std::set<LegendKind> date_marks_in(std::string_view date);

/// A line of the legend for each mark.
void explain_date_marks(std::vector<LegendEntry>& legend, const std::set<LegendKind>& marks,
                        const LanguagePreference& languages);

/// The sign itself; "" of other lines of a legend.
[[nodiscard]] std::string_view sign_of(LegendKind mark);

}  // namespace entente
