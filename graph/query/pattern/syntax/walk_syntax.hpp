#pragma once

/// Visits every expression and pattern of a query, however deep.

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

class SyntaxVisitor {
 public:
  virtual ~SyntaxVisitor() = default;
  virtual void visit(Expr&) {}
  virtual void visit(NodePattern&) {}
  virtual void visit(EdgePattern&) {}
  virtual void visit(Match&) {}
  virtual void visit(GroupPattern&) {}

  void walk(Query& query);
  void walk(Single& single);
  void walk(Match& match);
  void walk(Chain& chain);
  void walk(Body& body);
  void walk(const ExprPtr& expr);
};

}  // namespace entente::query
