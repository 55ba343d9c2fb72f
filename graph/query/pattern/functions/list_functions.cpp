// Functions of lists, and those that lists share with texts.

#include <algorithm>
#include <array>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/in_pieces.hpp"
#include "query/pattern/meter.hpp"
#include "text/utf8.hpp"

namespace entente::query {
namespace {

[[noreturn]] void refuse_kind(const Evaluator& evaluator, const Expr& expr, const Value& value,
                              std::string_view wanted, const char* code = "InvalidArgumentType") {
  evaluator.fail("TypeError", code, expr,
                 std::string(expr.function->name) + " takes " + std::string(wanted) + ", not " +
                     std::string(Evaluator::words_for(value)));
}

Value size_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (value.list()) return Value(static_cast<std::int64_t>(value.list()->size()));
  if (value.map()) return Value(static_cast<std::int64_t>(value.map()->size()));
  if (value.text()) {
    tick_bytes(evaluator, expr, value.text()->size());
    return Value(static_cast<std::int64_t>(count_code_points(*value.text())));
  }
  refuse_kind(evaluator, expr, value, "a text or a list");
}

Value is_empty(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value size = size_of(evaluator, expr, arguments);
  return size.is_null() ? Value() : Value(*size.integer() == 0);
}

Value head_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.list()) refuse_kind(evaluator, expr, value, "a list");
  return value.list()->empty() ? Value() : value.list()->front();
}

Value last_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.list()) refuse_kind(evaluator, expr, value, "a list");
  return value.list()->empty() ? Value() : value.list()->back();
}

Value tail_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.list()) refuse_kind(evaluator, expr, value, "a list");
  const List& list = *value.list();
  need_room(list.size() * sizeof(Value));
  List rest;
  if (list.empty()) return Value(std::move(rest));
  rest.reserve(list.size() - 1);
  add_in_pieces(evaluator, expr, rest, list.begin() + 1, list.end());
  return Value(std::move(rest));
}

Value reversed(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (value.list()) {
    need_room(value.list()->size() * sizeof(Value));
    List turned;
    turned.reserve(value.list()->size());
    add_in_pieces(evaluator, expr, turned, value.list()->rbegin(), value.list()->rend());
    return Value(std::move(turned));
  }
  if (!value.text()) refuse_kind(evaluator, expr, value, "a text or a list");
  const std::string& text = *value.text();
  need_room(text.size());
  std::string turned(text.size(), ' ');
  for (const CodePoint c : code_points(text)) {
    evaluator.subqueries().tick(expr);
    turned.replace(text.size() - c.offset - c.size, c.size, text, c.offset, c.size);
  }
  return Value(std::move(turned));
}

/// `range(first, last, step)`, both ends included.
Value range_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  constexpr std::uint64_t most_items = 100'000'000;
  for (const Value& argument : arguments)
    if (!argument.integer())
      evaluator.fail(
          "ArgumentError", "InvalidArgumentType", expr,
          "range takes whole numbers, not " + std::string(Evaluator::words_for(argument)));
  const std::int64_t first = *arguments[0].integer();
  const std::int64_t last = *arguments[1].integer();
  const std::int64_t step = arguments.size() > 2 ? *arguments[2].integer() : 1;
  if (step == 0)
    evaluator.fail("ArgumentError", "NumberOutOfRange", expr, "a range cannot go by steps of 0",
                   "write a step such as 1 or -1");
  List items;
  if (step > 0 ? first > last : first < last) return Value(std::move(items));
  const auto a = static_cast<std::uint64_t>(first);
  const auto b = static_cast<std::uint64_t>(last);
  const std::uint64_t distance = step > 0 ? b - a : a - b;
  const std::uint64_t stride =
      step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = distance / stride;
  need_room(std::min(count + 1, most_items) * sizeof(Value));
  if (count >= most_items)
    throw LimitReached("query-memory",
                       "a range has more than 100 million items\nUNWIND several shorter ones");
  items.reserve(count + 1);
  for (std::uint64_t i = 0; i <= count; ++i) {
    evaluator.subqueries().tick(expr);
    items.emplace_back(static_cast<std::int64_t>(a + i * static_cast<std::uint64_t>(step)));
  }
  return Value(std::move(items));
}

Value coalesced(const Evaluator&, const Expr&, Arguments) {
  return {};  // the evaluator stops at the first value that is not null
}

constexpr std::array<Function, 8> table_of_list_functions = {
    {{"size", 1, 1, Accepts::text_or_list, Type::integer, size_of},
     {"isEmpty", 1, 1, Accepts::anything, Type::boolean, is_empty},
     {"head", 1, 1, Accepts::list, Type::any, head_of},
     {"last", 1, 1, Accepts::list, Type::any, last_of},
     {"tail", 1, 1, Accepts::list, Type::list, tail_of},
     {"reverse", 1, 1, Accepts::text_or_list, Type::any, reversed},
     {"range", 2, 3, Accepts::anything, Type::list, range_of},
     {"coalesce", 1, any_number, Accepts::anything, Type::any, coalesced}}};

}  // namespace

std::span<const Function> list_functions() {
  return table_of_list_functions;
}

}  // namespace entente::query
