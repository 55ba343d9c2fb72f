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

/// A depth-first walk that meets the routes in order, without recursion, those along the same
/// vertices at once. There are no dead ends, so a route costs no more than its length.
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
        const auto arcs = dag_.onward(top.local);
        const std::uint32_t to = arcs[top.tried].to;
        std::vector<EdgeIndex>& parallel = choices_.emplace_back();
        for (; top.tried < arcs.size() && arcs[top.tried].to == to; ++top.tried)
          parallel.push_back(arcs[top.tried].edge);
        stack_.push_back({to, 0});
      }
    }
    return false;
  }

  void list(std::size_t limit, std::vector<Route>& routes) const {
    std::vector<Vertex> vertices;
    for (const Place& place : stack_) vertices.push_back(dag_.vertices[place.local]);
    add_routes(vertices, choices_, limit, routes);
  }

 private:
  struct Place {
    std::uint32_t local;
    std::uint32_t tried;
  };

  void step_back() {
    stack_.pop_back();
    if (!choices_.empty()) choices_.pop_back();
  }

  const RouteDag& dag_;
  std::uint32_t target_;
  std::vector<Place> stack_;
  std::vector<std::vector<EdgeIndex>> choices_;  // by hop, the parallel edges
};

}  // namespace

void add_routes(const std::vector<Vertex>& vertices,
                const std::vector<std::vector<EdgeIndex>>& choices, std::size_t limit,
                std::vector<Route>& routes) {
  std::vector<std::size_t> chosen(choices.size(), 0);
  while (routes.size() < limit) {
    Route& route = routes.emplace_back();
    route.vertices = vertices;
    for (std::size_t hop = 0; hop < chosen.size(); ++hop)
      route.edges.push_back(choices[hop][chosen[hop]]);
    std::size_t hop = chosen.size();
    while (hop > 0 && ++chosen[hop - 1] == choices[hop - 1].size()) chosen[--hop] = 0;
    if (hop == 0) return;
  }
}

std::vector<Route> list_routes(const RouteDag& dag, std::size_t limit) {
  std::vector<Route> routes;
  if (dag.vertices.empty()) return routes;
  RouteWalk walk(dag);
  while (routes.size() < limit && walk.next()) walk.list(limit, routes);
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
