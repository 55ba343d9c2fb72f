// Kinds and types of your own, on top of the built-in ones.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Vocabulary diplomacy = entente::builtin_vocabulary();
  std::vector<entente::Kind> kinds = diplomacy.kinds();
  std::vector<entente::RelationType> types = diplomacy.types();
  kinds.push_back(
      {.id = "ship", .labels = {{"en", "ship"}, {"ja", "船"}}, .drawing_class = "organisation"});
  types.push_back({.id = "calls_at",
                   .from = {"ship"},
                   .to = {"place"},
                   .reading = entente::Reading::instant,
                   .inverse_id = "called_at_by",
                   .forward = {{"en", "calls at"}, {"ja", "寄港する"}},
                   .inverse = {{"en", "is called at by"}, {"ja", "寄港を受ける"}},
                   .sentence = {{"ja", "{from}が{to}に寄港する"}},
                   .drawing_class = "meeting"});
  const entente::Vocabulary seafaring("seafaring", kinds, types);

  entente::Dossier dossier;
  dossier.entities = {
      {.id = "izumo", .kind = "ship", .names = {{"en", {"Izumo"}}, {"ja", {"いずも"}}}},
      {.id = "port", .kind = "place", .names = {{"en", {"Yokosuka"}}, {"ja", {"横須賀"}}}},
      {.id = "log", .kind = "document", .names = {{"en", {"Log"}}}}};
  dossier.relations = {{.id = "call",
                        .type = "calls_at",
                        .from = "izumo",
                        .to = "port",
                        .when = entente::When::parse("2023-07-12"),
                        .evidence = {{.source = "log"}}}};
  const entente::Graph graph(dossier, seafaring);
  const entente::RelationId call = graph.relation("call").value();
  std::cout << describe(graph, call, "en") << '\n'
            << describe(graph, call, "ja") << '\n'
            << describe(graph, call, "en", entente::Orientation::inverse) << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
