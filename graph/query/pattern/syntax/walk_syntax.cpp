#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {

void SyntaxVisitor::walk(Query& query) {
  for (PeriodTerm& term : query.period.terms) walk(term.date);
  for (Single& part : query.parts) walk(part);
}

void SyntaxVisitor::walk(Single& single) {
  for (Clause& clause : single.clauses) {
    if (clause.match) walk(*clause.match);
    if (clause.unwind) walk(clause.unwind->list);
    if (clause.with) {
      walk(clause.with->body);
      walk(clause.with->where);
    }
  }
  if (single.body) walk(*single.body);
}

void SyntaxVisitor::walk(Match& match) {
  visit(match);
  for (PathPattern& path : match.paths) walk(path.chain);
  for (PeriodTerm& term : match.period.terms) walk(term.date);
  walk(match.where);
}

void SyntaxVisitor::walk(Chain& chain) {
  for (NodePattern& node : chain.nodes) {
    visit(node);
    walk(node.map);
    walk(node.where);
  }
  for (Link& link : chain.links) {
    if (link.edge) {
      visit(*link.edge);
      walk(link.edge->map);
      walk(link.edge->where);
    } else {
      visit(*link.group);
      walk(*link.group->chain);
      walk(link.group->where);
    }
  }
}

void SyntaxVisitor::walk(Body& body) {
  for (Item& item : body.items) walk(item.value);
  for (SortItem& sort : body.order) walk(sort.value);
  walk(body.skip);
  walk(body.limit);
}

void SyntaxVisitor::walk(const ExprPtr& expr) {
  if (!expr) return;
  visit(*expr);
  for (const ExprPtr& kid : expr->kids) walk(kid);
  if (expr->query) walk(*expr->query);
}

}  // namespace entente::query
