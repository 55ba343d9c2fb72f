#pragma once

/// Arcs of a pattern at a node, without any call behind a pointer.

#include <algorithm>

#include "query/pattern/count/counter.hpp"

namespace entente::query {

template <typename Visit>
bool Counter::arcs_of(std::span<const Arc> arcs, const EdgePattern& edge,
                      std::optional<std::uint32_t> target, bool only_symmetric, bool skips_loops,
                      std::uint32_t at, Visit visit) const {
  const auto take = [&](const Arc& arc) {
    if (only_symmetric && !store_.is_symmetric(arc.type)) return true;
    if (skips_loops && arc.other == at) return true;
    return visit(arc.edge, arc.other);
  };
  if (edge.types.empty()) {
    for (const Arc& arc : arcs)
      if ((!target || arc.other == *target) && !take(arc)) return false;
    return true;
  }
  for (const std::uint32_t type : edge.type_numbers) {
    if (only_symmetric && !store_.is_symmetric(type)) continue;
    const std::uint32_t other = target.value_or(0);
    const auto first = std::lower_bound(
        arcs.begin(), arcs.end(), std::pair(type, other), [](const Arc& arc, const auto& key) {
          return arc.type != key.first ? arc.type < key.first : arc.other < key.second;
        });
    for (auto arc = first; arc != arcs.end() && arc->type == type; ++arc) {
      if (target && arc->other != other) break;
      if (!take(*arc)) return false;
    }
  }
  return true;
}

/// Edges of symmetric types have no direction: they are walked either way.
template <typename Visit>
bool Counter::each_arc(const EdgePattern& edge, bool reversed, std::uint32_t at,
                       std::optional<std::uint32_t> target, Visit visit) const {
  const Node node{at};
  const bool both = edge.direction == Direction::either;
  const bool out = both || (edge.direction == Direction::right) != reversed;
  const bool in = both || !out;
  if (out && !arcs_of(store_.out(node), edge, target, false, false, at, visit)) return false;
  if (in && !arcs_of(store_.in(node), edge, target, false, both, at, visit)) return false;
  if (both || !store_.has_symmetric_types()) return true;
  return arcs_of(out ? store_.in(node) : store_.out(node), edge, target, true, true, at, visit);
}

/// Those that no condition and no edge used elsewhere forbids.
template <typename Visit>
void Counter::each_allowed(std::size_t leaf, std::uint32_t at, Visit visit) {
  const CountLeaf& plan = plan_.leaves[leaf];
  const CountedEdge& edge = plan_.edges[plan.edge];
  std::vector<Fence>& fences = leaf_fences_[leaf];
  for (std::size_t i = 0; i < plan.tests.size(); ++i) {
    const PairTest& test = plan.tests[i];
    if (!test.edge) continue;
    const bool is_left = test.a == plan.node;
    const std::uint32_t known = node_[is_left ? test.b : test.a];
    fences[i].is_used = degree(known) <= 8 * degree(at) + 64;
    if (fences[i].is_used) fence(fences[i], *test.edge, is_left, known);
  }
  each_arc(*edge.pattern, plan.reversed, at, std::nullopt,
           [&](std::uint32_t number, std::uint32_t other) {
             work_.tick();
             for (const std::size_t rival : plan.rivals)
               if (edge_[rival] == number) return true;
             if (!accepts_leaf(leaf, other)) return true;
             for (std::size_t i = 0; i < plan.tests.size(); ++i) {
               const PairTest& test = plan.tests[i];
               const bool is_left = test.a == plan.node;
               const std::uint32_t known = node_[is_left ? test.b : test.a];
               const bool fits = !test.edge          ? other != known
                                 : fences[i].is_used ? fences[i].holds(other) != test.negated
                                                     : holds(test, is_left ? other : known,
                                                             is_left ? known : other);
               if (!fits) return true;
             }
             const Judged judged = judge(edge, number);
             if (judged.verdict != Verdict::no) visit(number, other, judged);
             return true;
           });
}

}  // namespace entente::query
