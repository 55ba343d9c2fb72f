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
#include "io/formats/records/ftm_schemata.hpp"
#include "io/formats/records/record_formats.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"
#include "text/language_codes.hpp"

namespace entente {
namespace {

/// Properties with their values, sorted.
using FtmProperties = std::map<std::string, std::vector<std::string>, std::less<>>;

/// An end that followthemoney can hold: a year, month or day without a doubt.
bool is_plain_end(std::string_view end) {
  return !end.empty() && plain_date(end) == end;
}

class FtmWriter {
 public:
  FtmWriter(const Dossier& dossier, const Vocabulary& vocabulary, const ConvertOptions& options)
      : dossier_(dossier), vocabulary_(vocabulary), labels_(vocabulary, options.languages) {
    header_ = json::header(dossier, options.selection);
    for (const Entity& entity : dossier.entities) entities_.emplace(entity.id, &entity);
    for (const auto& [relation, marks] : options.marks) marks_.emplace(relation, &marks);
    for (const Relation& relation : dossier.relations) taken_.insert(relation.id);
  }

  void write(std::ostream& out) {
    for (const Entity* entity : by_id(dossier_.entities)) out << line(*entity);
    for (const Relation* relation : by_id(dossier_.relations)) out << line(*relation);
  }

 private:
  [[nodiscard]] std::string_view schema_of(const Entity& entity) const {
    return ftm_schema_of(entity.kind, vocabulary_);
  }

  std::string line(const Entity& entity) {
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
    std::string own;
    json::append_record(own, entity);
    return line(entity.id, schema, properties, "entity", own);
  }

  std::string line(const Relation& relation) {
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
    std::string own;
    json::append_record(own, relation);
    return line(id_of(relation), edge.schema, properties, "relation", own);
  }

  /// Entities and relations share one set of ids there.
  std::string id_of(const Relation& relation) {
    if (!entities_.contains(relation.id)) return relation.id;
    std::string id = "relation:" + relation.id;
    while (entities_.contains(id) || !taken_.insert(id).second) id.insert(0, "relation:");
    return id;
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

  std::string line(std::string_view id, std::string_view schema, const FtmProperties& properties,
                   std::string_view record, const std::string& own) {
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
    if (!header_.empty()) {
      json::append_key(out, "dossier");
      out += header_;
      header_.clear();
    }
    json::append_key(out, record);
    out += own;
    if (const auto marks = marks_.find(own_id(id, record)); marks != marks_.end()) {
      json::append_key(out, "marks");
      json::append_attributes(out, *marks->second);
    }
    return out + "}}\n";
  }

  static std::string_view own_id(std::string_view id, std::string_view record) {
    if (record == "relation")
      while (id.starts_with("relation:")) id.remove_prefix(std::string_view("relation:").size());
    return record == "relation" ? id : std::string_view();
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  Labeller labels_;
  std::string header_;
  ViewMap<const Entity*> entities_;
  ViewMap<const Attributes*> marks_;
  TextSet taken_;
};

}  // namespace

LossReport write_ftm(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                     const ConvertOptions& options) {
  FtmWriter(dossier, vocabulary, options).write(out);
  return {};
}

}  // namespace entente
