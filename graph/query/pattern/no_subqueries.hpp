#pragma once

#include "query/pattern/evaluator.hpp"

namespace entente::query {

/// For expressions that hold no queries.
class NoSubqueries : public Subqueries {
 public:
  void each_row(const Single&, Row&, const Take&) override {}
  void tick(const Expr&, std::size_t) override {}
  Judged judge(Edge, PeriodKind, const std::string&, const Expr&) override { return {}; }
  [[nodiscard]] const Viewpoint* viewpoint(const Knowledge&) override { return nullptr; }
  [[nodiscard]] Selection selection(const Knowledge&) override { return {}; }
};

}  // namespace entente::query
