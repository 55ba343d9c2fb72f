#include "model/record_json.hpp"

#include <optional>
#include <string_view>

#include "base/sorted.hpp"
#include "model/json_append.hpp"

namespace entente::json {
namespace {

constexpr auto first_of = [](const auto& pair) { return std::string_view(pair.first); };

}  // namespace

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

void append_foreign(std::string& out, const ForeignMembers& foreign) {
  for (const auto* member : sorted_by(foreign, first_of)) {
    append_key(out, member->first);
    out += member->second;
  }
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
      append_when(out, *evidence.when);
    }
    append_foreign(out, evidence.foreign);
    out += '}';
  }
  out += ']';
}

namespace {

void append_when_member(std::string& out, const std::optional<When>& when) {
  if (!when) return;
  append_key(out, "when");
  append_when(out, *when);
}

void append_attributes_member(std::string& out, const Attributes& attributes) {
  if (attributes.empty()) return;
  append_key(out, "attributes");
  append_attributes(out, attributes);
}

}  // namespace

void append_details(std::string& out, const Entity& entity) {
  if (!entity.names.empty()) {
    append_key(out, "names");
    append_names(out, entity.names);
  }
  append_when_member(out, entity.when);
  if (!entity.codes.empty()) {
    append_key(out, "codes");
    append_pairs(out, entity.codes);
  }
  append_attributes_member(out, entity.attributes);
}

void append_details(std::string& out, const Relation& relation) {
  append_when_member(out, relation.when);
  append_member(out, "modality", to_string(relation.modality));
  append_attributes_member(out, relation.attributes);
  if (!relation.evidence.empty()) {
    append_key(out, "evidence");
    append_evidence(out, relation.evidence);
  }
}

void append_record(std::string& out, const Entity& entity) {
  out += '{';
  append_member(out, "id", entity.id);
  append_member(out, "kind", entity.kind);
  append_details(out, entity);
  append_foreign(out, entity.foreign);
  out += '}';
}

void append_record(std::string& out, const Relation& relation) {
  out += '{';
  append_member(out, "id", relation.id);
  append_member(out, "type", relation.type);
  append_member(out, "from", relation.from);
  append_member(out, "to", relation.to);
  append_details(out, relation);
  append_foreign(out, relation.foreign);
  out += '}';
}

namespace {

/// A vocabulary's name, or the vocabulary itself.
void append_vocabulary(std::string& out, const std::string& vocabulary) {
  if (vocabulary.starts_with('{'))
    out += vocabulary;
  else
    append_text(out, vocabulary);
}

}  // namespace

void append_vocabularies(std::string& out, const std::vector<std::string>& vocabularies) {
  if (vocabularies.size() == 1) return append_vocabulary(out, vocabularies.front());
  out += '[';
  for (const std::string& one : vocabularies) {
    if (&one != vocabularies.data()) out += ", ";
    append_vocabulary(out, one);
  }
  out += ']';
}

std::vector<std::string> header_members(const Dossier& dossier) {
  std::vector<std::string> members = {R"("format": "entente/1")"};
  if (!dossier.titles.empty()) append_pairs(members.emplace_back(R"("title": )"), dossier.titles);
  if (!dossier.vocabularies.empty())
    append_vocabularies(members.emplace_back(R"("vocabulary": )"), dossier.vocabularies);
  for (const auto* foreign : sorted_by(dossier.foreign, first_of)) {
    std::string& member = members.emplace_back();
    append_text(member, foreign->first);
    member += ": " + foreign->second;
  }
  return members;
}

std::string header(const Dossier& dossier, std::string_view selection) {
  std::string out = "{";
  for (const std::string& member : header_members(dossier))
    out += (out.size() > 1 ? ", " : "") + member;
  if (!selection.empty()) out += ", \"selection\": " + std::string(selection);
  return out + '}';
}

}  // namespace entente::json
