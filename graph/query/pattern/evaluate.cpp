// Values of expressions, kind by kind.

#include <array>
#include <utility>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

Value from_truth(Truth truth) {
  return truth ? Value(*truth) : Value();
}

}  // namespace

namespace {

/// What helps with most errors of a code, where the place that met one knows no better.
std::string usual_hint(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> hints = {
      {{"InvalidArgumentType",
        "toInteger, toFloat and toString convert; WHERE can leave other values out"},
       {"NumberOutOfRange", "write 1.0 * … to compute with decimals, or a number that fits"},
       {"NegativeIntegerArgument", "write a number of at least 0"},
       {"ListElementAccessByNonInteger", "write list[0], or list[-1] for the last"}}};
  for (const auto& [known, hint] : hints)
    if (known == code) return std::string(hint);
  return "docs/queries.md says what functions and operators take";
}

}  // namespace

void Evaluator::fail(const char* type, const char* code, const Expr& expr, std::string message,
                     std::string hint) const {
  if (hint.empty()) hint = usual_hint(code);
  query::fail(text_, Phase::runtime, type, code, expr.span, std::move(message), std::move(hint));
}

std::string_view Evaluator::words_for(const Value& value) {
  static constexpr std::array<std::string_view, 11> words = {
      "a map",  "a node",    "an edge",        "a list",   "a path", "a date",
      "a text", "a boolean", "a whole number", "a number", "null"};
  return words[static_cast<std::size_t>(value.kind())];
}

Value Evaluator::value(const Expr& expr, Row& row) const {
  switch (expr.kind) {
    case ExprKind::literal:
      return expr.value;
    case ExprKind::parameter: {
      const auto found = parameters_.find(expr.text);
      if (found == parameters_.end())
        fail("ParameterMissing", "MissingParameter", expr,
             "the parameter $" + expr.text + " is not set",
             "give it by --param " + expr.text + "=…");
      return found->second;
    }
    case ExprKind::variable:
      return row.values[expr.name.slot];
    case ExprKind::list: {
      List items;
      items.reserve(expr.kids.size());
      for (const ExprPtr& kid : expr.kids) items.push_back(value(*kid, row));
      return Value(std::move(items));
    }
    case ExprKind::map: {
      Map members;
      for (std::size_t i = 0; i < expr.kids.size(); ++i) {
        Value member = value(*expr.kids[i], row);
        bool is_new = true;
        for (auto& known : members)
          if (known.first == expr.names[i]) {
            known.second = member;
            is_new = false;
          }
        if (is_new) members.emplace_back(expr.names[i], std::move(member));
      }
      return Value(std::move(members));
    }
    case ExprKind::property:
      return property(expr, value(*expr.kids[0], row), expr.text, expr.key);
    case ExprKind::element:
      return element(expr, value(*expr.kids[0], row), value(*expr.kids[1], row));
    case ExprKind::slice:
      return slice(expr, row);
    case ExprKind::negate:
    case ExprKind::plus:
    case ExprKind::add:
    case ExprKind::subtract:
    case ExprKind::multiply:
    case ExprKind::divide:
    case ExprKind::modulo:
    case ExprKind::power:
      return arithmetic(expr, value(*expr.kids[0], row),
                        expr.kids.size() > 1 ? value(*expr.kids[1], row) : Value());
    case ExprKind::comparison:
      return comparison(expr, row);
    case ExprKind::in:
      return in(expr, row);
    case ExprKind::starts_with:
    case ExprKind::ends_with:
    case ExprKind::contains:
    case ExprKind::matches:
      return text_test(expr, value(*expr.kids[0], row), value(*expr.kids[1], row));
    case ExprKind::is_null:
      return Value(value(*expr.kids[0], row).is_null());
    case ExprKind::is_not_null:
      return Value(!value(*expr.kids[0], row).is_null());
    case ExprKind::has_labels:
      return has_labels(expr, value(*expr.kids[0], row));
    case ExprKind::logical_not: {
      const Truth inside = truth(*expr.kids[0], row);
      return inside ? Value(!*inside) : Value();
    }
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::logical_xor:
      return logical(expr, row);
    case ExprKind::case_of:
      return case_of(expr, row);
    case ExprKind::call:
      return call(expr, row);
    case ExprKind::count_all:
      return row.values[expr.result];
    case ExprKind::comprehension:
      return comprehension(expr, row);
    case ExprKind::quantifier:
      return quantifier(expr, row);
    case ExprKind::pattern_list:
      return pattern_list(expr, row);
    case ExprKind::pattern_test:
    case ExprKind::exists:
      return exists(expr, row);
    case ExprKind::count_of:
      return count_of(expr, row);
  }
  return {};
}

Truth Evaluator::truth(const Expr& expr, Row& row) const {
  const Value result = value(expr, row);
  if (result.is_null()) return std::nullopt;
  if (result.boolean()) return *result.boolean();
  fail("TypeError", "InvalidArgumentType", expr,
       "here stands " + std::string(words_for(result)) + " where a condition is expected");
}

/// Judged once if no answer that is only possible was met; else for choices of such answers, also
/// where the row is itself one of a subquery that is judged so.
Kept Evaluator::keeps(const Expr& condition, Row& row) const {
  const Doubt outer = std::exchange(met_, {});
  Choices* const before = std::exchange(choices_, nullptr);
  Kept kept{truth(condition, row) == true, {}};
  if (met_.possible) kept = keeps_for_choices(condition, row, met_);
  choices_ = before;
  met_ = outer;
  return kept;
}

Kept Evaluator::keeps_for_choices(const Expr& condition, Row& row, Doubt met) const {
  const auto [known, is_new] = leanings_.try_emplace(&condition);
  if (is_new) known->second = leanings_of(condition);
  const auto holds = [&](Choices& choices) {
    choices_ = &choices;
    return truth(condition, row) == true;
  };
  if (const Leanings& leanings = known->second) {
    ExtremeChoice truest(*leanings, ExtremeChoice::Which::truest);
    ExtremeChoice least_true(*leanings, ExtremeChoice::Which::least_true);
    if (!holds(truest)) return {};
    return {true, holds(least_true) ? Doubt{} : met};
  }
  constexpr int most_choices = 256;  // beyond them a row stays possible
  EachChoice each;
  const bool first = holds(each);
  for (int tried = 1; each.next(); ++tried)
    if (tried == most_choices || holds(each) != first) return {true, met};
  return {first, {}};
}

std::int64_t Evaluator::chosen(const Expr& subquery, std::int64_t possible) const {
  return choices_ && possible > 0 ? choices_->of(subquery, possible) : possible;
}

Value Evaluator::value(const Expr& expr, Row& row, Doubt& doubt) const {
  const Doubt outer = std::exchange(met_, {});
  Value result = value(expr, row);
  if (met_.possible) doubt.add(met_.why);
  met_ = outer;
  return result;
}

Value Evaluator::logical(const Expr& expr, Row& row) const {
  bool unknown = false;
  bool odd = false;
  for (const ExprPtr& kid : expr.kids) {
    const Truth here = truth(*kid, row);
    if (!here)
      unknown = true;
    else if (expr.kind == ExprKind::logical_xor)
      odd ^= *here;
    else if (*here == (expr.kind == ExprKind::logical_or))
      return Value(*here);
  }
  if (unknown) return {};
  return Value(expr.kind == ExprKind::logical_xor ? odd : expr.kind == ExprKind::logical_and);
}

Value Evaluator::case_of(const Expr& expr, Row& row) const {
  const bool has_subject = expr.kids[0] != nullptr;
  const Value subject = has_subject ? value(*expr.kids[0], row) : Value();
  for (std::size_t i = 1; i + 1 < expr.kids.size(); i += 2) {
    const Expr& asked = *expr.kids[i];
    if (has_subject) {
      const Value wanted = value(asked, row);
      Truth fits = equal(subject, wanted);
      if (is_given(asked))
        if (const Truth named = names_node(*expr.kids[0], wanted, row)) fits = named;
      if (fits == true) return value(*expr.kids[i + 1], row);
    } else if (truth(asked, row) == true) {
      return value(*expr.kids[i + 1], row);
    }
  }
  return expr.kids.back() ? value(*expr.kids.back(), row) : Value();
}

Value Evaluator::call(const Expr& expr, Row& row) const {
  if (expr.function->is_aggregate()) return row.values[expr.result];
  if (expr.function->name == "coalesce") {
    for (const ExprPtr& kid : expr.kids)
      if (Value found = value(*kid, row); !found.is_null()) return found;
    return {};
  }
  std::vector<Value> arguments;
  arguments.reserve(expr.kids.size());
  for (const ExprPtr& kid : expr.kids) arguments.push_back(value(*kid, row));
  return expr.function->call(*this, expr, arguments);
}

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
