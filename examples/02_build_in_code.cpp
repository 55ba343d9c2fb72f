// Build a graph without any file: records are plain values. What is wrong is told as for a file.

#include <iostream>

#include <entente/entente.hpp>

namespace {

entente::Entity entity(std::string id, std::string kind, std::string english,
                       std::string japanese) {
  return {.id = std::move(id),
          .kind = std::move(kind),
          .names = {{"en", {std::move(english)}}, {"ja", {std::move(japanese)}}}};
}

entente::Dossier treaty() {
  entente::Dossier dossier;
  dossier.titles = {{"en", "A treaty"}};
  dossier.entities = {
      entity("japan", "country", "Japan", "日本"),
      entity("france", "country", "France", "フランス"),
      entity("treaty", "agreement", "The Treaty", "条約"),
      entity("gazette", "document", "Gazette", "官報"),
  };
  for (const char* party : {"japan", "france"})
    dossier.relations.push_back({.id = std::string("party-") + party,
                                 .type = "party_to",
                                 .from = party,
                                 .to = "treaty",
                                 .when = entente::When::parse("2014-05/2019"),
                                 .evidence = {{.source = "gazette", .at = "p. 3"}}});
  return dossier;
}

}  // namespace

int main() try {
  const entente::Graph graph(treaty(), entente::builtin_vocabulary());
  for (const entente::SelectedRelation& row : graph.facts().relations)
    std::cout << describe(graph, row.relation, "en") << '\n';
  std::cout << graph.name(graph.find("条約").value(), "en") << '\n';

  entente::Dossier wrong = treaty();
  wrong.relations.front().type = "signed";  // a country does not sign, a person does
  const entente::Graph never(wrong, entente::builtin_vocabulary());
} catch (const entente::DossierError& error) {
  for (const entente::Problem& problem : error.problems())
    std::cout << problem.code << ": " << problem.message << '\n';
}
