// Calls: which function is meant, how many arguments of which kind it takes, where aggregates
// stand.

#include <algorithm>
#include <array>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/binder.hpp"
#include "query/pattern/syntax/token.hpp"

namespace entente::query {
namespace {

bool accepts(Accepts wanted, Type type) {
  switch (wanted) {
    case Accepts::text_or_list:
      return is_any_list(type) || type == Type::text;
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
      return is_any_list(type);
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

}  // namespace entente::query
