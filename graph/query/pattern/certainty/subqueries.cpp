// Values of queries inside expressions, and of what goes through lists.

#include <utility>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

Value from_truth(Truth truth) {
  return truth ? Value(*truth) : Value();
}

}  // namespace

Value Evaluator::comprehension(const Expr& expr, Row& row) const {
  const Value list = value(*expr.kids[0], row);
  if (list.is_null()) return {};
  if (!list.list())
    fail("TypeError", "InvalidArgumentType", *expr.kids[0],
         "behind IN stands a list, not " + std::string(words_for(list)));
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
  const Value list = value(*expr.kids[0], row);
  if (list.is_null()) return {};
  if (!list.list())
    fail("TypeError", "InvalidArgumentType", *expr.kids[0],
         "behind IN stands a list, not " + std::string(words_for(list)));
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

Value Evaluator::pattern_list(const Expr& expr, Row& row) const {
  ListBuilder result;
  const Doubt outer = std::exchange(row.doubt, {});
  subqueries_.each_row(*expr.query, row, [&](Row& found) {
    Doubt doubt = found.doubt;
    if (expr.kids[0]) {
      const Kept kept = keeps(*expr.kids[0], found);
      if (!kept.keeps) return true;
      if (kept.doubt.possible) doubt.add(kept.doubt.why);
    }
    if (doubt.possible) {
      met_.add(doubt.why);
      if (chosen(expr, 1) == 0) return true;
    }
    result.push_back(value(*expr.kids[1], found));
    return true;
  });
  row.doubt = outer;
  return result.finish();
}

Value Evaluator::exists(const Expr& expr, Row& row) const {
  bool certainly = false;
  Doubt possibly;
  const Doubt outer = std::exchange(row.doubt, {});
  subqueries_.each_row(*expr.query, row, [&](Row& found) {
    if (!found.doubt.possible) {
      certainly = true;
      return false;
    }
    possibly.add(found.doubt.why);
    return true;
  });
  row.doubt = outer;
  if (certainly || !possibly.possible) return Value(certainly);
  met_.add(possibly.why);
  return Value(chosen(expr, 1) == 1);
}

Value Evaluator::count_of(const Expr& expr, Row& row) const {
  std::int64_t certain = 0;
  std::int64_t possible = 0;
  const Doubt outer = std::exchange(row.doubt, {});
  subqueries_.each_row(*expr.query, row, [&](Row& found) {
    ++(found.doubt.possible ? possible : certain);
    if (found.doubt.possible) met_.add(found.doubt.why);
    return true;
  });
  row.doubt = outer;
  return Value(certain + chosen(expr, possible));
}

}  // namespace entente::query
