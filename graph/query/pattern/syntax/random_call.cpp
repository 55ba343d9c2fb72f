// Calls of rand(): where conditions move to the place at which they can be asked first, and where
// values are summed up, they would not mean what is written.

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/binder.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

class RandomFinder : public SyntaxVisitor {
 public:
  void visit(Expr& expr) override {
    const bool is_random = expr.kind == ExprKind::call && expr.function != nullptr &&
                           expr.function->name == random_function;
    if (is_random && found == nullptr) found = &expr;
  }
  using SyntaxVisitor::visit;

  const Expr* found = nullptr;
};

}  // namespace

const Expr* random_call(Match& match) {
  RandomFinder finder;
  finder.walk(match);
  return finder.found;
}

const Expr* random_call(const ExprPtr& expr) {
  RandomFinder finder;
  finder.walk(expr);
  return finder.found;
}

}  // namespace entente::query
