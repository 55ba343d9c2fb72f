#include <algorithm>
#include <utility>
#include <variant>

#include <entente/algorithm/shortest_path.hpp>

#include "algorithm/paths/cost_search.hpp"
#include "algorithm/paths/meeting_search.hpp"
#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"
#include "base/spares.hpp"

namespace entente {

namespace {

/// Kept for the next question, which then need not clear them.
Spares<kernel::MeetingSearch>& meeting_searches() {
  static Spares<kernel::MeetingSearch> searches;
  return searches;
}
template <typename Kind>
Spares<kernel::CostSearch<Kind>>& cost_searches() {
  static Spares<kernel::CostSearch<Kind>> searches;
  return searches;
}

/// The routes of least cost; empty if there are none.
template <typename Kind>
kernel::RouteDag cheapest_routes(const Network& g, const Kind& lengths,
                                 const kernel::CostQuestion<typename Kind::Sum>& question,
                                 kernel::Ties ties, kernel::RunGuard& guard) {
  return cost_searches<Kind>().take()->routes(g, lengths, question, ties, guard);
}

template <typename Kind>
std::optional<Path> cheapest_path(const Network& g, const Kind& lengths,
                                  const kernel::CostQuestion<typename Kind::Sum>& question,
                                  kernel::RunGuard& guard) {
  const auto dag = cheapest_routes(g, lengths, question, kernel::Ties::fewest_hops, guard);
  const auto routes = kernel::list_routes(dag, 1);
  if (routes.empty()) return std::nullopt;
  return kernel::path_of(g, lengths, routes.front());
}

/// The routes of a list as paths, as far as they are asked for.
template <typename ToPath>
PathList listed(const kernel::RouteDag& dag, std::size_t limit, kernel::RunGuard& guard,
                ToPath to_path) {
  PathList list{.paths = {}, .count = kernel::count_routes(dag)};
  for (const kernel::Route& route : kernel::list_routes(dag, limit)) {
    guard.work(route.vertices.size());
    list.paths.push_back(to_path(route));
  }
  if (list.count > list.paths.size()) list.completeness = Completeness::limited;
  return list;
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
    return std::visit(
        [&](const auto& lengths) {
          return cheapest_path(g, lengths, {.s = *s, .t = *t, .closed = avoid}, guard);
        },
        kernel::lengths_of(g, options.cost, kernel::Admitted::non_negative));
  }
  const auto search = meeting_searches().take();
  if (!search->run(g, *s, *t, avoid, guard)) return std::nullopt;
  return kernel::path_of(g, search->first_route());
}

PathList all_shortest_paths(const Network& g, EntityId from, EntityId to,
                            const PathListOptions& options) {
  const auto s = g.vertex(from);
  const auto t = g.vertex(to);
  if (!s || !t) return {};
  kernel::RunGuard guard(options.run);
  const auto avoid = kernel::vertices_of(g, options.avoid);
  if (options.cost == Cost::weight) {
    return std::visit(
        [&](const auto& lengths) {
          const auto dag = cheapest_routes(g, lengths, {.s = *s, .t = *t, .closed = avoid},
                                           kernel::Ties::any_hops, guard);
          return listed(dag, options.limit, guard, [&](const kernel::Route& route) {
            return kernel::path_of(g, lengths, route);
          });
        },
        kernel::lengths_of(g, options.cost, kernel::Admitted::positive));
  }
  kernel::RouteDag dag;
  const auto search = meeting_searches().take();
  if (search->run(g, *s, *t, avoid, guard)) dag = search->all_routes();
  return listed(dag, options.limit, guard,
                [&g](const kernel::Route& route) { return kernel::path_of(g, route); });
}

}  // namespace entente
