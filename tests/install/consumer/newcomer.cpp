// Who is best connected on a day, and how two people who never met are linked.
#include <iostream>

#include <entente/entente.hpp>

int main(int argc, char** argv) try {
  const entente::Graph graph = entente::load_graph(argc > 1 ? argv[1] : "japan-nato");

  const entente::Network network = graph.select({.as_of = "2023-12-31"});
  for (const auto& [entity, score] : entente::degree(network).top(3))
    std::cout << graph.name(entity, "ja") << '\t' << score << '\n';

  const entente::Network meetings = graph.select({.types = {"met_with"}});
  const auto from = graph.find("尹锡悦").value();
  const auto to = graph.find("Emmanuel Macron").value();
  if (const auto path = entente::shortest_path(meetings, from, to))
    for (const auto& step : path->steps) std::cout << describe(graph, step, "en") << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
