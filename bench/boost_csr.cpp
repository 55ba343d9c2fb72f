// Boost's algorithms on its own compressed rows.

#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "boost_rows.hpp"

namespace {

struct Weight {
  double weight = 1;
};
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight>;

struct Measured {
  explicit Measured(bench::Edges all)
      : edges(std::move(all)), g(graph_of(edges)), numbers(edges.vertices) {
    std::iota(numbers.begin(), numbers.end(), 0U);
  }
  static Graph graph_of(const bench::Edges& edges) {
    std::vector<std::pair<std::size_t, std::size_t>> arcs;
    std::vector<Weight> weights;
    for (std::size_t i = 0; i < edges.from.size(); ++i) {
      arcs.emplace_back(edges.from[i], edges.to[i]);
      arcs.emplace_back(edges.to[i], edges.from[i]);
      weights.insert(weights.end(), 2, {static_cast<double>(edges.weight[i])});
    }
    return {boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), weights.begin(),
            edges.vertices};
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
  });
}
