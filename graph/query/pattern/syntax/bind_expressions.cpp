// Expressions: their names, their aggregates, and what of their types shows before anything runs.

#include <algorithm>
#include <array>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/store.hpp"
#include "query/pattern/syntax/binder.hpp"
#include "query/pattern/syntax/token.hpp"

namespace entente::query {
namespace {

bool is_condition_kind(ExprKind kind) {
  return kind == ExprKind::logical_and || kind == ExprKind::logical_or ||
         kind == ExprKind::logical_xor || kind == ExprKind::logical_not;
}

bool accepts(Accepts wanted, Type type) {
  const bool is_list = type == Type::list || type == Type::edge_list || type == Type::node_list;
  switch (wanted) {
    case Accepts::text_or_list:
      return is_list || type == Type::text;
    case Accepts::path:
      return type == Type::path;
    case Accepts::edge:
      return type == Type::edge;
    case Accepts::node:
      return type == Type::node;
    case Accepts::node_or_edge:
      return type == Type::node || type == Type::edge;
    case Accepts::map_or_element:
      return type == Type::map || type == Type::node || type == Type::edge;
    case Accepts::list:
      return is_list;
    default:
      return true;
  }
}

std::string_view words_for_accepted(Accepts wanted) {
  static constexpr std::array<std::string_view, 8> words = {
      "a value",           "a text or a list",         "a path", "an edge", "a node",
      "a node or an edge", "a map, a node or an edge", "a list"};
  return words[static_cast<std::size_t>(wanted)];
}

std::string arguments_in_words(const Function& function) {
  if (function.least == function.most)
    return std::to_string(function.least) + (function.least == 1 ? " argument" : " arguments");
  if (function.most == any_number)
    return "at least " + std::to_string(function.least) + " arguments";
  return std::to_string(function.least) + " to " + std::to_string(function.most) + " arguments";
}

/// "size(a)", "range(a, b)"
std::string form_of(const Function& function) {
  std::string form(function.name);
  form += '(';
  const int count = std::max<int>(function.least, function.most == any_number ? 2 : 0);
  for (int i = 0; i < count; ++i) {
    if (i > 0) form += ", ";
    form += static_cast<char>('a' + i);
  }
  return form + ')';
}

std::string hint_for(Accepts wanted) {
  static constexpr std::array<std::string_view, 8> hints = {
      "write a value",
      "write 'text' or [1, 2]",
      "name the path: MATCH p = (a)-->(b)",
      "name the edge: (a)-[r]->(b)",
      "name the node: (n)",
      "name the node or edge: (n), -[r]->",
      "write {k: 1}, or name a node or an edge",
      "write [1, 2]"};
  return std::string(hints[static_cast<std::size_t>(wanted)]);
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

void Binder::call(Expr& expr, const Scope& scope, const Allowed& allowed) {
  if (!expr.function) {
    constexpr std::array<std::string_view, 6> of_clocks = {"datetime",  "duration", "localdatetime",
                                                           "localtime", "time",     "timestamp"};
    if (std::ranges::any_of(of_clocks,
                            [&](std::string_view name) { return is_word(expr.text, name); }))
      refuse("UnsupportedFeature", expr.name.where,
             expr.text + " is not part of these queries, whose dates are EDTF",
             "write date('1910-05-06')");
    if (is_word(expr.text, "power") || is_word(expr.text, "pow"))
      refuse("UnknownFunction", expr.name.where, "there is no function " + expr.text,
             "write a ^ b");
    std::vector<std::string_view> names;
    for (const Function& function : all_functions()) names.push_back(function.name);
    const auto best = nearest(expr.text, names);
    refuse("UnknownFunction", expr.name.where, "there is no function " + expr.text,
           best ? "did you mean " + *best + "?" : "docs/queries.md lists the functions");
  }
  const Function& function = *expr.function;
  if (expr.kids.size() < function.least ||
      (function.most != any_number && expr.kids.size() > function.most))
    refuse("InvalidNumberOfArguments", expr.span,
           std::string(function.name) + " takes " + arguments_in_words(function),
           "write " + form_of(function));
  if (function.is_aggregate()) return aggregate(expr, scope, allowed);
  if (expr.distinct)
    refuse("UnexpectedSyntax", expr.span, "DISTINCT belongs to aggregates",
           "write RETURN DISTINCT, or collect(DISTINCT …)");
  Allowed inner = allowed;
  inner.pattern_tests = is_function_exists(function);
  kids(expr, scope, inner);
  if (!expr.kids.empty()) {
    const Expr& first = *expr.kids[0];
    if (first.type != Type::any && first.type != Type::null &&
        !accepts(function.accepts, first.type))
      refuse("InvalidArgumentType", first.span,
             std::string(function.name) + " takes " +
                 std::string(words_for_accepted(function.accepts)) + ", not " +
                 std::string(words_for(first.type)),
             function.name == "length" && accepts(Accepts::text_or_list, first.type)
                 ? "size counts characters and items"
             : function.name == "size" && first.type == Type::path ? "length counts its edges"
                                                                   : hint_for(function.accepts));
  }
  if (is_function_exists(function) && !expr.kids.empty()) {
    const ExprKind asked = expr.kids[0]->kind;
    if (asked != ExprKind::property && asked != ExprKind::element &&
        asked != ExprKind::pattern_test)
      refuse("InvalidArgumentExpression", expr.kids[0]->span,
             "exists takes a property or a pattern", "write x IS NOT NULL for other values");
  }
  if (function.name == "date" && !expr.kids.empty() && expr.kids[0]->type == Type::map)
    refuse("UnsupportedFeature", expr.kids[0]->span, "date takes a text of EDTF, not a map",
           "write date('1910-05-06')");
  expr.type = function.result;
  if (function.name == "nodes") expr.item = Type::node;
  if (function.name == "relationships") expr.item = Type::edge;
  if (function.name == "labels" || function.name == "keys") expr.item = Type::text;
  if (function.name == "range") expr.item = Type::integer;
}

bool Binder::is_function_exists(const Function& function) {
  return function.name == "exists";
}

void Binder::aggregate(Expr& expr, const Scope& scope, const Allowed& allowed) {
  if (!allowed.aggregates)
    refuse("InvalidAggregation", expr.span, "an aggregate cannot stand here",
           "aggregate in WITH first, and use its name here");
  for (const ExprPtr& kid : expr.kids)
    if (aggregates(*kid))
      refuse("NestedAggregation", kid->span, "an aggregate cannot stand inside another",
             "aggregate in WITH first");
  kids(expr, scope, {});
  for (const ExprPtr& kid : expr.kids)
    if (const Expr* const random = random_call(kid))
      refuse("NonConstantExpression", random->span, "an aggregate does not take rand()",
             "take it into WITH first: WITH rand() AS r …");
  expr.result = new_slot();
  expr.type = expr.kind == ExprKind::count_all ? Type::integer : expr.function->result;
  if (!expr.kids.empty()) expr.item = expr.kids[0]->type;
  allowed.calls->push_back(&expr);
}

void Binder::comprehension(Expr& expr, const Scope& scope, const Allowed& allowed) {
  expression(*expr.kids[0], scope, allowed);
  const Expr& list = *expr.kids[0];
  if (list.type != Type::any && list.type != Type::null && !accepts(Accepts::list, list.type))
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
