// Searches of what is no plain repetition: walks of 0, 1, 2 … edges, so that the first that are
// found are the shortest.

#include <algorithm>
#include <deque>
#include <map>

#include "query/pattern/match/group_run.hpp"

namespace entente::query {
namespace {

constexpr std::uint32_t not_there_yet = 0xFFFFFFFF;

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
  distance_.assign(store_.node_count(), not_there_yet);
  std::deque<std::uint32_t> queue = {static_cast<std::uint32_t>(target)};
  distance_[queue.front()] = 0;
  while (!queue.empty()) {
    const std::uint32_t node = queue.front();
    queue.pop_front();
    const auto reach = [&](std::span<const Arc> arcs) {
      for (const Arc& arc : arcs) {
        work_.tick();
        if (distance_[arc.other] != not_there_yet) continue;
        distance_[arc.other] = distance_[node] + 1;
        queue.push_back(arc.other);
      }
    };
    if (can_right) reach(store_.in(Node{node}));
    if (can_left) reach(store_.out(Node{node}));
  }
}

}  // namespace entente::query
