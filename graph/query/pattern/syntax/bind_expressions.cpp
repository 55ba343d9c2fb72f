// Expressions: their names, and what of their types shows before anything runs.

#include <array>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/store.hpp"
#include "query/pattern/syntax/binder.hpp"

namespace entente::query {
namespace {

bool is_condition_kind(ExprKind kind) {
  return kind == ExprKind::logical_and || kind == ExprKind::logical_or ||
         kind == ExprKind::logical_xor || kind == ExprKind::logical_not;
}

}  // namespace

std::string_view words_for(Type type) {
  static constexpr std::array<std::string_view, 14> words = {
      "a value", "null",   "a boolean", "a whole number",  "a number",        "a text", "a list",
      "a map",   "a node", "an edge",   "a list of edges", "a list of nodes", "a path", "a date"};
  return words[static_cast<std::size_t>(type)];
}

void Binder::expression(Expr& expr, const Scope& scope, const Allowed& allowed) {
  bind(expr, scope, allowed);
  find_knowledge(expr);
}

void Binder::bind(Expr& expr, const Scope& scope, const Allowed& allowed) {
  switch (expr.kind) {
    case ExprKind::variable:
      return variable(expr, scope);
    case ExprKind::call:
      return call(expr, scope, allowed);
    case ExprKind::count_all:
      return aggregate(expr, scope, allowed);
    case ExprKind::comprehension:
    case ExprKind::quantifier:
      return comprehension(expr, scope, allowed);
    case ExprKind::pattern_test:
      if (!allowed.pattern_tests)
        refuse("UnexpectedSyntax", expr.span, "a pattern stands here where a value is expected",
               "write EXISTS { … }, COUNT { … } or [… | …]");
      [[fallthrough]];
    case ExprKind::pattern_list:
    case ExprKind::exists:
    case ExprKind::count_of:
      return subquery(expr, scope);
    default:
      break;
  }
  if (expr.kind == ExprKind::property) expr.key = store_.key(expr.text);
  Allowed inner = allowed;
  inner.pattern_tests = allowed.pattern_tests && is_condition_kind(expr.kind);
  if (is_condition_kind(expr.kind)) inner.pattern_tests = true;
  if (expr.kind == ExprKind::case_of) return case_of(expr, scope, allowed);
  kids(expr, scope, inner);
  infer(expr);
}

/// Without a subject, what stands behind WHEN is a condition.
void Binder::case_of(Expr& expr, const Scope& scope, const Allowed& allowed) {
  Allowed value = allowed;
  value.pattern_tests = false;
  Allowed when = allowed;
  when.pattern_tests = expr.kids[0] == nullptr;
  for (std::size_t i = 0; i < expr.kids.size(); ++i) {
    const bool is_when = i % 2 == 1 && i + 1 < expr.kids.size();
    if (expr.kids[i]) expression(*expr.kids[i], scope, is_when ? when : value);
    if (is_when && when.pattern_tests) check_boolean(*expr.kids[i]);
  }
  infer(expr);
}

void Binder::condition(Expr& expr, const Scope& scope, const Allowed& allowed) {
  Allowed here = allowed;
  here.pattern_tests = true;
  expression(expr, scope, here);
  check_boolean(expr);
}

void Binder::check_boolean(const Expr& expr) const {
  if (expr.type != Type::any && expr.type != Type::null && expr.type != Type::boolean)
    refuse("InvalidArgumentType", expr.span,
           "here stands " + std::string(words_for(expr.type)) + " where a condition is expected",
           expr.type == Type::node ? "write EXISTS { … }, or ask for a property"
                                   : "compare it by = <> < > IN, or ask IS NOT NULL");
}

void Binder::kids(Expr& expr, const Scope& scope, const Allowed& allowed) {
  for (const ExprPtr& kid : expr.kids)
    if (kid) expression(*kid, scope, allowed);
}

void Binder::variable(Expr& expr, const Scope& scope) {
  if (expr.name.slot != no_slot) return;  // an item that ORDER BY repeats
  const Variable* known = find_variable(scope, expr.text);
  if (!known) {
    std::vector<std::string> names;
    for (const Variable& each : scope) names.push_back(each.name);
    const auto best = nearest(expr.text, names);
    refuse("UndefinedVariable", expr.span, "there is no variable " + expr.text,
           best            ? "did you mean " + *best + "?"
           : names.empty() ? "a text stands in quotes: '" + expr.text + "'"
                           : "it is not passed on, or not introduced by a pattern");
  }
  expr.name.slot = known->slot;
  expr.type = known->type;
  expr.item = known->item;
  expr.seen = known->seen;
}

void Binder::comprehension(Expr& expr, const Scope& scope, const Allowed& allowed) {
  expression(*expr.kids[0], scope, allowed);
  const Expr& list = *expr.kids[0];
  if (list.type != Type::any && list.type != Type::null && !is_any_list(list.type))
    refuse("InvalidArgumentType", list.span,
           "behind IN stands a list, not " + std::string(words_for(list.type)),
           "write [1, 2], range(1, 9), nodes(p) …");
  expr.name.slot = new_slot();
  Scope inside = scope;
  inside.push_back({expr.name.text, expr.name.slot, list.item, Type::any, list.seen});
  Allowed inner;
  if (expr.kids[1]) condition(*expr.kids[1], inside, inner);
  if (expr.kind == ExprKind::quantifier) {
    expr.type = Type::boolean;
    return;
  }
  if (expr.kids[2]) expression(*expr.kids[2], inside, inner);
  expr.type = Type::list;
  expr.item = expr.kids[2] ? expr.kids[2]->type : list.item;
}

void Binder::subquery(Expr& expr, const Scope& scope) {
  Single& query = *expr.query;
  if (expr.kind == ExprKind::pattern_test)
    for (const PathPattern& path : query.clauses[0].match->paths) known_names(path.chain, scope);
  if (expr.kind == ExprKind::pattern_list) {
    Scope inside = scope;
    match(*query.clauses[0].match, inside);
    if (expr.kids[0]) condition(*expr.kids[0], inside);
    expression(*expr.kids[1], inside, {});
    expr.type = Type::list;
    expr.item = expr.kids[1]->type;
    return;
  }
  single(query, scope);
  expr.type = expr.kind == ExprKind::count_of ? Type::integer : Type::boolean;
}

}  // namespace entente::query
