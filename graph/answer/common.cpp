#include <algorithm>

#include <entente/answer/common.hpp>
#include <entente/base/json_text.hpp>
#include <entente/error.hpp>

#include "answer/notes.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

std::string shared_json(const Question& question, const Shared& shared) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(shared.entity));
  json.member("kind", question.graph.kind(shared.entity));
  json.member("name", question.name(shared.entity));
  json.member("certainty", shared.verdict == Verdict::yes ? "certain" : "possible").key("span");
  if (shared.span)
    json.open_object()
        .member("edtf", shared.span->when.text())
        .member("certainty", shared.span->verdict == Verdict::yes ? "certain" : "possible")
        .close_object();
  else
    json.null();
  return json.key("relations").raw(row_list_json(question, shared.relations)).close_object().str();
}

/// When they share it, where that is known.
std::string together(const Shared& shared) {
  if (!shared.span || shared.span->when.text() == "/") return "";
  return std::string(shared.span->verdict == Verdict::yes ? ", " : ", possibly ") + "together " +
         shared.span->when.text();
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
  std::vector<EntityId> about = answer.entities;
  for (const Shared& shared : answer.found) about.push_back(shared.entity);
  rest_on(answer, question.graph.facts(answer.selection()), about);
  note_names(answer, parameters.entities);
  if (answer.found.empty()) answer.nothing = "they share nothing that is selected";
  return given(std::move(answer));
}

JsonObject CommonAnswer::json() const {
  return JsonObject().add("common", json_list(found, [&](const Shared& shared) {
                            return shared_json(question, shared);
                          }));
}

Table CommonAnswer::table(Reader) const {
  Table table{{{"entity"},
               {"kind"},
               {"name"},
               {"relations", Column::Align::right},
               {"certainty"},
               {"together"}},
              {}};
  for (const Shared& shared : found)
    table.rows.push_back({question.id(shared.entity),
                          std::string(question.graph.kind(shared.entity)),
                          question.name(shared.entity), std::to_string(shared.relations.size()),
                          shared.verdict == Verdict::yes ? "certain" : "possible",
                          shared.span ? shared.span->when.text() : ""});
  return table;
}

std::optional<std::string> CommonAnswer::sentences() const {
  std::string text;
  for (const Shared& shared : found) {
    text += (shared.verdict == Verdict::yes ? "" : "? ") + question.shown(shared.entity) + " (" +
            std::string(question.graph.kind(shared.entity)) + ")" + together(shared) + "\n";
    for (const SelectedRelation& row : shared.relations)
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<SelectedFacts> CommonAnswer::facts() const {
  return facts_of(question, rows_of(found), entities);
}

}  // namespace entente::answers
