// Expressions: their names, their aggregates, and what of their types shows before anything runs.

#include <algorithm>
#include <array>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/store.hpp"
#include "query/pattern/syntax/binder.hpp"

namespace entente::query {
namespace {

bool is_condition_kind(ExprKind kind) {
  return kind == ExprKind::logical_and || kind == ExprKind::logical_or ||
         kind == ExprKind::logical_xor || kind == ExprKind::logical_not;
}

bool is_aggregate(const Expr& expr) {
  return expr.kind == ExprKind::count_all ||
         (expr.kind == ExprKind::call && expr.function && expr.function->is_aggregate());
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

bool aggregates(const Expr& expr) {
  if (is_aggregate(expr)) return true;
  return std::ranges::any_of(expr.kids, [](const ExprPtr& kid) { return kid && aggregates(*kid); });
}

const Expr* unreturned_aggregate(const Expr& expr) {
  if (is_aggregate(expr) && !expr.kids.empty()) return &expr;
  for (const ExprPtr& kid : expr.kids)
    if (kid)
      if (const Expr* found = unreturned_aggregate(*kid)) return found;
  return nullptr;
}

bool is_constant(const Expr& expr) {
  if (expr.kind == ExprKind::variable || expr.query || is_aggregate(expr)) return false;
  return std::ranges::all_of(expr.kids,
                             [](const ExprPtr& kid) { return !kid || is_constant(*kid); });
}

bool reads(const Expr& expr, Slot slot) {
  if (expr.kind == ExprKind::variable && expr.name.slot == slot) return true;
  return std::ranges::any_of(expr.kids,
                             [slot](const ExprPtr& kid) { return kid && reads(*kid, slot); });
}

bool alike(const Expr& a, const Expr& b) {
  if (a.kind != b.kind || a.query || b.query || a.kids.size() != b.kids.size()) return false;
  if (a.text != b.text || a.names != b.names || a.operators != b.operators ||
      a.distinct != b.distinct || a.function != b.function || !same(a.value, b.value) ||
      a.value.kind() != b.value.kind() || a.name.text != b.name.text)
    return false;
  if (a.labels.size() != b.labels.size()) return false;
  for (std::size_t i = 0; i < a.labels.size(); ++i)
    if (!std::ranges::equal(a.labels[i], b.labels[i], {}, &Name::text, &Name::text)) return false;
  for (std::size_t i = 0; i < a.kids.size(); ++i) {
    if (!a.kids[i] != !b.kids[i]) return false;
    if (a.kids[i] && !alike(*a.kids[i], *b.kids[i])) return false;
  }
  return true;
}

void Binder::expression(Expr& expr, const Scope& scope, const Allowed& allowed) {
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
  if (expr.kind == ExprKind::case_of) inner.pattern_tests = false;
  kids(expr, scope, inner);
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
}

void Binder::call(Expr& expr, const Scope& scope, const Allowed& allowed) {
  if (!expr.function) {
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
  inside.push_back({expr.name.text, expr.name.slot, list.item, Type::any});
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

bool Binder::replaced_by_item(Expr& expr, const Body& body, bool only_simple) {
  const bool is_simple =
      expr.kind == ExprKind::variable || expr.kind == ExprKind::property || is_aggregate(expr);
  for (const Item& item : body.items) {
    if (only_simple && !is_simple) break;
    if (!alike(expr, *item.value)) continue;
    if (expr.kind == ExprKind::variable && item.alias != expr.text &&
        std::ranges::any_of(body.items,
                            [&](const Item& other) { return other.alias == expr.text; }))
      continue;  // another column has that name
    const Span span = expr.span;
    const Type type = item.value->type;
    const Type of_items = item.value->item;
    expr = Expr();
    expr.kind = ExprKind::variable;
    expr.span = span;
    expr.text = item.alias;
    expr.name.text = item.alias;
    expr.name.slot = item.slot;
    expr.type = type;
    expr.item = of_items;
    return true;
  }
  if (is_aggregate(expr) || expr.query) return false;
  for (const ExprPtr& kid : expr.kids)
    if (kid) static_cast<void>(replaced_by_item(*kid, body, only_simple));
  return false;
}

void Binder::check_grouping(const Body& body) const {
  for (const Item& item : body.items)
    if (item.aggregates) check_mixed(*item.value, body);
}

/// Beside an aggregate only what is constant within a group may stand.
void Binder::check_mixed(const Expr& expr, const Body& body) const {
  if (is_aggregate(expr) || is_constant(expr) || expr.query) return;
  const bool is_leaf = expr.kind == ExprKind::variable || expr.kind == ExprKind::property;
  if (!is_leaf || (expr.kind == ExprKind::property && aggregates(expr))) {
    if (expr.kind == ExprKind::comprehension || expr.kind == ExprKind::quantifier)
      return check_mixed(*expr.kids[0], body);
    for (const ExprPtr& kid : expr.kids)
      if (kid) check_mixed(*kid, body);
    return;
  }
  const Expr* root = &expr;
  for (;;) {
    for (const Item& item : body.items)
      if ((!item.aggregates && alike(*root, *item.value)) ||
          (root->kind == ExprKind::variable && root->name.slot == item.slot))
        return;
    if (root->kind != ExprKind::property) break;
    root = root->kids[0].get();
  }
  // Of ORDER BY: what no column reads is not there any more.
  const bool is_sorting = std::ranges::none_of(body.items, [&](const Item& item) {
    return item.aggregates && item.value->span.begin <= expr.span.begin &&
           expr.span.end <= item.value->span.end;
  });
  const bool is_read = std::ranges::any_of(body.items, [&](const Item& item) {
    return !item.aggregates && reads(*item.value, root->name.slot);
  });
  if (is_sorting && !is_read)
    refuse("UndefinedVariable", expr.span, "no column passes on " + root->text,
           "return it as a column of its own");
  refuse("AmbiguousAggregationExpression", expr.span,
         "it is not clear which of the group's rows this is taken from",
         "return it as a column of its own, or aggregate it");
}

}  // namespace entente::query
