#include "io/json/record_reader.hpp"

#include <array>
#include <string_view>

#include <entente/text/edit_distance.hpp>
#include <entente/text/language.hpp>

#include "io/json/attribute_reader.hpp"
#include "io/json/when_reader.hpp"

namespace entente {
namespace {

using Member = std::string_view;

constexpr std::array<Member, 6> entity_members = {"id",   "kind",  "names",
                                                  "when", "codes", "attributes"};
constexpr std::array<Member, 8> relation_members = {"id",   "type",     "from",       "to",
                                                    "when", "modality", "attributes", "evidence"};
constexpr std::array<Member, 4> evidence_members = {"source", "at", "asserted_by", "when"};
constexpr std::array<Member, 5> modalities = {"fact", "plan", "expectation", "claim", "derived"};

constexpr std::string_view vocabulary_hint =
    "write \"diplomacy\" or a list of names, files and vocabularies {…}";

/// The text of member `id`, for messages about the record before its members are read.
std::string_view id_of(JsonValue record) {
  for (const JsonValue member : record)
    if (member.key() == "id" && member.kind() == JsonKind::text) return member.text();
  return {};
}

}  // namespace

Place RecordReader::place(JsonValue value) {
  const Position position = findings_.locator().advance(value.at());
  return {file_, position.line, position.column};
}

void RecordReader::begin(JsonValue record) {
  read_.begin_record(record.kind() == JsonKind::object ? id_of(record) : std::string_view());
}

void RecordReader::entity(JsonValue value, std::vector<Entity>& entities) {
  const Place begins = place(value);
  begin(value);
  if (!read_.expect(value, JsonKind::object)) return;
  Entity& entity = entities.emplace_back();
  entity.place = begins;
  enum { id, kind, names_, when_, codes_, attributes_ };
  const auto take = [&](std::size_t index, JsonValue member) {
    switch (index) {
      case id:
        entity.id = read_.text(member, TextUse::identifier);
        break;
      case kind:
        entity.kind = read_.text(member, TextUse::identifier);
        break;
      case names_:
        entity.names = names(member);
        break;
      case when_:
        entity.when = read_when(read_, member);
        break;
      case codes_:
        entity.codes = codes(member);
        break;
      case attributes_:
        entity.attributes = read_attributes(read_, member);
        break;
    }
  };
  const auto seen = read_.members(value, entity_members, take, &entity.foreign);
  read_.require(value, "the entity", seen, entity_members, {id, kind});
  if (entity.id.empty()) entities.pop_back();
}

void RecordReader::relation(JsonValue value, std::vector<Relation>& relations) {
  const Place begins = place(value);
  begin(value);
  if (!read_.expect(value, JsonKind::object)) return;
  Relation& relation = relations.emplace_back();
  relation.place = begins;
  enum { id, type, from, to, when_, modality_, attributes_, evidence_ };
  const auto take = [&](std::size_t index, JsonValue member) {
    switch (index) {
      case id:
        relation.id = read_.text(member, TextUse::identifier);
        break;
      case type:
        relation.type = read_.text(member, TextUse::identifier);
        break;
      case from:
        relation.from = read_.text(member, TextUse::identifier);
        break;
      case to:
        relation.to = read_.text(member, TextUse::identifier);
        break;
      case when_:
        relation.when = read_when(read_, member);
        break;
      case modality_:
        relation.modality = modality(member);
        break;
      case attributes_:
        relation.attributes = read_attributes(read_, member);
        break;
      case evidence_:
        relation.evidence = evidence_list(member);
        break;
    }
  };
  const auto seen = read_.members(value, relation_members, take, &relation.foreign);
  read_.require(value, "the relation", seen, relation_members, {id, type, from, to});
  if (relation.id.empty() || relation.type.empty() || relation.from.empty() || relation.to.empty())
    relations.pop_back();
}

std::string RecordReader::language(JsonValue member) {
  std::string tag = read_.name(member);
  if (!tag.empty() && !is_language_tag(tag))
    read_.error(member.key_at(), {"bad-language", "`" + shortened(tag) + "` is not a language tag",
                                  "tags follow BCP 47: en, ja, zh-Hans, zh-Hant"});
  return tag;
}

std::vector<std::pair<std::string, std::string>> RecordReader::labels(JsonValue value) {
  std::vector<std::pair<std::string, std::string>> labels;
  if (!read_.expect(value, JsonKind::object, "write {\"en\": \"…\"}")) return labels;
  read_.require_unique(value);
  for (const JsonValue member : value) {
    std::string tag = language(member);
    labels.emplace_back(std::move(tag), read_.text(member, TextUse::prose));
  }
  return labels;
}

/// What begins as an object does would be taken for one.
std::string RecordReader::vocabulary_name(JsonValue value) {
  std::string name = read_.text(value, TextUse::identifier);
  if (!name.starts_with('{')) return name;
  read_.error(value.at(),
              {"unknown-vocabulary", "no vocabulary is called `" + shortened(name) + "`",
               "a vocabulary of the dossier's own is an object, not a text"});
  return {};
}

std::vector<NamedVocabulary> RecordReader::vocabularies(JsonValue value) {
  const auto named = [this](JsonValue name) {
    if (name.kind() == JsonKind::object)
      return NamedVocabulary{to_json(name), name.at(), token_bytes(name)};
    return NamedVocabulary{vocabulary_name(name), name.at()};
  };
  std::vector<NamedVocabulary> list;
  if (value.kind() == JsonKind::text || value.kind() == JsonKind::object)
    list.push_back(named(value));
  else if (read_.expect(value, JsonKind::list, vocabulary_hint))
    for (const JsonValue item : value) list.push_back(named(item));
  if (value.kind() == JsonKind::list && list.empty())
    read_.error(value.at(),
                {"wrong-type", "`vocabulary` names none", std::string(vocabulary_hint)});
  std::erase_if(list, [](const NamedVocabulary& one) { return one.name.empty(); });
  return list;
}

std::vector<std::string> RecordReader::texts(JsonValue value) {
  std::vector<std::string> list;
  if (!read_.expect(value, JsonKind::list, "write a list of names: [\"…\"]")) return list;
  for (const JsonValue item : value) list.push_back(read_.text(item, TextUse::prose));
  return list;
}

Names RecordReader::names(JsonValue value) {
  Names names;
  if (!read_.expect(value, JsonKind::object, "write {\"en\": [\"Japan\"], \"ja\": [\"日本\"]}"))
    return names;
  read_.require_unique(value);
  for (const JsonValue member : value) {
    std::string tag = language(member);
    names.push_back({std::move(tag), texts(member)});
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> RecordReader::codes(JsonValue value) {
  std::vector<std::pair<std::string, std::string>> codes;
  if (!read_.expect(value, JsonKind::object, "write {\"iso3\": \"JPN\"}")) return codes;
  read_.require_unique(value);
  for (const JsonValue member : value)
    codes.emplace_back(read_.name(member), read_.text(member, TextUse::prose));
  return codes;
}

Modality RecordReader::modality(JsonValue value) {
  const std::string word = read_.text(value, TextUse::identifier);
  if (const auto known = modality_from(word)) return *known;
  const auto meant = nearest(word, std::span<const std::string_view>(modalities));
  if (!word.empty())
    read_.error(value.at(), {"unknown-modality", "unknown modality `" + shortened(word) + "`",
                             meant ? "did you mean `" + *meant + "`?"
                                   : "one of fact, plan, expectation, claim, derived"});
  return Modality::fact;
}

std::vector<Evidence> RecordReader::evidence_list(JsonValue value) {
  std::vector<Evidence> list;
  if (!read_.expect(value, JsonKind::list, "write [{\"source\": \"doc-004\", \"at\": \"§2.1\"}]"))
    return list;
  for (const JsonValue item : value)
    if (read_.expect(item, JsonKind::object, "write {\"source\": \"doc-004\", \"at\": \"§2.1\"}"))
      list.push_back(evidence(item));
  return list;
}

Evidence RecordReader::evidence(JsonValue value) {
  Evidence evidence;
  enum { source, at, asserted_by, when_ };
  const auto take = [&](std::size_t index, JsonValue member) {
    switch (index) {
      case source:
        evidence.source = read_.text(member, TextUse::identifier);
        break;
      case at:
        evidence.at = read_.optional_text(member, TextUse::prose);
        break;
      case asserted_by:
        evidence.asserted_by = read_.optional_text(member, TextUse::identifier);
        break;
      case when_:
        evidence.when = read_when(read_, member);
        break;
    }
  };
  const auto seen = read_.members(value, evidence_members, take, &evidence.foreign);
  read_.require(value, "the evidence", seen, evidence_members, {source});
  return evidence;
}

}  // namespace entente
