// Two edges at a time: what they reach from a node is found once, for as long as the node is known.

#include "query/pattern/count/count_arcs.hpp"

namespace entente::query {
namespace {

constexpr std::size_t most_kept = std::size_t{1} << 16;

}  // namespace

template <typename Visit>
bool Counter::each_reached(std::size_t index, std::uint32_t from, Visit visit) {
  const CountStep& here = plan_.steps[index];
  const CountStep::Passed& through = *here.through;
  const CountedEdge& first = plan_.edges[through.edge];
  const CountedEdge& second = plan_.edges[here.edge];
  const auto go_on = [&](std::uint32_t number, std::uint32_t passed) {
    work_.step();
    if (tallies_[index]) ++tallies_[index]->edges;
    if (!accepts(through.node, passed)) return true;
    const Judged near = judge(first, number);
    if (near.verdict == Verdict::no) return true;
    return each_arc(
        *second.pattern, here.reversed, passed, std::nullopt,
        [&](std::uint32_t last, std::uint32_t end) {
          work_.step();
          if (tallies_[index]) ++tallies_[index]->edges;
          if (!accepts(here.node, end)) return true;
          const Judged far = judge(second, last);
          if (far.verdict == Verdict::no) return true;
          const Judged both{std::min(near.verdict, far.verdict), graver(near.why, far.why)};
          return visit(Reached{number, passed, last, end, both});
        });
  };
  return each_arc(*first.pattern, through.reversed, from, std::nullopt, go_on);
}

void Counter::keep_chain(std::size_t index, std::uint32_t from) {
  Chain& chain = chains_[index];
  chain.from = from;
  chain.reached.clear();
  chain.is_kept = each_reached(index, from, [&](const Reached& each) {
    if (chain.reached.size() == most_kept) return false;
    chain.reached.push_back(each);
    return true;
  });
  const std::size_t size = chain.reached.size();
  if (size <= chain.most) return;
  work_.hold(static_cast<std::int64_t>((size - chain.most) * sizeof(Reached)));
  chain.most = size;
}

bool Counter::walk_two(std::size_t index) {
  const CountStep& here = plan_.steps[index];
  const CountStep::Passed& through = *here.through;
  const CountedEdge& first = plan_.edges[through.edge];
  const std::uint32_t at = node_[through.reversed ? first.right : first.left];
  const CountedNode& wanted = plan_.nodes[here.node];
  const Slot slot = plan_.edges[here.edge].pattern->name.slot;
  if (chains_[index].from != at) keep_chain(index, at);
  const Chain& chain = chains_[index];
  set_guards(index, chain.reached.size());
  const auto visit = [&](const Reached& each) {
    if (is_guarded(index, each.end)) return true;
    if (wanted.is_read) row_->values[wanted.slot] = Value(Node{each.end});
    if (slot != no_slot) row_->values[slot] = Value(Edge{each.second});
    const Doubt before = row_->doubt;
    if (each.judged.verdict == Verdict::maybe) row_->doubt.add(each.judged.why);
    edge_[through.edge] = each.first;
    edge_[here.edge] = each.second;
    node_[through.node] = each.passed;
    const bool more = enter_node(index, each.end);
    edge_[through.edge] = edge_[here.edge] = unknown_edge;
    row_->doubt = before;
    return more;
  };
  if (!chain.is_kept) return each_reached(index, at, visit);
  for (const Reached& each : chain.reached) {
    work_.step();
    if (!visit(each)) return false;
  }
  return true;
}

}  // namespace entente::query
