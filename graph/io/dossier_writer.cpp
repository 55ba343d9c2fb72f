#include <ostream>
#include <string>
#include <string_view>

#include <entente/io/dossier_writer.hpp>

#include "io/json_append.hpp"
#include "io/json_wrap.hpp"
#include "io/sorted.hpp"

namespace entente {
namespace {

using json::append_key;
using json::append_member;
using json::append_text;

constexpr std::size_t line_width = 100;

std::string_view first_of(const std::pair<std::string, std::string>& one) {
  return one.first;
}
std::string_view id_of(const Entity& entity) {
  return entity.id;
}
std::string_view id_of(const Relation& relation) {
  return relation.id;
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (const std::string& text : texts) {
    if (&text != texts.data()) out += ", ";
    append_text(out, text);
  }
  out += ']';
}

void append_pairs(std::string& out, const std::vector<std::pair<std::string, std::string>>& pairs) {
  out += '{';
  for (const auto* pair : sorted_by(pairs, first_of)) append_member(out, pair->first, pair->second);
  out += '}';
}

void append_names(std::string& out, const Names& names) {
  const auto language = [](const LanguageNames& one) { return std::string_view(one.language); };
  out += '{';
  for (const LanguageNames* one : sorted_by(names, language)) {
    append_key(out, one->language);
    append_texts(out, one->names);
  }
  out += '}';
}

void append_evidence(std::string& out, const std::vector<Evidence>& list) {
  out += '[';
  for (const Evidence& evidence : list) {
    out += &evidence == list.data() ? "{" : ", {";
    append_member(out, "source", evidence.source);
    if (!evidence.at.empty()) append_member(out, "at", evidence.at);
    if (!evidence.asserted_by.empty()) append_member(out, "asserted_by", evidence.asserted_by);
    if (evidence.when) {
      append_key(out, "when");
      json::append_when(out, *evidence.when);
    }
    out += '}';
  }
  out += ']';
}

void append_common(std::string& out, const std::optional<When>& when) {
  if (!when) return;
  append_key(out, "when");
  json::append_when(out, *when);
}

void append_attributes_member(std::string& out, const Attributes& attributes) {
  if (attributes.empty()) return;
  append_key(out, "attributes");
  json::append_attributes(out, attributes);
}

void append_record(std::string& out, const Entity& entity) {
  out += '{';
  append_member(out, "id", entity.id);
  append_member(out, "kind", entity.kind);
  if (!entity.names.empty()) {
    append_key(out, "names");
    append_names(out, entity.names);
  }
  append_common(out, entity.when);
  if (!entity.codes.empty()) {
    append_key(out, "codes");
    append_pairs(out, entity.codes);
  }
  append_attributes_member(out, entity.attributes);
  out += '}';
}

void append_record(std::string& out, const Relation& relation) {
  out += '{';
  append_member(out, "id", relation.id);
  append_member(out, "type", relation.type);
  append_member(out, "from", relation.from);
  append_member(out, "to", relation.to);
  append_common(out, relation.when);
  append_member(out, "modality", to_string(relation.modality));
  append_attributes_member(out, relation.attributes);
  if (!relation.evidence.empty()) {
    append_key(out, "evidence");
    append_evidence(out, relation.evidence);
  }
  out += '}';
}

/// `"format"`, `"title"` and `"vocabulary"`, separated by `separator`.
std::string header_members(const Dossier& dossier, std::string_view separator) {
  std::string out = R"("format": "entente/1")";
  if (!dossier.titles.empty()) {
    out.append(separator) += R"("title": )";
    append_pairs(out, dossier.titles);
  }
  if (!dossier.vocabularies.empty()) {
    out.append(separator) += R"("vocabulary": )";
    if (dossier.vocabularies.size() == 1)
      append_text(out, dossier.vocabularies.front());
    else
      append_texts(out, dossier.vocabularies);
  }
  return out;
}

/// A list of records, each on a line or wrapped.
template <typename Record>
void write_list(std::ostream& out, const std::vector<Record>& records) {
  constexpr std::size_t indent = 4;
  std::string line;
  bool first = true;
  for (const Record* record : sorted_by(records, [](const Record& one) { return id_of(one); })) {
    line.clear();
    append_record(line, *record);
    // A byte is at most one character, so that most records need no second look.
    const bool fits = line.size() + indent + 1 <= line_width;
    out << (first ? "\n    " : ",\n    ");
    out << (fits ? line : json::wrapped(line, indent, line_width));
    first = false;
  }
  out << (records.empty() ? "]" : "\n  ]");
}

template <typename Record>
void write_lines(std::ostream& out, const std::vector<Record>& records, std::string_view member) {
  std::string line;
  for (const Record* record : sorted_by(records, [](const Record& one) { return id_of(one); })) {
    line.assign("{\"").append(member).append("\": ");
    append_record(line, *record);
    line += "}\n";
    out << line;
  }
}

}  // namespace

void write_json(std::ostream& out, const Dossier& dossier) {
  out << "{\n  " << header_members(dossier, ",\n  ") << ",\n  \"entities\": [";
  write_list(out, dossier.entities);
  out << ",\n  \"relations\": [";
  write_list(out, dossier.relations);
  out << "\n}\n";
}

void write_json_lines(std::ostream& out, const Dossier& dossier) {
  out << "{\"dossier\": {" << header_members(dossier, ", ") << "}}\n";
  write_lines(out, dossier.entities, "entity");
  write_lines(out, dossier.relations, "relation");
}

std::string to_json(const Entity& entity) {
  std::string text;
  append_record(text, entity);
  return text;
}

std::string to_json(const Relation& relation) {
  std::string text;
  append_record(text, relation);
  return text;
}

}  // namespace entente
