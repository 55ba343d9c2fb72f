// What aggregates may stand beside, and what ORDER BY takes from the columns.

#include <algorithm>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/binder.hpp"

namespace entente::query {

bool is_aggregate(const Expr& expr) {
  return expr.kind == ExprKind::count_all ||
         (expr.kind == ExprKind::call && expr.function && expr.function->is_aggregate());
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

/// Whether an expression names that variable.
bool reads(const Expr& expr, std::string_view name) {
  if (expr.kind == ExprKind::variable && expr.text == name) return true;
  return std::ranges::any_of(expr.kids,
                             [name](const ExprPtr& kid) { return kid && reads(*kid, name); });
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

void Binder::columns_in(Expr& where, const Body& body) {
  if ((!body.distinct && !body.aggregates) || aggregates(where)) return;
  // A variable that a column took the name of is that column now.
  const bool is_shadowed = std::ranges::any_of(body.items, [&](const Item& item) {
    const bool is_itself = item.value->kind == ExprKind::variable && item.value->text == item.alias;
    return !is_itself && reads(where, item.alias);
  });
  if (!is_shadowed) static_cast<void>(replaced_by_item(where, body, false));
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
