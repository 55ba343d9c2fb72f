// Patterns and queries inside expressions: comprehensions, tests, EXISTS and COUNT.

#include <utility>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {
namespace {

/// A query that consists of one pattern.
std::unique_ptr<Single> query_of(PathPattern path, Span span) {
  auto query = std::make_unique<Single>();
  query->span = span;
  Clause clause;
  clause.match.emplace();
  clause.match->paths.push_back(std::move(path));
  clause.match->span = span;
  clause.span = span;
  query->clauses.push_back(std::move(clause));
  return query;
}

}  // namespace

/// `[p = (a)-->(b) WHERE condition | value]`
ExprPtr Parser::pattern_list() {
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, true);
  take();
  PathPattern path;
  const std::size_t begin = at_;
  if (!sees_sign("(")) {
    path.name = name("the name of the path");
    take();
  }
  path.chain = chain(true);
  path.span = since(begin);
  if (path.chain.links.empty())
    refuse(path.span, "a pattern comprehension needs an edge", "write [(a)-->(b) | b.name]");
  const Span span = path.span;
  std::vector<ExprPtr> kids;
  kids.push_back(takes("WHERE") ? expression() : nullptr);
  expect_sign("|", "write [(a)-->(b) | b.name]");
  kids.push_back(expression());
  expect_sign("]");
  bar_ends_ = outer;
  ExprPtr expr = make(ExprKind::pattern_list, first, std::move(kids));
  expr->query = query_of(std::move(path), span);
  return expr;
}

/// `(a)-->(b)` as a condition.
ExprPtr Parser::pattern_test() {
  const std::size_t first = at_;
  PathPattern path;
  path.chain = chain(true);
  path.span = since(first);
  ExprPtr expr = make(ExprKind::pattern_test, first);
  expr->query = query_of(std::move(path), since(first));
  return expr;
}

/// `EXISTS { pattern WHERE … }` and `EXISTS { MATCH … RETURN … }`, and COUNT likewise.
ExprPtr Parser::subquery(ExprKind kind) {
  const Level level(*this);
  const std::size_t first = at_;
  const bool outer = std::exchange(bar_ends_, false);
  take();
  take();
  auto query = std::make_unique<Single>();
  const std::size_t begin = at_;
  refuse_foreign_clause();
  if (begins_clause()) {
    while (begins_clause() && !sees("RETURN")) query->clauses.push_back(clause());
    refuse_foreign_clause();
    if (takes("RETURN")) query->body = body();
    if (sees("UNION"))
      refuse_unsupported(peek().where, "UNION in a subquery", "write two, with OR");
  } else {
    Match match;
    do match.paths.push_back(path());
    while (takes_sign(","));
    match.span = since(begin);
    if (begins_period()) match.period = period();
    if (takes("WHERE")) match.where = expression();
    Clause clause;
    clause.match = std::move(match);
    clause.span = since(begin);
    query->clauses.push_back(std::move(clause));
  }
  query->span = since(begin);
  expect_sign("}");
  bar_ends_ = outer;
  ExprPtr expr = make(kind, first);
  expr->query = std::move(query);
  return expr;
}

}  // namespace entente::query
