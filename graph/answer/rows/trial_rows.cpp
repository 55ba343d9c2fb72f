#include <entente/answer/trial.hpp>
#include <entente/facts/graph.hpp>
#include <entente/text/safe.hpp>
#include <entente/words/sentence.hpp>

#include "base/number_of.hpp"

namespace entente::answers {

std::string trial_text(const Dossier& dossier, const Vocabulary& vocabulary, std::size_t rows,
                       std::string_view languages) {
  const Graph graph(dossier, vocabulary);
  std::string text;
  for (const Relation& relation : dossier.relations)
    if (const auto id = graph.relation(relation.id))
      text += terminal_safe(describe(graph, *id, languages)) + '\n';
  return text + number_of(dossier.entities.size(), "entity", "entities") + " and " +
         number_of(dossier.relations.size(), "relation", "relations") + " of the first " +
         (rows == 1 ? "row" : std::to_string(rows) + " rows") + "; nothing is written\n";
}

}  // namespace entente::answers
