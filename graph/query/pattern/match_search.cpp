// Paths that ask for the shortest between their ends. One edge walked any number of times is
// searched in breadth; anything else by walking ever longer, so that the first walks found are the
// shortest.

#include <algorithm>
#include <deque>
#include <map>

#include "query/pattern/group_run.hpp"

namespace entente::query {
namespace {

constexpr std::uint32_t unreached = 0xFFFFFFFF;

bool is_plain_repetition(const PathPattern& path, const Step& step) {
  return step.of_way.empty() && path.chain.links.size() == 1 && path.chain.links[0].edge &&
         path.chain.links[0].edge->repeats.least <= 1 && path.search != Search::shortest_k &&
         !path.chain.links[0].edge->name.is_bound;
}

/// Of ways that are one walk, and give named elements the same values, only the first: parts
/// without a name may divide a walk in several ways. The ways are sorted by their edges.
template <typename Found>
void keep_once(std::vector<Found>& ways) {
  std::vector<Found> kept;
  std::size_t walk_begins = 0;  // in `kept`, of those with the same edges
  for (Found& way : ways) {
    if (walk_begins < kept.size() && kept.back().edges != way.edges) walk_begins = kept.size();
    const bool is_known = std::any_of(
        kept.begin() + static_cast<std::ptrdiff_t>(walk_begins), kept.end(), [&](const Found& one) {
          return std::ranges::equal(one.values, way.values, [](const auto& a, const auto& b) {
            return a.first == b.first && same(a.second, b.second);
          });
        });
    if (!is_known) kept.push_back(std::move(way));
  }
  ways = std::move(kept);
}

}  // namespace

bool Matcher::search(std::size_t index) {
  const Step& here = plan_.steps[index];
  const PathPattern& pattern = path(here);
  const PathPlan& plan = plan_.paths[here.path];
  const std::size_t last = pattern.chain.nodes.size() - 1;
  auto start = known_node(pattern.chain.nodes[0], plan.nodes[0]);
  // The right end may be the left one again.
  const bool closes = last > 0 && pattern.chain.nodes[last].name.slot != no_slot &&
                      pattern.chain.nodes[last].name.slot == pattern.chain.nodes[0].name.slot;
  // Or a node on the way, which is known only once the way is walked.
  bool is_on_way = false;
  for (std::size_t i = 1; i < last; ++i)
    is_on_way |= pattern.chain.nodes[i].name.slot != no_slot && !plan.nodes[i].is_known &&
                 pattern.chain.nodes[i].name.slot == pattern.chain.nodes[last].name.slot;
  auto end = closes      ? start
             : is_on_way ? std::optional<Node>()
                         : known_node(pattern.chain.nodes[last], plan.nodes[last]);
  if (!start) {
    // Between two ends that are known a search looks at what lies between them alone.
    const auto few = looked_up(pattern.chain.nodes[0]);
    if (few && few->size() == 1) start = few->front();
  }
  if (start && !end && !closes && !is_on_way) {
    const auto few = looked_up(pattern.chain.nodes[last]);
    if (few && few->empty()) return true;
    if (few && few->size() == 1) end = few->front();
  }
  is_acyclic_ = false;
  const auto visit = [&](Node node) {
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts(pattern.chain.nodes[0], plan.nodes[0], node)) {
      state_[here.path].nodes[0] = node;
      if (last == 0) {
        state_[here.path].traces.clear();
        goes_on = after(index);
      } else {
        goes_on = search_from(index, node, closes ? std::optional(node) : end);
      }
    }
    row_->doubt = before;
    return goes_on;
  };
  if (start) return visit(*start);
  if (end && is_plain_repetition(pattern, here) && !closes) {
    // Begin at the end that is known, and walk against the arrows.
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts(pattern.chain.nodes[last], plan.nodes[last], *end)) {
      state_[here.path].nodes[last] = *end;
      goes_on = breadth_first(index, *end, true, std::nullopt);
    }
    row_->doubt = before;
    return goes_on;
  }
  return each_candidate(pattern.chain.nodes[0], visit);
}

bool Matcher::search_from(std::size_t index, Node start, std::optional<Node> end) {
  const Step& here = plan_.steps[index];
  if (!is_plain_repetition(path(here), here)) return deepen(index, start, end);
  return breadth_first(index, start, false, end);
}

bool Matcher::breadth_first(std::size_t index, Node start, bool reversed,
                            std::optional<Node> target) {
  const Step& here = plan_.steps[index];
  const EdgePattern& edge = *path(here).chain.links[0].edge;
  const auto number = [](Node node) { return static_cast<std::uint32_t>(node); };
  const bool all = path(here).search == Search::all_shortest;
  const std::size_t far = reversed ? 0 : 1;
  if (target && *target != start && !reversed)
    meet(edge, start, *target, edge.repeats.most);
  else
    flood(edge, start, reversed, target == start ? std::nullopt : target, edge.repeats.most, {});
  std::vector<Node> ends = reached_;
  if (target) {
    ends.clear();
    if (level_[number(*target)] != unreached) ends.push_back(*target);
  }
  struct End {
    Node node;
    std::vector<std::vector<Edge>> ways;
  };
  std::vector<End> answers;
  const std::int64_t bytes_before = ways_.bytes();
  bool closes = false;
  for (const Node end : ends) {
    const Doubt before = row_->doubt;
    if (accepts(path(here).chain.nodes[far], plan_.paths[here.path].nodes[far], end)) {
      if (end != start || edge.repeats.least == 0)
        answers.push_back({end, sequences(start, end, reversed, all)});
      else
        closes = true;
    }
    row_->doubt = before;
  }
  if (closes) answers.push_back({start, closed_walks(edge, start, all)});
  bool goes_on = true;
  for (const End& end : answers) {
    const Doubt before = row_->doubt;
    if (accepts(path(here).chain.nodes[far], plan_.paths[here.path].nodes[far], end.node)) {
      state_[here.path].nodes[far] = end.node;
      for (const std::vector<Edge>& way : end.ways)
        if (goes_on) goes_on = give_sequence(index, way);
    }
    row_->doubt = before;
    if (!goes_on) break;
  }
  ways_.release_to(bytes_before);
  return goes_on;
}

/// Gives a walk of the only link, whose ends are in the state.
bool Matcher::give_sequence(std::size_t index, const std::vector<Edge>& sequence) {
  const Step& here = plan_.steps[index];
  const EdgePattern& edge = *path(here).chain.links[0].edge;
  Found found;
  found.state = state_[here.path];
  found.edges = sequence;
  Trace& trace = found.state.traces[0];
  trace = {};
  Node at = found.state.nodes[0];
  for (const Edge each : sequence) {
    at = store_.from(each) == at ? store_.to(each) : store_.from(each);
    trace.edges.push_back(each);
    trace.nodes.push_back(at);
    if (run_.mask && run_.mask->edge(each).verdict == Verdict::maybe)
      found.doubt.add(run_.mask->edge(each).why);
  }
  if (edge.name.slot != no_slot) {
    List list;
    for (const Edge each : sequence) list.emplace_back(each);
    found.values.emplace_back(edge.name.slot,
                              edge.is_variable ? Value(std::move(list)) : Value(sequence[0]));
  }
  return give(index, found);
}

/// Puts a way into the row, unless another path of the MATCH walks one of its edges.
bool Matcher::give(std::size_t index, Found& found) {
  const Step& here = plan_.steps[index];
  for (const Edge edge : found.edges)
    if (used_[static_cast<std::uint32_t>(edge)] != 0) return true;
  PathState outer = std::exchange(state_[here.path], found.state);
  const Doubt before = row_->doubt;
  if (found.doubt.possible) row_->doubt.add(found.doubt.why);
  for (const auto& [slot, value] : found.values) row_->values[slot] = value;
  for (const Edge edge : found.edges) used_[static_cast<std::uint32_t>(edge)] = 1;
  std::vector<std::uint8_t>* const trail = std::exchange(trail_, &used_);
  const auto cap = std::exchange(cap_, std::nullopt);
  const bool goes_on = after(index);
  cap_ = cap;
  trail_ = trail;
  for (const Edge edge : found.edges) used_[static_cast<std::uint32_t>(edge)] = 0;
  row_->doubt = before;
  state_[here.path] = std::move(outer);
  return goes_on;
}

Matcher::Found Matcher::found_now(std::size_t path) const {
  Found found;
  found.state = state_[path];
  const auto keep = [&](Slot slot) {
    if (slot != no_slot) found.values.emplace_back(slot, row_->values[slot]);
  };
  const Chain& chain = plan_.match->paths[path].chain;
  for (const NodePattern& node : chain.nodes) keep(node.name.slot);
  for (const Link& link : chain.links) {
    if (link.edge) keep(link.edge->name.slot);
    if (link.group)
      for (const GroupName& name : link.group->names) keep(name.outside);
  }
  for (const Trace& trace : found.state.traces)
    found.edges.insert(found.edges.end(), trace.edges.begin(), trace.edges.end());
  found.doubt = row_->doubt;
  return found;
}

/// With a list that grows for each of its ends.
std::int64_t Matcher::bytes_of(const Found& found) {
  std::int64_t bytes = static_cast<std::int64_t>(2 * sizeof(Found)) +
                       chunk_of(found.edges.size() * sizeof(Edge)) +
                       chunk_of(found.state.nodes.size() * sizeof(Node)) +
                       chunk_of(found.state.traces.size() * sizeof(Trace)) +
                       chunk_of(found.values.size() * sizeof(found.values[0]));
  for (const Trace& trace : found.state.traces)
    bytes +=
        chunk_of(trace.edges.size() * sizeof(Edge)) + chunk_of(trace.nodes.size() * sizeof(Node));
  return bytes;
}

bool Matcher::walk_chain(std::size_t path, std::size_t link, Node at, Next next) {
  const Chain& chain = plan_.match->paths[path].chain;
  if (link == chain.links.size()) return next(at);
  Trace& trace = state_[path].traces[link];
  trace = {};
  const auto arrive = [&](Node end) {
    const Doubt before = row_->doubt;
    state_[path].nodes[link + 1] = end;
    bool goes_on = true;
    if (accepts(chain.nodes[link + 1], plan_.paths[path].nodes[link + 1], end))
      goes_on = walk_chain(path, link + 1, end, next);
    row_->doubt = before;
    return goes_on;
  };
  const Link& here = chain.links[link];
  if (here.edge && !here.edge->is_variable)
    return single(*here.edge, plan_.paths[path].links[link], at, false, std::nullopt, trace,
                  arrive);
  return walk(here, at, false, std::nullopt, trace, arrive);
}

/// What WHERE says of the way that was just walked.
bool Matcher::fits_way(const Step& step) {
  if (step.of_way.empty()) return true;
  if (path(step).name.slot != no_slot) row_->values[path(step).name.slot] = path_value(step.path);
  return std::ranges::all_of(step.of_way, [this](const Expr* expr) { return passes(*expr); });
}

/// Walks of 0, 1, 2 … edges until every pair of ends has what it asks for, or nothing longer is
/// left.
bool Matcher::deepen(std::size_t index, Node start, std::optional<Node> end) {
  const Step& here = plan_.steps[index];
  const PathPattern& pattern = path(here);
  const std::size_t wanted =
      pattern.search == Search::shortest_k ? static_cast<std::size_t>(pattern.count) : 1;
  distance_.clear();
  if (end) distances_to(pattern.chain, *end);
  search_used_.resize(store_.edge_count(), 0);
  std::map<Node, std::vector<Found>> by_end;
  Claim ways;
  std::map<Node, std::size_t> closed;  // ends that have enough, and since which length
  const Doubt before = row_->doubt;
  row_->doubt = {};
  for (std::size_t cap = 0;; ++cap) {
    std::vector<std::uint8_t>* const trail = std::exchange(trail_, &search_used_);
    cap_ = cap;
    length_ = 0;
    cut_ = false;
    const auto arrive = [&](Node node) {
      if (length_ != cap || (end && *end != node) || closed.contains(node)) return true;
      const Doubt so_far = row_->doubt;
      if (fits_way(here)) {
        by_end[node].push_back(found_now(here.path));
        ways.add(bytes_of(by_end[node].back()));
      }
      row_->doubt = so_far;
      return true;
    };
    const auto from = state_[here.path].nodes[0];
    walk_chain(here.path, 0, from, arrive);
    cap_.reset();
    trail_ = trail;
    length_ = 0;
    for (auto& [node, found] : by_end) {
      if (closed.contains(node)) continue;
      std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::pair(a.edges.size(), a.edges) < std::pair(b.edges.size(), b.edges);
      });
      keep_once(found);
      if (found.size() < wanted) continue;
      closed.emplace(node, cap);
      if (pattern.search != Search::all_shortest) found.resize(wanted);
    }
    if (!cut_ || (end && closed.contains(*end))) break;
  }
  row_->doubt = before;
  distance_.clear();
  bool goes_on = true;
  for (auto& [node, found] : by_end)
    for (Found& each : found)
      if (goes_on) goes_on = give(index, each);
  static_cast<void>(start);
  return goes_on;
}

/// How many edges at least lead to the node, whatever else they must be.
void Matcher::distances_to(const Chain& chain, Node target) {
  bool can_right = false;
  bool can_left = false;
  const auto look = [&](const EdgePattern& edge) {
    can_right |= edge.direction != Direction::left;
    can_left |= edge.direction != Direction::right;
  };
  for (const Link& link : chain.links) {
    if (link.edge) look(*link.edge);
    if (link.group)
      for (const Link& inner : link.group->chain->links) look(*inner.edge);
  }
  if (store_.has_symmetric_types()) can_right = can_left = true;
  distance_.assign(store_.node_count(), unreached);
  std::deque<std::uint32_t> queue = {static_cast<std::uint32_t>(target)};
  distance_[queue.front()] = 0;
  while (!queue.empty()) {
    const std::uint32_t node = queue.front();
    queue.pop_front();
    const auto reach = [&](std::span<const Arc> arcs) {
      for (const Arc& arc : arcs) {
        work_.tick();
        if (distance_[arc.other] != unreached) continue;
        distance_[arc.other] = distance_[node] + 1;
        queue.push_back(arc.other);
      }
    };
    if (can_right) reach(store_.in(Node{node}));
    if (can_left) reach(store_.out(Node{node}));
  }
}

}  // namespace entente::query
