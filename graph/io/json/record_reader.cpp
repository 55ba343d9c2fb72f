#include "io/json/record_reader.hpp"

#include <array>
#include <limits>
#include <string_view>

#include <entente/base/json_text.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/language.hpp>
#include <entente/time/date_error.hpp>

#include "io/json/number_text.hpp"

namespace entente {
namespace {

using Member = std::string_view;

constexpr std::array<Member, 6> entity_members = {"id",   "kind",  "names",
                                                  "when", "codes", "attributes"};
constexpr std::array<Member, 8> relation_members = {"id",   "type",     "from",       "to",
                                                    "when", "modality", "attributes", "evidence"};
constexpr std::array<Member, 4> evidence_members = {"source", "at", "asserted_by", "when"};
constexpr std::array<Member, 2> when_members = {"start", "end"};
constexpr std::array<Member, 5> modalities = {"fact", "plan", "expectation", "claim", "derived"};

constexpr std::string_view date_hint = "dates are EDTF texts such as \"2014-05\" or \"2014/..\"";

constexpr std::string_view vocabulary_hint =
    "write \"diplomacy\" or a list of names, files and vocabularies {…}";

bool is_date(const std::string& text) {
  try {
    (void)When::parse(text);
    return true;
  } catch (const DateError&) {
    return false;
  }
}

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
        entity.when = when(member);
        break;
      case codes_:
        entity.codes = codes(member);
        break;
      case attributes_:
        entity.attributes = attributes(member);
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
        relation.when = when(member);
        break;
      case modality_:
        relation.modality = modality(member);
        break;
      case attributes_:
        relation.attributes = attributes(member);
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

Attributes RecordReader::attributes(JsonValue value) {
  Attributes attributes;
  if (!read_.expect(value, JsonKind::object, "write {\"clause\": \"§2.1\"}")) return attributes;
  read_.require_unique(value);
  for (const JsonValue member : value)
    attributes.emplace_back(read_.name(member), attribute(member));
  return attributes;
}

AttributeValue RecordReader::attribute(JsonValue value) {
  if (value.kind() != JsonKind::list) return scalar(value);
  std::vector<Scalar> list;
  for (const JsonValue item : value) list.push_back(scalar(item));
  return list;
}

Scalar RecordReader::scalar(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::null:
      return std::monostate();
    case JsonKind::boolean:
      return std::get<bool>(value.scalar().value);
    case JsonKind::integer:
      return whole<std::int64_t>(value);
    case JsonKind::unsigned_integer:
      return whole<std::uint64_t>(value);
    case JsonKind::real:
      return real(value);
    case JsonKind::text:
      return read_.text(value, TextUse::prose);
    case JsonKind::unfit_number:
      read_.error(value.at(),
                  {"bad-number", "the number has no exact value in 64 bits",
                   "write it as a text: \"" + std::string(value.text().substr(0, 80)) + "\""});
      break;
    case JsonKind::list:
    case JsonKind::object:
      read_.error(value.at(), {"wrong-type",
                               "an attribute holds texts, numbers, true, false, null, or one list "
                               "of them, not " +
                                   std::string(describe(value.kind())),
                               "give each part an attribute of its own"});
      break;
  }
  return std::monostate();
}

/// Kept to the digit here, but not by who computes in doubles: weights, and most readers of JSON.
template <typename Integer>
Integer RecordReader::whole(JsonValue value) {
  const auto number = std::get<Integer>(value.scalar().value);
  const auto computed = static_cast<double>(number);
  constexpr auto beyond = static_cast<double>(std::numeric_limits<Integer>::max());
  if (computed >= beyond || static_cast<Integer>(computed) != number)
    read_.error(value.at(), {.code = "inexact-number",
                             .message = "most programs, and weights here, take the number for " +
                                        json_number(computed),
                             .hint = "write it as a text where every digit counts",
                             .severity = Severity::warning});
  return number;
}

double RecordReader::real(JsonValue value) {
  const double number = std::get<double>(value.scalar().value);
  if (!keeps_every_digit(value.text(), number))
    read_.error(value.at(), {.code = "inexact-number",
                             .message = "the number is kept as " + json_number(number) +
                                        ", the nearest that can be computed with",
                             .hint = "write it as a text where every digit counts",
                             .severity = Severity::warning});
  return number;
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
        evidence.when = when(member);
        break;
    }
  };
  const auto seen = read_.members(value, evidence_members, take, &evidence.foreign);
  read_.require(value, "the evidence", seen, evidence_members, {source});
  return evidence;
}

std::optional<When> RecordReader::when(JsonValue value) {
  if (value.kind() == JsonKind::null) return std::nullopt;
  if (value.kind() == JsonKind::object) return when_object(value);
  return when_text(value);
}

std::optional<When> RecordReader::when_text(JsonValue value) {
  if (!read_.expect(value, JsonKind::text, date_hint)) return std::nullopt;
  const std::string_view text = value.text();
  try {
    return When::parse(text);
  } catch (const DateError& error) {
    const std::size_t slash = text.find('/');
    const bool reversed = slash != text.npos && is_date(std::string(text.substr(0, slash + 1))) &&
                          is_date(std::string(text.substr(slash)));
    report_date(value, error, reversed ? DateFault::reversed : DateFault::malformed);
  }
  return std::nullopt;
}

std::optional<When> RecordReader::when_object(JsonValue value) {
  std::optional<JsonValue> start;
  std::optional<JsonValue> end;
  const auto seen = read_.members(value, when_members, [&](std::size_t index, JsonValue member) {
    if (read_.expect(member, JsonKind::text, date_hint)) (index == 0 ? start : end) = member;
  });
  read_.refuse_foreign(value, when_members);
  read_.require(value, "the date", seen, when_members, {0, 1});
  if (!start || !end) return std::nullopt;
  return between(*start, *end);
}

std::optional<When> RecordReader::between(JsonValue start, JsonValue end) {
  DateFault fault = DateFault::malformed;
  JsonValue at_fault = start;
  try {
    (void)When::between(start.text(), "");
    at_fault = end;
    (void)When::between("", end.text());
    fault = DateFault::reversed;
    return When::between(start.text(), end.text());
  } catch (const DateError& error) {
    report_date(at_fault, error, fault);
  }
  return std::nullopt;
}

void RecordReader::report_date(JsonValue value, const DateError& error, DateFault fault) {
  const bool reversed = fault == DateFault::reversed;
  const bool unsupported = error.kind() == DateError::Kind::unsupported;
  const std::size_t column = reversed ? 0 : error.column() - 1;
  read_.error(value.at_byte(column),
              {reversed      ? "start-after-end"
               : unsupported ? "unsupported-date"
                             : "bad-date",
               "`" + shortened(value.text()) + "`: " + error.reason(),
               reversed                 ? "exchange the two ends, or mend the one that is wrong"
               : error.advice().empty() ? std::string(date_hint)
                                        : error.advice()});
}

}  // namespace entente
