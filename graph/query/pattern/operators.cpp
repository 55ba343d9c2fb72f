// Operators: arithmetic that never wraps, comparisons, tests of texts and lists.

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <entente/time/date_error.hpp>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/text_pattern.hpp"
#include "query/pattern/in_pieces.hpp"
#include "query/pattern/meter.hpp"
#include "query/pattern/values/value_text.hpp"

namespace entente::query {
namespace {

constexpr std::int64_t least_whole = std::numeric_limits<std::int64_t>::min();

bool is_prefix(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

bool is_suffix(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

}  // namespace

Value Evaluator::arithmetic(const Expr& expr, const Value& a, const Value& b) const {
  if (expr.kind == ExprKind::negate) {
    if (a.is_null()) return {};
    if (a.real()) return Value(-*a.real());
    if (a.integer()) return whole(expr, 0, *a.integer());
    fail("TypeError", "InvalidArgumentType", expr,
         "there is no negative of " + std::string(words_for(a)));
  }
  if (expr.kind == ExprKind::plus) {
    if (a.is_null() || a.is_number()) return a;
    fail("TypeError", "InvalidArgumentType", expr,
         "a sign stands before " + std::string(words_for(a)));
  }
  if (expr.kind == ExprKind::add && !(a.is_number() && b.is_number())) return sum(expr, a, b);
  if (a.is_null() || b.is_null()) return {};
  if (!a.is_number() || !b.is_number())
    fail("TypeError", "InvalidArgumentType", expr,
         "one cannot compute with " + std::string(words_for(a)) + " and " +
             std::string(words_for(b)));
  if (expr.kind == ExprKind::power) return Value(std::pow(a.number(), b.number()));
  if (a.integer() && b.integer()) return whole(expr, *a.integer(), *b.integer());
  const double x = a.number();
  const double y = b.number();
  switch (expr.kind) {
    case ExprKind::add:
      return Value(x + y);
    case ExprKind::subtract:
      return Value(x - y);
    case ExprKind::multiply:
      return Value(x * y);
    case ExprKind::divide:
      return Value(x / y);
    default:
      return Value(std::fmod(x, y));
  }
}

/// Lists grow by a list or an item, texts by a text or a number.
Value Evaluator::sum(const Expr& expr, const Value& a, const Value& b) const {
  if (a.list() || b.list()) {
    if ((a.is_null() && !b.is_null()) || (b.is_null() && !a.is_null())) return {};
    const auto count = [](const Value& value) { return value.list() ? value.list()->size() : 1; };
    need_room((count(a) + count(b)) * sizeof(Value));
    List items;
    items.reserve(count(a) + count(b));
    const auto add = [&](const Value& value) {
      if (value.list())
        add_in_pieces(*this, expr, items, value.list()->begin(), value.list()->end());
      else
        items.push_back(value);
    };
    add(a);
    add(b);
    return Value(std::move(items));
  }
  if (a.is_null() || b.is_null()) return {};
  const auto is_text = [](const Value& value) {
    return value.text() || value.is_number() || value.date();
  };
  if ((a.text() || b.text()) && is_text(a) && is_text(b)) {
    const auto size = [](const Value& value) { return value.text() ? value.text()->size() : 0; };
    need_room(size(a) + size(b));
    std::string text;
    text.reserve(size(a) + size(b));
    for (const Value* part : {&a, &b})
      add_in_pieces(*this, expr, text, part->text() ? *part->text() : plain_text(*part));
    return Value(std::move(text));
  }
  fail("TypeError", "InvalidArgumentType", expr,
       "one cannot add " + std::string(words_for(a)) + " and " + std::string(words_for(b)));
}

Value Evaluator::whole(const Expr& expr, std::int64_t a, std::int64_t b) const {
  std::int64_t result = 0;
  bool overflows = false;
  switch (expr.kind) {
    case ExprKind::add:
      overflows = __builtin_add_overflow(a, b, &result);
      break;
    case ExprKind::subtract:
    case ExprKind::negate:
      overflows = __builtin_sub_overflow(a, b, &result);
      break;
    case ExprKind::multiply:
      overflows = __builtin_mul_overflow(a, b, &result);
      break;
    default:
      if (b == 0)
        fail("ArithmeticError", "DivisionByZero", expr, "a whole number is divided by 0",
             "write CASE, or divide by 0.0 for infinity");
      overflows = a == least_whole && b == -1;
      if (!overflows) result = expr.kind == ExprKind::divide ? a / b : a % b;
      if (overflows && expr.kind == ExprKind::modulo) return Value(std::int64_t{0});
  }
  if (overflows)
    fail("ArithmeticError", "NumberOutOfRange", expr, "the result does not fit 64 bits",
         "make one operand a number with a point: 1.0 * …");
  return Value(result);
}

Truth Evaluator::compare(Operator op, const Value& a, const Value& b) const {
  if (op == Operator::equal) return equal(a, b);
  if (op == Operator::unequal) {
    const Truth is_equal = equal(a, b);
    return is_equal ? Truth(!*is_equal) : Truth();
  }
  const auto order = compared(a, b);
  if (!order) {
    // Of numbers only NaN has no order: it is neither below nor above any.
    if (a.is_number() && b.is_number()) return false;
    return std::nullopt;
  }
  switch (op) {
    case Operator::less:
      return *order < 0;
    case Operator::less_equal:
      return *order <= 0;
    case Operator::greater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

/// A value that is given, as against one that is a property of a node or an edge; what a map holds
/// is given.
bool Evaluator::is_given(const Expr& expr, Row& row) const {
  if (expr.kind == ExprKind::property || expr.kind == ExprKind::element) {
    const Value base = value(*expr.kids[0], row);
    return !base.node() && !base.edge();
  }
  return expr.kind != ExprKind::list ||
         std::ranges::all_of(expr.kids, [&](const ExprPtr& kid) { return is_given(*kid, row); });
}

/// Whether an expression reads the member of that name: `n.name`, `n['name']`.
bool Evaluator::reads_name(const Expr& expr) {
  if (expr.kind == ExprKind::property) return expr.text == "name";
  if (expr.kind != ExprKind::element) return false;
  const Expr& key = *expr.kids[1];
  return key.kind == ExprKind::literal && key.value.text() && *key.value.text() == "name";
}

bool Evaluator::asks_name(const Expr& expr) const {
  return store_.dossier() != nullptr && reads_name(expr);
}

bool Evaluator::names(const std::string& text, Node node) const {
  const auto [place, is_new] = named_.try_emplace(text);
  if (is_new) place->second = store_.named(text);
  return std::ranges::find(place->second, node) != place->second.end();
}

/// `n.name = 'text'` asks whether the text is one of n's names. None: it is not of that form.
Truth Evaluator::names_node(const Expr& a, const Value& text, Row& row) const {
  if (!asks_name(a) || !text.text()) return std::nullopt;
  const Value base = value(*a.kids[0], row);
  if (!base.node()) return std::nullopt;
  return names(*text.text(), *base.node());
}

/// A date is compared with dates, and with texts that spell one.
void Evaluator::require_comparable(const Expr& expr, const Value& a, const Value& b) const {
  const Value& other = a.date() ? b : a;
  if (other.is_null() || other.date()) return;
  if (other.text()) try {
      static_cast<void>(When::parse(*other.text()));
      return;
    } catch (const DateError& error) {
      fail("TypeError", "InvalidArgumentType", expr,
           "a date is compared with a text that is no date: " + std::string(error.what()),
           "dates are EDTF: '2014', '2014-05', '2014-05-06'");
    }
  fail("TypeError", "InvalidArgumentType", expr,
       "a date is compared with " + std::string(words_for(other)),
       "write it as a text or a date: '2014', date('2014-05-06')");
}

Value Evaluator::comparison(const Expr& expr, Row& row) const {
  bool unknown = false;
  Value left = value(*expr.kids[0], row);
  for (std::size_t i = 0; i < expr.operators.size(); ++i) {
    const Expr& left_expr = *expr.kids[i];
    const Expr& right_expr = *expr.kids[i + 1];
    Value right = value(right_expr, row);
    const Operator op = expr.operators[i];
    Truth here = compare(op, left, right);
    if (op == Operator::equal || op == Operator::unequal) {
      Truth named;
      if (asks_name(left_expr) && is_given(right_expr, row))
        named = names_node(left_expr, right, row);
      if (!named && asks_name(right_expr) && is_given(left_expr, row))
        named = names_node(right_expr, left, row);
      if (named) here = *named == (op == Operator::equal);
    } else if (!here && (left.date() || right.date())) {
      require_comparable(expr, left, right);
    }
    if (here == false) return Value(false);
    unknown |= !here;
    left = std::move(right);
  }
  return unknown ? Value() : Value(true);
}

/// Of dates as they are written.
Value Evaluator::text_test(const Expr& expr, const Value& a, const Value& b) const {
  const std::string* const tested = a.date() ? &a.date()->text() : a.text();
  if (!tested || !b.text()) return {};
  const std::string_view text = *tested;
  const std::string_view part = *b.text();
  switch (expr.kind) {
    case ExprKind::starts_with:
      return Value(is_prefix(text, part));
    case ExprKind::ends_with:
      return Value(is_suffix(text, part));
    case ExprKind::contains:
      return Value(text.find(part) != std::string_view::npos);
    default:
      break;
  }
  need_room(text.size() * sizeof(char32_t));
  std::optional<TextPattern> pattern;
  try {
    pattern.emplace(part);
  } catch (const std::runtime_error& error) {
    fail("ArgumentError", "InvalidArgumentValue", expr,
         std::string("this is no regular expression: ") + error.what());
  }
  const auto look = [&](std::size_t states) { subqueries_.tick(expr, states); };
  return Value(pattern->matches(text, look));
}

}  // namespace entente::query
