// Bidirectional breadth-first search (I. Pohl, Bi-directional search, Machine Intelligence 6,
// 1971): whichever side has less to scan takes the next level, until an edge joins the two sides.
// Whole levels are scanned, so all shortest routes are known, not one. Marks carry the number of
// the search they belong to; nothing is cleared between two questions.

#include "algorithm/meeting_search.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace entente::kernel {

std::span<const Vertex> MeetingSearch::Side::level(std::uint32_t depth) const {
  const std::size_t end = depth + 1 < levels.size() ? levels[depth + 1] : queue.size();
  return {queue.data() + levels[depth], queue.data() + end};
}

void MeetingSearch::begin(const Network& g, std::span<const Vertex> avoid) {
  g_ = &g;
  const std::uint64_t most_used = 2ULL * g.vertex_count() + 4;
  base_ += 2 * deepest_ + 4;
  if (marks_.size() < g.vertex_count()) marks_.resize(g.vertex_count());
  if (base_ + most_used > std::numeric_limits<std::uint32_t>::max()) {
    std::fill(marks_.begin(), marks_.end(), Marks{});
    base_ = 1;
  }
  deepest_ = 0;
  crossings_.clear();
  for (const Vertex v : avoid) marks_[v] = {base_, base_};
}

void MeetingSearch::place(Side& side, const Rows& rows, Vertex v) {
  side.rows = &rows;
  side.queue.assign(1, v);
  side.levels.assign(1, 0);
  side.last_degrees = rows.neighbours_of(v).size();
  marks_[v].*side.mark = at(0);
}

/// Scans the last level of one side; true if an edge led to the other side.
bool MeetingSearch::expand(Side& side, const Side& other, RunGuard& guard) {
  const std::uint32_t reached = at(side.depth() + 1);
  const std::size_t begin = side.levels.back();
  const std::size_t end = side.queue.size();
  side.levels.push_back(end);
  side.last_degrees = 0;
  deepest_ = std::max(deepest_, side.depth());
  const bool forward = &side == &forward_;
  for (std::size_t i = begin; i < end; ++i) {
    const Vertex v = side.queue[i];
    const auto row = side.rows->neighbours_of(v);
    guard.work(row.size());
    for (const Vertex w : row) {
      Marks& marks = marks_[w];
      if (marks.*other.mark > base_) crossings_.push_back(forward ? v : w);
      if (marks.*side.mark >= base_ || !crossings_.empty()) continue;
      marks.*side.mark = reached;
      side.queue.push_back(w);
      side.last_degrees += side.rows->neighbours_of(w).size();
    }
  }
  return !crossings_.empty();
}

std::optional<std::uint32_t> MeetingSearch::run(const Network& g, Vertex s, Vertex t,
                                                std::span<const Vertex> avoid, RunGuard& guard) {
  begin(g, avoid);
  if (std::find(avoid.begin(), avoid.end(), s) != avoid.end()) return std::nullopt;
  if (std::find(avoid.begin(), avoid.end(), t) != avoid.end()) return std::nullopt;
  place(forward_, g.out_rows(), s);
  place(backward_, g.in_rows(), t);
  if (s == t) return 0;
  while (forward_.levels.back() < forward_.queue.size() &&
         backward_.levels.back() < backward_.queue.size()) {
    const bool forward = forward_.last_degrees <= backward_.last_degrees;
    if (forward ? expand(forward_, backward_, guard) : expand(backward_, forward_, guard)) {
      // The level that was being reached when the sides met belongs to neither.
      (forward ? forward_ : backward_).levels.pop_back();
      return forward_.depth() + backward_.depth() + 1;
    }
  }
  return std::nullopt;
}

/// Marks the forward vertices that lie on a shortest route, from the crossings back to the start.
void MeetingSearch::mark_routes() {
  std::vector<Vertex> on_route;
  for (const Vertex v : crossings_) {
    if (marks_[v].forward != at(forward_.depth())) continue;
    ++marks_[v].forward;
    on_route.push_back(v);
  }
  for (std::uint32_t distance = forward_.depth(); distance > 1; --distance) {
    std::vector<Vertex> nearer;
    for (const Vertex v : on_route) {
      for (const Vertex u : g_->in(v)) {
        if (marks_[u].forward != at(distance - 1)) continue;
        ++marks_[u].forward;
        nearer.push_back(u);
      }
    }
    on_route.swap(nearer);
  }
}

/// Whether `w` is at that position of a shortest route, given that a neighbour is one before it.
bool MeetingSearch::leads_on(Vertex w, std::uint32_t position) const {
  if (position <= forward_.depth()) return marks_[w].forward == at(position) + 1;
  const std::uint32_t length = forward_.depth() + 1 + backward_.depth();
  return marks_[w].backward == at(length - position);
}

/// The slot of v's row that leads on to the smallest entity; of parallel ones the first.
std::optional<std::size_t> MeetingSearch::smallest_slot(Vertex v, std::uint32_t position) const {
  const auto row = g_->out(v);
  std::optional<std::size_t> best;
  for (std::size_t slot = 0; slot < row.size(); ++slot) {
    if (!leads_on(row[slot], position)) continue;
    if (!best || g_->entity(row[slot]) < g_->entity(row[*best])) best = slot;
  }
  return best;
}

Route MeetingSearch::first_route() {
  Route route{{forward_.queue.front()}, {}};
  if (forward_.queue.front() == backward_.queue.front()) return route;
  mark_routes();
  for (std::uint32_t position = 1; const auto slot = smallest_slot(route.vertices.back(), position);
       ++position) {
    const Vertex v = route.vertices.back();
    route.edges.push_back(g_->out_edges(v)[*slot]);
    route.vertices.push_back(g_->out(v)[*slot]);
    if (route.vertices.back() == backward_.queue.front()) break;
  }
  return route;
}

/// The slots of v's row that lead on, by entity and then by edge.
std::vector<std::size_t> MeetingSearch::slots_onward(Vertex v, std::uint32_t position) const {
  const auto row = g_->out(v);
  std::vector<std::size_t> slots;
  for (std::size_t slot = 0; slot < row.size(); ++slot) {
    if (leads_on(row[slot], position)) slots.push_back(slot);
  }
  std::stable_sort(slots.begin(), slots.end(), [this, row](std::size_t a, std::size_t b) {
    return g_->entity(row[a]) < g_->entity(row[b]);
  });
  return slots;
}

RouteDag MeetingSearch::all_routes() {
  const Vertex t = backward_.queue.front();
  RouteDag dag{{forward_.queue.front()}, {0}, {}};
  if (dag.vertices.front() != t) mark_routes();
  std::vector<std::uint32_t> positions{0};
  std::unordered_map<Vertex, std::uint32_t> placed;
  for (std::uint32_t local = 0; local < dag.vertices.size(); ++local) {
    const Vertex v = dag.vertices[local];
    const std::uint32_t position = positions[local] + 1;
    for (const std::size_t slot : v == t ? std::vector<std::size_t>{} : slots_onward(v, position)) {
      const Vertex w = g_->out(v)[slot];
      const auto [where, fresh] =
          placed.try_emplace(w, static_cast<std::uint32_t>(dag.vertices.size()));
      if (fresh) {
        dag.vertices.push_back(w);
        positions.push_back(position);
      }
      dag.arcs.push_back({where->second, g_->out_edges(v)[slot]});
    }
    dag.offsets.push_back(static_cast<std::uint32_t>(dag.arcs.size()));
  }
  return dag;
}

}  // namespace entente::kernel
