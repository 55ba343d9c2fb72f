#include "query/pattern/match/match_conditions.hpp"

#include <algorithm>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

class SlotCollector : public SyntaxVisitor {
 public:
  explicit SlotCollector(std::unordered_set<Slot>& slots) : slots_(slots) {}
  void visit(Expr& expr) override {
    if (expr.kind == ExprKind::variable) slots_.insert(expr.name.slot);
    if (expr.result != no_slot) slots_.insert(expr.result);
  }
  void visit(NodePattern& node) override { add(node.name); }
  void visit(EdgePattern& edge) override { add(edge.name); }
  using SyntaxVisitor::visit;

 private:
  void add(const Name& name) {
    if (name.slot != no_slot) slots_.insert(name.slot);
  }
  std::unordered_set<Slot>& slots_;
};

/// The variable whose id an expression reads, as `a.id` or `id(a)` does.
Slot read_id(const Expr& expr) {
  const bool is_property = expr.kind == ExprKind::property && expr.text == "id";
  const bool is_call =
      expr.kind == ExprKind::call && expr.function != nullptr && expr.function->name == "id";
  if ((!is_property && !is_call) || expr.kids.size() != 1) return no_slot;
  return expr.kids[0]->kind == ExprKind::variable ? expr.kids[0]->name.slot : no_slot;
}

}  // namespace

void walk_expression(const Expr& expr, SyntaxVisitor& visitor) {
  // Visitors of an expression that is not theirs change nothing.
  auto& mutable_expr = const_cast<Expr&>(expr);
  visitor.visit(mutable_expr);
  for (const ExprPtr& kid : expr.kids) visitor.walk(kid);
  if (expr.query) visitor.walk(*expr.query);
}

void collect_slots(const Expr& expr, std::unordered_set<Slot>& slots) {
  SlotCollector collector(slots);
  walk_expression(expr, collector);
}

bool has_subquery(const Expr& expr) {
  return expr.query || std::ranges::any_of(
                           expr.kids, [](const ExprPtr& kid) { return kid && has_subquery(*kid); });
}

std::vector<const Expr*> conjuncts(const ExprPtr& where) {
  std::vector<const Expr*> all;
  if (!where) return all;
  if (where->kind != ExprKind::logical_and) return {where.get()};
  for (const ExprPtr& kid : where->kids) all.push_back(kid.get());
  return all;
}

void note_ids(const ExprPtr& where, std::map<Slot, const Expr*>& ids) {
  const auto is_constant = [](const Expr& expr) {
    return expr.kind == ExprKind::literal || expr.kind == ExprKind::parameter;
  };
  for (const Expr* condition : conjuncts(where)) {
    if (condition->kind != ExprKind::comparison || condition->operators.size() != 1 ||
        condition->operators[0] != Operator::equal)
      continue;
    for (std::size_t side = 0; side < 2; ++side) {
      const Slot slot = read_id(*condition->kids[side]);
      const Expr& other = *condition->kids[1 - side];
      if (slot != no_slot && is_constant(other)) ids.try_emplace(slot, &other);
    }
  }
}

}  // namespace entente::query
