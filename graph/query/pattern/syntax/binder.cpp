// Clauses and what they make of the variables in scope.

#include "query/pattern/syntax/binder.hpp"

#include <algorithm>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/store.hpp"

namespace entente::query {

const Variable* find_variable(const Scope& scope, std::string_view name) {
  for (auto variable = scope.rbegin(); variable != scope.rend(); ++variable)
    if (variable->name == name) return &*variable;
  return nullptr;
}

void Binder::refuse(const char* code, Span where, std::string message, std::string hint) const {
  refuse_syntax(text_, code, where, std::move(message), std::move(hint));
}

void Binder::query(Query& query) {
  period(query.period, {});
  for (Single& part : query.parts) single(part, {});
  unions(query);
  find_columns_seen(query);
  query.slots = slots_;
}

void Binder::unions(Query& query) {
  for (std::size_t i = 1; i < query.union_all.size(); ++i)
    if (query.union_all[i] != query.union_all[0])
      refuse("InvalidClauseComposition", query.unions[i],
             "UNION and UNION ALL cannot be mixed in one query", "use one of them throughout");
  for (std::size_t i = 1; i < query.parts.size(); ++i) {
    const auto& first = query.parts[0].body->items;
    const auto& other = query.parts[i].body->items;
    const bool are_alike =
        std::equal(first.begin(), first.end(), other.begin(), other.end(),
                   [](const Item& a, const Item& b) { return a.alias == b.alias; });
    if (!are_alike)
      refuse("DifferentColumnsInUnion", query.parts[i].body->span,
             "the columns differ from those of the first part",
             "give them the same names by AS, in the same order");
  }
}

void Binder::single(Single& single, Scope scope) {
  for (Clause& clause : single.clauses) {
    if (clause.match) match(*clause.match, scope);
    if (clause.unwind) unwind(*clause.unwind, scope);
    if (clause.with) {
      Scope seen;
      Scope after = body(clause.with->body, scope, true, seen);
      if (clause.with->where) {
        columns_in(*clause.with->where, clause.with->body);
        condition(*clause.with->where, seen);
      }
      scope = std::move(after);
    }
  }
  Scope seen;
  if (single.body) static_cast<void>(body(*single.body, scope, false, seen));
}

void Binder::match(Match& match, Scope& scope) {
  const Scope before = scope;
  const Knowledge outside = matched_;
  matched_ = knowledge_of(match.period);
  const auto outer = std::exchange(walked_, {});
  for (PathPattern& each : match.paths) path(each, scope, before);
  walked_ = outer;
  for (PathPattern& each : match.paths) chain_conditions(each.chain, scope);
  matched_ = outside;
  period(match.period, before);
  if (match.where) condition(*match.where, scope);
  if (const Expr* const random = random_call(match))
    refuse("UnsupportedFeature", random->span, "a pattern does not depend on rand()",
           "take it into WITH: MATCH … WITH *, rand() AS r WHERE r < 0.5 …");
}

void Binder::unwind(Unwind& unwind, Scope& scope) {
  expression(*unwind.list, scope, {});
  if (find_variable(scope, unwind.name.text))
    refuse("VariableAlreadyBound", unwind.name.where,
           "there is a variable " + unwind.name.text + " already", "choose another name");
  unwind.name.slot = new_slot();
  scope.push_back(
      {unwind.name.text, unwind.name.slot, unwind.list->item, Type::any, unwind.list->seen});
}

void Binder::period(PeriodClause& period, const Scope& scope) {
  if (period.is_given() && !store_.dossier())
    refuse("InvalidPeriod", period.span, "only dossiers have dates to ask about",
           "compare properties in WHERE");
  for (PeriodTerm& term : period.terms) expression(*term.date, scope, {});
}

Scope Binder::body(Body& body, const Scope& scope, bool is_with, Scope& seen) {
  if (body.star) star(body, scope);
  items(body, scope);
  Scope after;
  for (Item& item : body.items) {
    item.slot = new_slot();
    after.push_back({item.alias, item.slot, item.value->type, item.value->item, item.value->seen});
  }
  check_grouping(body);
  if (!body.aggregates && !body.distinct) seen = scope;
  seen.insert(seen.end(), after.begin(), after.end());
  order(body, scope, after, seen);
  if (is_with) need_names(body);
  count_bound(body.skip, "SKIP");
  count_bound(body.limit, "LIMIT");
  return after;
}

void Binder::star(Body& body, const Scope& scope) {
  if (scope.empty() && body.items.empty())
    refuse("NoVariablesInScope", body.span, "there is no variable that * could stand for",
           "name what to return");
  std::vector<Item> all;
  Scope by_name = scope;
  std::ranges::sort(by_name, {}, &Variable::name);
  for (const Variable& variable : by_name) {
    Item item;
    item.value = std::make_unique<Expr>();
    item.value->kind = ExprKind::variable;
    item.value->span = body.span;
    item.value->text = variable.name;
    item.value->name = {variable.name, body.span, no_slot, false};
    item.alias = variable.name;
    item.has_alias = true;
    item.span = body.span;
    all.push_back(std::move(item));
  }
  for (Item& item : body.items) all.push_back(std::move(item));
  body.items = std::move(all);
  body.star = false;
}

void Binder::need_names(const Body& body) const {
  for (const Item& item : body.items)
    if (!item.has_alias && item.value->kind != ExprKind::variable)
      refuse("NoExpressionAlias", item.span, "what WITH passes on needs a name",
             "write " + item.alias + " AS name");
}

void Binder::items(Body& body, const Scope& scope) {
  for (std::size_t i = 0; i < body.items.size(); ++i) {
    Item& item = body.items[i];
    expression(*item.value, scope, {.aggregates = true, .calls = &body.aggregate_calls});
    item.aggregates = aggregates(*item.value);
    body.aggregates = body.aggregates || item.aggregates;
    if (item.value->kind == ExprKind::variable && !item.has_alias) item.alias = item.value->text;
    for (std::size_t j = 0; j < i; ++j)
      if (body.items[j].alias == item.alias)
        refuse("ColumnNameConflict", item.span, "two columns are called " + item.alias,
               "rename one by AS");
  }
}

void Binder::order(Body& body, const Scope& scope, const Scope& after, const Scope& seen) {
  for (SortItem& sort : body.order) {
    Expr& value = *sort.value;
    const bool mixes = aggregates(value);
    if (mixes && !body.aggregates)
      refuse("InvalidAggregation", value.span,
             "rows that are not aggregated cannot be sorted by an aggregate",
             "return the aggregate, and sort by its name");
    if (replaced_by_item(value, body, mixes)) {
      value.type = Type::any;
      continue;
    }
    if (!mixes) {
      expression(value, seen, {});
      continue;
    }
    if (const Expr* call = unreturned_aggregate(value))
      refuse("UndefinedVariable", call->span, "ORDER BY knows an aggregate only if a column has it",
             "return it as a column");
    // Beside aggregates it sees what is projected.
    Scope both = scope;
    both.insert(both.end(), after.begin(), after.end());
    expression(value, both, {.aggregates = true, .calls = &body.aggregate_calls});
    check_mixed(value, body);
  }
}

void Binder::count_bound(const ExprPtr& expr, std::string_view what) {
  if (!expr) return;
  if (!is_constant(*expr))
    refuse("NonConstantExpression", expr->span,
           std::string(what) + " takes a number that does not depend on the rows",
           "write a number or a $parameter");
  expression(*expr, {}, {});
  const Expr* literal = expr.get();
  if (literal->kind == ExprKind::literal) {
    if (!literal->value.integer())
      refuse("InvalidArgumentType", expr->span, std::string(what) + " takes a whole number",
             "write " + std::string(what) + " 10");
    if (*literal->value.integer() < 0)
      refuse("NegativeIntegerArgument", expr->span,
             std::string(what) + " takes a number of at least 0",
             "write " + std::string(what) + " 10");
  }
}

}  // namespace entente::query
