// Paths, each hop with its relations and who says so.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::EntityId yoon = graph.find("尹锡悦").value();
  const entente::EntityId macron = graph.find("Macron").value();
  const entente::Network network = graph.select({.kinds = {"person", "event", "country"}});

  if (const auto path = entente::shortest_path(network, yoon, macron))
    for (const entente::Step& step : path->steps) {
      std::cout << describe(graph, step, "en") << '\n';
      for (const entente::RelationId relation : step.relations)
        for (const entente::Evidence& evidence : graph.evidence(relation))
          std::cout << "    " << graph.id(relation) << ": " << evidence.source << ' ' << evidence.at
                    << '\n';
    }

  const entente::PathList all = entente::all_shortest_paths(network, yoon, macron, {.limit = 3});
  std::cout << all.count << " shortest paths, " << all.paths.size() << " of them listed:\n";
  for (const entente::Path& path : all.paths) {
    const char* between = "  ";
    for (const entente::EntityId entity : path.entities)
      std::cout << std::exchange(between, " → ") << graph.name(entity, "en");
    std::cout << '\n';
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
