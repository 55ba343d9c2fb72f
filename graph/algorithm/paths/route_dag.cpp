#include "algorithm/paths/route_dag.hpp"

#include <algorithm>
#include <limits>

namespace entente::kernel {

std::uint64_t count_routes(const RouteDag& dag) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  if (dag.vertices.empty()) return 0;
  std::vector<std::uint64_t> count(dag.vertices.size(), 0);
  count.back() = 1;
  for (auto v = static_cast<std::uint32_t>(dag.vertices.size() - 1); v-- > 0;) {
    for (const RouteDag::Arc& arc : dag.onward(v)) {
      count[v] = count[arc.to] > most - count[v] ? most : count[v] + count[arc.to];
    }
  }
  return count.front();
}

namespace {

/// A depth-first walk that meets the routes in order, without recursion. There are no dead ends, so
/// a route costs no more than its length.
class RouteWalk {
 public:
  explicit RouteWalk(const RouteDag& dag)
      : dag_(dag), target_(static_cast<std::uint32_t>(dag.vertices.size() - 1)) {
    stack_.push_back({0, 0});
  }

  /// Goes on to the next route; false if there is none.
  bool next() {
    while (!stack_.empty()) {
      Place& top = stack_.back();
      if (top.local == target_ && top.tried++ == 0) return true;
      if (top.local == target_ || top.tried == dag_.onward(top.local).size()) {
        step_back();
      } else {
        const RouteDag::Arc arc = dag_.onward(top.local)[top.tried++];
        stack_.push_back({arc.to, 0});
        edges_.push_back(arc.edge);
      }
    }
    return false;
  }

  [[nodiscard]] Route route() const {
    Route route{{}, edges_};
    for (const Place& place : stack_) route.vertices.push_back(dag_.vertices[place.local]);
    return route;
  }

 private:
  struct Place {
    std::uint32_t local;
    std::uint32_t tried;
  };

  void step_back() {
    stack_.pop_back();
    if (!edges_.empty()) edges_.pop_back();
  }

  const RouteDag& dag_;
  std::uint32_t target_;
  std::vector<Place> stack_;
  std::vector<EdgeIndex> edges_;
};

}  // namespace

std::vector<Route> list_routes(const RouteDag& dag, std::size_t limit) {
  std::vector<Route> routes;
  if (dag.vertices.empty()) return routes;
  RouteWalk walk(dag);
  while (routes.size() < limit && walk.next()) routes.push_back(walk.route());
  return routes;
}

std::vector<Vertex> vertices_of(const Network& g, std::span<const EntityId> entities) {
  std::vector<Vertex> vertices;
  for (const EntityId entity : entities) {
    if (const auto v = g.vertex(entity)) vertices.push_back(*v);
  }
  return vertices;
}

Path path_of(const Network& g, const Route& route, double cost) {
  Path path;
  for (const Vertex v : route.vertices) path.entities.push_back(g.entity(v));
  for (std::size_t hop = 0; hop < route.edges.size(); ++hop) {
    const EdgeIndex e = route.edges[hop];
    const auto relations = g.relations(e);
    path.steps.push_back({.from = path.entities[hop],
                          .to = path.entities[hop + 1],
                          .edge = e,
                          .relations = {relations.begin(), relations.end()},
                          .verdict = g.verdict(e)});
    path.verdict = std::min(path.verdict, g.verdict(e));
  }
  path.cost = cost;
  return path;
}

Path path_of(const Network& g, const Route& route) {
  return path_of(g, route, static_cast<double>(route.edges.size()));
}

}  // namespace entente::kernel
