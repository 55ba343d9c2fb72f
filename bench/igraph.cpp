// igraph's C library, as Debian builds it.

#include <cmath>
#include <memory>
#include <utility>

#include <igraph/igraph.h>

#include "edges.hpp"
#include "resident.hpp"
#include "rows.hpp"

namespace {

using bench::Edges;

/// A vector that frees itself.
class Vector {
 public:
  explicit Vector(igraph_integer_t size = 0) { igraph_vector_init(&vector_, size); }
  ~Vector() { igraph_vector_destroy(&vector_); }
  Vector(const Vector&) = delete;
  Vector& operator=(const Vector&) = delete;
  igraph_vector_t* get() { return &vector_; }
  [[nodiscard]] double at(igraph_integer_t place) const { return VECTOR(vector_)[place]; }
  [[nodiscard]] double sum() const { return igraph_vector_sum(&vector_); }
  [[nodiscard]] double sum_of_squares() const { return igraph_vector_sumsq(&vector_); }

 private:
  igraph_vector_t vector_;
};

class IntVector {
 public:
  explicit IntVector(igraph_integer_t size = 0) { igraph_vector_int_init(&vector_, size); }
  ~IntVector() { igraph_vector_int_destroy(&vector_); }
  IntVector(const IntVector&) = delete;
  IntVector& operator=(const IntVector&) = delete;
  igraph_vector_int_t* get() { return &vector_; }
  [[nodiscard]] igraph_integer_t size() const { return igraph_vector_int_size(&vector_); }
  [[nodiscard]] double sum() const { return static_cast<double>(igraph_vector_int_sum(&vector_)); }

 private:
  igraph_vector_int_t vector_;
};

/// A file of edges as an igraph.
struct Graph {
  Edges edges;
  igraph_t g;
  Vector weights;
  double resident = 0;

  explicit Graph(Edges all) : edges(std::move(all)) {
    IntVector ends;
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      igraph_vector_int_push_back(ends.get(), edges.from[i]);
      igraph_vector_int_push_back(ends.get(), edges.to[i]);
      igraph_vector_push_back(weights.get(), edges.weight[i]);
    }
    const double before = bench::resident_bytes();
    igraph_create(&g, ends.get(), edges.vertices, IGRAPH_UNDIRECTED);
    resident = bench::resident_bytes() - before;
  }
};

double bfs(Graph& graph, igraph_integer_t start) {
  IntVector hops;
  igraph_bfs(&graph.g, start, nullptr, IGRAPH_ALL, false, nullptr, nullptr, nullptr, nullptr,
             nullptr, nullptr, hops.get(), nullptr, nullptr);
  double total = 0;
  for (igraph_integer_t v = 0; v < hops.size(); ++v) {
    total += std::max<double>(0, static_cast<double>(igraph_vector_int_get(hops.get(), v)));
  }
  return total;
}

double st_paths(Graph& graph, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::path_questions; ++i) {
    IntVector path;
    igraph_get_shortest_path(&graph.g, nullptr, path.get(), edges.ask_from[i], edges.ask_to[i],
                             IGRAPH_ALL);
    total += static_cast<double>(path.size());
  }
  return total;
}

double dijkstra(Graph& graph, igraph_integer_t start) {
  igraph_matrix_t costs;
  igraph_matrix_init(&costs, 0, 0);
  igraph_distances_dijkstra(&graph.g, &costs, igraph_vss_1(start), igraph_vss_all(),
                            graph.weights.get(), IGRAPH_ALL);
  double total = 0;
  for (igraph_integer_t v = 0; v < igraph_matrix_ncol(&costs); ++v) {
    const double cost = MATRIX(costs, 0, v);
    if (std::isfinite(cost)) total += cost;
  }
  igraph_matrix_destroy(&costs);
  return total;
}

double pagerank(Graph& graph) {
  Vector scores;
  igraph_real_t value = 0;
  igraph_pagerank(&graph.g, IGRAPH_PAGERANK_ALGO_PRPACK, scores.get(), &value, igraph_vss_all(),
                  IGRAPH_UNDIRECTED, 0.85, nullptr, nullptr);
  return scores.sum_of_squares();
}

double components(Graph& graph) {
  IntVector labels;
  igraph_integer_t count = 0;
  igraph_connected_components(&graph.g, labels.get(), nullptr, &count, IGRAPH_WEAK);
  return static_cast<double>(count);
}

double cores(Graph& graph) {
  IntVector numbers;
  igraph_coreness(&graph.g, numbers.get(), IGRAPH_ALL);
  return numbers.sum();
}

double triangles(Graph& graph) {
  Vector count;
  igraph_adjacent_triangles(&graph.g, count.get(), igraph_vss_all());
  return count.sum() / 3;
}

/// Open triples: type 201 is the eleventh.
double census(Graph& graph) {
  Vector counts;
  igraph_triad_census(&graph.g, counts.get());
  return counts.at(10);
}

double constraint(Graph& graph) {
  Vector scores;
  igraph_constraint(&graph.g, scores.get(), igraph_vss_all(), nullptr);
  return scores.sum();
}

/// Over the sources alone: igraph has no sampled betweenness, but searches from a subset of
/// sources.
double sampled_betweenness(Graph& graph) {
  IntVector sources;
  for (std::size_t i = 0; i < bench::sample_sources; ++i) {
    igraph_vector_int_push_back(sources.get(), static_cast<igraph_integer_t>(i));
  }
  Vector scores;
  igraph_betweenness_subset(&graph.g, scores.get(), igraph_vss_all(), false,
                            igraph_vss_vector(sources.get()), igraph_vss_all(), nullptr);
  return scores.sum();
}

double betweenness(Graph& graph) {
  Vector scores;
  igraph_betweenness(&graph.g, scores.get(), igraph_vss_all(), false, nullptr);
  return 2 * scores.sum();
}

double harmonic(Graph& graph) {
  Vector scores;
  igraph_harmonic_centrality(&graph.g, scores.get(), igraph_vss_all(), IGRAPH_ALL, nullptr, false);
  return scores.sum();
}

double yen(Graph& graph, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::yen_questions; ++i) {
    igraph_vector_int_list_t paths;
    igraph_vector_int_list_init(&paths, 0);
    igraph_get_k_shortest_paths(&graph.g, nullptr, nullptr, &paths, bench::yen_paths,
                                edges.ask_from[i], edges.ask_to[i], IGRAPH_ALL);
    for (igraph_integer_t k = 0; k < igraph_vector_int_list_size(&paths); ++k) {
      total +=
          static_cast<double>(igraph_vector_int_size(igraph_vector_int_list_get_ptr(&paths, k)));
    }
    igraph_vector_int_list_destroy(&paths);
  }
  return total;
}

double max_flow(Graph& graph, const Edges& edges) {
  double total = 0;
  for (std::size_t i = 0; i < bench::flow_questions; ++i) {
    igraph_real_t value = 0;
    igraph_maxflow_value(&graph.g, &value, edges.ask_from[i], edges.ask_to[i], graph.weights.get(),
                         nullptr);
    total += value;
  }
  return total;
}

double modularity_of(Graph& graph, IntVector& groups) {
  igraph_real_t modularity = 0;
  igraph_modularity(&graph.g, groups.get(), nullptr, 1, IGRAPH_UNDIRECTED, &modularity);
  return modularity;
}

double louvain(Graph& graph) {
  IntVector groups;
  igraph_community_multilevel(&graph.g, nullptr, 1, groups.get(), nullptr, nullptr);
  return modularity_of(graph, groups);
}

double leiden(Graph& graph) {
  Vector degrees;
  igraph_strength(&graph.g, degrees.get(), igraph_vss_all(), IGRAPH_ALL, true, nullptr);
  IntVector groups;
  igraph_integer_t count = 0;
  igraph_real_t quality = 0;
  igraph_community_leiden(&graph.g, nullptr, degrees.get(),
                          0.5 / static_cast<double>(igraph_ecount(&graph.g)), 0.01, false, 2,
                          groups.get(), &count, &quality);
  return modularity_of(graph, groups);
}

/// What igraph's structure holds: two ends and two indices an edge, two a vertex, 8 bytes each.
double memory(const Graph& graph) {
  return 8.0 * static_cast<double>(4 * igraph_ecount(&graph.g) + 2 * igraph_vcount(&graph.g));
}

void add_rows(const bench::Rows& rows, const std::shared_ptr<Graph>& m) {
  rows.add("bfs", [m] { return bfs(*m, m->edges.ask_from[0]); });
  rows.add(
      "st-path", [m] { return st_paths(*m, m->edges); }, bench::path_questions);
  rows.add("dijkstra", [m] { return dijkstra(*m, m->edges.ask_from[0]); });
  rows.add("pagerank-1e-10", [m] { return pagerank(*m); });
  rows.add("components", [m] { return components(*m); });
  rows.add("cores", [m] { return cores(*m); });
  rows.add("triangles", [m] { return triangles(*m); });
  rows.add("census", [m] { return census(*m); });
  rows.add("constraint", [m] { return constraint(*m); });
  rows.add(
      "betweenness-sampled", [m] { return sampled_betweenness(*m); }, bench::sample_sources);
  rows.add("louvain", [m] { return louvain(*m); });
  rows.add("leiden", [m] { return leiden(*m); });
  rows.add("memory", [m] { return memory(*m); });
  rows.add("resident", [m] { return m->resident; });
  rows.add("betweenness", [m] { return betweenness(*m); });
  rows.add("harmonic", [m] { return harmonic(*m); });
  rows.add(
      "yen", [m] { return yen(*m, m->edges); }, bench::yen_questions);
  rows.add(
      "max-flow", [m] { return max_flow(*m, m->edges); }, bench::flow_questions);
}

}  // namespace

int main(int count, char** words) {
  igraph_rng_seed(igraph_rng_default(), 1);
  return bench::run(count, words, [](const bench::Rows& rows, Edges edges) {
    add_rows(rows, std::make_shared<Graph>(std::move(edges)));
  });
}
