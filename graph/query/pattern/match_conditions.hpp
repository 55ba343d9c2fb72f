#pragma once

/// What the conditions of a match read, and the ids that they ask for.

#include <map>
#include <unordered_set>
#include <vector>

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// The variables that an expression reads, those of its subqueries too.
void collect_slots(const Expr& expr, std::unordered_set<Slot>& slots);

/// The conditions that a WHERE joins with AND; none if there is no WHERE.
[[nodiscard]] std::vector<const Expr*> conjuncts(const ExprPtr& where);

/// Notes the ids that a condition asks of variables: `a.id = 'x'`, either way round.
void note_ids(const ExprPtr& where, std::map<Slot, const Expr*>& ids);

}  // namespace entente::query
