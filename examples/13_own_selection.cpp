// Facts that a program chooses itself, as a network: here the meetings for which two sources speak.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");

  const entente::SelectedFacts met = graph.facts({.types = {"met_with"}});
  const entente::SelectedFacts twice = met.where(graph, [&](const entente::SelectedRelation& row) {
    return graph.evidence(row.relation).size() >= 2;
  });
  std::cout << met.relations.size() << " meetings, " << twice.relations.size()
            << " with two sources\n";

  const entente::Network network = graph.select(twice, {.weighting = entente::Weighting::count});
  for (const auto& [entity, score] : entente::degree(network).top(3))
    std::cout << graph.name(entity) << ": " << score << '\n';

  // Entities that it chooses, and what is among them.
  const auto japan = graph.find("Japan").value();
  const auto nato = graph.find("NATO").value();
  const entente::SelectedFacts between = graph.facts().among(graph, {japan, nato});
  std::cout << between.relations.size() << " relations between Japan and NATO\n";
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
