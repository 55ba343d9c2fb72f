// A measure of a program's own, taken by its name like those of the library.

#include <iostream>
#include <set>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::Network network = graph.select({.as_of = "2023-12-31"});

  entente::RankOptions options;
  // With how many kinds of things somebody is tied.
  options.own["variety"] = [&](const entente::Network& g, const entente::RankOptions&) {
    std::vector<entente::Ranking::Row> rows;
    for (const entente::Vertex v : g.vertices()) {
      std::set<std::string_view> kinds;
      for (const entente::Vertex w : g.out(v)) kinds.insert(graph.kind(g.entity(w)));
      rows.emplace_back(g.entity(v), static_cast<double>(kinds.size()));
    }
    return entente::Ranking("variety", std::move(rows));
  };

  for (const char* name : {"degree", "variety"}) {
    const entente::Ranking ranking = entente::rank(network, name, options);
    const auto& [entity, score] = ranking[0];
    std::cout << name << ": " << graph.name(entity) << ", " << score << '\n';
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
