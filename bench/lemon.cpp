// LEMON, the graph library of COIN-OR.

#include <memory>
#include <utility>
#include <vector>

#include <lemon/adaptors.h>
#include <lemon/bfs.h>
#include <lemon/connectivity.h>
#include <lemon/dijkstra.h>
#include <lemon/static_graph.h>

#include "rows.hpp"

namespace {

using Graph = lemon::StaticDigraph;

/// LEMON's fastest graph has arcs only: two for an edge.
struct Measured {
  explicit Measured(bench::Edges all) : edges(std::move(all)), lengths(g) {
    std::vector<std::pair<std::pair<int, int>, int>> arcs;
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      const int from = static_cast<int>(edges.from[i]);
      const int to = static_cast<int>(edges.to[i]);
      const int length = static_cast<int>(edges.weight[i]);
      arcs.push_back({{from, to}, length});
      arcs.push_back({{to, from}, length});
    }
    std::sort(arcs.begin(), arcs.end());
    std::vector<std::pair<int, int>> ends;
    for (const auto& arc : arcs) ends.push_back(arc.first);
    g.build(static_cast<int>(edges.vertices), ends.begin(), ends.end());
    for (int i = 0; i < g.arcNum(); ++i)
      lengths[g.arc(i)] = arcs[static_cast<std::size_t>(i)].second;
  }
  [[nodiscard]] Graph::Node node(std::uint32_t v) const { return Graph::node(static_cast<int>(v)); }

  bench::Edges edges;
  Graph g;
  Graph::ArcMap<int> lengths;
};

template <typename Search>
double reached_sum(const Measured& m, const Search& search) {
  double total = 0;
  for (Graph::NodeIt v(m.g); v != lemon::INVALID; ++v) {
    if (search.reached(v)) total += search.dist(v);
  }
  return total;
}

double bfs(const Measured& m) {
  lemon::Bfs<Graph> search(m.g);
  search.run(m.node(m.edges.ask_from[0]));
  return reached_sum(m, search);
}

double dijkstra(const Measured& m) {
  lemon::Dijkstra<Graph, Graph::ArcMap<int>> search(m.g, m.lengths);
  search.run(m.node(m.edges.ask_from[0]));
  return reached_sum(m, search);
}

double st_paths(const Measured& m) {
  double total = 0;
  for (std::size_t i = 0; i < bench::path_questions; ++i) {
    lemon::Bfs<Graph> search(m.g);
    if (search.run(m.node(m.edges.ask_from[i]), m.node(m.edges.ask_to[i]))) {
      total += search.dist(m.node(m.edges.ask_to[i]));
    }
  }
  return total;
}

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Rows& rows, bench::Edges edges) {
    const auto m = std::make_shared<Measured>(std::move(edges));
    rows.add("bfs", [m] { return bfs(*m); });
    rows.add(
        "st-path", [m] { return st_paths(*m); }, bench::path_questions);
    rows.add("dijkstra", [m] { return dijkstra(*m); });
    rows.add("components", [m] {
      return static_cast<double>(lemon::countConnectedComponents(lemon::undirector(m->g)));
    });
  });
}
