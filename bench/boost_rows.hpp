#pragma once

/// Boost's algorithms on any graph that models its concepts.

#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/page_rank.hpp>

#include "rows.hpp"

namespace bench {

constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();

/// Distances as a breadth-first search meets them.
template <typename Map>
class Hops : public boost::default_bfs_visitor {
 public:
  explicit Hops(Map hops) : hops_(hops) {}
  template <typename Edge, typename Graph>
  void tree_edge(Edge e, const Graph& g) const {
    hops_[target(e, g)] = hops_[source(e, g)] + 1;
  }

 private:
  Map hops_;
};

template <typename Graph>
std::vector<std::uint32_t> hops_from(const Graph& g, std::size_t start) {
  std::vector<std::uint32_t> hops(num_vertices(g), unseen);
  hops[start] = 0;
  const auto from = static_cast<typename boost::graph_traits<Graph>::vertex_descriptor>(start);
  boost::breadth_first_search(g, from, boost::visitor(Hops(hops.data())));
  return hops;
}

double finite_sum(const std::vector<std::uint32_t>& hops) {
  double total = 0;
  for (const std::uint32_t each : hops) {
    if (each != unseen) total += each;
  }
  return total;
}

struct Found {};

/// Leaves a search once its target is met.
template <typename Map>
class Until : public boost::default_bfs_visitor {
 public:
  Until(Map hops, std::size_t target) : hops_(hops), target_(target) {}
  template <typename Edge, typename Graph>
  void tree_edge(const Edge& e, const Graph& g) const {
    hops_[target(e, g)] = hops_[source(e, g)] + 1;
    if (target(e, g) == target_) throw Found();
  }

 private:
  Map hops_;
  std::size_t target_;
};

/// `numbers` are the graph's vertices by the file's.
template <typename Graph>
double hops_between(const Graph& g, const Edges& edges, const std::vector<std::uint32_t>& numbers) {
  double total = 0;
  std::vector<std::uint32_t> hops(num_vertices(g));
  for (std::size_t i = 0; i < path_questions; ++i) {
    const auto s = numbers[edges.ask_from[i]];
    const auto t = numbers[edges.ask_to[i]];
    hops[s] = hops[t] = 0;
    try {
      if (s != t) boost::breadth_first_search(g, s, boost::visitor(Until(hops.data(), t)));
    } catch (const Found&) {
      total += hops[t];
    }
  }
  return total;
}

template <typename Graph, typename Weights>
double costs_of_all(const Graph& g, std::size_t start, Weights weights) {
  std::vector<double> costs(num_vertices(g));
  const auto from = static_cast<typename boost::graph_traits<Graph>::vertex_descriptor>(start);
  boost::dijkstra_shortest_paths(
      g, from,
      boost::distance_map(
          boost::make_iterator_property_map(costs.begin(), get(boost::vertex_index, g)))
          .weight_map(weights));
  double total = 0;
  for (const double cost : costs) {
    if (cost < std::numeric_limits<double>::max()) total += cost;
  }
  return total;
}

template <typename Graph>
double pagerank(const Graph& g, std::size_t iterations) {
  std::vector<double> scores(num_vertices(g));
  boost::graph::page_rank(
      g, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, g)),
      boost::graph::n_iterations(iterations), 0.85);
  // Boost's ranks sum to about n.
  const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
  return std::inner_product(scores.begin(), scores.end(), scores.begin(), 0.0) / (sum * sum);
}

/// What boost::connected_components does; it only takes graphs that are undirected when compiled.
class Labels : public boost::dfs_visitor<> {
 public:
  Labels(std::uint32_t* labels, std::uint32_t* count) : labels_(labels), count_(count) {}
  template <typename Vertex, typename Graph>
  void start_vertex(Vertex, const Graph&) const {
    ++*count_;
  }
  template <typename Vertex, typename Graph>
  void discover_vertex(Vertex v, const Graph&) const {
    labels_[v] = *count_ - 1;
  }

 private:
  std::uint32_t* labels_;
  std::uint32_t* count_;
};

template <typename Graph>
double components(const Graph& g) {
  std::vector<std::uint32_t> labels(num_vertices(g));
  std::uint32_t count = 0;
  boost::depth_first_search(g, boost::visitor(Labels(labels.data(), &count)));
  return count;
}

template <typename Graph>
double cores(const Graph& g) {
  std::vector<std::uint32_t> numbers(num_vertices(g));
  boost::core_numbers(
      g, boost::make_iterator_property_map(numbers.begin(), get(boost::vertex_index, g)));
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

template <typename Graph>
double betweenness(const Graph& g) {
  std::vector<double> scores(num_vertices(g));
  boost::brandes_betweenness_centrality(
      g, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, g)));
  return std::accumulate(scores.begin(), scores.end(), 0.0);
}

/// Searches, on a graph `m->g` with `m->edges` and `m->numbers`; `weights` gives its weight map.
template <typename Measured, typename Weights>
void search_rows(const Rows& rows, const std::shared_ptr<Measured>& m, Weights weights) {
  const std::size_t start = m->numbers[m->edges.ask_from[0]];
  rows.add("bfs", [m, start] { return finite_sum(hops_from(m->g, start)); });
  rows.add(
      "st-path", [m] { return hops_between(m->g, m->edges, m->numbers); }, path_questions);
  rows.add("dijkstra", [m, start, weights] { return costs_of_all(m->g, start, weights(*m)); });
  rows.add("components", [m] { return components(m->g); });
}

/// What also looks at the edges that come in.
template <typename Measured>
void rank_rows(const Rows& rows, const std::shared_ptr<Measured>& m) {
  rows.add("pagerank-20", [m] { return pagerank(m->g, 20); });
  rows.add("cores", [m] { return cores(m->g); });
}

}  // namespace bench
