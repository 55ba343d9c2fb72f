#include <algorithm>

#include <entente/query/timeline.hpp>
#include <entente/render/timeline_chart.hpp>

#include "answer.hpp"
#include "dossier_arguments.hpp"
#include "picture.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// What a line of a timeline begins with: the date as written.
std::string date_of(const Question& question, const SelectedRelation& row) {
  const auto when = question.graph.when(row.relation);
  return when ? when->text() : "undated";
}

std::string text_of(const Question& question, const RelationRows& rows) {
  std::size_t width = 0;
  for (const SelectedRelation& row : rows) width = std::max(width, date_of(question, row).size());
  std::string text;
  for (const SelectedRelation& row : rows) {
    const std::string date = date_of(question, row);
    text += date + std::string(width - date.size() + 2, ' ') + row_sentence(question, row) + "\n";
  }
  return text;
}

std::string markdown_of(const Question& question, const RelationRows& rows) {
  std::string text;
  for (const SelectedRelation& row : rows)
    text += "- **" + markdown_safe(date_of(question, row)) + "** " +
            markdown_safe(row_sentence(question, row)) + "\n";
  return text;
}

std::vector<EntityId> entities_of(const Question& question, const Call& call) {
  std::vector<EntityId> entities;
  for (const std::string& name : call.arguments) entities.push_back(question.entity(name));
  return entities;
}

Exit run_timeline(const Call& call) {
  const Question question = ask(call);
  const std::vector<EntityId> entities = entities_of(question, call);
  const RelationRows rows = timeline(question.graph, entities, question.selection);
  return print({.json = [&] { return JsonObject().add("rows", rows_json(question, rows)); },
                .table = [&](Answer::Reader reader) { return rows_table(question, rows, reader); },
                .text = [&] { return text_of(question, rows); },
                .markdown = [&] { return markdown_of(question, rows); },
                .facts = [&] { return facts_of(question, rows, entities); },
                .picture =
                    [&] {
                      return timeline_svg(question.graph, rows, entities, question.selection,
                                          diagram_options(call, question));
                    },
                .counts = counts_of(rows),
                .nothing = rows.empty() ? "no selected relation tells of it" : ""},
               call, question);
}

/// Dossiers alone ask for the history of everything in them.
Arguments arguments_by_count(const Call&, const std::vector<std::string>& positionals) {
  const bool only_inputs = std::ranges::all_of(positionals, is_input);
  return {only_inputs ? std::vector<std::string_view>{} : std::vector<std::string_view>{"E"},
          Arguments::Last::repeats};
}

}  // namespace

Verb timeline_verb() {
  Verb verb;
  verb.name = "timeline";
  verb.summary = "the history of everything, of one entity, or of what happened among several";
  verb.arguments = {{"[E]"}, Arguments::Last::repeats};
  verb.arguments_for = arguments_by_count;
  verb.options = picture_options();
  verb.formats = with_pictures(fact_formats());
  verb.examples = {"entente timeline data/japan-nato 岸田文雄",
                   "entente timeline data/japan-nato japan nato --output history.svg",
                   "entente timeline data/japan-nato --type signed,met_with"};
  verb.run = run_timeline;
  return verb;
}

}  // namespace entente::tool
