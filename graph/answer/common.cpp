#include <algorithm>

#include <entente/error.hpp>
#include <entente/io/json_text.hpp>
#include <entente/query/common.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string shared_json(const Question& question, const Shared& shared) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(shared.entity));
  json.member("kind", question.graph.kind(shared.entity));
  return json.key("relations").raw(row_list_json(question, shared.relations)).close_object().str();
}

std::string text_of(const Question& question, const std::vector<Shared>& found) {
  std::string text;
  for (const Shared& shared : found) {
    text += question.shown(shared.entity) + " (" + std::string(question.graph.kind(shared.entity)) +
            ")\n";
    for (const SelectedRelation& row : shared.relations)
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

Table table_of(const Question& question, const std::vector<Shared>& found) {
  Table table{{{"entity"}, {"kind"}, {"name"}, {"relations", Column::Align::right}}, {}};
  for (const Shared& shared : found)
    table.rows.push_back({question.id(shared.entity),
                          std::string(question.graph.kind(shared.entity)),
                          question.name(shared.entity), std::to_string(shared.relations.size())});
  return table;
}

RelationRows all_rows(const std::vector<Shared>& found) {
  RelationRows rows;
  for (const Shared& shared : found)
    rows.insert(rows.end(), shared.relations.begin(), shared.relations.end());
  return rows;
}

/// The entities meant, which must differ: whatever one has, it shares with itself.
std::vector<EntityId> different_entities(const Call& call, const Question& question) {
  std::vector<EntityId> entities;
  for (const std::string& name : call.arguments) {
    entities.push_back(question.entity(name));
    if (std::ranges::count(entities, entities.back()) > 1)
      throw InvalidArgument("same-entity", "common asks about several, and " +
                                               question.shown(entities.back()) + " is named twice");
  }
  return entities;
}

Exit run_common(const Call& call) {
  const Question question = ask(call);
  const std::vector<EntityId> entities = different_entities(call, question);
  const std::vector<Shared> found = common(question.graph, entities, question.selection);
  return print({.json =
                    [&] {
                      std::vector<std::string> list;
                      for (const Shared& shared : found)
                        list.push_back(shared_json(question, shared));
                      return JsonObject().add("common", std::move(list));
                    },
                .table = [&](Answer::Reader) { return table_of(question, found); },
                .text = [&] { return text_of(question, found); },
                .facts = [&] { return facts_of(question, all_rows(found), entities); },
                .counts = counts_of(all_rows(found)),
                .nothing = found.empty() ? "they share nothing that is selected" : ""},
               call, question);
}

}  // namespace

Verb common_verb() {
  Verb verb;
  verb.name = "common";
  verb.summary = "the agreements, bodies, events and other neighbours that several share";
  verb.arguments = {{"A", "B"}, Arguments::Last::repeats};
  verb.formats = fact_formats();
  verb.examples = {"entente common data/japan-nato japan nato",
                   "entente common data/japan-nato 日本 韩国 --kind country,body,event"};
  verb.run = run_common;
  return verb;
}

}  // namespace entente::tool
