// The steps of the parser that look at single tokens, and its words of refusal.

#include <algorithm>
#include <array>

#include <entente/text/edit_distance.hpp>
#include <entente/text/width.hpp>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {
namespace {

/// Words that name no variable unless in backticks.
constexpr std::array<std::string_view, 34> reserved = {
    "MATCH",  "OPTIONAL", "RETURN",   "WITH",   "WHERE", "UNWIND", "UNION", "ORDER", "BY",
    "SKIP",   "LIMIT",    "AS",       "AND",    "OR",    "XOR",    "NOT",   "IN",    "IS",
    "STARTS", "ENDS",     "CONTAINS", "CASE",   "WHEN",  "THEN",   "ELSE",  "END",   "DISTINCT",
    "NULL",   "TRUE",     "FALSE",    "CREATE", "MERGE", "DELETE", "SET"};

bool is_reserved(const Token& token) {
  return token.kind == TokenKind::word &&
         std::ranges::any_of(reserved, [&](auto word) { return is_word(token.text, word); });
}

/// What to write where nothing better is known.
std::string usual_hint(std::string_view wanted) {
  if (wanted == "a value") return "a value is a number, a 'text', a name, a list, a map or a call";
  if (wanted == "a pattern") return "a node stands in brackets: (n)";
  if (wanted == "the end of the query")
    return "a comma stands between columns, AS before the name of one";
  if (wanted == "MATCH, UNWIND, WITH or RETURN" || wanted == "another clause or RETURN")
    return "write RETURN and what the answer shall hold";
  const bool is_name = wanted.starts_with("a ") || wanted.starts_with("the ");
  if (is_name) return "write " + std::string(wanted);
  return "write " + std::string(wanted) + " here";
}

constexpr std::size_t most_levels = 400;
constexpr std::uint32_t most_depth = 1000;

}  // namespace

bool Parser::sees(std::string_view upper_case, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::word && is_word(token.text, upper_case);
}

bool Parser::sees_sign(std::string_view sign, std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::sign && token.text == sign;
}

bool Parser::sees_name(std::size_t ahead) const {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::quoted || (token.kind == TokenKind::word && !is_reserved(token));
}

bool Parser::takes(std::string_view upper_case) {
  if (!sees(upper_case)) return false;
  take();
  return true;
}

bool Parser::takes_sign(std::string_view sign) {
  if (!sees_sign(sign)) return false;
  take();
  return true;
}

void Parser::expect(std::string_view upper_case) {
  if (takes(upper_case)) return;
  refuse_here(upper_case, suggestion({upper_case}));
}

Span Parser::expect_sign(std::string_view sign, std::string_view hint) {
  if (!sees_sign(sign)) refuse_here("'" + std::string(sign) + "'", std::string(hint));
  return take().where;
}

Name Parser::name(std::string_view what) {
  if (!sees_name())
    refuse_here(what, is_reserved(peek())
                          ? "a name that is a word of the language stands in backticks: `" +
                                peek().text + "`"
                          : "");
  const Token& token = take();
  return {.text = token.text, .where = token.where};
}

Name Parser::symbol(std::string_view what) {
  if (peek().kind != TokenKind::word && peek().kind != TokenKind::quoted) refuse_here(what);
  const Token& token = take();
  return {.text = token.text, .where = token.where};
}

Span Parser::since(std::size_t first_token) const {
  const std::size_t last = std::max(at_, first_token + 1) - 1;
  return tokens_[first_token].where.to(tokens_[last].where);
}

std::string Parser::words_of(Span span) const {
  return std::string(text_.substr(span.begin, span.end - span.begin));
}

void Parser::refuse(Span where, std::string message, std::string hint) const {
  refuse_syntax(text_, "UnexpectedSyntax", where, std::move(message), std::move(hint));
}

void Parser::refuse_unsupported(Span where, std::string construct, std::string hint) const {
  refuse_syntax(text_, "UnsupportedFeature", where,
                std::move(construct) + " is not part of these queries", std::move(hint));
}

void Parser::refuse_here(std::string_view wanted, std::string hint) const {
  if (hint.empty()) hint = usual_hint(wanted);
  const Token& token = peek();
  constexpr std::size_t most_columns = 60;
  const std::string found =
      token.kind == TokenKind::end
          ? "the end of the query"
          : "'" + truncate_to_width(words_of(token.where), most_columns) + "'";
  refuse(token.where, "here should stand " + std::string(wanted) + ", not " + found,
         std::move(hint));
}

std::string Parser::suggestion(std::initializer_list<std::string_view> known) const {
  if (peek().kind != TokenKind::word) return {};
  const auto best = nearest(peek().text, known);
  return best ? "did you mean " + *best + "?" : "";
}

Parser::Level::Level(Parser& parser) : parser_(parser) {
  if (++parser_.level_ > most_levels) parser_.refuse_syntax_depth();
}

void Parser::check_depth(const Expr& expr) const {
  if (expr.depth > most_depth)
    refuse_syntax(text_, "TooDeep", expr.span,
                  "an expression has at most " + std::to_string(most_depth) + " levels",
                  "split it with WITH");
}

void Parser::refuse_syntax_depth() const {
  refuse_syntax(text_, "TooDeep", peek().where,
                "brackets and subqueries nest at most " + std::to_string(most_levels) + " deep",
                "split the query with WITH");
}

}  // namespace entente::query
