#include <entente/query/timeline.hpp>

#include "answer.hpp"
#include "attribute_text.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string names_line(const Entity& record) {
  std::string line;
  for (const LanguageNames& names : record.names) {
    line += (line.empty() ? "" : "; ") + names.language + ":";
    for (std::size_t i = 0; i < names.names.size(); ++i)
      line += (i == 0 ? " " : ", ") + names.names[i];
  }
  return line;
}

std::string text_of(const Question& question, EntityId entity, const RelationRows& rows) {
  const Entity record = question.graph.record(entity);
  std::string text =
      question.shown(entity) + " (" + terminal_safe(record.kind + " " + record.id) + ")\n";
  text += "  names: " + terminal_safe(names_line(record)) + "\n";
  if (record.when) text += "  when: " + record.when->text() + "\n";
  for (const auto& [name, value] : record.attributes)
    text += "  " + terminal_safe(name + ": " + attribute_text(value)) + "\n";
  for (const SelectedRelation& row : rows) text += row_sentence(question, row, entity) + "\n";
  return text;
}

Exit run_show(const Call& call) {
  const Question question = ask(call);
  const EntityId entity = question.entity(call.arguments[0]);
  const RelationRows rows = timeline(question.graph, {{entity}}, question.selection);
  return print({.json =
                    [&] {
                      return JsonObject()
                          .add("entity", entity_json(question.graph.record(entity)))
                          .add("relations", rows_json(question, rows));
                    },
                .table = [&](Answer::Reader reader) { return rows_table(question, rows, reader); },
                .text = [&] { return text_of(question, entity, rows); },
                .facts = [&] { return facts_of(question, rows, {entity}); },
                .counts = counts_of(rows)},
               call, question);
}

}  // namespace

Verb show_verb() {
  Verb verb;
  verb.name = "show";
  verb.summary = "one entity: its names and dates, and its relations in sentences with sources";
  verb.arguments = {{"E"}};
  verb.formats = fact_formats();
  verb.examples = {"entente show data/japan-nato 岸田文雄",
                   "entente show data/japan-nato nato --type party_to --as-of 2013-06-30"};
  verb.run = run_show;
  return verb;
}

}  // namespace entente::tool
