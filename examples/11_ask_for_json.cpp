// The answers of the command line, from a program: the same JSON in three lines, or rows and counts
// as values.
#include <iostream>

#include <entente/entente.hpp>

int main(int argc, char** argv) try {
  const char* dossier = argc > 1 ? argv[1] : "data/japan-nato";

  const entente::answers::Question question{.graph = entente::load_graph(dossier),
                                            .selection = {.types = {"met_with"}}};
  const auto path = entente::answers::path(question, {.from = "尹锡悦", .to = "Emmanuel Macron"});
  std::cout << to_json(path) << to_text(path);

  std::cout << path.paths.front().length() << " hops, " << path.counts.certain
            << " certain meetings\n";
  std::cout << csv(entente::answers::rank(question, {.measure = "betweenness", .top = 3})
                       .table(entente::answers::Reader::program));
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
