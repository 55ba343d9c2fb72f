#pragma once

/// What the conditions of a match read, and the ids that they ask for.

#include <map>
#include <unordered_set>
#include <vector>

#include "query/pattern/syntax/syntax.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {

/// Shows an expression, and all that is inside it, to a visitor that changes nothing.
void walk_expression(const Expr& expr, SyntaxVisitor& visitor);

/// Whether it asks a query of its own.
[[nodiscard]] bool has_subquery(const Expr& expr);

/// The variables and aggregates that an expression reads, those of its subqueries too.
void collect_slots(const Expr& expr, std::unordered_set<Slot>& slots);

/// The conditions that a WHERE joins with AND; none if there is no WHERE.
[[nodiscard]] std::vector<const Expr*> conjuncts(const ExprPtr& where);

/// Notes the ids that a condition asks of variables: `a.id = 'x'`, either way round.
void note_ids(const ExprPtr& where, std::map<Slot, const Expr*>& ids);

}  // namespace entente::query
