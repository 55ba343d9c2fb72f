#include "answer/rows/record_changes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>

#include "answer/rows/attribute_text.hpp"
#include "answer/rows/rows.hpp"
#include "model/json_append.hpp"
#include "words/note_words.hpp"
#include "words/wording.hpp"

namespace entente::answers {
namespace {

/// A value as people read it, and as JSON, which distinguishes what reads alike. Both are empty if
/// there is none.
struct MemberValue {
  std::string text;
  std::string json;
};

/// Whether a text is the word for none in some language.
bool says_none(std::string_view text) {
  return std::ranges::any_of(spoken_languages, [&](std::string_view tag) {
    return note_text(NoteWord::no_value, tag) == text;
  });
}

MemberChange change_of(std::string member, const MemberValue& before, const MemberValue& after) {
  const auto reads_as_none = [](const MemberValue& one) {
    return one.text.empty() ? !one.json.empty() : says_none(one.text);
  };
  const bool reads_alike = terminal_safe(before.text) == terminal_safe(after.text);
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

}  // namespace

MemberChanges readable_members(const Entity& before, const Entity& after,
                               const std::vector<std::string>& members) {
  MemberChanges list;
  for (const std::string& member : members) {
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

MemberChanges readable_members(const Relation& before, const Relation& after,
                               const std::vector<std::string>& members) {
  MemberChanges list;
  const auto add = [&](std::string_view member, const std::string& old, const std::string& now) {
    const auto member_value = [&](const std::string& text, const Relation& record) {
      return MemberValue{text, text.empty() ? std::string() : member_json(record, member)};
    };
    list.push_back(
        change_of(std::string(member), member_value(old, before), member_value(now, after)));
  };
  for (const std::string& member : members) {
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

}  // namespace entente::answers
