// Values of queries inside expressions, and whether they rest on what only may hold.

#include <utility>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {

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
