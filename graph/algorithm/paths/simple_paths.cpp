// Depth-first search for paths of exactly 0, 1, 2 … hops (R. Korf, Artificial Intelligence 27
// (1985) 97), so that they come shortest first, cut off where the target is too far to be reached
// in time.

#include <algorithm>
#include <limits>
#include <unordered_map>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/algorithm/simple_paths.hpp>

#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

constexpr auto too_far = std::numeric_limits<std::uint32_t>::max();

/// Hops from each vertex to `t`, level by level against the edges.
std::vector<std::uint32_t> hops_to(const Network& g, Vertex t, std::uint32_t most,
                                   const std::vector<bool>& closed, kernel::RunGuard& guard) {
  std::vector<std::uint32_t> hops(g.vertex_count(), too_far);
  std::vector<Vertex> queue{t};
  hops[t] = 0;
  for (std::size_t i = 0; i < queue.size() && hops[queue[i]] < most; ++i) {
    guard.work(g.in(queue[i]).size());
    for (const Vertex u : g.in(queue[i])) {
      if (hops[u] != too_far || closed[u]) continue;
      hops[u] = hops[queue[i]] + 1;
      queue.push_back(u);
    }
  }
  return hops;
}

class SimpleWalk {
 public:
  SimpleWalk(const Network& g, Vertex s, Vertex t, std::uint32_t most,
             const SimplePathsOptions& options)
      : g_(g), s_(s), t_(t), guard_(options.run), closed_(g.vertex_count(), false) {
    for (const Vertex v : kernel::vertices_of(g, options.avoid)) closed_[v] = true;
    if (closed_[s] || closed_[t]) return;
    hops_ = hops_to(g, t, most, closed_, guard_);
  }

  [[nodiscard]] std::uint32_t nearest() const { return hops_.empty() ? too_far : hops_[s_]; }

  /// Adds the paths of exactly that many hops, until there are `limit` of them.
  void list(std::uint32_t hops, std::size_t limit, std::vector<kernel::Route>& routes) {
    enter(s_, hops);
    while (!stack_.empty()) {
      Place& top = stack_.back();
      if (top.slots.empty()) {
        leave();
        continue;
      }
      const Vertex w = go_on(top);
      if (w == t_) {
        report(limit, routes);
        if (routes.size() == limit) return;
        choices_.pop_back();
      } else {
        enter(w, hops - static_cast<std::uint32_t>(choices_.size()));
      }
    }
  }

 private:
  struct Place {
    Vertex v;
    std::vector<std::size_t> slots;  // still to try, the smallest entity last
  };

  /// Over all parallel edges to the next at once: routes differ in their entities first.
  Vertex go_on(Place& top) {
    const auto row = g_.out(top.v);
    const Vertex w = row[top.slots.back()];
    std::vector<EdgeIndex>& parallel = choices_.emplace_back();
    for (; !top.slots.empty() && row[top.slots.back()] == w; top.slots.pop_back())
      parallel.push_back(g_.out_edges(top.v)[top.slots.back()]);
    return w;
  }

  void enter(Vertex v, std::uint32_t left) {
    closed_[v] = true;
    Place place{v, {}};
    const auto row = g_.out(v);
    guard_.work(row.size() + 1);
    for (std::size_t slot = row.size(); slot-- > 0;) {
      const Vertex w = row[slot];
      // The target ends a path, so it is entered with no hops left and never earlier.
      const bool fits = w == t_ ? left == 1 : hops_[w] != too_far && hops_[w] < left;
      if (fits && !closed_[w]) place.slots.push_back(slot);
    }
    std::stable_sort(place.slots.begin(), place.slots.end(),
                     [this, row](auto a, auto b) { return g_.entity(row[b]) < g_.entity(row[a]); });
    stack_.push_back(std::move(place));
  }

  void leave() {
    closed_[stack_.back().v] = false;
    stack_.pop_back();
    if (!choices_.empty()) choices_.pop_back();
  }

  void report(std::size_t limit, std::vector<kernel::Route>& routes) const {
    std::vector<Vertex> vertices;
    for (const Place& place : stack_) vertices.push_back(place.v);
    vertices.push_back(t_);
    kernel::add_routes(vertices, choices_, limit, routes);
  }

  const Network& g_;
  Vertex s_;
  Vertex t_;
  kernel::RunGuard guard_;
  std::vector<bool> closed_;  // avoided, or on the path
  std::vector<std::uint32_t> hops_;
  std::vector<Place> stack_;
  std::vector<std::vector<EdgeIndex>> choices_;  // by hop, the parallel edges
};

std::vector<kernel::Route> simple_routes(const Network& g, Vertex s, Vertex t, std::uint32_t most,
                                         const SimplePathsOptions& options) {
  SimpleWalk walk(g, s, t, most, options);
  std::vector<kernel::Route> routes;
  if (walk.nearest() > most) return routes;
  if (s == t) return {{{s}, {}}};
  const std::size_t wanted = std::max(options.limit, options.limit + 1);  // one more: is that all?
  const std::uint32_t longest = std::min(most, g.vertex_count() - 1);
  for (std::uint32_t hops = walk.nearest(); hops <= longest && routes.size() < wanted; ++hops) {
    walk.list(hops, wanted, routes);
  }
  return routes;
}

}  // namespace

PathList simple_paths(const Network& g, EntityId from, EntityId to, std::uint32_t most_hops,
                      const SimplePathsOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return {};
  auto routes = simple_routes(g, *s, *t, most_hops, options);
  PathList list;
  if (routes.size() > options.limit) {
    list.completeness = Completeness::limited;
    routes.resize(options.limit);
  }
  for (const kernel::Route& route : routes) {
    list.paths.push_back(kernel::path_of(g, route));
  }
  list.count = list.paths.size();
  return list;
}

}  // namespace entente
