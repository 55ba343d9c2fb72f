// Boost's algorithms on the library's own network, which models Boost's concepts.

#include <utility>

#include <entente/network/boost.hpp>

#include "boost_rows.hpp"
#include "network.hpp"

namespace {

struct Measured {
  explicit Measured(bench::Edges all)
      : edges(std::move(all)),
        g(bench::network_of(edges, bench::Weighed::yes)),
        numbers(edges.vertices) {
    for (std::uint32_t v = 0; v < edges.vertices; ++v) {
      numbers[v] = g.vertex(entente::EntityId(v)).value();
    }
  }
  bench::Edges edges;
  entente::Network g;
  std::vector<std::uint32_t> numbers;
};

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Rows& rows, bench::Edges edges) {
    const auto m = std::make_shared<Measured>(std::move(edges));
    bench::search_rows(rows, m, [](const Measured& of) { return entente::bgl::WeightMap(of.g); });
    bench::rank_rows(rows, m);
    rows.add("betweenness", [m] { return bench::betweenness(m->g); });
  });
}
