#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include <entente/algorithm/communities.hpp>

#include "algorithm/groups/clusters.hpp"
#include "algorithm/groups/label_groups.hpp"
#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::Cluster;
using kernel::Level;

kernel::TieRows ties_of(const Network& g, const CommunityOptions& options) {
  if (!(options.resolution > 0) || std::isinf(options.resolution)) {
    throw InvalidArgument(
        "bad-resolution",
        fmt::format("the resolution is {}, but it must be above 0; 1 is customary",
                    options.resolution));
  }
  return kernel::tie_rows(g, kernel::tie_weights(g, options.weights, "a community method"));
}

double modularity_of(const Level& level, const std::vector<Cluster>& clusters, double resolution) {
  if (!(level.total > 0)) return 0;
  std::vector<double> weight(level.vertex_count(), 0.0);
  double inside = 0;
  for (Vertex v = 0; v < level.vertex_count(); ++v) {
    weight[clusters[v]] += level.weight[v];
    const auto row = level.ties.neighbours_of(v);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (clusters[row[i]] == clusters[v]) inside += level.ties.weights_of(v)[i];
    }
  }
  double by_chance = 0;
  for (const double each : weight) by_chance += each / level.total * (each / level.total);
  return inside / level.total - resolution * by_chance;
}

Communities told(const Network& g, const Level& level, const std::vector<Cluster>& clusters,
                 double resolution) {
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
void louvain_pass(const Level& first, double resolution, std::vector<Cluster>& clusters,
                  std::mt19937_64& random, kernel::RunGuard& guard) {
  Level level = first;
  std::vector<Cluster> here = clusters;
  std::vector<Cluster> place = alone(first.vertex_count());  // of each vertex in the level
  while (true) {
    guard.check();
    kernel::move_vertices(level, resolution, here, random, guard);
    const Cluster count = kernel::renumber(here);
    follow(place, here);
    if (count == level.vertex_count()) break;
    level = kernel::joined_level(level, here, count);
    here = alone(count);
  }
  clusters = std::move(place);
}

/// One run of Leiden from the clusters given: moves, refines and joins until nothing moves.
void leiden_pass(const Level& first, double resolution, std::vector<Cluster>& clusters,
                 std::mt19937_64& random, kernel::RunGuard& guard) {
  Level level = first;
  std::vector<Cluster> place = alone(first.vertex_count());  // of each vertex in the level
  std::vector<Cluster> here = clusters;                      // the clusters of the level's vertices
  while (true) {
    guard.check();
    kernel::move_vertices(level, resolution, here, random, guard);
    kernel::renumber(here);
    clusters = place;
    follow(clusters, here);
    auto parts = kernel::refine(level, resolution, here, random, guard);
    const Cluster count = kernel::renumber(parts);
    if (count == level.vertex_count()) return;
    std::vector<Cluster> above(count);
    for (Vertex v = 0; v < level.vertex_count(); ++v) above[parts[v]] = here[v];
    follow(place, parts);
    level = kernel::joined_level(level, parts, count);
    here = std::move(above);
  }
}

/// Passes begin where the last one ended, which frees vertices that went with the wrong cluster;
/// no pass loses. Ends with one that gains nothing, or after the most that are worth their time.
template <typename Pass>
void repeat(int most, const Level& first, double resolution, const std::vector<Cluster>& clusters,
            Pass pass) {
  double before = -1;
  for (int i = 0; i < most; ++i) {
    pass();
    const double reached = modularity_of(first, clusters, resolution);
    if (reached <= before) return;
    before = reached;
  }
}

}  // namespace

double modularity(const Network& g, const Groups& groups, const CommunityOptions& options) {
  constexpr auto none = std::numeric_limits<Cluster>::max();
  std::vector<Cluster> clusters(g.vertex_count(), none);
  Cluster count = 0;
  for (const auto& members : groups) {
    for (const EntityId entity : members) {
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
  return modularity_of(kernel::first_level(ties_of(g, options)), clusters, options.resolution);
}

Communities louvain(const Network& g, const CommunityOptions& options) {
  kernel::RunGuard guard(options.run);
  std::mt19937_64 random(options.seed);
  const Level first = kernel::first_level(ties_of(g, options));
  std::vector<Cluster> clusters = alone(g.vertex_count());
  repeat(2, first, options.resolution, clusters,
         [&] { louvain_pass(first, options.resolution, clusters, random, guard); });
  return told(g, first, clusters, options.resolution);
}

Communities leiden(const Network& g, const CommunityOptions& options) {
  kernel::RunGuard guard(options.run);
  std::mt19937_64 random(options.seed);
  const Level level = kernel::first_level(ties_of(g, options));
  std::vector<Cluster> clusters = alone(g.vertex_count());
  repeat(6, level, options.resolution, clusters,
         [&] { leiden_pass(level, options.resolution, clusters, random, guard); });
  return told(g, level, clusters, options.resolution);
}

Communities label_propagation(const Network& g, const CommunityOptions& options) {
  constexpr int most_rounds = 1000;  // far more than ever seen; ties could swap labels for ever
  kernel::RunGuard guard(options.run);
  std::mt19937_64 random(options.seed);
  const Level level = kernel::first_level(ties_of(g, options));
  std::vector<Cluster> labels = alone(g.vertex_count());
  const auto order = kernel::shuffled(g.vertex_count(), random);
  kernel::ClusterSums ties(g.vertex_count());
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (const Vertex v : order) {
      const auto row = level.ties.neighbours_of(v);
      guard.work(row.size() + 1);
      for (std::size_t i = 0; i < row.size(); ++i) {
        ties.add(labels[row[i]], level.ties.weights_of(v)[i]);
      }
      Cluster best = labels[v];
      for (const Cluster label : ties.touched()) {
        const bool heavier = ties.of(label) > ties.of(best);
        const bool smaller = ties.of(label) == ties.of(best) && best != labels[v] &&
                             g.entity(label) < g.entity(best);
        if (heavier || smaller) best = label;
      }
      ties.clear();
      changed = changed || best != labels[v];
      labels[v] = best;
    }
  }
  return told(g, level, labels, options.resolution);
}

}  // namespace entente
