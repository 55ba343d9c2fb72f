#pragma once

/// The nodes, edges and conditions of some MATCH clauses, gathered for counting.

#include <optional>
#include <unordered_map>

#include "query/pattern/count/count_plan.hpp"

namespace entente::query {

/// A condition, and the nodes and edges that it reads.
struct CountCondition {
  const Expr* expr = nullptr;
  std::vector<std::size_t> nodes = {};
  std::vector<std::size_t> edges = {};
};

/// What the planner needs to know of the patterns.
class CountPatterns {
 public:
  /// Whether the clauses can be counted; then the members are filled.
  [[nodiscard]] bool gather(const Single& query, std::size_t clauses, const Body& body);

  std::vector<CountedNode> nodes;
  std::vector<CountedEdge> edges;
  std::vector<CountCondition> conditions;
  std::vector<PairTest> tests;

 private:
  [[nodiscard]] bool gather(const Match& match, std::size_t clause);
  [[nodiscard]] std::optional<std::size_t> node(const NodePattern& pattern);
  [[nodiscard]] bool own_conditions(std::size_t node, const NodePattern& pattern);
  [[nodiscard]] bool condition(const Expr& expr);
  [[nodiscard]] std::optional<PairTest> pair_test(const Expr& expr, bool negated) const;
  [[nodiscard]] std::optional<PairTest> joined(const Expr& expr, bool negated) const;
  [[nodiscard]] std::optional<std::size_t> node_of(const Expr& expr) const;
  [[nodiscard]] bool reads(const Body& body);

  std::unordered_map<Slot, std::size_t> node_of_slot_;
  std::unordered_map<Slot, std::size_t> edge_of_slot_;
};

}  // namespace entente::query
