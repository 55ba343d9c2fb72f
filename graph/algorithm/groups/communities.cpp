#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/communities.hpp>
#include <entente/base/hardened.hpp>

#include "algorithm/groups/clusters.hpp"
#include "algorithm/groups/label_groups.hpp"
#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::Cluster;
using kernel::Draws;
using kernel::Level;
using kernel::Tie;

kernel::TieRows ties_of(const Network& g, const CommunityOptions& options) {
  if (!(options.resolution > 0) || std::isinf(options.resolution)) {
    throw InvalidArgument(
        "bad-resolution",
        fmt::format("the resolution is {}, but it must be above 0; 1 is customary",
                    options.resolution));
  }
  std::vector<double> weights = kernel::tie_weights(g, options.weights, "a community method");
  if (options.weights == entente::Weights::used) kernel::scale_to(weights, kernel::roomy_place);
  return kernel::tie_rows(g, weights);
}

template <typename Weight>
double modularity_of(const Level<Weight>& level, const std::vector<Cluster>& clusters,
                     double resolution) {
  if (!(level.total > 0)) return 0;
  std::vector<double> weight(level.vertex_count(), 0.0);
  double inside = 0;
  for (Vertex v = 0; v < level.vertex_count(); ++v) {
    weight[clusters[v]] += static_cast<double>(level.weight[v]);
    Weight own = 0;
    for (const Tie<Weight>& tie : level.ties_of(v))
      own += clusters[tie.to] == clusters[v] ? tie.weight : 0;
    inside += static_cast<double>(own);
  }
  double by_chance = 0;
  for (const double each : weight) by_chance += each / level.total * (each / level.total);
  return inside / level.total - resolution * by_chance;
}

template <typename Weight>
Communities summary_of(const Network& g, const Level<Weight>& level,
                       const std::vector<Cluster>& clusters, double resolution) {
  return {kernel::groups_of(g, clusters), modularity_of(level, clusters, resolution)};
}

std::vector<Cluster> alone(Vertex n) {
  std::vector<Cluster> clusters(n);
  std::iota(clusters.begin(), clusters.end(), Cluster{0});
  return clusters;
}

/// Takes every vertex where its place of the level above went.
void follow(std::vector<Cluster>& clusters, const std::vector<Cluster>& above) {
  for (Cluster& cluster : clusters) cluster = above[cluster];
}

/// One run of Louvain from the clusters given: moves vertices, then whole clusters, until nothing
/// moves.
template <typename Weight>
void louvain_pass(const Level<Weight>& first, double resolution, Draws draws,
                  std::vector<Cluster>& clusters, std::mt19937_64& random,
                  kernel::RunGuard& guard) {
  Level<Weight> joined;
  const Level<Weight>* level = &first;
  std::vector<Cluster> here = clusters;
  std::vector<Cluster> place = alone(first.vertex_count());  // of each vertex in the level
  while (true) {
    guard.check();
    kernel::move_vertices(*level, resolution, draws, here, random, guard);
    const Cluster count = kernel::renumber(here);
    follow(place, here);
    if (count == level->vertex_count()) break;
    joined = kernel::joined_level(*level, here, count);
    level = &joined;
    here = alone(count);
  }
  clusters = std::move(place);
}

/// One run of Leiden from the clusters given: moves, refines and joins until nothing moves.
template <typename Weight>
void leiden_pass(const Level<Weight>& first, double resolution, Draws draws,
                 std::vector<Cluster>& clusters, std::mt19937_64& random, kernel::RunGuard& guard) {
  Level<Weight> joined;
  const Level<Weight>* level = &first;
  std::vector<Cluster> place = alone(first.vertex_count());  // of each vertex in the level
  std::vector<Cluster> here = clusters;                      // the clusters of the level's vertices
  while (true) {
    guard.check();
    kernel::move_vertices(*level, resolution, draws, here, random, guard);
    kernel::renumber(here);
    auto parts = kernel::refine(*level, resolution, here, random, guard);
    const Cluster count = kernel::renumber(parts);
    if (count == level->vertex_count()) break;
    std::vector<Cluster> above(count);
    for (Vertex v = 0; v < level->vertex_count(); ++v) above[parts[v]] = here[v];
    follow(place, parts);
    joined = kernel::joined_level(*level, parts, count);
    level = &joined;
    here = std::move(above);
  }
  follow(place, here);
  clusters = std::move(place);
}

/// How often a method begins, how many passes each time, and what it does where gains are equal.
struct Effort {
  int starts = 1;
  int passes = 1;
  Draws draws = Draws::to_the_first;
};

/// Small networks have few good partitions that one start may miss, and cost next to nothing.
Effort effort_for(Vertex vertices, int passes, int passes_if_small) {
  constexpr Vertex small = 1000;
  if (vertices >= small) return {1, passes, Draws::to_the_first};
  const int starts = std::clamp(static_cast<int>(20'000 / (vertices + 1)), 20, 200);
  return {starts, passes_if_small, Draws::by_lot};
}

/// The best of several starts. Passes of a start begin where the last one ended, which frees
/// vertices that went with the wrong cluster; no pass loses, and a start ends with one that gains
/// nothing. `pass(clusters)` is one of them.
template <typename Weight, typename Pass>
std::vector<Cluster> best_of(const Level<Weight>& level, double resolution, Effort effort,
                             Pass pass) {
  std::vector<Cluster> best;
  double most = -std::numeric_limits<double>::infinity();
  for (int start = 0; start < effort.starts; ++start) {
    std::vector<Cluster> clusters = alone(level.vertex_count());
    double before = -std::numeric_limits<double>::infinity();
    for (int i = 0; i < effort.passes; ++i) {
      pass(clusters);
      const double reached = modularity_of(level, clusters, resolution);
      if (reached <= before) break;
      before = reached;
    }
    if (before <= most) continue;
    most = before;
    best = std::move(clusters);
  }
  return best;
}

/// Counted ties weigh whole numbers, of which the sum of all fits into 32 bits.
bool counts_ties(const Network& g, const CommunityOptions& options) {
  return options.weights == entente::Weights::ignored &&
         std::size_t{2} * g.edge_count() < std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

double modularity(const Network& g, const Groups& groups, const CommunityOptions& options) {
  constexpr auto none = std::numeric_limits<Cluster>::max();
  std::vector<Cluster> clusters(g.vertex_count(), none);
  Cluster count = 0;
  for (const auto& members : groups) {
    for (const EntityId entity : members) {
      entente::detail::check_number("modularity", index(entity), index(EntityId{}));
      const auto v = g.vertex(entity);
      if (!v) continue;
      if (clusters[*v] != none) {
        throw InvalidArgument("overlapping-groups",
                              "an entity stands twice in the groups whose modularity is asked for");
      }
      clusters[*v] = count;
    }
    ++count;
  }
  for (Cluster& cluster : clusters) {
    if (cluster == none) cluster = count++;
  }
  return modularity_of(kernel::first_level<double>(ties_of(g, options)), clusters,
                       options.resolution);
}

namespace {

/// What `pass` finds on the levels of a network, whose weights are whole numbers if ties are
/// counted.
template <typename Pass>
Communities best_communities(const Network& g, const CommunityOptions& options,
                             const Effort& effort, Pass pass) {
  const auto on = [&](const auto& level) {
    kernel::RunGuard guard(options.run);
    std::mt19937_64 random(options.seed);
    const auto clusters = best_of(level, options.resolution, effort, [&](auto& reached) {
      pass(level, options.resolution, effort.draws, reached, random, guard);
    });
    return summary_of(g, level, clusters, options.resolution);
  };
  const kernel::TieRows rows = ties_of(g, options);
  return counts_ties(g, options) ? on(kernel::first_level<std::uint32_t>(rows))
                                 : on(kernel::first_level<double>(rows));
}

}  // namespace

Communities louvain(const Network& g, const CommunityOptions& options) {
  return best_communities(g, options, effort_for(g.vertex_count(), 2, 2),
                          [](auto&&... given) { louvain_pass(given...); });
}

Communities leiden(const Network& g, const CommunityOptions& options) {
  return best_communities(g, options, effort_for(g.vertex_count(), 3, 6),
                          [](auto&&... given) { leiden_pass(given...); });
}

Communities label_propagation(const Network& g, const CommunityOptions& options) {
  constexpr int most_rounds = 1000;  // far more than ever seen; ties could swap labels for ever
  kernel::RunGuard guard(options.run);
  std::mt19937_64 random(options.seed);
  const auto level = kernel::first_level<double>(ties_of(g, options));
  std::vector<Cluster> labels = alone(g.vertex_count());
  const auto order = kernel::working_order(g.vertex_count(), random);
  kernel::ClusterSums<double> ties(g.vertex_count());
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (const Vertex v : order) {
      const auto row = level.ties_of(v);
      guard.work(row.size() + 1);
      for (const Tie<double>& tie : row) ties.add(labels[tie.to], tie.weight);
      Cluster best = labels[v];
      for (const Cluster label : ties.touched()) {
        const bool heavier = ties.ties(label) > ties.ties(best);
        const bool smaller = ties.ties(label) == ties.ties(best) && best != labels[v] &&
                             g.entity(label) < g.entity(best);
        if (heavier || smaller) best = label;
      }
      ties.clear_ties();
      changed = changed || best != labels[v];
      labels[v] = best;
    }
  }
  return summary_of(g, level, labels, options.resolution);
}

}  // namespace entente
