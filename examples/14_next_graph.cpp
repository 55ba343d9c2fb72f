// A graph never changes; the next one is built from it. Whoever reads the old one goes on reading.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");

  entente::GraphBuilder builder(graph);
  builder.put(
      entente::Entity{.id = "visitor", .kind = "person", .names = {{"en", {"A. Visitor"}}}});
  builder.put(entente::Relation{.id = "visit",
                                .type = "met_with",
                                .from = "visitor",
                                .to = "jens-stoltenberg",
                                .when = entente::When::parse("2024-01-30")});
  const entente::Graph next = builder.build();
  std::cout << next.relation_count() - graph.relation_count() << " relation more\n";

  // Ids are carried over; numbers are those of one graph.
  const auto visit = next.relation("visit").value();
  std::cout << describe(next, visit, "en") << '\n';

  // A record that does not fit is refused, and nothing is lost.
  builder.remove("visitor");
  try {
    (void)builder.build();
  } catch (const entente::DossierError& error) {
    for (const auto& problem : error.problems()) std::cout << problem.code << '\n';
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
