#include <algorithm>

#include <entente/answer/common.hpp>
#include <entente/base/json_text.hpp>
#include <entente/error.hpp>

#include "answer/rows.hpp"

namespace entente::answers {
namespace {

std::string shared_json(const Question& question, const Shared& shared) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(shared.entity));
  json.member("kind", question.graph.kind(shared.entity));
  return json.key("relations").raw(row_list_json(question, shared.relations)).close_object().str();
}

RelationRows rows_of(const std::vector<Shared>& found) {
  return all_rows(found, [](const Shared& shared) { return shared.relations; });
}

/// The entities meant, which must differ: whatever one has, it shares with itself.
std::vector<EntityId> different_entities(const Question& question,
                                         const std::vector<std::string>& names) {
  std::vector<EntityId> entities;
  for (const std::string& name : names) {
    entities.push_back(question.entity(name));
    if (std::ranges::count(entities, entities.back()) > 1)
      throw InvalidArgument("same-entity", "common asks about several, and " +
                                               question.shown(entities.back()) + " is named twice");
  }
  return entities;
}

}  // namespace

CommonAnswer common(const Question& question, const CommonParameters& parameters) {
  CommonAnswer answer(question);
  answer.entities = different_entities(answer.question, parameters.entities);
  answer.found = entente::common(question.graph, answer.entities, answer.question.selection);
  answer.counts = counts_of(rows_of(answer.found));
  if (answer.found.empty()) answer.nothing = "they share nothing that is selected";
  return answer;
}

JsonObject CommonAnswer::json() const {
  return JsonObject().add("common", json_list(found, [&](const Shared& shared) {
                            return shared_json(question, shared);
                          }));
}

Table CommonAnswer::table(Reader) const {
  Table table{{{"entity"}, {"kind"}, {"name"}, {"relations", Column::Align::right}}, {}};
  for (const Shared& shared : found)
    table.rows.push_back({question.id(shared.entity),
                          std::string(question.graph.kind(shared.entity)),
                          question.name(shared.entity), std::to_string(shared.relations.size())});
  return table;
}

std::optional<std::string> CommonAnswer::sentences() const {
  std::string text;
  for (const Shared& shared : found) {
    text += question.shown(shared.entity) + " (" + std::string(question.graph.kind(shared.entity)) +
            ")\n";
    for (const SelectedRelation& row : shared.relations)
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<SelectedFacts> CommonAnswer::facts() const {
  return facts_of(question, rows_of(found), entities);
}

}  // namespace entente::answers
