// The library itself.

#include <cmath>
#include <numeric>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/distances.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/simple_paths.hpp>
#include <entente/algorithm/triangles.hpp>

#include "network.hpp"
#include "rows.hpp"

namespace {

using namespace entente;
using bench::Edges;

template <typename Numbers>
double sum(const Numbers& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

double sum_of_squares(const std::vector<double>& numbers) {
  return std::inner_product(numbers.begin(), numbers.end(), numbers.begin(), 0.0);
}

double sum(const Ranking& ranking) {
  double total = 0;
  for (const auto& [entity, score] : ranking.rows()) total += score;
  return total;
}

double hops_of_all(const Network& g, EntityId from) {
  double total = 0;
  for (const std::uint32_t hops : hops_from(g, std::span(&from, 1))) {
    if (hops != no_hops) total += hops;
  }
  return total;
}

double costs_of_all(const Network& g, EntityId from) {
  double total = 0;
  for (const double cost : costs_from(g, std::span(&from, 1))) {
    if (std::isfinite(cost)) total += cost;
  }
  return total;
}

double hops_between(const Network& g, const Edges& edges, std::size_t questions) {
  double total = 0;
  for (std::size_t i = 0; i < edges.ask_from.size(); ++i) {
    const auto path = shortest_path(g, EntityId(edges.ask_from[i]), EntityId(edges.ask_to[i]));
    if (path && i < questions) total += static_cast<double>(path->length());
  }
  return total;
}

double hops_of_k_shortest(const Network& g, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::yen_questions; ++i) {
    for (const Path& path : k_shortest_paths(g, EntityId(edges.ask_from[i]),
                                             EntityId(edges.ask_to[i]), bench::yen_paths)) {
      total += static_cast<double>(path.length());
    }
  }
  return total;
}

void large_rows(const std::string& file) {
  static const Edges edges = bench::read_edges(file);
  static const Network g = bench::network_of(edges, bench::Weighed::no);
  static const Network weighted = bench::network_of(edges, bench::Weighed::yes);
  static const EntityId start{edges.ask_from.front()};
  bench::row("bfs", [] { return hops_of_all(g, start); });
  bench::row(
      "st-path", [] { return hops_between(g, edges, bench::path_questions); },
      static_cast<double>(edges.ask_from.size()));
  bench::row("dijkstra", [] { return costs_of_all(weighted, start); });
  bench::row("pagerank-20", [] {
    return sum_of_squares(
        pagerank_scores(g, {.tolerance = 0, .max_iterations = 20, .run = {.threads = 1}}));
  });
  bench::row("pagerank-1e-10", [] {
    return sum_of_squares(pagerank_scores(g, {.tolerance = 1e-10, .run = {.threads = 1}}));
  });
  bench::row("components", [] {
    const auto labels = component_labels(g);
    return 1.0 + *std::max_element(labels.begin(), labels.end());
  });
  bench::row("cores", [] { return sum(core_numbers(g)); });
  bench::row("triangles", [] { return static_cast<double>(triangle_count(g)); });
  bench::row(
      "betweenness-sampled",
      [] {
        return sum(sampled_betweenness(g, {.sources = bench::sample_sources, .run = {.threads = 1}})
                       .ranking);
      },
      static_cast<double>(bench::sample_sources));
  bench::row("louvain", [] { return louvain(g).modularity; });
  bench::row("leiden", [] { return leiden(g).modularity; });
  bench::row("memory", [] { return static_cast<double>(g.memory()); });
}

void small_rows(const std::string& file) {
  static const Edges edges = bench::read_edges(file);
  static const Network g = bench::network_of(edges, bench::Weighed::no);
  bench::row("betweenness",
             [] { return sum(betweenness(g, {.scale = Scale::raw, .run = {.threads = 1}})); });
  bench::row("harmonic", [] { return sum(harmonic(g, {.run = {.threads = 1}})); });
  bench::row(
      "yen", [] { return hops_of_k_shortest(g, edges); },
      static_cast<double>(bench::yen_questions));
}

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Files& files) {
    large_rows(files.large);
    small_rows(files.small);
  });
}
