#include <map>
#include <string>
#include <utility>

#include <entente/answer/diff.hpp>
#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>
#include <entente/words/sentence.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/record_changes.hpp"
#include "answer/rows/rows.hpp"
#include "text/normal_forms.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

template <class Id>
MemberChanges whole_members(const RecordDiffAnswer& answer, const ChangedRecord<Id>& changed) {
  const auto before = answer.before.graph.record(changed.before);
  const auto after = answer.question.graph.record(changed.after);
  MemberChanges list;
  for (const std::string& member : changed.members)
    list.push_back({member, member_json(before, member), member_json(after, member)});
  return list;
}

template <class Id>
std::string changed_json(const RecordDiffAnswer& answer, const ChangedRecord<Id>& changed,
                         std::string_view record) {
  JsonText json;
  json.open_object().member("record", record);
  json.member("id", answer.before.graph.id(changed.before)).key("members").open_list();
  for (const MemberChange& one : whole_members(answer, changed)) {
    json.open_object().member("member", one.member);
    json.key("old").raw(one.before).key("new").raw(one.after).close_object();
  }
  return json.close_list().close_object().str();
}

std::string shown_value(const std::string& text, std::string_view languages) {
  return text.empty() ? note_text(NoteWord::no_value, languages) : terminal_safe(text);
}

/// What a reader cannot see: "é" may be one character, or a letter and its accent.
std::string form_mark(const MemberChange& change, std::string_view languages) {
  const bool is_form_alone =
      change.before != change.after && composed(change.before) == composed(change.after);
  return is_form_alone ? " (" + note_text(NoteWord::same_text, languages) + ")" : "";
}

template <class Id>
MemberChanges people_read(const RecordDiffAnswer& answer, const ChangedRecord<Id>& changed) {
  return readable_members(answer.before.graph.record(changed.before),
                          answer.question.graph.record(changed.after), changed.members);
}

/// Records by what became of them, in the order of the answer; `take` gets the kind of change, the
/// kind of record, its id, what it is, and its members.
template <class Take>
void for_each_record(const RecordDiffAnswer& answer, Take take) {
  const RecordDifference& found = answer.difference;
  const auto entity = [](const Question& question, EntityId id) {
    return question.name(id) + " (" + std::string(question.graph.kind(id)) + ")";
  };
  const auto relation = [](const Question& question, RelationId id) {
    return describe(question.graph, id, question.languages);
  };
  const auto lone = [&](std::string_view change, const Question& question,
                        const std::vector<EntityId>& entities,
                        const std::vector<RelationId>& relations) {
    for (const EntityId id : entities)
      take(change, "entity", question.graph.id(id), entity(question, id), MemberChanges());
    for (const RelationId id : relations)
      take(change, "relation", question.graph.id(id), relation(question, id), MemberChanges());
  };
  lone("added", answer.question, found.added_entities, found.added_relations);
  lone("removed", answer.before, found.removed_entities, found.removed_relations);
  for (const auto& one : found.changed_entities)
    take("changed", "entity", answer.question.graph.id(one.after),
         entity(answer.question, one.after), people_read(answer, one));
  for (const auto& one : found.changed_relations)
    take("changed", "relation", answer.question.graph.id(one.after),
         relation(answer.question, one.after), people_read(answer, one));
}

/// What looks alike and was not counted as changed.
Note reencoded_note(const Question& question, const RecordDifference& found) {
  const std::size_t count = found.reencoded_entities.size() + found.reencoded_relations.size();
  Note note = note_of(question.graph, "same-text", {}, found.reencoded_relations);
  note.text = counted_note(NoteWord::one_same_text, count, question.languages);
  note.count = count;
  return note;
}

}  // namespace

RecordDiffAnswer::RecordDiffAnswer(Question newer, Question older)
    : GraphAnswer(std::move(newer)), before(understood(std::move(older))) {}

RecordDiffAnswer diff(const Question& older, const Question& newer) {
  const QuestionRun running(older);
  const QuestionRun also_running(newer);
  RecordDiffAnswer answer(newer, older);
  answer.question.faulty_records += older.faulty_records;
  answer.difference = record_difference(older.graph, newer.graph, answer.question.selection);
  rest_on(answer, newer.graph.facts(answer.selection()));
  add_note(answer, reencoded_note(answer.question, answer.difference));
  if (answer.difference.empty())
    answer.nothing = nothing_text(NothingWord::no_record_differs, answer.question.languages);
  return given(std::move(answer));
}

JsonObject RecordDiffAnswer::json() const {
  const auto records = [](const Question& asked, const std::vector<EntityId>& entities,
                          const std::vector<RelationId>& relations) {
    std::vector<std::string> list;
    for (const EntityId id : entities) list.push_back(entity_json(asked.graph.record(id)));
    for (const RelationId id : relations) list.push_back(relation_json(asked.graph.record(id)));
    return list;
  };
  std::vector<std::string> changed;
  for (const auto& one : difference.changed_entities)
    changed.push_back(changed_json(*this, one, "entity"));
  for (const auto& one : difference.changed_relations)
    changed.push_back(changed_json(*this, one, "relation"));
  return JsonObject()
      .add("added", records(question, difference.added_entities, difference.added_relations))
      .add("removed", records(before, difference.removed_entities, difference.removed_relations))
      .add("changed", std::move(changed));
}

Table RecordDiffAnswer::table(Reader) const {
  Table table{{{"change"}, {"record"}, {"id"}, {"what"}, {"member"}, {"old"}, {"new"}}, {}};
  for_each_record(*this, [&](std::string_view change, std::string_view record, std::string_view id,
                             const std::string& what, const MemberChanges& members) {
    const std::vector<std::string> head = {std::string(change), std::string(record),
                                           std::string(id), what};
    const auto add = [&](const MemberChange& one) {
      table.rows.push_back(head);
      for (const std::string* cell : {&one.member, &one.before, &one.after})
        table.rows.back().push_back(*cell);
    };
    if (members.empty()) add({});
    for (const MemberChange& one : members) add(one);
  });
  return table;
}

std::optional<std::string> RecordDiffAnswer::sentences() const {
  const std::string& languages = question.languages;
  std::map<std::string_view, std::string> lines;
  std::map<std::string_view, std::size_t> records;
  const std::map<std::string_view, std::string_view> marks = {
      {"added", "+"}, {"removed", "-"}, {"changed", "~"}};
  for_each_record(*this, [&](std::string_view change, std::string_view, std::string_view id,
                             const std::string& what, const MemberChanges& members) {
    std::string& text = lines[change];
    ++records[change];
    text += "  " + std::string(marks.at(change)) + " " + terminal_safe(id) + ": " +
            terminal_safe(what) + "\n";
    for (const MemberChange& one : members)
      text += "      " + terminal_safe(one.member) + ": " + shown_value(one.before, languages) +
              " → " + shown_value(one.after, languages) + form_mark(one, languages) + "\n";
  });
  std::string text;
  for (const auto& [change, heading] :
       {std::pair("added", NoteWord::added), std::pair("removed", NoteWord::removed),
        std::pair("changed", NoteWord::changed)})
    text += note_text(heading, languages, {std::to_string(records[change])}) + "\n" + lines[change];
  return text;
}

}  // namespace entente::answers
