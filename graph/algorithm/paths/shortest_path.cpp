#include <algorithm>
#include <utility>

#include <entente/algorithm/shortest_path.hpp>

#include "algorithm/paths/cost_search.hpp"
#include "algorithm/paths/meeting_search.hpp"
#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

/// Kept for the next question of this thread, which then need not clear it.
kernel::MeetingSearch& search_of_this_thread() {
  thread_local kernel::MeetingSearch search;
  return search;
}

/// The routes of least cost; empty if there are none.
kernel::RouteDag cheapest_routes(const Network& g, const kernel::Lengths& lengths,
                                 const kernel::CostQuestion& question, kernel::Ties ties,
                                 kernel::RunGuard& guard) {
  thread_local kernel::CostSearch search;  // kept for the next question of this thread
  return search.routes(g, lengths, question, ties, guard);
}

}  // namespace

std::optional<Path> shortest_path(const Network& g, EntityId from, EntityId to,
                                  const PathOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return std::nullopt;
  kernel::RunGuard guard(options.run);
  const auto avoid = kernel::vertices_of(g, options.avoid);
  if (options.cost == Cost::weight) {
    const kernel::Lengths lengths(g, options.cost, kernel::Admitted::non_negative);
    const auto dag = cheapest_routes(g, lengths, {.s = *s, .t = *t, .closed = avoid},
                                     kernel::Ties::fewest_hops, guard);
    const auto routes = kernel::list_routes(dag, 1);
    if (routes.empty()) return std::nullopt;
    return kernel::path_of(g, lengths, routes.front());
  }
  const kernel::Lengths hops(g, Cost::hops, kernel::Admitted::non_negative);
  kernel::MeetingSearch& search = search_of_this_thread();
  if (!search.run(g, *s, *t, avoid, guard)) return std::nullopt;
  return kernel::path_of(g, hops, search.first_route());
}

PathList all_shortest_paths(const Network& g, EntityId from, EntityId to,
                            const PathListOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return {};
  kernel::RunGuard guard(options.run);
  const auto avoid = kernel::vertices_of(g, options.avoid);
  const kernel::Lengths lengths(g, options.cost, kernel::Admitted::positive);
  kernel::RouteDag dag;
  if (options.cost == Cost::weight) {
    dag = cheapest_routes(g, lengths, {.s = *s, .t = *t, .closed = avoid}, kernel::Ties::any_hops,
                          guard);
  } else if (kernel::MeetingSearch& search = search_of_this_thread();
             search.run(g, *s, *t, avoid, guard)) {
    dag = search.all_routes();
  }
  PathList list{.paths = {}, .count = kernel::count_routes(dag)};
  for (const kernel::Route& route : kernel::list_routes(dag, options.limit)) {
    guard.work(route.vertices.size());
    list.paths.push_back(kernel::path_of(g, lengths, route));
  }
  if (list.count > list.paths.size()) list.completeness = Completeness::limited;
  return list;
}

}  // namespace entente
