#pragma once

/// Periods as texts.

#include <string>

#include "query/pattern/evaluator.hpp"

namespace entente::query {

/// The text of a period's date, checked; `expr` is where it stands.
/// @throws QueryError with the code `period` for what is no period.
[[nodiscard]] std::string period_text(const Evaluator& evaluator, const Value& value,
                                      const Expr& expr);

}  // namespace entente::query
