#pragma once

/// Dates of which every one is meant: `{2001,2009}`.

#include <vector>

#include <entente/render/gantt.hpp>
#include <entente/time/when.hpp>

namespace entente {

/// The days of each date of a set of all its dates, the earliest first; empty for anything else. A
/// range stands for each of its years, months or days; of one without limit only the date that is
/// known. Cost: linear in the dates.
[[nodiscard]] std::vector<AttestedDays> days_of_set(const When& when);

}  // namespace entente
