// Dates of EDTF and what holds when.

#include <algorithm>
#include <array>

#include <entente/query/common_span.hpp>
#include <entente/time/allen.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/window.hpp>

#include "facts/graph_store.hpp"
#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/functions/period_text.hpp"

namespace entente::query {

std::string period_text(const Evaluator& evaluator, const Value& value, const Expr& expr) {
  std::string text;
  if (value.text())
    text = *value.text();
  else if (value.date())
    text = value.date()->text();
  else if (value.integer())
    text = std::to_string(*value.integer());
  else
    fail(evaluator.text(), Phase::compile_time, "ArgumentError", "period", expr.span,
         "a period is a text like '2014', '2014-05-06' or '2014/2016', not " +
             std::string(Evaluator::words_for(value)));
  try {
    static_cast<void>(Window::parse(text));
  } catch (const DateError& error) {
    fail(evaluator.text(), Phase::compile_time, "ArgumentError", "period", expr.span,
         "'" + text + "' is no period: " + error.reason(), error.advice());
  }
  return text;
}

namespace {

Value from_verdict(Verdict verdict) {
  return verdict == Verdict::maybe ? Value() : Value(verdict == Verdict::yes);
}

Verdict judge_when(const When& when, PeriodKind kind, const std::string& period) {
  const Window window = Window::parse(period);
  return (kind == PeriodKind::throughout ? holds_throughout(when, Reading::interval, window)
                                         : holds_during(when, Reading::interval, window))
      .verdict;
}

std::optional<When> when_from(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  if (value.date()) return *value.date();
  if (!value.text()) return std::nullopt;
  try {
    return When::from_text(*value.text());
  } catch (const DateError& error) {
    evaluator.fail("ArgumentError", "InvalidArgumentValue", expr,
                   "'" + *value.text() + "' is no date: " + error.reason(), error.advice());
  }
}

/// What a period says of a node, an edge or a date: null if it may hold.
Value judged(const Evaluator& evaluator, const Expr& expr, Arguments arguments, PeriodKind kind) {
  const Value& value = arguments[0];
  if (value.is_null() || arguments[1].is_null()) return {};
  const std::string period = period_text(evaluator, arguments[1], *expr.kids[1]);
  const Store& store = evaluator.store();
  if (value.edge() && store.dossier())
    return from_verdict(evaluator.subqueries().judge(*value.edge(), kind, period, expr).verdict);
  if (value.node() || value.edge()) {
    const Value when = value.node() ? store.property(*value.node(), store.key("when"), "when")
                                    : store.property(*value.edge(), store.key("when"), "when");
    if (when.is_null()) return Value(true);  // without a lifespan it is not questioned
    const auto read = when_from(evaluator, expr, when);
    return read ? from_verdict(judge_when(*read, kind, period)) : Value();
  }
  if (const auto when = when_from(evaluator, expr, value))
    return from_verdict(judge_when(*when, kind, period));
  evaluator.fail("TypeError", "InvalidArgumentType", expr,
                 std::string(expr.function->name) + " takes a node, an edge or a date, not " +
                     std::string(Evaluator::words_for(value)));
}

Value valid_at(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  return judged(evaluator, expr, arguments, PeriodKind::as_of);
}
Value overlaps_period(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  return judged(evaluator, expr, arguments, PeriodKind::during);
}
Value covers_period(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  return judged(evaluator, expr, arguments, PeriodKind::throughout);
}

Value date_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null() || value.date()) return value;
  if (value.integer())
    return Value(*when_from(evaluator, expr, Value(std::to_string(*value.integer()))));
  if (const auto when = when_from(evaluator, expr, value)) return Value(*when);
  evaluator.fail("TypeError", "InvalidArgumentType", expr,
                 "date takes a text of EDTF, not " + std::string(Evaluator::words_for(value)));
}

/// The days that the edges of a path or a list share, as EDTF; null if there are none.
Value common_period(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  const Graph* const graph = evaluator.store().dossier();
  if (!graph)
    evaluator.fail("ArgumentError", "InvalidArgumentValue", expr,
                   "commonPeriod asks about dossiers only");
  std::vector<std::vector<RelationId>> legs;
  const auto add = [&legs](Edge edge) {
    legs.push_back({RelationId{static_cast<std::uint32_t>(edge)}});
  };
  if (value.path())
    for (const Edge edge : value.path()->edges) add(edge);
  else if (value.edge())
    add(*value.edge());
  else if (value.list() && std::ranges::all_of(*value.list(), [](const Value& item) {
             return item.edge() != nullptr;
           }))
    for (const Value& item : *value.list()) add(*item.edge());
  else
    evaluator.fail("TypeError", "InvalidArgumentType", expr,
                   "commonPeriod takes a path or a list of edges, not " +
                       std::string(Evaluator::words_for(value)),
                   value.node() ? "write n.when for the days of a node"
                                : "write commonPeriod(p) of a path p, or of relationships(p)");
  if (legs.empty()) return {};
  const auto best = best_choice(*graph, legs, evaluator.subqueries().selection(expr.kids[0]->seen));
  return best.span ? Value(best.span->when) : Value();
}

/// Whether an edge has a date, of its own or of its evidence.
Value is_dated(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.edge())
    evaluator.fail("TypeError", "InvalidArgumentType", expr,
                   "isDated takes an edge, not " + std::string(Evaluator::words_for(value)));
  const Graph* const graph = evaluator.store().dossier();
  if (!graph) return Value(false);
  const RelationId relation{static_cast<std::uint32_t>(*value.edge())};
  return Value(graph->store().has(relation, Trait::dated) ||
               graph->store().has(relation, Trait::evidence_dated));
}

/// When something was: a node's lifespan, an edge's date as it is seen, or the date itself.
std::optional<Bounds> bounds_from(const Evaluator& evaluator, const Expr& expr, const Value& value,
                                  const Knowledge& seen) {
  const Store& store = evaluator.store();
  Value date = value;
  Reading reading = Reading::interval;
  if (value.node()) date = store.property(*value.node(), store.key("when"), "when");
  if (value.edge()) {
    date = evaluator.edge_property(seen, *value.edge(), store.key("when"), "when");
    if (const Graph* const graph = store.dossier())
      reading = graph->type(RelationId{static_cast<std::uint32_t>(*value.edge())}).reading;
  }
  if (date.is_null()) return std::nullopt;
  if (const auto when = when_from(evaluator, expr, date)) return when->bounds(reading);
  evaluator.fail(
      "TypeError", "InvalidArgumentType", expr,
      "allen takes nodes, edges or dates, not " + std::string(Evaluator::words_for(value)));
}

/// Which of Allen's relations the first may have to the second; null where one is undated.
Value allen_relations(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const auto first = bounds_from(evaluator, expr, arguments[0], expr.kids[0]->seen);
  const auto second = bounds_from(evaluator, expr, arguments[1], expr.kids[1]->seen);
  if (!first || !second) return {};
  List names;
  for (const Allen relation : allen(*first, *second).relations())
    names.emplace_back(std::string(to_string(relation)));
  return Value(std::move(names));
}

constexpr std::array<Function, 7> table_of_time_functions = {
    {{"date", 1, 1, Accepts::anything, Type::date, date_of},
     {"validAt", 2, 2, Accepts::anything, Type::boolean, valid_at, nullptr, Reads::content},
     {"overlaps", 2, 2, Accepts::anything, Type::boolean, overlaps_period, nullptr, Reads::content},
     {"covers", 2, 2, Accepts::anything, Type::boolean, covers_period, nullptr, Reads::content},
     {"isDated", 1, 1, Accepts::edge, Type::boolean, is_dated},
     {"allen", 2, 2, Accepts::anything, Type::list, allen_relations, nullptr, Reads::content},
     {"commonPeriod", 1, 1, Accepts::anything, Type::date, common_period, nullptr,
      Reads::content}}};

}  // namespace

std::span<const Function> time_functions() {
  return table_of_time_functions;
}

}  // namespace entente::query
