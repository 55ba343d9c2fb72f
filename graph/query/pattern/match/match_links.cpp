// Links: one edge, an edge walked several times, a part of a pattern repeated.

#include <algorithm>

#include "query/pattern/match/group_run.hpp"

namespace entente::query {

/// Sorted by type and other end, so that both are found by halving.
bool Matcher::scan(std::span<const Arc> arcs, const EdgePattern& edge, std::optional<Node> target,
                   bool only_symmetric, bool skips_loops, Node at, TakeArc take) {
  const auto each = [&](std::span<const Arc> part) {
    for (const Arc& arc : part) {
      if (target && arc.other != static_cast<std::uint32_t>(*target)) continue;
      if (only_symmetric && !store_.is_symmetric(arc.type)) continue;
      if (skips_loops && arc.other == static_cast<std::uint32_t>(at)) continue;
      work_.step();
      if (tally_) ++tally_->edges;
      if (!take(arc.edge, Node{arc.other})) return false;
    }
    return true;
  };
  if (edge.types.empty()) return each(arcs);
  for (const std::uint32_t type : edge.type_numbers) {
    if (only_symmetric && !store_.is_symmetric(type)) continue;
    const std::uint32_t other = target ? static_cast<std::uint32_t>(*target) : 0;
    const auto first = std::lower_bound(
        arcs.begin(), arcs.end(), std::pair(type, other),
        [](const Arc& arc, const auto& key) { return std::pair(arc.type, arc.other) < key; });
    const auto last = std::find_if(first, arcs.end(), [&](const Arc& arc) {
      return arc.type != type || (target && arc.other != other);
    });
    if (!each(arcs.subspan(static_cast<std::size_t>(first - arcs.begin()),
                           static_cast<std::size_t>(last - first))))
      return false;
  }
  return true;
}

/// Edges of symmetric types have no direction: they are walked either way.
bool Matcher::each_arc(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
                       TakeArc take) {
  Way way = Way::both;
  if (edge.direction != Direction::either)
    way = (edge.direction == Direction::right) != reversed ? Way::out : Way::in;
  if (way != Way::in && !scan(store_.out(at), edge, target, false, false, at, take)) return false;
  if (way == Way::out)
    return !store_.has_symmetric_types() || scan(store_.in(at), edge, target, true, true, at, take);
  if (!scan(store_.in(at), edge, target, false, way == Way::both, at, take)) return false;
  return way == Way::both || !store_.has_symmetric_types() ||
         scan(store_.out(at), edge, target, true, true, at, take);
}

bool Matcher::fits(const EdgePattern& edge, Edge number, Slot slot, bool map_now, bool where_now) {
  if (slot != no_slot) row_->values[slot] = Value(number);
  if (edge.map && map_now && !evaluator_.fits(*edge.map, Value(number), *row_)) return false;
  return !edge.where || !where_now || passes(*edge.where);
}

bool Matcher::single(const EdgePattern& edge, const ElementPlan& plan, Node at, bool reversed,
                     std::optional<Node> target, Trace& trace, Next next) {
  std::optional<Edge> known;
  if (edge.name.is_bound) known = *row_->values[edge.name.slot].edge();
  const Slot slot = edge.name.is_bound ? no_slot : edge.name.slot;
  const auto take = [&](std::uint32_t number, Node other) {
    if (known && *known != Edge{number}) return true;
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (enter(number, other)) {
      if (fits(edge, Edge{number}, slot, plan.map_now, plan.where_now)) {
        trace.edges.push_back(Edge{number});
        trace.nodes.push_back(other);
        goes_on = next(other);
        trace.edges.pop_back();
        trace.nodes.pop_back();
      }
      leave(number);
    }
    row_->doubt = before;
    return goes_on;
  };
  return each_arc(edge, at, reversed, target, take);
}

/// Depth first, with a stack of its own: trails may be long.
bool Matcher::repeated(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
                       Trace& trace, Next next) {
  struct Level {
    std::vector<std::pair<std::uint32_t, Node>> arcs;
    std::size_t next = 0;
    Doubt doubt;
  };
  if (edge.name.is_bound) return follow(edge, at, reversed, target, trace, next);
  const std::size_t first = trace.edges.size();
  const std::optional<Node> anywhere;
  std::vector<Level> levels;
  const auto open = [&](Node node) {
    Level& level = levels.emplace_back();
    level.doubt = row_->doubt;
    if (static_cast<std::int64_t>(levels.size()) > edge.repeats.most) return;
    const auto take = [&](std::uint32_t number, Node other) {
      if ((*trail_)[number] == 0) level.arcs.emplace_back(number, other);
      return true;
    };
    each_arc(edge, node, reversed, anywhere, take);
    work_.hold(static_cast<std::int64_t>(level.arcs.size() * sizeof(level.arcs[0])));
  };
  const auto close = [&] {
    work_.hold(
        -static_cast<std::int64_t>(levels.back().arcs.size() * sizeof(levels.back().arcs[0])));
    levels.pop_back();
    if (levels.empty()) return;
    leave(static_cast<std::uint32_t>(trace.edges.back()));
    trace.edges.pop_back();
    trace.nodes.pop_back();
    row_->doubt = levels.back().doubt;
  };
  const auto give_here = [&](Node node) {
    const auto length = static_cast<std::int64_t>(levels.size()) - 1;
    if (length < edge.repeats.least || (target && *target != node)) return true;
    const Doubt before = row_->doubt;
    const bool goes_on = give_list(edge, trace, first, reversed, node, next);
    row_->doubt = before;
    return goes_on;
  };
  open(at);
  bool goes_on = give_here(at);
  while (goes_on && !levels.empty()) {
    Level& level = levels.back();
    if (level.next == level.arcs.size()) {
      close();
      continue;
    }
    const auto [number, other] = level.arcs[level.next++];
    row_->doubt = level.doubt;
    if (!enter(number, other)) continue;
    if (!fits(edge, Edge{number}, edge.each_slot, true, true)) {
      leave(number);
      continue;
    }
    trace.edges.push_back(Edge{number});
    trace.nodes.push_back(other);
    open(other);
    goes_on = give_here(other);
  }
  while (!levels.empty()) close();
  return goes_on;
}

/// The edges walked become the value of the name.
bool Matcher::give_list(const EdgePattern& edge, const Trace& trace, std::size_t first,
                        bool reversed, Node end, Next next) {
  if (edge.name.slot != no_slot) {
    List edges;
    for (std::size_t i = first; i < trace.edges.size(); ++i) edges.emplace_back(trace.edges[i]);
    if (reversed) std::reverse(edges.begin(), edges.end());
    row_->values[edge.name.slot] = Value(std::move(edges));
  }
  return next(end);
}

bool Matcher::iterate(GroupRun& group, std::int64_t count, Node at) {
  constexpr std::int64_t most_iterations = 2000;
  if (count > most_iterations)
    throw LimitReached("query-depth",
                       "a part in brackets was repeated more than 2000 times in a row\n"
                       "give it an upper bound {1,N}, or repeat a single edge instead");
  if (count >= group.pattern.repeats.least) {
    for (std::size_t i = 0; i < group.lists.size(); ++i) {
      List list = group.lists[i];
      if (group.reversed) std::reverse(list.begin(), list.end());
      row_->values[group.pattern.names[i].outside] = Value(std::move(list));
    }
    const Doubt before = row_->doubt;
    const bool goes_on = group.next(at);
    row_->doubt = before;
    if (!goes_on) return false;
  }
  if (count >= group.pattern.repeats.most) return true;
  const Chain& chain = *group.pattern.chain;
  const Doubt before = row_->doubt;
  group.begins.push_back(group.trace.edges.size());
  bool goes_on = true;
  if (accepts_inner(chain, group.reversed ? chain.nodes.size() - 1 : 0, group.reversed, at))
    goes_on = inner_link(group, count, 0, at);
  group.begins.pop_back();
  row_->doubt = before;
  return goes_on;
}

bool Matcher::inner_link(GroupRun& group, std::int64_t count, std::size_t links_done, Node at) {
  const Chain& chain = *group.pattern.chain;
  if (links_done == chain.links.size()) return finish_iteration(group, count, at);
  const std::size_t index = group.reversed ? chain.links.size() - 1 - links_done : links_done;
  const std::size_t far = group.reversed ? index : index + 1;
  const auto next = [&](Node end) {
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts_inner(chain, far, group.reversed, end))
      goes_on = inner_link(group, count, links_done + 1, end);
    row_->doubt = before;
    return goes_on;
  };
  return walk(chain.links[index], at, group.reversed, std::nullopt, group.trace, next);
}

bool Matcher::finish_iteration(GroupRun& group, std::int64_t count, Node at) {
  if (group.pattern.where && !passes(*group.pattern.where)) return true;
  // An iteration that walks no edge would repeat itself for ever.
  const bool moved = group.trace.edges.size() > group.begins.back();
  if (!moved && count >= group.pattern.repeats.least) return true;
  for (std::size_t i = 0; i < group.lists.size(); ++i)
    group.lists[i].push_back(row_->values[group.pattern.names[i].inside]);
  const bool goes_on = iterate(group, count + 1, at);
  for (std::size_t i = 0; i < group.lists.size(); ++i) {
    row_->values[group.pattern.names[i].inside] = group.lists[i].back();
    group.lists[i].pop_back();
  }
  return goes_on;
}

bool Matcher::accepts_inner(const Chain& chain, std::size_t index, bool reversed, Node node) {
  const NodePattern& pattern = chain.nodes[index];
  ElementPlan plan;
  const auto is_same = [&](const NodePattern& other) {
    return pattern.name.slot != no_slot && other.name.slot == pattern.name.slot;
  };
  const auto here = chain.nodes.begin() + static_cast<std::ptrdiff_t>(index);
  plan.is_known = reversed ? std::any_of(here + 1, chain.nodes.end(), is_same)
                           : std::any_of(chain.nodes.begin(), here, is_same);
  return accepts(pattern, plan, node);
}

}  // namespace entente::query
