// J. Yen, Finding the k shortest loopless paths in a network, Management Science 17 (1971) 712,
// with E. Lawler's partition (18 (1972) 401): every set of routes not yet found is given by a
// beginning they share and the vertices they must not go to next. By weight, one search against the
// edges bounds the best of each set from below, and a set is searched only when that bound comes
// first; by hops, a search from both ends costs less than the bounds.

#include <algorithm>
#include <queue>
#include <utility>
#include <variant>

#include <entente/algorithm/simple_paths.hpp>

#include "algorithm/paths/cost_search.hpp"
#include "algorithm/paths/meeting_search.hpp"
#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::Route;

/// Cost first, then hops.
template <typename Sum>
struct Key {
  Sum cost{0};
  std::size_t hops = 0;
  friend bool operator==(const Key&, const Key&) = default;
  friend bool operator<(const Key& a, const Key& b) {
    return a.cost < b.cost || (a.cost == b.cost && a.hops < b.hops);
  }
};

/// A set of routes: all that begin with these vertices and go on to none of those barred.
template <typename Sum>
struct RouteSet {
  Route beginning;
  Sum cost{0};  ///< of the beginning
  std::vector<Vertex> barred;
};

/// A set with a bound on its best route, or that route itself.
template <typename Sum>
struct Candidate {
  Key<Sum> key;
  RouteSet<Sum> set;
  Route route;  ///< empty until searched
  std::vector<EntityId> entities;
  [[nodiscard]] bool searched() const { return !route.vertices.empty(); }
};

struct Later {
  /// What was not searched yet comes first among equals, so that no tie is missed.
  template <typename Sum>
  bool operator()(const Candidate<Sum>& a, const Candidate<Sum>& b) const {
    if (!(a.key == b.key)) return b.key < a.key;
    if (a.searched() != b.searched()) return a.searched();
    return b.entities < a.entities;
  }
};

template <typename Kind>
class RoutesInOrder {
  using Sum = typename Kind::Sum;
  using Set = RouteSet<Sum>;
  using Found = Candidate<Sum>;
  static constexpr Sum no_path = kernel::without_end<Sum>();

 public:
  RoutesInOrder(const Network& g, const Kind& lengths, Vertex s, Vertex t,
                const PathOptions& options)
      : g_(g),
        lengths_(lengths),
        t_(t),
        guard_(options.run),
        cost_(options.cost),
        avoided_(kernel::vertices_of(g, options.avoid)) {
    if (cost_ == Cost::weight) {
      ahead_ = search_.distances(g, g.in_rows(), lengths, {.s = t, .closed = avoided_}, guard_);
      if (ahead_[s] == no_path) return;
    }
    push({{{s}, {}}, Sum(0), {}});
  }

  /// The next route; empty if there is none.
  Route next() {
    while (!queue_.empty()) {
      Found best = queue_.top();
      queue_.pop();
      if (best.searched()) {
        split(best);
        return best.route;
      }
      search(best);
    }
    return {};
  }

 private:
  /// Queues a set under the bound on its best route, if it can have one.
  void push(Set set) {
    const Sum bound = cost_ == Cost::hops ? set.cost : bound_of(set);
    if (bound != no_path) queue_.push({{bound, 0}, std::move(set), {}, {}});
  }

  [[nodiscard]] Sum bound_of(const Set& set) {
    const Vertex v = set.beginning.vertices.back();
    const auto row = g_.out(v);
    const auto edges = g_.out_edges(v);
    guard_.work(row.size());
    Sum bound = v == t_ ? set.cost : no_path;
    for (std::size_t slot = 0; v != t_ && slot < row.size(); ++slot) {
      const Sum ahead = ahead_[row[slot]];
      if (ahead == no_path || contains(set.barred, row[slot])) continue;
      if (contains(set.beginning.vertices, row[slot])) continue;
      bound = std::min(bound, lengths_.after(set.cost, edges[slot]) + ahead);
    }
    return bound;
  }

  static bool contains(const std::vector<Vertex>& vertices, Vertex v) {
    return std::find(vertices.begin(), vertices.end(), v) != vertices.end();
  }

  /// Finds the best route of a set and queues the set again under its true cost.
  void search(Found& candidate) {
    const Route& beginning = candidate.set.beginning;
    std::vector<Vertex> closed = avoided_;
    closed.insert(closed.end(), beginning.vertices.begin(), beginning.vertices.end() - 1);
    const Route onward = best_onward(beginning.vertices.back(), closed, candidate.set.barred);
    if (onward.vertices.empty()) return;
    candidate.route = beginning;
    Route& route = candidate.route;
    route.vertices.insert(route.vertices.end(), onward.vertices.begin() + 1, onward.vertices.end());
    route.edges.insert(route.edges.end(), onward.edges.begin(), onward.edges.end());
    candidate.key = {Sum(0), route.edges.size()};
    for (const EdgeIndex e : route.edges)
      candidate.key.cost = lengths_.after(candidate.key.cost, e);
    for (const Vertex v : route.vertices) candidate.entities.push_back(g_.entity(v));
    queue_.push(std::move(candidate));
  }

  /// The best route from v; empty if there is none.
  Route best_onward(Vertex v, const std::vector<Vertex>& closed,
                    const std::vector<Vertex>& barred) {
    if (cost_ == Cost::hops) {
      const bool found = meeting_.run_barred(g_, v, t_, closed, barred, guard_).has_value();
      return found ? meeting_.first_route() : Route{};
    }
    const auto dag = search_.routes(
        g_, lengths_,
        {.s = v, .t = t_, .closed = closed, .closed_at_start = barred, .ahead = ahead_},
        kernel::Ties::fewest_hops, guard_);
    auto routes = kernel::list_routes(dag, 1);
    return routes.empty() ? Route{} : std::move(routes.front());
  }

  /// Queues what is left of a set without its best route: one set for every place to leave it.
  void split(const Found& found) {
    Set rest = found.set;
    const Route& route = found.route;
    for (std::size_t at = rest.beginning.edges.size(); at < route.edges.size(); ++at) {
      rest.barred.push_back(route.vertices[at + 1]);
      push(rest);
      rest.barred.clear();
      rest.beginning.vertices.push_back(route.vertices[at + 1]);
      rest.beginning.edges.push_back(route.edges[at]);
      rest.cost = lengths_.after(rest.cost, route.edges[at]);
    }
  }

  const Network& g_;
  const Kind& lengths_;
  Vertex t_;
  kernel::RunGuard guard_;
  Cost cost_;
  kernel::CostSearch<Kind> search_;
  kernel::MeetingSearch meeting_;
  std::vector<Vertex> avoided_;
  std::vector<Sum> ahead_;  // by weight only
  std::priority_queue<Found, std::vector<Found>, Later> queue_;
};

template <typename Kind>
std::vector<Path> first_paths(const Network& g, const Kind& lengths, Vertex s, Vertex t,
                              std::size_t count, const PathOptions& options) {
  std::vector<Path> paths;
  RoutesInOrder<Kind> routes(g, lengths, s, t, options);
  while (paths.size() < count) {
    const Route route = routes.next();
    if (route.vertices.empty()) break;
    paths.push_back(kernel::path_of(g, lengths, route));
  }
  return paths;
}

}  // namespace

std::vector<Path> k_shortest_paths(const Network& g, EntityId from, EntityId to, std::size_t count,
                                   const PathOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t || count == 0) return {};
  return std::visit(
      [&](const auto& lengths) { return first_paths(g, lengths, *s, *t, count, options); },
      kernel::lengths_of(g, options.cost, kernel::Admitted::non_negative));
}

}  // namespace entente
