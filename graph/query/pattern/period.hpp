#pragma once

/// Periods of clauses as selections, and the masks of those that are constants.

#include "query/pattern/evaluator.hpp"
#include "query/pattern/plan.hpp"

namespace entente::query {

/// The selections with what a clause says of when things held and of when they were known, each
/// instead of their own if the clause says it; `FOR ALL TIME` leaves what was known. Further
/// periods of one kind are selections of their own. @throws QueryError `period`.
[[nodiscard]] Selections narrowed(const Evaluator& evaluator, const PeriodClause& period,
                                  Selections around, Row& row);

/// The selection with the clause's day of knowledge alone.
[[nodiscard]] Selection known_by(const Evaluator& evaluator, const PeriodClause& period,
                                 Selection selection, Row& row);

/// Makes the masks of all periods of the query that depend on nothing. Cost: O(relations) each.
/// @throws QueryError `period`.
void make_masks(Plan& plan, const Evaluator& evaluator);

}  // namespace entente::query
