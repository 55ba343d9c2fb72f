// Boost's algorithms on our rows, and on Boost's own two kinds of graph.

#include <array>
#include <limits>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/page_rank.hpp>

#include <entente/network/boost.hpp>

#include "network.hpp"
#include "rows.hpp"

namespace {

using bench::Edges;

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
  Until(Map hops, entente::Vertex target) : hops_(hops), target_(target) {}
  template <typename Graph>
  void tree_edge(const entente::Arc& e, const Graph&) const {
    hops_[e.to] = hops_[e.from] + 1;
    if (e.to == target_) throw Found();
  }

 private:
  Map hops_;
  entente::Vertex target_;
};

double hops_between(const entente::Network& g, const Edges& edges) {
  double total = 0;
  std::vector<std::uint32_t> hops(g.vertex_count());
  for (std::size_t i = 0; i < bench::path_questions; ++i) {
    const auto s = g.vertex(entente::EntityId(edges.ask_from[i])).value();
    const auto t = g.vertex(entente::EntityId(edges.ask_to[i])).value();
    hops[s] = hops[t] = 0;
    try {
      if (s != t) boost::breadth_first_search(g, s, boost::visitor(Until(hops.data(), t)));
    } catch (const Found&) {
      total += hops[t];
    }
  }
  return total;
}

double costs_of_all(const entente::Network& g, entente::Vertex start) {
  std::vector<double> costs(g.vertex_count());
  boost::dijkstra_shortest_paths(
      g, start, boost::distance_map(costs.data()).weight_map(entente::bgl::WeightMap(g)));
  double total = 0;
  for (const double cost : costs) {
    if (cost < std::numeric_limits<double>::max()) total += cost;
  }
  return total;
}

double pagerank(const entente::Network& g, std::size_t iterations) {
  std::vector<double> scores(g.vertex_count());
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
  template <typename Graph>
  void start_vertex(entente::Vertex, const Graph&) const {
    ++*count_;
  }
  template <typename Graph>
  void discover_vertex(entente::Vertex v, const Graph&) const {
    labels_[v] = *count_ - 1;
  }

 private:
  std::uint32_t* labels_;
  std::uint32_t* count_;
};

double components(const entente::Network& g) {
  std::vector<std::uint32_t> labels(g.vertex_count());
  std::uint32_t count = 0;
  boost::depth_first_search(g, boost::visitor(Labels(labels.data(), &count)));
  return count;
}

double cores(const entente::Network& g) {
  std::vector<std::uint32_t> numbers(g.vertex_count());
  boost::core_numbers(
      g, boost::make_iterator_property_map(numbers.begin(), get(boost::vertex_index, g)));
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

double betweenness(const entente::Network& g) {
  std::vector<double> scores(g.vertex_count());
  boost::brandes_betweenness_centrality(
      g, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, g)));
  return std::accumulate(scores.begin(), scores.end(), 0.0);
}

void large_rows(const std::string& file) {
  static const Edges edges = bench::read_edges(file);
  static const entente::Network g = bench::network_of(edges, bench::Weighed::no);
  static const entente::Network weighted = bench::network_of(edges, bench::Weighed::yes);
  static const entente::Vertex start = g.vertex(entente::EntityId(edges.ask_from[0])).value();
  bench::row("bfs", [] { return finite_sum(hops_from(g, start)); });
  bench::row(
      "st-path", [] { return hops_between(g, edges); }, bench::path_questions);
  bench::row("dijkstra", [] { return costs_of_all(weighted, start); });
  bench::row("pagerank-20", [] { return pagerank(g, 20); });
  bench::row("components", [] { return components(g); });
  bench::row("cores", [] { return cores(g); });
}

void own_rows(const std::string& file) {
  static const Edges edges = bench::read_edges(file);
  using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  using Csr = boost::compressed_sparse_row_graph<boost::directedS>;
  static const List list = [] {
    List all(edges.vertices);
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      boost::add_edge(edges.from[i], edges.to[i], all);
    }
    return all;
  }();
  static const Csr csr = [] {
    std::vector<std::pair<std::size_t, std::size_t>> arcs;
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      arcs.emplace_back(edges.from[i], edges.to[i]);
      arcs.emplace_back(edges.to[i], edges.from[i]);
    }
    return Csr(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), edges.vertices);
  }();
  bench::row("bfs@adjacency_list", [] { return finite_sum(hops_from(list, edges.ask_from[0])); });
  bench::row("bfs@own-rows", [] { return finite_sum(hops_from(csr, edges.ask_from[0])); });
}

void small_rows(const std::string& file) {
  static const Edges edges = bench::read_edges(file);
  static const entente::Network g = bench::network_of(edges, bench::Weighed::no);
  bench::row("betweenness", [] { return betweenness(g); });
}

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Files& files) {
    large_rows(files.large);
    own_rows(files.large);
    small_rows(files.small);
  });
}
