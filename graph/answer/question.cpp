#include <algorithm>

#include <entente/answer/question.hpp>
#include <entente/text/safe.hpp>

#include "answer/rows.hpp"

namespace entente::answers {

std::vector<EntityId> Question::entities(const std::vector<std::string>& texts) const {
  std::vector<EntityId> found;
  for (const std::string& text : texts) found.push_back(entity(text));
  return found;
}

std::string Question::name(EntityId entity) const {
  return std::string(graph.name(entity, languages));
}

std::string Question::shown(EntityId entity) const {
  return terminal_safe(name(entity));
}

std::optional<RelationId> closer(const Question& question, RelationId relation) {
  if (question.selection.inference == Inference::off) return std::nullopt;
  const auto closer = question.graph.inferred_from(relation);
  if (closer && !question.selection.known_at.empty() &&
      !std::ranges::binary_search(question.known, *closer))
    return std::nullopt;
  return closer;
}

Question understood(Question question) {
  const std::string& known_at = question.selection.known_at;
  if (!known_at.empty() && question.known.empty())
    for (const SelectedRelation& row :
         question.graph.facts({.known_at = known_at, .keep = Keep::certain_only}).relations)
      question.known.push_back(row.relation);
  for (std::string& source : question.selection.sources)
    source = question.id(question.entity(source));
  return question;
}

}  // namespace entente::answers
