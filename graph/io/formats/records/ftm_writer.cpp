#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/date_error.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/foreign_records.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/plain_values.hpp"
#include "io/formats/record_blocks.hpp"
#include "io/formats/records/ftm_schemata.hpp"
#include "io/formats/records/record_formats.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"
#include "text/language_codes.hpp"

namespace entente {
namespace {

/// What a line holds for ourselves: the record, under its name, and what a selection says of it;
/// the first line has the dossier's header too.
struct OwnPart {
  std::string_view name;
  std::string record;
  const Attributes& marks;
  std::string_view header;
};

/// Properties with their values, sorted.
using FtmProperties = std::map<std::string, std::vector<std::string>, std::less<>>;

/// An end that followthemoney can hold: a year, month or day without a doubt.
bool is_plain_end(std::string_view end) {
  return !end.empty() && end.find_first_of("~?%X[") == end.npos && plain_date(end) == end;
}

constexpr std::string_view rename_prefix = "relation:";

class FtmWriter {
 public:
  FtmWriter(const Dossier& dossier, const Vocabulary& vocabulary, const ConvertOptions& options)
      : dossier_(dossier),
        vocabulary_(vocabulary),
        marks_(options.marks),
        labels_(vocabulary, options.languages) {
    header_ = json::header(dossier, options.selection);
    for (const Entity& entity : dossier.entities) entities_.emplace(entity.id, &entity);
    for (const Relation& relation : dossier.relations)
      if (relation.id.starts_with(rename_prefix)) taken_.insert(relation.id);
    for (const Relation* relation : by_id(dossier.relations))
      if (entities_.contains(relation->id)) rename(*relation);
  }

  void write(std::ostream& out) const {
    LossReport none;
    const auto first = [&](std::size_t number, bool is_list) {
      return number == 0 && is_list ? std::string_view(header_) : std::string_view();
    };
    write_blocks(out, dossier_.entities, none,
                 [&](RecordBlock& block, const Entity& entity, std::size_t number) {
                   block.text += line(entity, first(number, true));
                 });
    write_blocks(out, dossier_.relations, none,
                 [&](RecordBlock& block, const Relation& relation, std::size_t number) {
                   block.text += line(relation, first(number, dossier_.entities.empty()));
                 });
  }

 private:
  [[nodiscard]] std::string_view schema_of(const Entity& entity) const {
    return ftm_schema_of(entity.kind, vocabulary_);
  }

  [[nodiscard]] std::string line(const Entity& entity, std::string_view header) const {
    const std::string_view schema = schema_of(entity);
    FtmProperties properties;
    const std::string_view name = labels_.name(entity);
    properties[schema == "Document"  ? "title"
               : schema == "Address" ? "full"
                                     : "name"] = {std::string(name)};
    for (const LanguageNames& one : entity.names)
      for (const std::string& alias : one.names)
        if (alias != name) add(properties["alias"], alias);
    for (const auto& [scheme, code] : entity.codes)
      if (scheme == "wikidata") properties["wikidataId"] = {code};
    add_lifespan(properties, entity.when, ftm_lifespan(schema));
    copy(properties, entity.attributes, "url", "sourceUrl");
    copy(properties, entity.attributes, "published", "date");
    if (const AttributeValue* language = find_attribute(entity.attributes, "language"))
      add(properties["language"], language_code_of_tag(plain_text(*language)));
    copy(properties, entity.attributes, "note", "notes");
    const Attributes none;
    OwnPart own{"entity", {}, none, header};
    json::append_record(own.record, entity);
    return line(entity.id, schema, properties, own);
  }

  [[nodiscard]] std::string line(const Relation& relation, std::string_view header) const {
    const auto to = entities_.find(relation.to);
    const FtmEdge& edge =
        ftm_edge_of(relation.type, to == entities_.end() ? "" : schema_of(*to->second));
    FtmProperties properties;
    properties[std::string(edge.source)] = {edge.reversed ? relation.to : relation.from};
    properties[std::string(edge.target)] = {edge.reversed ? relation.from : relation.to};
    properties["recordId"] = {relation.id};
    const bool is_kin = edge.schema == "Family" || edge.schema == "Associate";
    properties[is_kin ? "relationship" : "role"] = {std::string(labels_.phrase(relation))};
    add_dates(properties, relation);
    copy(properties, relation.attributes, "note", "summary");
    for (const Evidence& evidence : relation.evidence) add_source(properties, evidence);
    OwnPart own{"relation", {}, marks_of(marks_, relation), header};
    json::append_record(own.record, relation);
    const auto renamed = renamed_.find(relation.id);
    return line(renamed == renamed_.end() ? relation.id : renamed->second, edge.schema, properties,
                own);
  }

  /// Entities and relations share one set of ids there.
  void rename(const Relation& relation) {
    std::string id = std::string(rename_prefix) + relation.id;
    while (entities_.contains(id) || !taken_.insert(id).second) id.insert(0, rename_prefix);
    renamed_.emplace(relation.id, std::move(id));
  }

  static void add(std::vector<std::string>& values, const std::string& value) {
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
      values.push_back(value);
  }

  static void copy(FtmProperties& properties, const Attributes& attributes, std::string_view name,
                   const std::string& property) {
    if (const AttributeValue* value = find_attribute(attributes, name))
      add(properties[property], plain_text(*value));
  }

  static void add_lifespan(FtmProperties& properties, const std::optional<When>& when,
                           const FtmLifespan& names) {
    if (!when) return;
    if (!when->is_interval()) {
      if (names.start == "startDate" && is_plain_end(when->text()))
        properties["date"] = {when->text()};
      return;
    }
    if (is_plain_end(when->start_text()))
      properties[std::string(names.start)] = {std::string(when->start_text())};
    if (is_plain_end(when->end_text()))
      properties[std::string(names.end)] = {std::string(when->end_text())};
  }

  static void add_dates(FtmProperties& properties, const Relation& relation) {
    add_lifespan(properties, relation.when, {"", "startDate", "endDate"});
  }

  void add_source(FtmProperties& properties, const Evidence& evidence) const {
    const auto source = entities_.find(evidence.source);
    if (source == entities_.end()) return;
    add(properties["proof"], evidence.source);
    copy(properties, source->second->attributes, "url", "sourceUrl");
  }

  static std::string line(std::string_view id, std::string_view schema,
                          const FtmProperties& properties, const OwnPart& own) {
    std::string out = "{";
    json::append_member(out, "id", id);
    json::append_member(out, "schema", schema);
    json::append_key(out, "properties");
    out += '{';
    for (const auto& [name, values] : properties) {
      if (values.empty()) continue;
      json::append_key(out, name);
      json::append_texts(out, values);
    }
    out += '}';
    json::append_key(out, "entente");
    out += '{';
    if (!own.header.empty()) {
      json::append_key(out, "dossier");
      out += own.header;
    }
    json::append_key(out, own.name);
    out += own.record;
    if (!own.marks.empty()) {
      json::append_key(out, "marks");
      json::append_attributes(out, own.marks);
    }
    return out + "}}\n";
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const RelationMarks& marks_;
  Labeller labels_;
  std::string header_;
  ViewMap<const Entity*> entities_;
  TextSet taken_;
  ViewMap<std::string> renamed_;  // of relations that are named like entities
};

}  // namespace

LossReport write_ftm(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                     const ConvertOptions& options) {
  FtmWriter(dossier, vocabulary, options).write(out);
  return {};
}

}  // namespace entente
