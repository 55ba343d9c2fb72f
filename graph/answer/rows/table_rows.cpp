#include <algorithm>
#include <cassert>
#include <cmath>

#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/reasons.hpp"
#include "answer/rows/rows.hpp"
#include "words/why_words.hpp"
#include "words/wording.hpp"

namespace entente::answers {
namespace {

std::string sources_text(const Question& question, RelationId relation) {
  std::string text;
  for (const Evidence& evidence : seen_evidence(question, relation)) {
    if (!text.empty()) text += "; ";
    text += evidence.source;
    if (!evidence.at.empty()) text += " " + evidence.at;
  }
  return text;
}

std::string when_text(const Question& question, RelationId relation) {
  const auto when = seen_when(question, relation);
  return when ? std::string(when->text()) : std::string();
}

std::string certainty_of(const SelectedRelation& row) {
  return row.verdict == Verdict::yes ? "certain" : "possible";
}

Table for_person(const Question& question, const RelationRows& rows) {
  const Graph& graph = question.graph;
  Table table{{{"when"}, {"from"}, {"type"}, {"to"}, {"certainty"}, {"sources"}}, {}};
  for (const SelectedRelation& row : rows) {
    const Relation record = graph.record(row.relation);
    table.rows.push_back({when_text(question, row.relation),
                          question.name(graph.from(row.relation)), record.type,
                          question.name(graph.to(row.relation)), certainty_of(row),
                          sources_text(question, row.relation)});
  }
  return table;
}

Table for_program(const Question& question, const RelationRows& rows) {
  Table table{{{"relation"},
               {"type"},
               {"from"},
               {"from_name"},
               {"to"},
               {"to_name"},
               {"when"},
               {"modality"},
               {"certainty"},
               {"why"},
               {"sources"},
               {"sentence"}},
              {}};
  for (const SelectedRelation& row : rows) {
    const Relation record = question.graph.record(row.relation);
    table.rows.push_back(
        {record.id, record.type, record.from, question.name(question.graph.from(row.relation)),
         record.to, question.name(question.graph.to(row.relation)),
         when_text(question, row.relation), std::string(to_string(record.modality)),
         certainty_of(row), std::string(to_string(row.why)), sources_text(question, row.relation),
         seen_sentence(question, row.relation)});
  }
  return table;
}

}  // namespace

Table rows_table(const Question& question, const RelationRows& rows, Reader reader) {
  return reader == Reader::person ? for_person(question, rows) : for_program(question, rows);
}

std::string row_sentence(const Question& question, const SelectedRelation& row) {
  return row_sentence(question, row, question.graph.from(row.relation));
}

std::string row_sentence(const Question& question, const SelectedRelation& row, EntityId subject) {
  const Graph& graph = question.graph;
  const auto orientation =
      subject == graph.from(row.relation) ? Orientation::forward : Orientation::inverse;
  const std::string text = terminal_safe(seen_sentence(question, row.relation, orientation));
  return row.verdict == Verdict::yes
             ? text
             : "? " + text + reason_text(question, row.why, seen_when(question, row.relation));
}

namespace {

std::string in_brackets(const Phrase& reason) {
  const bool wide = is_written_in_han(reason.language);
  return (wide ? "（" : " (") + reason.text + (wide ? "）" : ")");
}

}  // namespace

std::string reason_text(const Question& question, Why why) {
  if (why == Why::none || why == Why::inferred) return {};  // an inferred end is in the sentence
  return in_brackets(why_phrase(why, LanguagePreference::parse(question.languages)));
}

std::string reason_text(const Question& question, Why why, const std::optional<When>& when) {
  const std::string& through = question.selection.observed_through;
  const bool is_observed_only = why == Why::no_end_reported && !through.empty() && when &&
                                when->end(Reading::interval).state() == EndState::open;
  if (!is_observed_only) return reason_text(question, why);
  return in_brackets(observed_only_phrase(through, LanguagePreference::parse(question.languages)));
}

SelectedRelation selected(const SelectedFacts& facts, RelationId relation) {
  const auto found =
      std::ranges::lower_bound(facts.relations, relation, {}, &SelectedRelation::relation);
  assert(found != facts.relations.end() && found->relation == relation);
  return *found;
}

std::string row_sentences(const Question& question, const RelationRows& rows) {
  std::string text;
  for (const SelectedRelation& row : rows) text += row_sentence(question, row) + "\n";
  return text;
}

SelectedFacts facts_of(const Question& question, RelationRows rows,
                       std::vector<EntityId> entities) {
  std::ranges::sort(rows, {}, &SelectedRelation::relation);
  const auto same = [](const SelectedRelation& a, const SelectedRelation& b) {
    return a.relation == b.relation;
  };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  for (const SelectedRelation& row : rows) {
    entities.push_back(question.graph.from(row.relation));
    entities.push_back(question.graph.to(row.relation));
  }
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  const Counts counts = counts_of(rows);
  return {std::move(rows), std::move(entities), counts};
}

Counts counts_of(const RelationRows& rows) {
  Counts counts;
  for (const SelectedRelation& row : rows) counts.add(row.verdict);
  return counts;
}

Table entities_table(const Question& question, const std::vector<EntityId>& entities) {
  Table table{{{"entity"}, {"name"}, {"kind"}}, {}};
  for (const EntityId entity : entities)
    table.rows.push_back(
        {question.id(entity), question.name(entity), std::string(question.graph.kind(entity))});
  return table;
}

std::vector<std::string> quoted_ids(const Question& question,
                                    const std::vector<EntityId>& entities) {
  std::vector<std::string> list;
  for (const EntityId entity : entities) list.push_back(json_quoted(question.graph.id(entity)));
  return list;
}

std::string score_text(double score, Reader) {
  return std::isinf(score) ? "inf" : json_number(score);
}

}  // namespace entente::answers
