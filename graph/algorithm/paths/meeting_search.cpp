// Bidirectional breadth-first search (I. Pohl, Bi-directional search, Machine Intelligence 6,
// 1971): whichever side has less to scan takes the next level, until an edge joins the two sides.
// Whole levels are scanned, so all shortest routes are known, not one. Marks carry the number of
// the search they belong to; nothing is cleared between two questions.

#include "algorithm/paths/meeting_search.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/prefetch.hpp"

namespace entente::kernel {

void MeetingSearch::Sieve::fill(std::span<const Vertex> vertices) {
  if (++filling_ == 0) {
    stamps_.fill(0);
    filling_ = 1;
  }
  for (const Vertex v : vertices) stamps_[v % size] = filling_;
}

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

namespace {

/// Asks for the first lines of a row; what follows them the machine foresees by itself.
void prefetch_row(std::span<const Vertex> row) {
  constexpr std::size_t line = 64 / sizeof(Vertex);
  for (std::size_t slot = 0; slot < std::min(row.size(), 3 * line); slot += line) {
    prefetch(row.data() + slot);
  }
}

/// About the degree of v, and no less: that of a vertex before it, since degrees fall with the
/// numbers. A few vertices answer for all, so that their offsets stay in the cache.
std::uint32_t about_degree(const Rows& rows, Vertex v) {
  const Vertex before = v & ~Vertex{255};
  return rows.offsets[before + 1] - rows.offsets[before];
}

}  // namespace

void MeetingSearch::place(Side& side, const Rows& rows, Vertex v) {
  side.rows = &rows;
  side.queue.assign(1, v);
  side.levels.assign(1, 0);
  side.last_degrees = rows.neighbours_of(v).size();
  marks_[v].*side.mark = at(0);
}

/// Looks along the edges of one side's last level for vertices of the other's; notes them and
/// returns whether there are any. Only the vertices whose bit is set need a look at their marks,
/// which are likely far away in memory.
bool MeetingSearch::find_crossings(const Side& side, const Side& other, RunGuard& guard) {
  const auto level = side.level(side.depth());
  const auto opposite = other.level(other.depth());
  const bool forward = &side == &forward_;
  const std::uint32_t met = at(other.depth());
  sieve_.fill(opposite);
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (i + 4 < level.size()) prefetch(&side.rows->offsets[level[i + 4]]);
    if (i + 2 < level.size()) prefetch_row(side.rows->neighbours_of(level[i + 2]));
    const auto row = side.rows->neighbours_of(level[i]);
    guard.work(row.size());
    for (const Vertex w : row) {
      if (!sieve_.may_have(w) || marks_[w].*other.mark != met) continue;
      const Vertex from = forward ? level[i] : w;
      if (!is_barred(from, forward ? w : level[i])) crossings_.push_back(from);
    }
  }
  return !crossings_.empty();
}

/// Reaches the next level of one side.
void MeetingSearch::expand(Side& side, RunGuard& guard) {
  const std::uint32_t reached = at(side.depth() + 1);
  const std::size_t begin = side.levels.back();
  const std::size_t end = side.queue.size();
  side.levels.push_back(end);
  side.last_degrees = 0;
  deepest_ = std::max(deepest_, side.depth());
  for (std::size_t i = begin; i < end; ++i) {
    const auto row = side.rows->neighbours_of(side.queue[i]);
    guard.work(row.size());
    for (const Vertex w : row) prefetch(&marks_[w]);
    for (const Vertex w : row) {
      std::uint32_t& mark = marks_[w].*side.mark;
      if (mark >= base_ || (reached == at(1) && is_barred(side.queue[i], w))) continue;
      mark = reached;
      side.queue.push_back(w);
      side.last_degrees += about_degree(*side.rows, w);
    }
  }
}

/// Whether a route may not go from v to w; only the start has such neighbours.
bool MeetingSearch::is_barred(Vertex v, Vertex w) const {
  return !barred_.empty() && v == forward_.queue.front() &&
         std::find(barred_.begin(), barred_.end(), w) != barred_.end();
}

std::optional<std::uint32_t> MeetingSearch::run(const Network& g, Vertex s, Vertex t,
                                                std::span<const Vertex> avoid, RunGuard& guard) {
  return run_barred(g, s, t, avoid, {}, guard);
}

std::optional<std::uint32_t> MeetingSearch::run_barred(const Network& g, Vertex s, Vertex t,
                                                       std::span<const Vertex> avoid,
                                                       std::span<const Vertex> barred,
                                                       RunGuard& guard) {
  begin(g, avoid);
  barred_.assign(barred.begin(), barred.end());
  if (std::find(avoid.begin(), avoid.end(), s) != avoid.end()) return std::nullopt;
  if (std::find(avoid.begin(), avoid.end(), t) != avoid.end()) return std::nullopt;
  place(forward_, g.out_rows(), s);
  place(backward_, g.in_rows(), t);
  if (s == t) return 0;
  // Else the backward side could go round a barred edge by passing the start.
  if (!barred.empty()) marks_[s].backward = base_;
  while (!forward_.level(forward_.depth()).empty() && !backward_.level(backward_.depth()).empty()) {
    const bool forward = forward_.last_degrees <= backward_.last_degrees;
    Side& side = forward ? forward_ : backward_;
    if (find_crossings(side, forward ? backward_ : forward_, guard)) {
      return forward_.depth() + 1 + backward_.depth();
    }
    expand(side, guard);
  }
  return std::nullopt;
}

/// Marks the forward vertices that lie on a shortest route, from the crossings back to the start.
void MeetingSearch::mark_routes() {
  if (on_routes_.size() <= forward_.depth()) on_routes_.resize(forward_.depth() + std::size_t{1});
  for (auto& vertices : on_routes_) vertices.clear();
  for (const Vertex v : crossings_) mark(v, forward_.depth(), on_routes_[forward_.depth()]);
  for (std::uint32_t distance = forward_.depth(); distance > 1; --distance) {
    find_nearer_on_routes(distance);
  }
}

void MeetingSearch::mark(Vertex u, std::uint32_t distance, std::vector<Vertex>& marked) {
  if (marks_[u].forward != at(distance)) return;
  ++marks_[u].forward;
  marked.push_back(u);
}

/// Finds the vertices one nearer to the start than those on routes at `distance` that lead to them,
/// from whichever side has less to scan.
void MeetingSearch::find_nearer_on_routes(std::uint32_t distance) {
  const auto degrees = [](const Rows& rows, std::span<const Vertex> level) {
    std::uint64_t sum = 0;
    for (const Vertex v : level) sum += rows.neighbours_of(v).size();
    return sum;
  };
  const auto& further = on_routes_[distance];
  auto& nearer = on_routes_[distance - 1];
  const auto level = forward_.level(distance - 1);
  if (degrees(g_->in_rows(), further) <= degrees(g_->out_rows(), level)) {
    for (const Vertex v : further) {
      for (const Vertex u : g_->in(v)) mark(u, distance - 1, nearer);
    }
    return;
  }
  for (const Vertex u : level) {
    const auto row = g_->out(u);
    const bool leads_on = std::any_of(
        row.begin(), row.end(), [&](Vertex w) { return marks_[w].forward == at(distance) + 1; });
    if (leads_on) mark(u, distance - 1, nearer);
  }
}

/// All vertices at that position of shortest routes, and on the backward side maybe others that are
/// as far from the target.
std::span<const Vertex> MeetingSearch::stops_at(std::uint32_t position) const {
  if (position <= forward_.depth()) return on_routes_[position];
  return backward_.level(forward_.depth() + 1 + backward_.depth() - position);
}

/// Whether `w` is at that position of a shortest route, given that a neighbour is one before it.
bool MeetingSearch::leads_on(Vertex w, std::uint32_t position) const {
  if (position <= forward_.depth()) return marks_[w].forward == at(position) + 1;
  const std::uint32_t length = forward_.depth() + 1 + backward_.depth();
  return marks_[w].backward == at(length - position);
}

/// The slot of v's row that leads on to the smallest entity; of parallel ones the first. Looks
/// through the row, or looks the stops up in it if they are far fewer.
std::size_t MeetingSearch::smallest_slot(Vertex v, std::uint32_t position) {
  const auto row = g_->out(v);
  std::size_t best = row.size();
  const auto take = [&](std::size_t slot) {
    if (best == row.size() || g_->entity(row[slot]) < g_->entity(row[best])) best = slot;
  };
  const auto stops = stops_at(position);
  if (stops.size() * 16 < row.size()) {
    for (const Vertex w : stops) {
      if (!leads_on(w, position) || is_barred(v, w)) continue;
      const auto found = std::lower_bound(row.begin(), row.end(), w);
      if (found != row.end() && *found == w) take(static_cast<std::size_t>(found - row.begin()));
    }
    return best;
  }
  sieve_.fill(stops);
  for (std::size_t slot = 0; slot < row.size(); ++slot) {
    if (!sieve_.may_have(row[slot]) || !leads_on(row[slot], position)) continue;
    if (!is_barred(v, row[slot])) take(slot);
  }
  return best;
}

Route MeetingSearch::first_route() {
  const Vertex t = backward_.queue.front();
  Route route{{forward_.queue.front()}, {}};
  if (route.vertices.back() != t) mark_routes();
  for (std::uint32_t position = 1; route.vertices.back() != t; ++position) {
    const Vertex v = route.vertices.back();
    const std::size_t slot = smallest_slot(v, position);
    route.edges.push_back(g_->out_edges(v)[slot]);
    route.vertices.push_back(g_->out(v)[slot]);
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
