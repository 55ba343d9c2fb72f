// Functions of texts. Positions count characters.

#include <algorithm>
#include <array>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/in_pieces.hpp"
#include "query/pattern/meter.hpp"
#include "text/letter_case.hpp"
#include "text/utf8.hpp"

namespace entente::query {
namespace {

bool any_null(Arguments arguments) {
  return std::ranges::any_of(arguments, [](const Value& value) { return value.is_null(); });
}

const std::string& text_argument(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  if (value.text()) return *value.text();
  evaluator.fail("TypeError", "InvalidArgumentType", expr,
                 std::string(expr.function->name) + " takes a text, not " +
                     std::string(Evaluator::words_for(value)));
}

std::size_t count_argument(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  if (!value.integer())
    evaluator.fail("TypeError", "InvalidArgumentType", expr,
                   std::string(expr.function->name) + " takes a whole number, not " +
                       std::string(Evaluator::words_for(value)));
  if (*value.integer() < 0)
    evaluator.fail("ArgumentError", "NegativeIntegerArgument", expr,
                   std::string(expr.function->name) + " takes a number of at least 0");
  return static_cast<std::size_t>(*value.integer());
}

/// A function of one text.
template <std::string (*change)(std::string_view)>
Value text_function(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (arguments[0].is_null()) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  constexpr std::size_t while_it_works = 6;  // as characters of four bytes, too
  need_room(text.size() * while_it_works);
  tick_bytes(evaluator, expr, text.size() * while_it_works);
  return Value(change(text));
}

/// White space of any script, U+3000 among it.
constexpr bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::string without_left(std::string_view text) {
  for (const CodePoint c : code_points(text))
    if (!is_space(c.value)) return std::string(text.substr(c.offset));
  return {};
}

std::string without_right(std::string_view text) {
  std::size_t end = 0;
  for (const CodePoint c : code_points(text))
    if (!is_space(c.value)) end = c.offset + c.size;
  return std::string(text.substr(0, end));
}

std::string without_both(std::string_view text) {
  return without_left(without_right(text));
}

Value replaced(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (any_null(arguments)) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  const std::string& what = text_argument(evaluator, expr, arguments[1]);
  const std::string& by = text_argument(evaluator, expr, arguments[2]);
  if (what.empty()) return arguments[0];
  std::string result;
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = text.find(what, at);
    const std::size_t more = std::min(next, text.size()) - at + by.size();
    if (result.size() + more > result.capacity()) need_room(3 * result.size() + 2 * more);
    tick_bytes(evaluator, expr, more);
    result.append(text, at, next - at);
    if (next == std::string::npos) return Value(std::move(result));
    result += by;
    at = next + what.size();
  }
}

/// So many characters from that one on, as far as there are any.
Value cut_text(const std::string& text, std::size_t first, std::size_t length) {
  std::size_t begin = text.size();
  std::size_t end = text.size();
  std::size_t character = 0;
  for (const CodePoint c : code_points(text)) {
    if (character == first) begin = c.offset;
    if (character >= first && character - first == length) {
      end = c.offset;
      break;
    }
    ++character;
  }
  need_room(end - begin);
  return Value(text.substr(begin, end - begin));
}

/// `substring(text, first)`, `substring(text, first, length)`
Value substring_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (any_null(arguments)) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  const std::size_t first = count_argument(evaluator, expr, arguments[1]);
  const std::size_t length =
      arguments.size() > 2 ? count_argument(evaluator, expr, arguments[2]) : std::string::npos;
  return cut_text(text, first, length);
}

Value left_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (any_null(arguments)) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  return cut_text(text, 0, count_argument(evaluator, expr, arguments[1]));
}

Value right_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (any_null(arguments)) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  const std::size_t size = count_code_points(text);
  const std::size_t count = std::min(count_argument(evaluator, expr, arguments[1]), size);
  return cut_text(text, size - count, count);
}

Value split_at(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  if (any_null(arguments)) return {};
  const std::string& text = text_argument(evaluator, expr, arguments[0]);
  const std::string& divider = text_argument(evaluator, expr, arguments[1]);
  ListBuilder parts;
  if (divider.empty()) {
    for (const CodePoint c : code_points(text)) {
      evaluator.subqueries().tick(expr);
      parts.push_back(Value(text.substr(c.offset, c.size)));
    }
    return parts.finish();
  }
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(divider, at);
    tick_bytes(evaluator, expr, std::min(next, text.size()) - at);
    parts.push_back(Value(text.substr(at, next - at)));
    if (next == std::string::npos) return parts.finish();
    at = next + divider.size();
  }
}

constexpr std::array<Function, 13> table_of_text_functions = {
    {{"toUpper", 1, 1, Accepts::anything, Type::text, text_function<upper_case>},
     {"toLower", 1, 1, Accepts::anything, Type::text, text_function<lower_case>},
     {"upper", 1, 1, Accepts::anything, Type::text, text_function<upper_case>},
     {"lower", 1, 1, Accepts::anything, Type::text, text_function<lower_case>},
     {"trim", 1, 1, Accepts::anything, Type::text, text_function<without_both>},
     {"btrim", 1, 1, Accepts::anything, Type::text, text_function<without_both>},
     {"ltrim", 1, 1, Accepts::anything, Type::text, text_function<without_left>},
     {"rtrim", 1, 1, Accepts::anything, Type::text, text_function<without_right>},
     {"replace", 3, 3, Accepts::anything, Type::text, replaced},
     {"substring", 2, 3, Accepts::anything, Type::text, substring_of},
     {"left", 2, 2, Accepts::anything, Type::text, left_of},
     {"right", 2, 2, Accepts::anything, Type::text, right_of},
     {"split", 2, 2, Accepts::anything, Type::list, split_at}}};

}  // namespace

std::span<const Function> text_functions() {
  return table_of_text_functions;
}

}  // namespace entente::query
