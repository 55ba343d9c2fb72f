// Leaves: how many hang on a node is counted once; what a row forbids of them is taken off.

#include "query/pattern/count/count_arcs.hpp"

namespace entente::query {

bool Counter::accepts_leaf(std::size_t leaf, std::uint32_t node) {
  const std::size_t number = plan_.leaves[leaf].node;
  if (!plan_.nodes[number].has_filters) return accepts(number, node);
  std::vector<std::uint8_t>& known = leaves_[leaf].accepted;
  if (known.empty()) known.assign(store_.node_count(), 0);
  if (known[node] == 0) known[node] = accepts(number, node) ? 1 : 2;
  return known[node] == 1;
}

const Counter::Total& Counter::total(std::size_t leaf, std::uint32_t at) {
  std::vector<Total>& totals = leaves_[leaf].totals;
  const CountLeaf& plan = plan_.leaves[leaf];
  if (totals.empty()) {
    totals.resize(plan.hangs ? store_.node_count() : 1);
    work_.hold(static_cast<std::int64_t>(totals.size() * sizeof(Total)));
  }
  Total& total = totals[plan.hangs ? at : 0];
  if (total.count >= 0) return total;
  total.count = 0;
  if (!plan.hangs) {
    for (std::uint32_t node = 0; node < store_.node_count(); ++node) {
      work_.tick();
      total.count += accepts_leaf(leaf, node) ? 1 : 0;
    }
    return total;
  }
  const CountedEdge& edge = plan_.edges[plan.edge];
  each_arc(*edge.pattern, plan.reversed, at, std::nullopt,
           [&](std::uint32_t number, std::uint32_t other) {
             work_.step();
             if (!accepts_leaf(leaf, other)) return true;
             const Judged judged = judge(edge, number);
             if (judged.verdict == Verdict::no) return true;
             ++total.count;
             if (judged.verdict != Verdict::maybe) return true;
             total.possible = true;
             total.why = graver(total.why, judged.why);
             return true;
           });
  return total;
}

std::int64_t Counter::leaf_count(std::size_t leaf, Doubt& doubt) {
  const CountLeaf& plan = plan_.leaves[leaf];
  const std::uint32_t at = plan.hangs ? node_[plan.at] : 0;
  const Total& all = total(leaf, at);
  if (all.count == 0) return 0;
  const bool is_joined =
      std::ranges::any_of(plan.tests, [](const PairTest& test) { return test.edge != nullptr; });
  const bool is_bare = plan.rivals.empty() && plan.tests.empty();
  if (!is_joined && (is_bare || !all.possible)) {
    if (all.possible) doubt.add(all.why);
    return is_bare ? all.count : all.count - forbidden(leaf, at);
  }
  std::int64_t count = 0;
  Doubt met;
  each_allowed(leaf, at, [&](std::uint32_t, std::uint32_t, const Judged& judged) {
    ++count;
    if (judged.verdict == Verdict::maybe) met.add(judged.why);
  });
  if (met.possible) doubt.add(met.why);
  return count;
}

std::int64_t Counter::shared_with_twin(std::size_t leaf, std::uint32_t at) {
  Total& all = leaves_[leaf].totals[at];
  if (all.shared >= 0) return all.shared;
  all.shared = 0;
  const CountLeaf& plan = plan_.leaves[leaf];
  const std::size_t twin = *plan.twin;
  const CountedEdge& edge = plan_.edges[plan.edge];
  const CountLeaf& other_plan = plan_.leaves[twin];
  const CountedEdge& other_edge = plan_.edges[other_plan.edge];
  each_arc(*edge.pattern, plan.reversed, at, std::nullopt,
           [&](std::uint32_t number, std::uint32_t other) {
             work_.tick();
             if (!accepts_leaf(leaf, other) || judge(edge, number).verdict == Verdict::no)
               return true;
             each_arc(*other_edge.pattern, other_plan.reversed, at, other,
                      [&](std::uint32_t each, std::uint32_t node) {
                        if (each == number && accepts_leaf(twin, node) &&
                            judge(other_edge, each).verdict != Verdict::no)
                          ++all.shared;
                        return true;
                      });
             return true;
           });
  return all.shared;
}

/// Of the arcs counted those that are walked elsewhere, or lead to a node that this one is not.
std::int64_t Counter::forbidden(std::size_t leaf, std::uint32_t at) {
  const CountLeaf& plan = plan_.leaves[leaf];
  const CountedEdge& edge = plan_.edges[plan.edge];
  std::int64_t count = 0;
  const auto counts = [&](std::uint32_t number, std::uint32_t other) {
    return accepts_leaf(leaf, other) && judge(edge, number).verdict != Verdict::no;
  };
  const auto is_unequal = [&](std::uint32_t other) {
    for (const PairTest& test : plan.tests)
      if (node_[test.a == plan.node ? test.b : test.a] == other) return true;
    return false;
  };
  for (std::size_t i = 0; i < plan.tests.size(); ++i) {
    const PairTest& test = plan.tests[i];
    const std::uint32_t other = node_[test.a == plan.node ? test.b : test.a];
    const auto seen_before = [&] {
      for (std::size_t j = 0; j < i; ++j)
        if (node_[plan.tests[j].a == plan.node ? plan.tests[j].b : plan.tests[j].a] == other)
          return true;
      return false;
    };
    if (seen_before()) continue;
    each_arc(*edge.pattern, plan.reversed, at, other,
             [&](std::uint32_t number, std::uint32_t node) {
               count += counts(number, node) ? 1 : 0;
               return true;
             });
  }
  // An edge walked elsewhere is met among the arcs to its other end.
  for (const std::size_t rival : plan.rivals) {
    const std::uint32_t number = edge_[rival];
    const auto from = static_cast<std::uint32_t>(store_.from(Edge{number}));
    const auto to = static_cast<std::uint32_t>(store_.to(Edge{number}));
    if (from != at && to != at) continue;
    const std::uint32_t other = from == at ? to : from;
    if (is_unequal(other)) continue;
    each_arc(*edge.pattern, plan.reversed, at, other, [&](std::uint32_t each, std::uint32_t node) {
      count += each == number && counts(each, node) ? 1 : 0;
      return true;
    });
  }
  return count;
}

void Counter::mark_leaf(std::size_t leaf) {
  const CountLeaf& plan = plan_.leaves[leaf];
  if (!plan.hangs) {
    Total& all = leaves_[leaf].totals[0];
    if (all.is_marked) return;
    all.is_marked = true;
    for (std::uint32_t node = 0; node < store_.node_count(); ++node)
      if (accepts_leaf(leaf, node)) (*mark_)(0xFFFFFFFF, node);
    return;
  }
  const std::uint32_t at = node_[plan.at];
  Total& all = leaves_[leaf].totals[at];
  if (all.is_marked) return;
  std::int64_t marked = 0;
  each_allowed(leaf, at, [&](std::uint32_t number, std::uint32_t other, const Judged&) {
    (*mark_)(number, other);
    ++marked;
  });
  all.is_marked = marked == all.count;
}

}  // namespace entente::query
