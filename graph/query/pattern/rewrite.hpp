#pragma once

/// What a prepared query says of itself.

#include <string>

#include "query/pattern/plan.hpp"
#include "query/pattern/tally.hpp"

namespace entente::query {

/// The steps of a run, an operator a line.
[[nodiscard]] std::string explained(const Plan& plan);
/// The same, and before each operator the rows that it gave and the edges that it walked.
[[nodiscard]] std::string profiled(const Plan& plan, const Tallies& tallies);
/// The query with its periods written as conditions.
[[nodiscard]] std::string without_periods(const Plan& plan, const Selection& selection);

}  // namespace entente::query
