// What expressions are made of: literals, names, calls, lists, maps, CASE, comprehensions.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <entente/base/read_number.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/parser.hpp"

namespace entente::query {

ExprPtr Parser::atom() {
  const std::size_t first = at_;
  const Token& token = peek();
  switch (token.kind) {
    case TokenKind::integer:
    case TokenKind::real:
      return number(false);
    case TokenKind::string: {
      take();
      ExprPtr expr = make(ExprKind::literal, first);
      expr->value = Value(token.text);
      return expr;
    }
    case TokenKind::parameter: {
      take();
      ExprPtr expr = make(ExprKind::parameter, first);
      expr->text = token.text;
      return expr;
    }
    case TokenKind::word:
    case TokenKind::quoted:
      return word_atom();
    default:
      break;
  }
  if (sees_sign("[")) return list();
  if (sees_sign("{")) return map();
  if (begins_chain()) return pattern_test();
  if (!takes_sign("(")) refuse_here("a value");
  const bool outer = std::exchange(bar_ends_, false);
  ExprPtr inside = expression();
  bar_ends_ = outer;
  expect_sign(")");
  inside->span = since(first);
  return inside;
}

ExprPtr Parser::word_atom() {
  const std::size_t first = at_;
  const bool is_plain = peek().kind == TokenKind::word;
  if (is_plain && (sees("TRUE") || sees("FALSE") || sees("NULL"))) {
    const Token& token = take();
    ExprPtr expr = make(ExprKind::literal, first);
    if (!is_word(token.text, "NULL")) expr->value = Value(is_word(token.text, "TRUE"));
    return expr;
  }
  if (is_plain && sees("CASE")) return case_of();
  if (is_plain && sees_sign("{", 1)) {
    if (sees("EXISTS")) return subquery(ExprKind::exists);
    if (sees("COUNT")) return subquery(ExprKind::count_of);
    if (sees("COLLECT"))
      refuse_unsupported(peek().where, "COLLECT { … }", "write a pattern comprehension [… | …]");
    if (sees("CALL")) refuse_unsupported(peek().where, "CALL { … }", "write EXISTS or COUNT");
  }
  if (is_plain && (sees("shortestPath") || sees("allShortestPaths")) && sees_sign("(", 1))
    refuse_unsupported(peek().where, peek().text + " inside an expression",
                       "write MATCH p = " + peek().text + "(…)");
  if (is_plain && sees_sign("(", 1)) {
    const bool tests = sees("ALL") || sees("ANY") || sees("NONE") || sees("SINGLE");
    if (tests && sees_name(2) && sees("IN", 3)) return quantified_test();
    if (sees("REDUCE"))
      refuse_unsupported(peek().where, "reduce", "write UNWIND and sum, or collect");
    if (sees("FILTER") || sees("EXTRACT"))
      refuse_unsupported(peek().where, peek().text, "write [x IN list WHERE … | …]");
  }
  if (sees_sign("(", 1) ||
      (sees_sign(".", 1) && peek(2).kind == TokenKind::word && sees_sign("(", 3)))
    return call();
  if (!sees_name()) refuse_here("a value", suggestion({"NOT", "CASE", "EXISTS", "COUNT"}));
  const Name variable = name("a value");
  ExprPtr expr = make(ExprKind::variable, first);
  expr->text = variable.text;
  expr->name = variable;
  return expr;
}

ExprPtr Parser::number(bool negative) {
  const std::size_t first = negative ? at_ - 1 : at_;
  const Token token = take();
  ExprPtr expr = make(ExprKind::literal, first);
  const char* begin = token.text.data();
  const char* const end = begin + token.text.size();
  if (token.kind == TokenKind::real) {
    double value = 0;
    const auto [rest, error] = read_number(begin, end, value);
    if (error == std::errc::result_out_of_range && token.text.find("e-") == token.text.npos &&
        token.text.find("E-") == token.text.npos)
      refuse_syntax(text_, "FloatingPointOverflow", token.where,
                    "this number is larger than any of 64 bits", "write at most 1.7e308");
    expr->value = Value(negative ? -value : value);
    return expr;
  }
  const bool has_base = token.text.size() > 2 && token.text[1] > '9';
  const int base = !has_base ? 10 : (token.text[1] | 0x20) == 'x' ? 16 : 8;
  if (has_base) begin += 2;
  std::uint64_t magnitude = 0;
  const auto [rest, error] = std::from_chars(begin, end, magnitude, base);
  constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (error != std::errc{} || magnitude > most + (negative ? 1 : 0))
    refuse_syntax(text_, "IntegerOverflow", expr->span, "this whole number does not fit 64 bits",
                  "write it with a point for a rounded one");
  expr->value = Value(static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude));
  return expr;
}

/// A list, or one of the comprehensions that begin like one.
ExprPtr Parser::list() {
  if (sees_name(1) && sees("IN", 2)) return comprehension();
  if (sees_name(1) && sees_sign("=", 2) && sees_sign("(", 3)) return pattern_list();
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, false);
  take();
  if (begins_chain()) {
    const std::size_t behind = at_;
    static_cast<void>(chain(true));
    const bool is_comprehension = sees("WHERE") || sees_sign("|");
    at_ = behind;
    if (is_comprehension) {
      at_ = first;
      ExprPtr expr = pattern_list();
      bar_ends_ = outer;
      return expr;
    }
  }
  std::vector<ExprPtr> kids;
  if (!sees_sign("]")) {
    do kids.push_back(expression());
    while (takes_sign(","));
  }
  expect_sign("]");
  bar_ends_ = outer;
  return make(ExprKind::list, first, std::move(kids));
}

ExprPtr Parser::map() {
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, false);
  expect_sign("{");
  std::vector<ExprPtr> kids;
  std::vector<std::string> names;
  if (!sees_sign("}")) {
    do {
      const Name key = symbol("the name of a member");
      expect_sign(":", "write {" + key.text + ": …}");
      if (std::ranges::find(names, key.text) != names.end())
        refuse_syntax(text_, "MapKeyConflict", key.where,
                      "the map has two members called " + key.text, "keep one of them");
      names.push_back(key.text);
      kids.push_back(expression());
    } while (takes_sign(","));
  }
  expect_sign("}");
  bar_ends_ = outer;
  ExprPtr expr = make(ExprKind::map, first, std::move(kids));
  expr->names = std::move(names);
  return expr;
}

ExprPtr Parser::call() {
  const std::size_t first = at_;
  std::string called = take().text;
  while (takes_sign(".")) called += "." + take().text;
  const Span name_at = since(first);
  const bool outer = std::exchange(bar_ends_, false);
  expect_sign("(");
  if (is_word(called, "COUNT") && sees_sign("*") && sees_sign(")", 1)) {
    take();
    take();
    bar_ends_ = outer;
    return make(ExprKind::count_all, first);
  }
  const bool distinct = takes("DISTINCT");
  std::vector<ExprPtr> kids;
  if (!sees_sign(")")) {
    do kids.push_back(expression());
    while (takes_sign(","));
  }
  expect_sign(")");
  bar_ends_ = outer;
  ExprPtr expr = make(ExprKind::call, first, std::move(kids));
  expr->text = called;
  expr->name.where = name_at;
  expr->distinct = distinct;
  expr->function = find_function(called);
  return expr;
}

ExprPtr Parser::case_of() {
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, false);
  take();
  std::vector<ExprPtr> kids;
  kids.push_back(sees("WHEN") ? nullptr : expression());
  if (!sees("WHEN")) refuse_here("WHEN", suggestion({"WHEN"}));
  while (takes("WHEN")) {
    kids.push_back(expression());
    expect("THEN");
    kids.push_back(expression());
  }
  kids.push_back(takes("ELSE") ? expression() : nullptr);
  expect("END");
  bar_ends_ = outer;
  return make(ExprKind::case_of, first, std::move(kids));
}

/// `[x IN list WHERE condition | value]`
ExprPtr Parser::comprehension() {
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, true);
  take();
  const Name item = name("a name");
  take();
  std::vector<ExprPtr> kids;
  kids.push_back(expression());
  kids.push_back(takes("WHERE") ? expression() : nullptr);
  kids.push_back(takes_sign("|") ? expression() : nullptr);
  expect_sign("]");
  bar_ends_ = outer;
  ExprPtr expr = make(ExprKind::comprehension, first, std::move(kids));
  expr->name = item;
  return expr;
}

/// `all(x IN list WHERE condition)`
ExprPtr Parser::quantified_test() {
  const std::size_t first = at_;
  const std::string which = take().text;
  const bool outer = std::exchange(bar_ends_, false);
  take();
  const Name item = name("a name");
  take();
  std::vector<ExprPtr> kids;
  kids.push_back(expression());
  if (!takes("WHERE"))
    refuse_here("WHERE", "write " + which + "(" + item.text + " IN list WHERE condition)");
  kids.push_back(expression());
  expect_sign(")");
  bar_ends_ = outer;
  ExprPtr expr = make(ExprKind::quantifier, first, std::move(kids));
  expr->name = item;
  for (const std::string_view known : {"all", "any", "none", "single"})
    if (is_word(which, known)) expr->text = known;
  return expr;
}

}  // namespace entente::query
