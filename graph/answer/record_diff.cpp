#include <map>
#include <set>
#include <utility>

#include <entente/answer/diff.hpp>
#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>
#include <entente/words/sentence.hpp>

#include "answer/notes/notes.hpp"
#include "answer/rows/attribute_text.hpp"
#include "answer/rows/rows.hpp"
#include "model/json_append.hpp"
#include "text/normal_forms.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// A member that differs, as JSON, before and after.
struct MemberChange {
  std::string member;
  std::string before;
  std::string after;
};

using MemberChanges = std::vector<MemberChange>;

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

std::string shown_value(const std::string& text) {
  return text.empty() ? "none" : terminal_safe(text);
}

/// What a reader cannot see: "é" may be one character, or a letter and its accent.
std::string_view form_mark(const MemberChange& change) {
  const bool is_form_alone =
      change.before != change.after && nfc(change.before) == nfc(change.after);
  return is_form_alone ? " (the same text: only its Unicode form, NFC or NFD, differs)" : "";
}

/// A value as people read it, and as JSON, which tells apart what reads alike. Both are empty if
/// there is none.
struct MemberValue {
  std::string text;
  std::string json;
};

MemberChange change_of(std::string member, const MemberValue& before, const MemberValue& after) {
  const auto reads_as_none = [](const MemberValue& one) {
    return one.text.empty() && !one.json.empty();
  };
  const bool reads_alike = shown_value(before.text) == shown_value(after.text);
  if (reads_alike || reads_as_none(before) || reads_as_none(after))
    return {std::move(member), before.json, after.json};
  return {std::move(member), before.text, after.text};
}

MemberValue member_value(const std::vector<std::string>& names) {
  MemberValue list;
  JsonText json;
  json.open_list();
  for (const std::string& name : names) {
    list.text += (list.text.empty() ? "" : ", ") + name;
    json.value(name);
  }
  list.json = json.close_list().str();
  return list;
}

MemberValue member_value(const AttributeValue& value) {
  MemberValue attribute{attribute_text(value), {}};
  json::append_attribute(attribute.json, value);
  return attribute;
}

/// Values by what they are called, of members that hold many: "ja", "iso3", "role".
using Parts = std::map<std::string, MemberValue>;

Parts parts_of(const Names& names) {
  Parts parts;
  for (const LanguageNames& one : names) parts[one.language] = member_value(one.names);
  return parts;
}

Parts parts_of(const std::vector<std::pair<std::string, std::string>>& codes) {
  Parts parts;
  for (const auto& [name, code] : codes) parts[name] = {code, json_quoted(code)};
  return parts;
}

Parts parts_of(const Attributes& attributes) {
  Parts parts;
  for (const auto& [name, value] : attributes) parts[name] = member_value(value);
  return parts;
}

/// The parts that differ: "names.ja".
void add_parts(MemberChanges& list, const std::string& member, const Parts& before,
               const Parts& after) {
  std::set<std::string> all;
  for (const auto* parts : {&before, &after})
    for (const auto& [name, value] : *parts) all.insert(name);
  const auto value_of = [](const Parts& parts, const std::string& name) {
    const auto found = parts.find(name);
    return found == parts.end() ? MemberValue() : found->second;
  };
  for (const std::string& name : all) {
    const MemberValue old = value_of(before, name);
    const MemberValue now = value_of(after, name);
    if (old.json != now.json) list.push_back(change_of(member + "." + name, old, now));
  }
}

std::string text_of(const std::optional<When>& when) {
  return when ? when->text() : "";
}

std::string text_of(const std::vector<Evidence>& evidence) {
  std::string text;
  for (const Evidence& piece : evidence) {
    text += (text.empty() ? "" : "; ") + piece.source;
    if (!piece.at.empty()) text += " " + piece.at;
    if (!piece.asserted_by.empty()) text += ", asserted by " + piece.asserted_by;
    if (piece.when) text += ", dated " + piece.when->text();
  }
  return text;
}

/// A member that others added, as they wrote it.
template <class Record>
MemberChange foreign_change(const Record& before, const Record& after, const std::string& member) {
  const auto shown = [&](const Record& record) {
    const std::string json = member_json(record, member);
    return json == "null" ? std::string() : json;
  };
  return {member, shown(before), shown(after)};
}

/// The same for people: parts of members, as texts.
MemberChanges readable_members(const RecordDiffAnswer& answer,
                               const ChangedRecord<EntityId>& changed) {
  const Entity before = answer.before.graph.record(changed.before);
  const Entity after = answer.question.graph.record(changed.after);
  MemberChanges list;
  for (const std::string& member : changed.members) {
    if (member == "names") add_parts(list, member, parts_of(before.names), parts_of(after.names));
    if (member == "codes") add_parts(list, member, parts_of(before.codes), parts_of(after.codes));
    if (member == "attributes")
      add_parts(list, member, parts_of(before.attributes), parts_of(after.attributes));
    if (member == "kind") list.push_back({member, before.kind, after.kind});
    if (member.starts_with("x-")) list.push_back(foreign_change(before, after, member));
    if (member == "when") list.push_back({member, text_of(before.when), text_of(after.when)});
  }
  return list;
}

MemberChanges readable_members(const RecordDiffAnswer& answer,
                               const ChangedRecord<RelationId>& changed) {
  const Relation before = answer.before.graph.record(changed.before);
  const Relation after = answer.question.graph.record(changed.after);
  MemberChanges list;
  const auto add = [&](std::string_view member, const std::string& old, const std::string& now) {
    const auto member_value = [&](const std::string& text, const Relation& record) {
      return MemberValue{text, text.empty() ? std::string() : member_json(record, member)};
    };
    list.push_back(
        change_of(std::string(member), member_value(old, before), member_value(now, after)));
  };
  for (const std::string& member : changed.members) {
    if (member.starts_with("x-")) list.push_back(foreign_change(before, after, member));
    if (member == "type") add(member, before.type, after.type);
    if (member == "from") add(member, before.from, after.from);
    if (member == "to") add(member, before.to, after.to);
    if (member == "when") add(member, text_of(before.when), text_of(after.when));
    if (member == "modality")
      add(member, std::string(to_string(before.modality)), std::string(to_string(after.modality)));
    if (member == "attributes")
      add_parts(list, member, parts_of(before.attributes), parts_of(after.attributes));
    if (member == "evidence") add(member, text_of(before.evidence), text_of(after.evidence));
  }
  return list;
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
         entity(answer.question, one.after), readable_members(answer, one));
  for (const auto& one : found.changed_relations)
    take("changed", "relation", answer.question.graph.id(one.after),
         relation(answer.question, one.after), readable_members(answer, one));
}

}  // namespace

RecordDiffAnswer::RecordDiffAnswer(Question newer, Question older)
    : GraphAnswer(std::move(newer)), before(understood(std::move(older))) {}

RecordDiffAnswer diff(const Question& older, const Question& newer) {
  RecordDiffAnswer answer(newer, older);
  answer.question.faulty_records += older.faulty_records;
  answer.difference = record_difference(older.graph, newer.graph, answer.question.selection);
  rest_on(answer, newer.graph.facts(answer.selection()));
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
      text += "      " + terminal_safe(one.member) + ": " + shown_value(one.before) + " → " +
              shown_value(one.after) + std::string(form_mark(one)) + "\n";
  });
  std::string text;
  for (const std::string_view change : {"added", "removed", "changed"})
    text += std::string(change) + " " + std::to_string(records[change]) + "\n" + lines[change];
  return text;
}

}  // namespace entente::answers
