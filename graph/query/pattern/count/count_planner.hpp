#pragma once

/// Chooses how matches are counted: which nodes are leaves, and in which order the rest is
/// enumerated.

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "query/pattern/count/count_patterns.hpp"
#include "query/pattern/count/count_plan.hpp"

namespace entente::query {

class CountPlanner {
 public:
  CountPlanner(CountPatterns patterns, const Store& store)
      : patterns_(std::move(patterns)),
        store_(store),
        is_leaf_(patterns_.nodes.size(), 0),
        is_known_(patterns_.nodes.size(), 0),
        is_done_(patterns_.edges.size(), 0) {}

  std::unique_ptr<CountPlan> all(std::size_t clauses);

 private:
  // Leaves.
  void choose_leaves();
  /// The one leaf at the same node that may use the same edge, if neither has other rivals or
  /// tests.
  [[nodiscard]] std::optional<std::size_t> twin_of(const CountLeaf& leaf) const;
  [[nodiscard]] bool is_tested(std::size_t node) const;
  /// Whether a leaf has nothing to do with those chosen so far.
  [[nodiscard]] bool stands_apart(const CountLeaf& leaf) const;
  void complete(CountLeaf& leaf) const;

  // What is enumerated.
  void enumerate();
  void set_rivals();
  bool close();
  bool expand();
  bool scan();
  /// What can be asked now is asked at the last step.
  void place();
  /// Two steps over a node that nothing reads become one where they start again and again from the
  /// same node: what they reach is found once.
  void join_steps();
  [[nodiscard]] bool continues(const std::vector<CountStep>& before, const CountStep& step,
                               const std::vector<std::size_t>& known_since) const;
  [[nodiscard]] std::size_t origin(const CountStep& step) const;

  // The graph.
  [[nodiscard]] std::vector<std::size_t> edges_at(std::size_t node) const;
  [[nodiscard]] std::size_t candidates_of(std::size_t node) const;
  /// How many nodes an edge leads to from one of its ends, on average.
  [[nodiscard]] double branching(const CountedEdge& edge, std::size_t from) const;
  [[nodiscard]] bool are_rivals(std::size_t a, std::size_t b) const;

  CountPatterns patterns_;
  const Store& store_;
  CountPlan plan_;
  std::vector<std::uint8_t> is_leaf_;
  std::vector<std::uint8_t> is_known_;
  std::vector<std::uint8_t> is_done_;
};

/// Whether an edge may fit both.
[[nodiscard]] bool may_be_one(const EdgePattern& a, const EdgePattern& b);

}  // namespace entente::query
