// Ask as of a day. What the sources leave open stays open: an answer is yes, no or maybe.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::EntityId programme = graph.find("japan-nato-ipcp-2014").value();

  for (const char* day : {"2014-05-05", "2014-05-06", "2016-01-01", "2023-12-31"}) {
    std::cout << day << '\n';
    for (const entente::SelectedRelation& row :
         entente::timeline(graph, std::vector{programme}, {.as_of = day, .types = {"party_to"}}))
      std::cout << "  " << to_string(row.verdict) << ": " << describe(graph, row.relation, "en")
                << '\n';
  }

  // The same of a date that stands in no dossier.
  const auto when = entente::When::parse("2014-05/2019~");
  for (const char* day : {"2014-05-15", "2016", "2019-12-31"}) {
    const entente::QualifiedVerdict answer =
        entente::holds_during(when, entente::Reading::interval, entente::Window::parse(day));
    std::cout << when.text() << " on some day of " << day << ": " << to_string(answer.verdict)
              << (answer.qualified ? ", on a date its source calls approximate" : "") << '\n';
  }

  // Only what is certain, or also what is possible.
  for (const auto keep : {entente::Keep::certain_only, entente::Keep::certain_and_possible}) {
    const auto facts = graph.facts({.as_of = "2019-06-30", .keep = keep});
    std::cout << facts.counts.certain << " certain, " << facts.counts.possible << " possible\n";
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
