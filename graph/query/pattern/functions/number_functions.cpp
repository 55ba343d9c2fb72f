// Functions of numbers, and conversions.

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

#include "base/ascii.hpp"
#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/value_text.hpp"

namespace entente::query {
namespace {

[[noreturn]] void refuse_number(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  evaluator.fail("TypeError", "InvalidArgumentType", expr,
                 std::string(expr.function->name) + " takes a number, not " +
                     std::string(Evaluator::words_for(value)));
}

/// A function of one real number.
template <double (*compute)(double)>
Value real_function(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments[0].is_null()) return {};
  if (!arguments[0].is_number()) refuse_number(evaluator, expr, arguments[0]);
  return Value(compute(arguments[0].number()));
}

double natural_log(double x) {
  return std::log(x);
}
double tenth_log(double x) {
  return std::log10(x);
}
double exponential(double x) {
  return std::exp(x);
}
double root(double x) {
  return std::sqrt(x);
}
double upper(double x) {
  return std::ceil(x);
}
double lower(double x) {
  return std::floor(x);
}
double sine(double x) {
  return std::sin(x);
}
double cosine(double x) {
  return std::cos(x);
}
double tangent(double x) {
  return std::tan(x);
}
double cotangent(double x) {
  return 1 / std::tan(x);
}
double arc_sine(double x) {
  return std::asin(x);
}
double arc_cosine(double x) {
  return std::acos(x);
}
double arc_tangent(double x) {
  return std::atan(x);
}
double in_degrees(double x) {
  return x * 180 / std::numbers::pi;
}
double in_radians(double x) {
  return x * std::numbers::pi / 180;
}
double haversine(double x) {
  return (1 - std::cos(x)) / 2;
}
/// Halves go up, as everywhere in the language.
double rounded(double x) {
  return std::floor(x + 0.5);
}

Value absolute(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (value.real()) return Value(std::fabs(*value.real()));
  if (!value.integer()) refuse_number(evaluator, expr, value);
  if (*value.integer() == std::numeric_limits<std::int64_t>::min())
    evaluator.fail("ArithmeticError", "NumberOutOfRange", expr, "the result does not fit 64 bits");
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
  if (arguments.size() == 1) return real_function<rounded>(evaluator, expr, arguments);
  if (arguments[0].is_null() || arguments[1].is_null()) return {};
  if (!arguments[0].is_number()) refuse_number(evaluator, expr, arguments[0]);
  if (!arguments[1].integer() || *arguments[1].integer() < 0 || *arguments[1].integer() > 300)
    evaluator.fail("ArgumentError", "InvalidArgumentValue", expr,
                   "round takes a number of digits from 0 to 300");
  const double scale = std::pow(10.0, static_cast<double>(*arguments[1].integer()));
  const double scaled = arguments[0].number() * scale;
  return Value(std::isfinite(scaled) ? std::floor(scaled + 0.5) / scale : arguments[0].number());
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
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
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

template <Conversion convert>
Value converted_or_null(const Evaluator&, const Expr&, Arguments arguments) {
  return convert(arguments[0]).value_or(Value());
}

constexpr std::array<Function, 33> table_of_number_functions = {
    {{"abs", 1, 1, Accepts::anything, Type::any, absolute},
     {"ceil", 1, 1, Accepts::anything, Type::real, real_function<upper>},
     {"floor", 1, 1, Accepts::anything, Type::real, real_function<lower>},
     {"round", 1, 2, Accepts::anything, Type::real, round_to},
     {"sign", 1, 1, Accepts::anything, Type::integer, sign_of},
     {"sqrt", 1, 1, Accepts::anything, Type::real, real_function<root>},
     {"exp", 1, 1, Accepts::anything, Type::real, real_function<exponential>},
     {"log", 1, 1, Accepts::anything, Type::real, real_function<natural_log>},
     {"log10", 1, 1, Accepts::anything, Type::real, real_function<tenth_log>},
     {"sin", 1, 1, Accepts::anything, Type::real, real_function<sine>},
     {"cos", 1, 1, Accepts::anything, Type::real, real_function<cosine>},
     {"tan", 1, 1, Accepts::anything, Type::real, real_function<tangent>},
     {"cot", 1, 1, Accepts::anything, Type::real, real_function<cotangent>},
     {"asin", 1, 1, Accepts::anything, Type::real, real_function<arc_sine>},
     {"acos", 1, 1, Accepts::anything, Type::real, real_function<arc_cosine>},
     {"atan", 1, 1, Accepts::anything, Type::real, real_function<arc_tangent>},
     {"atan2", 2, 2, Accepts::anything, Type::real, arc_tangent_of_two},
     {"degrees", 1, 1, Accepts::anything, Type::real, real_function<in_degrees>},
     {"radians", 1, 1, Accepts::anything, Type::real, real_function<in_radians>},
     {"haversin", 1, 1, Accepts::anything, Type::real, real_function<haversine>},
     {"isNaN", 1, 1, Accepts::anything, Type::boolean, is_nan},
     {"pi", 0, 0, Accepts::anything, Type::real, pi_value},
     {"e", 0, 0, Accepts::anything, Type::real, e_value},
     {"toInteger", 1, 1, Accepts::anything, Type::integer, converted<to_whole>},
     {"toIntegerOrNull", 1, 1, Accepts::anything, Type::integer, converted_or_null<to_whole>},
     {"toFloat", 1, 1, Accepts::anything, Type::real, converted<to_real>},
     {"toFloatOrNull", 1, 1, Accepts::anything, Type::real, converted_or_null<to_real>},
     {"toString", 1, 1, Accepts::anything, Type::text, converted<to_text>},
     {"toStringOrNull", 1, 1, Accepts::anything, Type::text, converted_or_null<to_text>},
     {"toBoolean", 1, 1, Accepts::anything, Type::boolean, converted<to_truth>},
     {"toBooleanOrNull", 1, 1, Accepts::anything, Type::boolean, converted_or_null<to_truth>},
     {"ceiling", 1, 1, Accepts::anything, Type::real, real_function<upper>},
     {"ln", 1, 1, Accepts::anything, Type::real, real_function<natural_log>}}};

}  // namespace

std::span<const Function> number_functions() {
  return table_of_number_functions;
}

}  // namespace entente::query
