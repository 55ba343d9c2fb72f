#include "query/pattern/certainty/choices.hpp"

#include <algorithm>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/match/match_conditions.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

/// Each says whether all subqueries inside lean one way, given whether what is more makes the whole
/// condition truer.
class LeaningsOf {
 public:
  [[nodiscard]] bool truth(const Expr& expr, bool rises) {
    if (!has_subquery(expr)) return true;
    switch (expr.kind) {
      case ExprKind::pattern_test:
      case ExprKind::exists:
        return note(expr, rises);
      case ExprKind::logical_not:
        return truth(*expr.kids[0], !rises);
      case ExprKind::logical_and:
      case ExprKind::logical_or:
        return std::ranges::all_of(expr.kids,
                                   [&](const ExprPtr& kid) { return truth(*kid, rises); });
      case ExprKind::comparison:
        return comparison(expr, rises);
      case ExprKind::in:
        return !has_subquery(*expr.kids[0]) && list(*expr.kids[1], rises);
      case ExprKind::quantifier:
        return quantifier(expr, rises);
      case ExprKind::call:
        if (expr.function->name == "exists" && expr.kids[0]->kind == ExprKind::pattern_test)
          return truth(*expr.kids[0], rises);
        return expr.function->name == "isEmpty" && list(*expr.kids[0], !rises);
      default:
        return false;
    }
  }

  [[nodiscard]] std::map<const Expr*, bool> take() { return std::move(noted_); }

 private:
  /// False where one subquery stands in two comparisons of a chain that want it different.
  bool note(const Expr& subquery, bool rises) {
    return noted_.emplace(&subquery, rises).first->second == rises;
  }

  bool comparison(const Expr& expr, bool rises) {
    for (std::size_t i = 0; i < expr.operators.size(); ++i) {
      const Expr& left = *expr.kids[i];
      const Expr& right = *expr.kids[i + 1];
      const Operator op = expr.operators[i];
      if (!has_subquery(left) && !has_subquery(right)) continue;
      if (op == Operator::equal || op == Operator::unequal) {
        if (!asks_for_none(left, right, rises == (op == Operator::unequal))) return false;
        continue;
      }
      const bool wants_more_left = op == Operator::greater || op == Operator::greater_equal;
      if (!number(left, wants_more_left == rises) || !number(right, wants_more_left != rises))
        return false;
    }
    return true;
  }

  /// `COUNT {…} = 0` is `NOT EXISTS {…}`.
  bool asks_for_none(const Expr& left, const Expr& right, bool rises) {
    const bool is_left = has_subquery(left);
    const Expr& counted = is_left ? left : right;
    const Expr& other = is_left ? right : left;
    const bool is_none =
        other.kind == ExprKind::literal && other.value.integer() && *other.value.integer() == 0;
    const bool is_count = counted.kind == ExprKind::count_of || counted.kind == ExprKind::call;
    return is_none && is_count && number(counted, rises);
  }

  bool number(const Expr& expr, bool rises) {
    if (!has_subquery(expr)) return true;
    switch (expr.kind) {
      case ExprKind::count_of:
        return note(expr, rises);
      case ExprKind::add:
        return number(*expr.kids[0], rises) && number(*expr.kids[1], rises);
      case ExprKind::subtract:
        return number(*expr.kids[0], rises) && number(*expr.kids[1], !rises);
      case ExprKind::call:
        return expr.function->name == "size" && list(*expr.kids[0], rises);
      default:
        return false;
    }
  }

  /// What more items there are.
  bool list(const Expr& expr, bool rises) {
    if (!has_subquery(expr)) return true;
    if (expr.kind == ExprKind::pattern_list)
      return !has_subquery(*expr.kids[1]) && note(expr, rises);
    if (expr.kind != ExprKind::comprehension) return false;
    return list(*expr.kids[0], rises) && (!expr.kids[1] || truth(*expr.kids[1], rises)) &&
           (!expr.kids[2] || !has_subquery(*expr.kids[2]));
  }

  bool quantifier(const Expr& expr, bool rises) {
    if (expr.text == "single") return false;
    const bool more_items_help = expr.text == "any";
    const bool truer_items_help = expr.text != "none";
    return list(*expr.kids[0], more_items_help == rises) &&
           truth(*expr.kids[1], truer_items_help == rises);
  }

  std::map<const Expr*, bool> noted_;
};

/// How the subqueries of a condition, and those inside them, ask.
class SubqueryShapes : public SyntaxVisitor {
 public:
  void visit(Expr& expr) override {
    if (!expr.query) return;
    ++count;
    for (const Clause& clause : expr.query->clauses)
      if (!clause.match || clause.match->optional) only_match = false;
    if (const auto& body = expr.query->body)
      if (body->aggregates || body->skip || body->limit) only_match = false;
  }
  void visit(Match& match) override {
    for (const PathPattern& path : match.paths)
      if (path.is_selective()) only_match = false;
  }
  using SyntaxVisitor::visit;

  std::size_t count = 0;
  bool only_match = true;
};

bool all_lean_one_way(const std::map<const Expr*, bool>& leanings) {
  return std::ranges::all_of(
      leanings, [&](const auto& each) { return each.second == leanings.begin()->second; });
}

}  // namespace

ConditionShape shape_of(const Expr& condition) {
  ConditionShape shape;
  shape.leanings = leanings_of(condition);
  SubqueryShapes subqueries;
  walk_expression(condition, subqueries);
  shape.is_plain = subqueries.only_match;
  const bool is_simple = shape.is_plain && shape.leanings && !shape.leanings->empty() &&
                         subqueries.count == shape.leanings->size();
  if (is_simple && all_lean_one_way(*shape.leanings)) shape.rises = shape.leanings->begin()->second;
  collect_slots(condition, shape.reads);
  return shape;
}

Leanings leanings_of(const Expr& condition) {
  LeaningsOf leanings;
  if (!leanings.truth(condition, true)) return std::nullopt;
  return leanings.take();
}

std::int64_t ExtremeChoice::of(const Expr& subquery, std::int64_t possible) {
  return leanings_.at(&subquery) == (which_ == Which::truest) ? possible : 0;
}

std::int64_t EachChoice::of(const Expr& /*subquery*/, std::int64_t possible) {
  if (asked_ == taken_.size()) taken_.push_back(possible);
  std::int64_t& taken = taken_[asked_++];
  taken = std::min(taken, possible);
  return taken;
}

bool EachChoice::next() {
  asked_ = 0;
  while (!taken_.empty() && taken_.back() == 0) taken_.pop_back();
  if (taken_.empty()) return false;
  --taken_.back();
  return true;
}

}  // namespace entente::query
