// What goes through a list, item by item: IN, comprehensions, all, any, none, single.

#include <utility>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

Value from_truth(Truth truth) {
  return truth ? Value(*truth) : Value();
}

}  // namespace

/// A list or null.
Value Evaluator::list_behind_in(const Expr& expr, Row& row) const {
  Value list = value(expr, row);
  if (!list.is_null() && !list.list())
    fail("TypeError", "InvalidArgumentType", expr,
         "behind IN stands a list, not " + std::string(words_for(list)));
  return list;
}

Value Evaluator::in(const Expr& expr, Row& row) const {
  const Value item = value(*expr.kids[0], row);
  const Value list = list_behind_in(*expr.kids[1], row);
  if (list.is_null()) return {};
  bool unknown = false;
  const bool given = asks_name(*expr.kids[0]) && is_given(*expr.kids[1], row);
  for (const Value& each : *list.list()) {
    subqueries_.tick(expr);
    Truth here = equal(item, each);
    if (given)
      if (const Truth named = names_node(*expr.kids[0], each, row)) here = named;
    if (here == true) return Value(true);
    unknown |= !here;
  }
  return unknown ? Value() : Value(false);
}

Value Evaluator::comprehension(const Expr& expr, Row& row) const {
  const Value list = list_behind_in(*expr.kids[0], row);
  if (list.is_null()) return {};
  ListBuilder result;
  for (const Value& item : *list.list()) {
    subqueries_.tick(expr);
    row.values[expr.name.slot] = item;
    if (expr.kids[1] && truth(*expr.kids[1], row) != true) continue;
    result.push_back(expr.kids[2] ? value(*expr.kids[2], row) : item);
  }
  return result.finish();
}

/// Three-valued: `any` is `or`, `all` is `and` of the items' conditions.
Value Evaluator::quantifier(const Expr& expr, Row& row) const {
  const Value list = list_behind_in(*expr.kids[0], row);
  if (list.is_null()) return {};
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t unknown = 0;
  for (const Value& item : *list.list()) {
    subqueries_.tick(expr);
    row.values[expr.name.slot] = item;
    const Truth here = truth(*expr.kids[1], row);
    ++(!here ? unknown : *here ? yes : no);
  }
  if (expr.text == "all") return no > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
  if (expr.text == "any") return yes > 0 ? Value(true) : unknown > 0 ? Value() : Value(false);
  if (expr.text == "none") return yes > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
  return from_truth(yes > 1 ? Truth(false) : unknown > 0 ? Truth() : Truth(yes == 1));
}

}  // namespace entente::query
