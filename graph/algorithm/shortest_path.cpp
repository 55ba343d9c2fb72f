#include <algorithm>
#include <utility>

#include <entente/algorithm/shortest_path.hpp>

#include "algorithm/dijkstra.hpp"
#include "algorithm/meeting_search.hpp"
#include "algorithm/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

/// Kept for the next question of this thread, which then need not clear it.
kernel::MeetingSearch& search_of_this_thread() {
  thread_local kernel::MeetingSearch search;
  return search;
}

std::vector<Vertex> vertices_of(const Network& g, const std::vector<EntityId>& entities) {
  std::vector<Vertex> vertices;
  for (const EntityId entity : entities) {
    if (const auto v = g.vertex(entity)) vertices.push_back(*v);
  }
  return vertices;
}

/// The routes of least cost; empty if there are none.
kernel::RouteDag cheapest_routes(const Network& g, Vertex s, Vertex t,
                                 const std::vector<Vertex>& avoid, kernel::Ties ties,
                                 kernel::RunGuard& guard) {
  kernel::check_weights(g, ties == kernel::Ties::any_hops ? kernel::Admitted::positive
                                                          : kernel::Admitted::non_negative);
  std::vector<bool> avoided(g.vertex_count(), false);
  for (const Vertex v : avoid) avoided[v] = true;
  if (avoided[s] || avoided[t]) return {};
  const auto reach = kernel::dijkstra(g, s, t, avoided, guard);
  return kernel::tight_routes(g, s, t, reach, ties, guard);
}

}  // namespace

std::optional<Path> shortest_path(const Network& g, EntityId from, EntityId to,
                                  const PathOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return std::nullopt;
  kernel::RunGuard guard(options.run);
  const auto avoid = vertices_of(g, options.avoid);
  if (options.cost == Cost::weight) {
    const auto dag = cheapest_routes(g, *s, *t, avoid, kernel::Ties::fewest_hops, guard);
    const auto routes = kernel::list_routes(dag, 1);
    if (routes.empty()) return std::nullopt;
    return kernel::path_of(g, routes.front(), options.cost);
  }
  kernel::MeetingSearch& search = search_of_this_thread();
  if (!search.run(g, *s, *t, avoid, guard)) return std::nullopt;
  return kernel::path_of(g, search.first_route(), options.cost);
}

PathList all_shortest_paths(const Network& g, EntityId from, EntityId to,
                            const PathListOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return {};
  kernel::RunGuard guard(options.run);
  const auto avoid = vertices_of(g, options.avoid);
  kernel::RouteDag dag;
  if (options.cost == Cost::weight) {
    dag = cheapest_routes(g, *s, *t, avoid, kernel::Ties::any_hops, guard);
  } else if (kernel::MeetingSearch& search = search_of_this_thread();
             search.run(g, *s, *t, avoid, guard)) {
    dag = search.all_routes();
  }
  PathList list{.paths = {}, .count = kernel::count_routes(dag)};
  for (const kernel::Route& route : kernel::list_routes(dag, options.limit)) {
    guard.work(route.vertices.size());
    list.paths.push_back(kernel::path_of(g, route, options.cost));
  }
  if (list.count > list.paths.size()) list.completeness = Completeness::limited;
  return list;
}

}  // namespace entente
