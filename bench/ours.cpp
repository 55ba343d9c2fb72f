// The library itself.

#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/brokerage.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/components.hpp>
#include <entente/algorithm/core.hpp>
#include <entente/algorithm/distances.hpp>
#include <entente/algorithm/max_flow.hpp>
#include <entente/algorithm/mixing.hpp>
#include <entente/algorithm/pagerank.hpp>
#include <entente/algorithm/simple_paths.hpp>
#include <entente/algorithm/triangles.hpp>

#include "network.hpp"
#include "resident.hpp"
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

double hops_between(const Network& g, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::path_questions; ++i) {
    const auto path = shortest_path(g, EntityId(edges.ask_from[i]), EntityId(edges.ask_to[i]));
    if (path) total += static_cast<double>(path->length());
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

double flow_between(const Network& g, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::flow_questions; ++i)
    total += max_flow(g, EntityId(edges.ask_from[i]), EntityId(edges.ask_to[i])).value;
  return total;
}

/// By how much the process grows with a network, beside the edges it is built from.
double resident_growth(const Edges& edges) {
  const std::vector<PlainEdge> plain = bench::plain_edges(edges, bench::Weighed::no);
  const double before = bench::resident_bytes();
  const Network g(edges.vertices, plain, Directedness::undirected);
  return bench::resident_bytes() - before;
}

/// A graph and its networks, alive as long as its rows run.
struct Measured {
  explicit Measured(Edges all)
      : edges(std::move(all)),
        resident(resident_growth(edges)),
        g(bench::network_of(edges, bench::Weighed::no)),
        weighted(bench::network_of(edges, bench::Weighed::yes)),
        start(EntityId(edges.ask_from.front())) {}
  Edges edges;
  double resident;
  Network g;
  Network weighted;
  EntityId start;
};
using Shared = std::shared_ptr<const Measured>;

void path_rows(const bench::Rows& rows, const Shared& m) {
  rows.add("bfs", [m] { return hops_of_all(m->g, m->start); });
  rows.add(
      "st-path", [m] { return hops_between(m->g, m->edges); }, bench::path_questions);
  rows.add("dijkstra", [m] { return costs_of_all(m->weighted, m->start); });
  rows.add(
      "yen", [m] { return hops_of_k_shortest(m->g, m->edges); }, bench::yen_questions);
  rows.add(
      "max-flow", [m] { return flow_between(m->weighted, m->edges); }, bench::flow_questions);
}

void centrality_rows(const bench::Rows& rows, const Shared& m, unsigned threads) {
  const RunControl run{.threads = threads};
  rows.add("pagerank-20", [m, run] {
    return sum_of_squares(
        pagerank_scores(m->g, {.tolerance = 0, .max_iterations = 20, .run = run}));
  });
  rows.add("pagerank-1e-10", [m, run] {
    return sum_of_squares(pagerank_scores(m->g, {.tolerance = 1e-10, .run = run}));
  });
  rows.add(
      "betweenness-sampled",
      [m, run] {
        return sum(
            sampled_betweenness(m->g, {.sources = bench::sample_sources, .run = run}).ranking);
      },
      bench::sample_sources);
  rows.add("betweenness",
           [m, run] { return sum(betweenness(m->g, {.scale = Scale::raw, .run = run})); });
  rows.add("harmonic", [m, run] { return sum(harmonic(m->g, {.run = run})); });
}

void structure_rows(const bench::Rows& rows, const Shared& m) {
  rows.add("components", [m] {
    const auto labels = component_labels(m->g);
    return 1.0 + *std::max_element(labels.begin(), labels.end());
  });
  rows.add("cores", [m] { return sum(core_numbers(m->g)); });
  rows.add("triangles", [m] { return static_cast<double>(triangle_count(m->g)); });
  // Open triples: of an undirected network the type 201.
  rows.add("census", [m] { return static_cast<double>(triad_census(m->g).count("201")); });
  rows.add("constraint", [m] { return sum(constraint(m->g)); });
  rows.add("louvain", [m] { return louvain(m->g).modularity; });
  rows.add("leiden", [m] { return leiden(m->g).modularity; });
  rows.add("memory", [m] { return static_cast<double>(m->g.memory()); });
  rows.add("resident", [m] { return m->resident; });
}

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Rows& rows, Edges edges) {
    const auto measured = std::make_shared<const Measured>(std::move(edges));
    path_rows(rows, measured);
    centrality_rows(rows, measured, 1);
    structure_rows(rows, measured);
  });
}
