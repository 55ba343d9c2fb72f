// Functions of numbers, and conversions.

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/values/value_text.hpp"

namespace entente::query {
namespace {

[[noreturn]] void refuse_number(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  evaluator.fail("TypeError", "InvalidArgumentType", expr,
                 std::string(expr.function->name) + " takes a number, not " +
                     std::string(Evaluator::words_for(value)));
}

/// A function of one real number: `of_real` of its row in the table.
Value real_function(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is_number()) refuse_number(evaluator, expr, arguments[0]);
  return Value(expr.function->of_real(arguments[0].number()));
}

/// Halves go up, as everywhere in the language.
double rounded(double x) {
  const double below = std::floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

Value absolute(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (value.real()) return Value(std::fabs(*value.real()));
  if (!value.integer()) refuse_number(evaluator, expr, value);
  if (*value.integer() == std::numeric_limits<std::int64_t>::min())
    evaluator.fail("ArithmeticError", "NumberOutOfRange", expr, "the result does not fit 64 bits",
                   "write abs(1.0 * …)");
  return Value(std::abs(*value.integer()));
}

Value sign_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.is_number()) refuse_number(evaluator, expr, value);
  const double number = value.number();
  return Value(static_cast<std::int64_t>(number > 0 ? 1 : number < 0 ? -1 : 0));
}

/// `round(x)`, `round(x, digits)`
Value round_to(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments.size() == 1) return real_function(evaluator, expr, arguments);
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  if (!arguments[0].is_number()) refuse_number(evaluator, expr, arguments[0]);
  if (!arguments[1].integer() || *arguments[1].integer() < 0 || *arguments[1].integer() > 300)
    evaluator.fail("ArgumentError", "InvalidArgumentValue", expr,
                   "round takes a number of digits from 0 to 300");
  const double scale = std::pow(10.0, static_cast<double>(*arguments[1].integer()));
  const double scaled = arguments[0].number() * scale;
  return Value(std::isfinite(scaled) ? rounded(scaled) / scale : arguments[0].number());
}

Value arc_tangent_of_two(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  for (const Value& value : arguments)
    if (!value.is_number()) refuse_number(evaluator, expr, value);
  return Value(std::atan2(arguments[0].number(), arguments[1].number()));
}

Value pi_value(const Evaluator&, const Expr&, Arguments) {
  return Value(std::numbers::pi);
}
Value random_number(const Evaluator& evaluator, const Expr&, Arguments) {
  return Value(evaluator.random());
}
Value e_value(const Evaluator&, const Expr&, Arguments) {
  return Value(std::numbers::e);
}

Value is_nan(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is_number()) refuse_number(evaluator, expr, arguments[0]);
  return Value(std::isnan(arguments[0].number()));
}

std::string_view trimmed_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> real_from(std::string_view text) {
  text = trimmed_text(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = read_number(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Toward zero; none if it does not fit.
std::optional<std::int64_t> whole_from(double number) {
  constexpr double limit = 9223372036854775808.0;
  if (!(number > -limit - 1 && number < limit)) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> whole_from(std::string_view text) {
  text = trimmed_text(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size()) return number;
  const auto real = real_from(text);
  return real ? whole_from(*real) : std::nullopt;
}

/// None if it is of a kind that cannot be converted; null if what it says is no number.
std::optional<Value> to_whole(const Value& value) {
  if (value.is_null() || value.integer()) return value;
  std::optional<std::int64_t> number;
  if (value.real())
    number = whole_from(*value.real());
  else if (value.text())
    number = whole_from(std::string_view(*value.text()));
  else if (value.boolean())
    number = *value.boolean() ? 1 : 0;
  else
    return std::nullopt;
  return number ? Value(*number) : Value();
}

std::optional<Value> to_real(const Value& value) {
  if (value.is_null() || value.real()) return value;
  if (value.integer()) return Value(value.number());
  if (!value.text()) return std::nullopt;
  const auto number = real_from(*value.text());
  return number ? Value(*number) : Value();
}

std::optional<Value> to_text(const Value& value) {
  if (value.is_null()) return value;
  if (value.text() || value.is_number() || value.boolean() || value.date())
    return Value(plain_text(value));
  return std::nullopt;
}

std::optional<Value> to_truth(const Value& value) {
  if (value.is_null() || value.boolean()) return value;
  if (!value.text()) return std::nullopt;
  const std::string word = ascii_lowered(trimmed_text(*value.text()));
  if (word == "true") return Value(true);
  return word == "false" ? Value(false) : Value();
}

using Conversion = std::optional<Value> (*)(const Value&);

template <Conversion convert>
Value converted(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (auto value = convert(arguments[0])) return *std::move(value);
  evaluator.fail("TypeError", "InvalidArgumentValue", expr,
                 std::string(expr.function->name) + " cannot convert " +
                     std::string(Evaluator::words_for(arguments[0])),
                 std::string(expr.function->name) + "OrNull gives null instead");
}

/// Null for what is no number; an error for one that does not fit, as everywhere.
Value whole_number(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const double real = value.text()   ? real_from(*value.text()).value_or(none)
                      : value.real() ? *value.real()
                                     : none;
  Value whole = converted<to_whole>(evaluator, expr, arguments);
  if (whole.is_null() && !std::isnan(real))
    evaluator.fail("ArithmeticError", "NumberOutOfRange", expr, "the number does not fit 64 bits",
                   "toIntegerOrNull gives null instead, toFloat a number with a point");
  return whole;
}

template <Conversion convert>
Value converted_or_null(const Evaluator&, const Expr&, Arguments arguments) {
  return convert(arguments[0]).value_or(Value());
}

/// `name(x)` of a real number.
constexpr Function of_one(std::string_view name, double (*of_real)(double)) {
  return {name, 1, 1, Accepts::anything, Type::real, real_function, of_real};
}

constexpr std::array<Function, 34> table_of_number_functions = {
    {{"abs", 1, 1, Accepts::anything, Type::any, absolute},
     of_one("ceil", [](double x) { return std::ceil(x); }),
     of_one("floor", [](double x) { return std::floor(x); }),
     {"round", 1, 2, Accepts::anything, Type::real, round_to, rounded},
     {"sign", 1, 1, Accepts::anything, Type::integer, sign_of},
     of_one("sqrt", [](double x) { return std::sqrt(x); }),
     of_one("exp", [](double x) { return std::exp(x); }),
     of_one("log", [](double x) { return std::log(x); }),
     of_one("log10", [](double x) { return std::log10(x); }),
     of_one("sin", [](double x) { return std::sin(x); }),
     of_one("cos", [](double x) { return std::cos(x); }),
     of_one("tan", [](double x) { return std::tan(x); }),
     of_one("cot", [](double x) { return 1 / std::tan(x); }),
     of_one("asin", [](double x) { return std::asin(x); }),
     of_one("acos", [](double x) { return std::acos(x); }),
     of_one("atan", [](double x) { return std::atan(x); }),
     {"atan2", 2, 2, Accepts::anything, Type::real, arc_tangent_of_two},
     of_one("degrees", [](double x) { return x * 180 / std::numbers::pi; }),
     of_one("radians", [](double x) { return x * std::numbers::pi / 180; }),
     of_one("haversin", [](double x) { return (1 - std::cos(x)) / 2; }),
     {"isNaN", 1, 1, Accepts::anything, Type::boolean, is_nan},
     {"pi", 0, 0, Accepts::anything, Type::real, pi_value},
     {random_function, 0, 0, Accepts::anything, Type::real, random_number},
     {"e", 0, 0, Accepts::anything, Type::real, e_value},
     {"toInteger", 1, 1, Accepts::anything, Type::integer, whole_number},
     {"toIntegerOrNull", 1, 1, Accepts::anything, Type::integer, converted_or_null<to_whole>},
     {"toFloat", 1, 1, Accepts::anything, Type::real, converted<to_real>},
     {"toFloatOrNull", 1, 1, Accepts::anything, Type::real, converted_or_null<to_real>},
     {"toString", 1, 1, Accepts::anything, Type::text, converted<to_text>},
     {"toStringOrNull", 1, 1, Accepts::anything, Type::text, converted_or_null<to_text>},
     {"toBoolean", 1, 1, Accepts::anything, Type::boolean, converted<to_truth>},
     {"toBooleanOrNull", 1, 1, Accepts::anything, Type::boolean, converted_or_null<to_truth>},
     of_one("ceiling", [](double x) { return std::ceil(x); }),
     of_one("ln", [](double x) { return std::log(x); })}};

}  // namespace

std::span<const Function> number_functions() {
  return table_of_number_functions;
}

}  // namespace entente::query
