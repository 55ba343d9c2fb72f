#include <string>
#include <vector>

#include <entente/answer/vocabulary.hpp>

#include "base/joined.hpp"

namespace entente::answers {
Table vocabulary_table(const Vocabulary& vocabulary, std::string_view language) {
  const std::vector<std::string> languages = {std::string(language)};
  Table table{{{"type"}, {"from"}, {"direction"}, {"to"}, {"reading"}, {"words"}, {"inverse"}}, {}};
  for (const RelationType& type : vocabulary.types())
    table.rows.push_back(
        {type.id, joined(type.from, ", "), type.symmetry == Symmetry::symmetric ? "↔" : "→",
         joined(type.to, ", "), std::string(to_string(type.reading)),
         std::string(label(type.forward, languages)), std::string(label(type.inverse, languages))});
  return table;
}

}  // namespace entente::answers
