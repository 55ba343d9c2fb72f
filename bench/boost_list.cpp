// Boost's algorithms on its usual graph, a list of edges for each vertex.

#include <utility>

#include <boost/graph/adjacency_list.hpp>

#include "boost_rows.hpp"

namespace {

struct Weight {
  double weight = 1;
};
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

struct Measured {
  explicit Measured(bench::Edges all)
      : edges(std::move(all)), g(graph_of(edges)), numbers(edges.vertices) {
    std::iota(numbers.begin(), numbers.end(), 0U);
  }
  static Graph graph_of(const bench::Edges& edges) {
    Graph g(edges.vertices);
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      boost::add_edge(edges.from[i], edges.to[i], {static_cast<double>(edges.weight[i])}, g);
    }
    return g;
  }

  bench::Edges edges;
  Graph g;
  std::vector<std::uint32_t> numbers;
};

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Rows& rows, bench::Edges edges) {
    const auto m = std::make_shared<Measured>(std::move(edges));
    bench::search_rows(rows, m, [](const Measured& of) { return get(&Weight::weight, of.g); });
    bench::rank_rows(rows, m);
  });
}
