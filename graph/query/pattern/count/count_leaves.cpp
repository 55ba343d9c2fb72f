// Which nodes are counted instead of enumerated.

#include <algorithm>
#include <limits>

#include "query/pattern/count/count_planner.hpp"

namespace entente::query {

void CountPlanner::choose_leaves() {
  struct Choice {
    double weight;
    CountLeaf leaf;
  };
  std::vector<Choice> choices;
  for (std::size_t node = 0; node < patterns_.nodes.size(); ++node) {
    if (patterns_.nodes[node].is_read) continue;
    const auto edges = edges_at(node);
    if (edges.empty() && !is_tested(node)) {
      choices.push_back({std::numeric_limits<double>::max(), {.node = node, .hangs = false}});
      continue;
    }
    if (edges.size() != 1) continue;
    const CountedEdge& edge = patterns_.edges[edges[0]];
    if (edge.is_read || edge.left == edge.right) continue;
    const bool is_left = edge.left == node;
    const std::size_t at = is_left ? edge.right : edge.left;
    choices.push_back(
        {branching(edge, at), {.node = node, .edge = edges[0], .at = at, .reversed = is_left}});
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.weight > b.weight; });
  for (Choice& choice : choices) {
    if (!stands_apart(choice.leaf)) choice.leaf.twin = twin_of(choice.leaf);
    if (!choice.leaf.twin && !stands_apart(choice.leaf)) continue;
    is_leaf_[choice.leaf.node] = 1;
    if (choice.leaf.hangs) is_done_[choice.leaf.edge] = 1;
    plan_.leaves.push_back(choice.leaf);
  }
}

/// The one leaf at the same node that may use the same edge, if neither has other rivals or
/// tests.
std::optional<std::size_t> CountPlanner::twin_of(const CountLeaf& leaf) const {
  const auto is_bare = [&](const CountLeaf& each, const CountLeaf& other) {
    if (is_tested(each.node) || each.twin) return false;
    for (std::size_t e = 0; e < patterns_.edges.size(); ++e)
      if (e != each.edge && e != other.edge && are_rivals(e, each.edge)) return false;
    return true;
  };
  for (std::size_t i = 0; i < plan_.leaves.size(); ++i) {
    const CountLeaf& other = plan_.leaves[i];
    if (other.hangs && other.at == leaf.at && is_leaf_[leaf.at] == 0 && is_bare(leaf, other) &&
        is_bare(other, leaf))
      return i;
  }
  return std::nullopt;
}

bool CountPlanner::is_tested(std::size_t node) const {
  return std::ranges::any_of(
      patterns_.tests, [&](const PairTest& test) { return test.a == node || test.b == node; });
}

/// Whether a leaf has nothing to do with those chosen so far.
bool CountPlanner::stands_apart(const CountLeaf& leaf) const {
  if (!leaf.hangs) return true;
  if (is_leaf_[leaf.at] != 0) return false;
  for (const PairTest& test : patterns_.tests)
    if ((test.a == leaf.node && is_leaf_[test.b] != 0) ||
        (test.b == leaf.node && is_leaf_[test.a] != 0))
      return false;
  return std::ranges::none_of(plan_.leaves, [&](const CountLeaf& other) {
    if (!other.hangs) return false;
    const CountedEdge& a = patterns_.edges[leaf.edge];
    const CountedEdge& b = patterns_.edges[other.edge];
    return a.clause == b.clause && may_be_one(*a.pattern, *b.pattern);
  });
}

void CountPlanner::complete(CountLeaf& leaf) const {
  if (!leaf.hangs) return;
  for (const PairTest& test : patterns_.tests)
    if (test.a == leaf.node || test.b == leaf.node) leaf.tests.push_back(test);
  const CountedEdge& own = patterns_.edges[leaf.edge];
  for (const CountStep& step : plan_.steps) {
    if (step.kind == CountStep::Kind::scan) continue;
    const CountedEdge& other = patterns_.edges[step.edge];
    if (other.clause == own.clause && may_be_one(*own.pattern, *other.pattern))
      leaf.rivals.push_back(step.edge);
  }
}

}  // namespace entente::query
