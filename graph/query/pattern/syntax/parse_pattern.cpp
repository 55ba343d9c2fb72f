// Paths, searches, nodes and repeated parts.

#include <algorithm>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {

PathPattern Parser::path() {
  const std::size_t first = at_;
  PathPattern path;
  if (sees_name() && sees_sign("=", 1)) {
    path.name = name("the name of the path");
    take();
  }
  if (sees("shortestPath") || sees("allShortestPaths")) {
    path = shortest_call(std::move(path));
  } else {
    search(path);
    path.chain = chain(false);
  }
  path.span = since(first);
  return path;
}

void Parser::search(PathPattern& path) {
  if (sees_sign("(")) return;
  const std::size_t first = at_;
  if (takes("ANY")) {
    if (peek().kind == TokenKind::integer)
      refuse_unsupported(since(first).to(peek().where), "ANY k", "write SHORTEST k, or ANY");
    path.search = takes("SHORTEST") ? Search::any_shortest : Search::any;
  } else if (takes("ALL")) {
    expect("SHORTEST");
    path.search = Search::all_shortest;
  } else if (takes("SHORTEST")) {
    path.search = Search::shortest_k;
    if (peek().kind != TokenKind::integer)
      refuse_here("how many paths", "write SHORTEST 1, or ANY SHORTEST");
    path.count = bound();
    if (path.count < 1)
      refuse(since(first), "SHORTEST asks for at least one path", "write SHORTEST 1");
    if (sees("GROUP") || sees("GROUPS"))
      refuse_unsupported(peek().where, "SHORTEST k GROUPS", "write SHORTEST k or ALL SHORTEST");
  } else if (takes("ACYCLIC")) {
    path.search = Search::acyclic;
  } else if (sees("TRAIL")) {
    refuse_unsupported(peek().where, "TRAIL", "paths are trails anyway: leave it out");
  } else if (sees("WALK") || sees("SIMPLE")) {
    refuse_unsupported(peek().where, peek().text, "write ACYCLIC, or nothing for trails");
  } else if (sees("REPEATABLE")) {
    refuse_unsupported(peek().where, "REPEATABLE ELEMENTS",
                       "an edge is walked once in a MATCH: write several");
  } else if (sees("DIFFERENT")) {
    refuse_unsupported(peek().where, "DIFFERENT EDGES",
                       "an edge is walked once in a MATCH anyway: leave it out");
  } else {
    refuse_here("a pattern", suggestion({"ANY", "ANY SHORTEST", "ALL SHORTEST", "SHORTEST",
                                         "ACYCLIC", "shortestPath", "allShortestPaths"}));
  }
  for (const std::string_view word : {"ACYCLIC", "TRAIL", "WALK", "SIMPLE"})
    if (sees(word))
      refuse_unsupported(
          peek().where, std::string(word) + " behind another search",
          "write one search: ANY, ANY SHORTEST, ALL SHORTEST, SHORTEST k or ACYCLIC");
  if (sees("PATH") || sees("PATHS")) take();
}

PathPattern Parser::shortest_call(PathPattern path) {
  const std::size_t first = at_;
  path.search = sees("shortestPath") ? Search::any_shortest : Search::all_shortest;
  path.searches_by_where = true;
  const std::string word = take().text;
  expect_sign("(");
  path.chain = chain(true);
  expect_sign(")");
  if (path.chain.links.size() != 1 || !path.chain.links[0].edge)
    refuse_syntax(text_, "InvalidRelationshipPattern", since(first),
                  word + " takes two nodes and one edge between them",
                  "write ANY SHORTEST or ALL SHORTEST before longer patterns");
  const Repeats repeats = path.chain.links[0].edge->repeats;
  if (repeats.least > 1)
    refuse_syntax(text_, "InvalidRelationshipPattern", path.chain.links[0].span,
                  word + " takes paths from no or one edge on",
                  "write ANY SHORTEST before the pattern for other bounds");
  return path;
}

/// Inside an expression a `{` or a `+` behind an edge still quantifies it: nothing else could stand
/// there.
Chain Parser::chain(bool) {
  const Level level(*this);
  const std::size_t first = at_;
  Chain chain;
  if (sees_sign("(") && (sees_sign("(", 1))) {
    // A repeated part with nothing before it: any node.
    chain.nodes.emplace_back();
    chain.nodes.back().span = peek().where;
  } else {
    chain.nodes.push_back(node());
  }
  while (begins_link()) {
    if (sees_sign("(")) {
      chain.links.push_back(group());
      if (!sees_sign("(") || sees_sign("(", 1)) {
        chain.nodes.emplace_back();
        chain.nodes.back().span = chain.links.back().span;
        continue;
      }
    } else {
      chain.links.push_back(edge());
    }
    chain.nodes.push_back(node());
  }
  if (sees_sign("(") && chain.links.empty())
    refuse_here("an edge", "write --> between the nodes, or a comma between two patterns");
  chain.span = since(first);
  return chain;
}

/// A dash or an arrow, or a part in brackets.
bool Parser::begins_link() const {
  if (sees_sign("-") || (sees_sign("<") && sees_sign("-", 1))) return true;
  return sees_sign("(") && (sees_sign("(", 1));
}

NodePattern Parser::node() {
  const std::size_t first = at_;
  NodePattern node;
  expect_sign("(", "a node stands in brackets: (n)");
  if (!sees("WHERE") && sees_name()) node.name = name("a name");
  if (takes_sign(":"))
    node.labels = labels(true);
  else if (sees("IS") && peek(1).kind == TokenKind::word)
    refuse_unsupported(peek().where, "IS before a label", "write :" + peek(1).text);
  if (sees_sign("{")) node.map = map();
  if (peek().kind == TokenKind::parameter)
    refuse_syntax(text_, "InvalidParameterUse", peek().where,
                  "a parameter cannot be the properties of a pattern",
                  "write {name: $name}, each property on its own");
  if (takes("WHERE")) node.where = expression();
  if (!sees_sign(")"))
    refuse_here("')'", sees_name() ? "a label begins with a colon: (:" + peek().text + ")" : "");
  take();
  node.span = since(first);
  return node;
}

/// `A:B&C|D` behind the colon. `|` binds loosest.
Labels Parser::labels(bool takes_bar) {
  Labels labels;
  const auto one = [&] {
    if (sees_sign("!") || sees_sign("%") || sees_sign("("))
      refuse_unsupported(peek().where, "'" + peek().text + "' among labels",
                         "join labels by & (all of them) and | (one of them)");
    return symbol("a label");
  };
  labels.push_back({one()});
  for (;;) {
    if (takes_sign(":") || takes_sign("&")) {
      labels.back().push_back(one());
    } else if (takes_bar && sees_sign("|")) {
      take();
      takes_sign(":");
      labels.push_back({one()});
    } else {
      return labels;
    }
  }
}

/// `( chain WHERE … ) quantifier`
Link Parser::group() {
  const Level level(*this);
  const std::size_t first = at_;
  Link link;
  GroupPattern group;
  expect_sign("(");
  if (sees_name() && sees_sign("=", 1))
    refuse_unsupported(peek().where, "a path variable inside brackets",
                       "name the nodes and edges, or the whole path");
  group.chain = std::make_unique<Chain>(chain(false));
  if (takes("WHERE")) group.where = expression();
  if (sees_sign("|"))
    refuse_unsupported(peek().where, "a choice between patterns",
                       "write | between types or labels, or UNION between queries");
  expect_sign(")");
  if (!begins_quantifier())
    refuse_unsupported(since(first), "a part in brackets without a quantifier",
                       "write +, *, {n} or {n,m} behind it");
  group.repeats = quantifier();
  if (group.chain->links.empty())
    refuse(since(first), "what is repeated needs an edge", "write ((a)-->(b))+");
  for (const Link& inner : group.chain->links)
    if (inner.group)
      refuse_unsupported(inner.span, "a repeated part inside a repeated part",
                         "repeat one of the two only");
  link.span = since(first);
  link.group = std::move(group);
  return link;
}

/// How many tokens further the bracket closes that opens behind `ahead` tokens; none if it does
/// not.
std::optional<std::size_t> Parser::closing_bracket(std::size_t ahead) const {
  std::size_t depth = 0;
  for (++ahead; peek(ahead).kind != TokenKind::end; ++ahead) {
    if (sees_sign("(", ahead) || sees_sign("{", ahead) || sees_sign("[", ahead)) ++depth;
    if (sees_sign("}", ahead) || sees_sign("]", ahead)) depth -= depth > 0 ? 1 : 0;
    if (!sees_sign(")", ahead)) continue;
    if (depth == 0) return ahead;
    --depth;
  }
  return std::nullopt;
}

/// Whether brackets here are a repeated part of a pattern, or begin a chain.
bool Parser::begins_chain() const {
  if (!sees_sign("(") || !sees_sign("(", 1)) return begins_nodes(0);
  const auto close = begins_nodes(1) ? closing_bracket(0) : std::nullopt;
  return close &&
         (sees_sign("{", *close + 1) || sees_sign("+", *close + 1) || sees_sign("*", *close + 1));
}

/// Whether brackets that open behind `ahead` tokens are a node with an edge or a repeated part
/// behind it.
bool Parser::begins_nodes(std::size_t ahead) const {
  if (!sees_sign("(", ahead)) return false;
  ++ahead;
  if (sees_sign(")", ahead) || sees_sign(":", ahead) || sees_sign("{", ahead) || sees_name(ahead)) {
    const bool has_name = sees_name(ahead);
    if (has_name && !sees_sign(")", ahead + 1) && !sees_sign(":", ahead + 1) &&
        !sees_sign("{", ahead + 1) && !sees("WHERE", ahead + 1))
      return false;
    const auto close = closing_bracket(ahead - 1);
    if (!close) return false;
    ahead = *close;
    if (sees_sign("(", ahead + 1)) return sees_sign("(", ahead + 2);
    if (sees_sign("-", ahead + 1))
      return sees_sign("[", ahead + 2) ||
             (sees_sign("-", ahead + 2) &&
              (sees_sign(">", ahead + 3) || sees_sign("(", ahead + 3) ||
               sees_sign("*", ahead + 3) || sees_sign("{", ahead + 3) ||
               sees_sign("+", ahead + 3)));
    return sees_sign("<", ahead + 1) && sees_sign("-", ahead + 2) &&
           (sees_sign("[", ahead + 3) || sees_sign("-", ahead + 3));
  }
  return false;
}

}  // namespace entente::query
