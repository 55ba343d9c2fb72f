// Values of expressions, kind by kind.

#include <array>
#include <utility>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
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
      if (asks_name(*expr.kids[0]) && is_given(asked, row))
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

}  // namespace entente::query
