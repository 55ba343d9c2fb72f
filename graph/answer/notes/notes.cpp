#include "answer/notes/notes.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <set>

#include <entente/answer/extract.hpp>
#include <entente/answer/measured.hpp>
#include <entente/base/json_text.hpp>
#include <entente/query/spells.hpp>
#include <entente/text/safe.hpp>

#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// A note about relations in the words for so many of them.
Note counted(const Question& question, std::string_view code, NoteWord one,
             const std::vector<RelationId>& relations, std::string_view b = {},
             std::string_view c = {}) {
  return note_of(question.graph, code,
                 counted_note(one, relations.size(), question.languages, b, c), relations);
}

NoteWord way_of(MatchKind how) {
  switch (how) {
    case MatchKind::accent:
      return NoteWord::by_accents;
    case MatchKind::variant:
      return NoteWord::by_spelling;
    case MatchKind::reordered:
      return NoteWord::by_order;
    case MatchKind::surname:
      return NoteWord::by_surname;
    default:
      return NoteWord::by_folding;
  }
}

/// Who is meant by a name that is not written so in the dossier; empty where it is.
std::string taken_for(const Question& question, const std::string& name) {
  const Lookup found = question.graph.find(name);
  if (found.remark().empty()) return {};
  const Match& match = found.matches().front();
  return terminal_safe(note_text(NoteWord::taken_for, question.languages,
                                 {name, match.name + " (" + question.id(match.entity) + ")",
                                  note_text(way_of(match.how), question.languages)}));
}

/// Notes which records differ about the ties in the rows, where a period asks about ties.
void note_accounts(GraphAnswer& answer, const RelationRows& rows) {
  const Selection& selection = answer.question.selection;
  if (selection.as_of.empty() && selection.during.empty() && selection.throughout.empty()) return;
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : rows) relations.push_back(row.relation);
  const auto differing = differing_accounts(answer.question.graph, relations, selection);
  add_note(answer, note_of(answer.question.graph, "accounts-differ",
                           note_text(NoteWord::accounts_differ, answer.question.languages,
                                     {std::to_string(differing.size())}),
                           differing));
}

/// Counts and notes from the rows an answer rests on and what a period left out of them.
void count(GraphAnswer& answer, const RelationRows& rows, const std::vector<RelationId>& undated,
           const std::vector<RelationId>& ended) {
  const Question& question = answer.question;
  answer.counts = counts_of(rows);
  answer.counts.undated = undated.size();
  add_note(answer, counted(question, "inferred-ended", NoteWord::one_left_out_as_ended, ended));
  note_presumed(answer, presumed_of(rows));
  add_note(answer, counted(question, "undated", NoteWord::one_undated, undated));
  note_accounts(answer, rows);
  note_reading(answer);
}

/// Of relations in ascending order, those that touch one of the entities, also ascending.
class Incident {
 public:
  Incident(const Graph& graph, const std::vector<EntityId>& entities)
      : graph_(graph), touched_(graph.entity_count(), 0) {
    for (const EntityId entity : entities) touched_[index(entity)] = 1;
  }

  [[nodiscard]] bool touches(RelationId relation) const {
    return touched_[index(graph_.from(relation))] != 0 || touched_[index(graph_.to(relation))] != 0;
  }
  [[nodiscard]] std::vector<RelationId> of(std::vector<RelationId> relations) const {
    std::erase_if(relations, [this](RelationId relation) { return !touches(relation); });
    return relations;
  }

 private:
  const Graph& graph_;
  std::vector<std::uint8_t> touched_;
};

[[maybe_unused]] bool is_known_code(std::string_view code) {
  return std::ranges::find(note_codes(), code) != note_codes().end();
}

}  // namespace

const std::vector<std::string_view>& note_codes() {
  static const std::vector<std::string_view> codes = {
      "matched-by",        "query-word",     "inferred-ended",
      "ended-with-an-end", "presumed",       "accounts-differ",
      "only-planned",      "no-party-known", "same-day-different-times",
      "never-together",    "missing-weight", "infinite",
      "left-out",          "same-text",      "undated"};
  return codes;
}

void rest_on(GraphAnswer& answer, const SelectedFacts& facts) {
  count(answer, facts.relations, facts.undated, facts.inferred_ended);
}

void rest_on(GraphAnswer& answer, const SelectedFacts& facts, const std::vector<EntityId>& entities,
             const RelationRows& rows) {
  const Incident incident(answer.question.graph, entities);
  RelationRows all = rows;
  for (const SelectedRelation& row : facts.relations)
    if (incident.touches(row.relation)) all.push_back(row);
  // Stable, so that the verdict of the answer's own row counts.
  std::ranges::stable_sort(all, {}, &SelectedRelation::relation);
  const auto same = [](const SelectedRelation& a, const SelectedRelation& b) {
    return a.relation == b.relation;
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  count(answer, all, incident.of(facts.undated), incident.of(facts.inferred_ended));
}

Note note_of(const Graph& graph, std::string_view code, std::string text,
             const std::vector<RelationId>& relations) {
  Note note;
  note.code = code;
  note.text = std::move(text);
  note.count = relations.size();
  for (std::size_t i = 0; i < std::min(most_named_by_a_note, relations.size()); ++i)
    note.relations.emplace_back(graph.id(relations[i]));
  return note;
}

namespace {

/// One for each name that is found by less than itself.
std::vector<Note> notes_of(const Question& question, const std::vector<std::string>& names) {
  std::vector<Note> notes;
  std::set<std::string> texts;
  for (const std::string& name : names) {
    std::string text = taken_for(question, name);
    if (text.empty() || !texts.insert(text).second) continue;
    notes.push_back({.code = "matched-by", .text = std::move(text), .count = 1});
  }
  return notes;
}

}  // namespace

void note_names(GraphAnswer& answer, const std::vector<std::string>& names) {
  for (Note& note : notes_of(answer.question, names)) add_note(answer, std::move(note));
}

std::vector<Note> notes_of_names(const Question& question) {
  return notes_of(question, question.asked_sources);
}

std::vector<RelationId> presumed_of(const RelationRows& rows) {
  std::vector<RelationId> presumed;
  for (const SelectedRelation& row : rows)
    if (row.presumed) presumed.push_back(row.relation);
  return presumed;
}

void note_presumed(GraphAnswer& answer, const std::vector<RelationId>& relations) {
  add_note(answer, counted(answer.question, "presumed", NoteWord::one_presumed, relations));
}

void note_reading(GraphAnswer& answer) {
  const Question& question = answer.question;
  note_names(answer, question.asked_sources);
  const std::size_t count = question.faulty_records;
  add_note(answer, {.code = "left-out",
                    .text = counted_note(NoteWord::one_faulty, count, question.languages),
                    .count = count});
}

void note_weights(GraphAnswer& answer, const std::string& attribute, MissingWeight missing,
                  double value) {
  if (attribute.empty() || missing == MissingWeight::error) return;
  const NoteWord one =
      missing == MissingWeight::skip ? NoteWord::one_without_weight : NoteWord::one_weighing;
  add_note(answer, counted(answer.question, "missing-weight", one,
                           relations_without_weight(answer.question, attribute), attribute,
                           json_number(value)));
}

std::vector<Note> notes_of_left_out(const Question& question, const SelectedFacts& facts) {
  std::vector<Note> notes;
  const std::vector<RelationId> presumed = presumed_of(facts.relations);
  if (!facts.inferred_ended.empty())
    notes.push_back(
        counted(question, "inferred-ended", NoteWord::one_left_out_as_ended, facts.inferred_ended));
  if (!presumed.empty())
    notes.push_back(counted(question, "presumed", NoteWord::one_presumed, presumed));
  if (!facts.undated.empty())
    notes.push_back(counted(question, "undated", NoteWord::one_undated, facts.undated));
  return notes;
}

namespace {

void note_infinite(GraphAnswer& answer, NoteWord one, std::size_t count) {
  add_note(answer, {.code = "infinite",
                    .text = counted_note(one, count, answer.question.languages),
                    .count = count});
}

}  // namespace

void note_infinite(GraphAnswer& answer, std::size_t count) {
  note_infinite(answer, NoteWord::one_infinite, count);
}

void note_infinite_costs(GraphAnswer& answer, std::size_t count) {
  note_infinite(answer, NoteWord::one_cost_infinite, count);
}

void add_note(Answer& answer, Note note) {
  assert(is_known_code(note.code));
  if (note.count == 0) return;
  const auto place = [](const Note& each) {
    return std::ranges::find(note_codes(), each.code) - note_codes().begin();
  };
  const auto same = std::ranges::find(answer.notes, note.code, &Note::code);
  if (note.code == "matched-by" && same != answer.notes.end()) {
    if (("; " + same->text + "; ").find("; " + note.text + "; ") != std::string::npos) return;
    same->text += "; " + note.text;
    same->count += note.count;
    return;
  }
  const auto behind = std::ranges::find_if(
      answer.notes, [&](const Note& each) { return place(each) > place(note); });
  answer.notes.insert(behind, std::move(note));
}

void leave_out(Answer& answer, std::size_t count, const std::string& what, Cut cut) {
  Note note;
  note.code = "left-out";
  note.text = what;
  note.count = count;
  add_note(answer, std::move(note));
  if (cut == Cut::by_default) answer.left_out = what;
}

std::string nothing_of(const Answer& answer, std::string_view languages, WhenUndated undated) {
  if (answer.nothing.empty()) return {};
  std::string text = answer.nothing;
  if (answer.counts.undated > 0 && undated == WhenUndated::listed_if_asked_for)
    text =
        nothing_text(NothingWord::only_undated, languages, {std::to_string(answer.counts.undated)});
  for (const Note& note : answer.notes)
    if (note.code == "inferred-ended" || note.code == "same-text") text += "; " + note.text;
  return text;
}

std::vector<std::string> notes_json(const std::vector<Note>& notes) {
  std::vector<std::string> list;
  for (const Note& note : notes) {
    JsonText json;
    json.open_object().member("code", note.code).member("text", note.text);
    json.member("count", note.count).key("relations").open_list();
    for (const std::string& relation : note.relations) json.value(relation);
    list.push_back(json.close_list().close_object().str());
  }
  return list;
}

}  // namespace entente::answers
