// Load a dossier, follow who met whom, rank entities as of a day, and write a diagram.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const auto yoon = graph.find("尹锡悦").value();
  const auto macron = graph.find("Emmanuel Macron").value();

  const entente::Network meetings = graph.select(
      {.during = "2023", .types = {"met_with"}, .direction = entente::Direction::both});
  if (const auto path = entente::shortest_path(meetings, yoon, macron))
    for (const auto& step : path->steps) std::cout << describe(graph, step, "en") << '\n';

  const auto ranking = entente::betweenness(graph.select({.as_of = "2023-07-12"}));
  for (const auto& [entity, score] : ranking.top(5))
    std::cout << graph.name(entity, "ja") << '\t' << score << '\n';

  entente::write_dot(std::cout, entente::diagram(graph, {.as_of = "2023-12-31"}));
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
