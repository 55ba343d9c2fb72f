// Edges, how often they are walked, and the bounds of that.

#include <charconv>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {

Link Parser::edge() {
  const std::size_t first = at_;
  Link link;
  EdgePattern edge;
  const bool to_left = takes_sign("<");
  expect_sign("-");
  if (takes_sign("[")) {
    edge_detail(edge);
    if (!sees_sign("]"))
      refuse_here("']'", sees_name() ? "a type begins with a colon: [:" + peek().text + "]" : "");
    take();
  }
  if (!takes_sign("-"))
    refuse_syntax(text_, "InvalidRelationshipPattern", since(first).to(peek().where),
                  "an edge ends with a dash", "write --, -->, <-- or -[:TYPE]->");
  const bool to_right = takes_sign(">");
  edge.direction = to_left == to_right ? Direction::either
                   : to_right          ? Direction::right
                                       : Direction::left;
  if (begins_quantifier()) {
    if (edge.is_variable)
      refuse(peek().where, "an edge with * has its bounds already", "write one of the two");
    edge.is_variable = true;
    edge.repeats = quantifier();
  }
  link.span = since(first);
  link.edge = std::move(edge);
  return link;
}

void Parser::edge_detail(EdgePattern& edge) {
  if (!sees("WHERE") && sees_name()) edge.name = name("a name");
  const auto one_type = [&] {
    if (sees_sign("!") || sees_sign("%") || sees_sign("("))
      refuse_unsupported(
          peek().where, "'" + peek().text + "' among types",
          "name the types, with | between them; WHERE type(r) <> 'T' leaves one out");
    return symbol("a type");
  };
  if (takes_sign(":")) {
    edge.types.push_back(one_type());
    if (sees_sign(":") || sees_sign("&"))
      refuse_syntax(text_, "UnexpectedSyntax", peek().where, "an edge has exactly one type",
                    "write | between types of which one is enough");
    while (takes_sign("|")) {
      takes_sign(":");
      edge.types.push_back(one_type());
    }
  }
  if (sees_sign(".."))
    refuse_syntax(text_, "InvalidRelationshipPattern", peek().where,
                  "bounds stand behind an asterisk", "write *1..3");
  if (sees_sign("*")) range(edge);
  if (sees_sign("{")) edge.map = map();
  if (peek().kind == TokenKind::parameter && edge.is_variable && !edge.map)
    refuse_unsupported(peek().where, "a parameter as a bound", "write the number: *1..3");
  if (peek().kind == TokenKind::parameter)
    refuse_syntax(text_, "InvalidParameterUse", peek().where,
                  "a parameter cannot be the properties of a pattern",
                  "write {name: $name}, each property on its own");
  if (takes("WHERE")) edge.where = expression();
}

/// `*`, `*2`, `*1..3`, `*..3`, `*1..`
void Parser::range(EdgePattern& edge) {
  const Span star = take().where;
  edge.is_variable = true;
  edge.repeats = {1, unbounded};
  if (sees_sign("-"))
    refuse_syntax(text_, "InvalidRelationshipPattern", star.to(peek(1).where),
                  "an edge is walked no fewer than 0 times", "write *0..");
  const bool has_least = peek().kind == TokenKind::integer;
  if (has_least) edge.repeats.least = bound();
  if (takes_sign("..")) {
    if (peek().kind == TokenKind::integer) edge.repeats.most = bound();
  } else if (has_least) {
    edge.repeats.most = edge.repeats.least;
  }
  if (peek().kind == TokenKind::real)
    refuse_syntax(text_, "InvalidRelationshipPattern", peek().where,
                  "bounds are whole numbers with two points between them", "write *1..3");
}

std::int64_t Parser::bound() {
  const Token& token = take();
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), number);
  if (error != std::errc{} || end != token.text.data() + token.text.size())
    refuse(token.where, "a bound is a whole number that fits 64 bits", "write *1..3");
  return number;
}

bool Parser::begins_quantifier() const {
  if (sees_sign("+") || sees_sign("*")) return true;
  return sees_sign("{") && (peek(1).kind == TokenKind::integer || sees_sign(",", 1));
}

Repeats Parser::quantifier() {
  if (takes_sign("+")) return {1, unbounded};
  if (takes_sign("*")) return {0, unbounded};
  const std::size_t first = at_;
  expect_sign("{");
  Repeats repeats{0, unbounded};
  const bool has_least = peek().kind == TokenKind::integer;
  if (has_least) repeats.least = bound();
  if (takes_sign(",")) {
    if (peek().kind == TokenKind::integer) repeats.most = bound();
  } else {
    repeats.most = repeats.least;
  }
  expect_sign("}");
  if (repeats.most < repeats.least)
    refuse(since(first), "the upper bound lies below the lower one",
           "write {" + std::to_string(repeats.most) + "," + std::to_string(repeats.least) + "}");
  return repeats;
}

}  // namespace entente::query
