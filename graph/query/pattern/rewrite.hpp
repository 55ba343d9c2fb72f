#pragma once

/// What a prepared query says of itself.

#include <string>

#include "query/pattern/plan.hpp"

namespace entente::query {

/// The steps of a run, an operator a line.
[[nodiscard]] std::string explained(const Plan& plan);
/// The query with its periods written as conditions.
[[nodiscard]] std::string without_periods(const Plan& plan, const Selection& selection);

}  // namespace entente::query
