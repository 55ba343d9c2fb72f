#include <entente/answer/question.hpp>
#include <entente/text/safe.hpp>

#include "answer/rows/rows.hpp"

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

std::optional<InferredEnd> inferred_end(const Question& question, RelationId relation) {
  return question.viewpoint ? question.viewpoint->shown_end(relation) : std::nullopt;
}

std::optional<When> seen_when(const Question& question, RelationId relation) {
  return question.viewpoint ? question.viewpoint->when(relation) : question.graph.when(relation);
}

std::vector<Evidence> seen_evidence(const Question& question, RelationId relation) {
  return question.viewpoint ? question.viewpoint->evidence(relation)
                            : question.graph.evidence(relation);
}

std::string seen_sentence(const Question& question, RelationId relation, Orientation orientation) {
  return question.viewpoint ? describe(question.graph, relation, *question.viewpoint,
                                       question.languages, orientation)
                            : describe(question.graph, relation, question.languages, orientation);
}

Question understood(Question question) {
  if (question.asked_sources.empty()) question.asked_sources = question.selection.sources;
  for (std::string& source : question.selection.sources)
    source = question.id(question.entity(source));
  question.viewpoint.emplace(question.graph, question.selection);
  return question;
}

}  // namespace entente::answers
