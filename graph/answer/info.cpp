#include <entente/answer/info.hpp>
#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "facts/lifespan.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

void widen(Contents& contents, const When& when) {
  const auto first = when.earliest();
  const auto last = when.latest();
  for (const auto& day : {first, last}) {
    if (!day) continue;
    contents.earliest = std::min(contents.earliest.value_or(*day), *day);
    contents.latest = std::max(contents.latest.value_or(*day), *day);
  }
}

/// Of dates and sources those that the selection sees.
Contents contents_of(const Question& question, const SelectedFacts& facts) {
  const Graph& graph = question.graph;
  Contents contents;
  for (const EntityId entity : facts.entities) {
    ++contents.kinds[std::string(graph.kind(entity))];
    if (const auto when = lifespan_of(graph, entity)) widen(contents, *when);
    for (const LanguageNames& names : graph.record(entity).names)
      contents.languages.insert(names.language);
  }
  for (const SelectedRelation& row : facts.relations) {
    ++contents.types[std::string(graph.type(row.relation).id)];
    ++contents.modalities[std::string(to_string(graph.modality(row.relation)))];
    for (const Evidence& evidence : seen_evidence(question, row.relation))
      contents.sources.insert(evidence.source);
    const std::vector<When> dates = question.viewpoint->dates(row.relation);
    for (const When& when : dates) widen(contents, when);  // those of its evidence, too
    if (dates.empty()) ++contents.undated;
  }
  return contents;
}

std::string counts_object(const std::map<std::string, std::size_t>& counts) {
  JsonText json;
  json.open_object();
  for (const auto& [name, count] : counts) json.member(name, count);
  return json.close_object().str();
}

std::string day_or(const std::optional<Day>& day, std::string_view otherwise) {
  return day ? format_day(*day) : std::string(otherwise);
}

std::string span_object(const Contents& contents) {
  JsonText json;
  const auto add = [&](std::string_view key, const std::optional<Day>& day) {
    json.key(key);
    if (day)
      json.value(format_day(*day));
    else
      json.null();
  };
  json.open_object();
  add("earliest", contents.earliest);
  add("latest", contents.latest);
  return json.member("undated", contents.undated).close_object().str();
}

std::size_t total(const std::map<std::string, std::size_t>& counts) {
  std::size_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

std::string list_line(std::string_view head, const std::map<std::string, std::size_t>& counts) {
  std::string line;
  for (const auto& [name, count] : counts)
    line += (line.empty() ? "" : ", ") + name + " " + std::to_string(count);
  return std::string(head) + " " + std::to_string(total(counts)) +
         (line.empty() ? "" : ": " + line) + "\n";
}

}  // namespace

InfoAnswer info(const Question& question) {
  const QuestionRun running(question);
  InfoAnswer answer(question);
  const SelectedFacts facts = question.graph.facts(answer.question.selection);
  answer.contents = contents_of(answer.question, facts);
  rest_on(answer, facts);
  if (facts.entities.empty() && facts.relations.empty())
    answer.nothing = nothing_text(NothingWord::nothing_selected, answer.question.languages);
  return given(std::move(answer));
}

JsonObject InfoAnswer::json() const {
  JsonText languages;
  languages.open_list();
  for (const std::string& language : contents.languages) languages.value(language);
  languages.close_list();
  return JsonObject()
      .add("entities", counts_object(contents.kinds))
      .add("relations", counts_object(contents.types))
      .add("modalities", counts_object(contents.modalities))
      .add("languages", languages.str())
      .add("span", span_object(contents))
      .add("sources", std::to_string(contents.sources.size()));
}

Table InfoAnswer::table(Reader) const {
  Table table{{{"what"}, {"name"}, {"count", Column::Align::right}}, {}};
  const auto add = [&](const std::string& what, const std::map<std::string, std::size_t>& named) {
    for (const auto& [name, count] : named)
      table.rows.push_back({what, name, std::to_string(count)});
  };
  add("entities", contents.kinds);
  add("relations", contents.types);
  add("modality", contents.modalities);
  table.rows.push_back({"sources", "", std::to_string(contents.sources.size())});
  return table;
}

std::optional<std::string> InfoAnswer::sentences() const {
  std::string languages;
  for (const std::string& language : contents.languages)
    languages += (languages.empty() ? "" : ", ") + language;
  const std::vector<std::string> wanted{question.languages};
  return terminal_safe(label(question.graph.titles(), wanted)) + "\n" +
         list_line("entities", contents.kinds) + list_line("relations", contents.types) +
         list_line("modality", contents.modalities) + "sources " +
         std::to_string(contents.sources.size()) + "\nlanguages " + languages + "\nspan " +
         day_or(contents.earliest, "unknown") + " to " + day_or(contents.latest, "unknown") +
         (contents.undated > 0 ? ", " + std::to_string(contents.undated) + " undated" : "") + "\n";
}

}  // namespace entente::answers
