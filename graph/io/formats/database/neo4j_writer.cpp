#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/day.hpp>

#include "base/ascii.hpp"
#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/database/csv_cells.hpp"
#include "io/formats/database/database_formats.hpp"
#include "io/formats/database/neo4j_columns.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/plain_values.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::string_view earliest_title = "earliest";
constexpr std::string_view latest_title = "latest";

/// The attributes of some records as columns, each of the type that its first value has.
class AttributeColumns {
 public:
  void note(const Attributes& attributes) {
    for (const auto& [name, value] : attributes) {
      if (is_reserved_property(name) || name == earliest_title || name == latest_title) continue;
      if (const auto column = neo4j_column_for(name, value))
        widen(columns_.try_emplace(name, *column).first->second, *column);
    }
  }

  void titles(CsvRow& row) const {
    for (const auto& [name, column] : columns_) row.cell(neo4j_title(column));
    row.cell("attributes");
  }

  /// The values that fit, and the others as JSON.
  void cells(CsvRow& row, const Attributes& attributes) const {
    std::map<std::string_view, std::string> cells;
    Attributes others;
    for (const auto& [name, value] : attributes) {
      const auto column = columns_.find(name);
      if (column != columns_.end() && holds(column->second, name, value))
        cells.emplace(name, neo4j_cell(value));
      else
        others.emplace_back(name, value);
    }
    for (const auto& [name, column] : columns_) {
      const auto cell = cells.find(name);
      row.cell(cell == cells.end() ? std::string_view() : std::string_view(cell->second));
    }
    std::string json;
    if (!others.empty()) json::append_attributes(json, others);
    row.cell(json);
  }

 private:
  std::map<std::string, Neo4jColumn, std::less<>> columns_;
};

/// Distinct names of files, whatever the kinds and types are called.
class FileNames {
 public:
  std::string name(std::string_view prefix, std::string_view id) {
    constexpr std::size_t longest = 80;
    std::string safe;
    for (const char c : id.substr(0, longest)) {
      const bool plain = is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
      safe += plain ? c : '_';
    }
    std::string name = std::string(prefix) + "-" + safe;
    for (int number = 2; !taken_.insert(ascii_lowered(name)).second; ++number)
      name = std::string(prefix) + "-" + safe + "." + std::to_string(number);
    return name + ".csv";
  }

 private:
  std::set<std::string> taken_;
};

class Neo4jWriter {
 public:
  Neo4jWriter(OutputFiles& files, const Dossier& dossier, const Vocabulary& vocabulary,
              const ConvertOptions& options)
      : files_(files),
        dossier_(dossier),
        options_(options),
        labels_(vocabulary, options.languages) {
    for (const auto& [relation, marks] : options.marks) marks_.emplace(relation, &marks);
  }

  LossReport write() {
    put_dossier();
    std::map<std::string_view, std::vector<const Entity*>> kinds;
    for (const Entity* entity : by_id(dossier_.entities)) kinds[entity->kind].push_back(entity);
    for (const auto& [kind, entities] : kinds) put_nodes(kind, entities);
    std::map<std::string_view, std::vector<const Relation*>> types;
    for (const Relation* relation : by_id(dossier_.relations))
      types[relation->type].push_back(relation);
    for (const auto& [type, relations] : types) put_relations(type, relations);
    return std::move(report_);
  }

 private:
  /// The dossier is a node, too: without it nobody knows whose files these are.
  void put_dossier() {
    std::ostream& out = files_.open("dossier.csv");
    CsvRow row(out);
    for (const std::string_view title : {"id:ID(dossier)", ":LABEL", "name", "header"})
      row.cell(title);
    row.end();
    row.cell("dossier").cell("Dossier").cell(label(dossier_.titles, options_.languages));
    row.cell(json::header(dossier_, options_.selection)).end();
  }

  static void date_titles(CsvRow& row) {
    row.cell("when");
    row.cell(std::string(earliest_title) + ":date").cell(std::string(latest_title) + ":date");
  }

  static void date_cells(CsvRow& row, const std::optional<When>& when) {
    row.cell(when ? std::string_view(when->text()) : std::string_view());
    const auto earliest = when ? when->earliest() : std::nullopt;
    const auto latest = when ? when->latest() : std::nullopt;
    row.cell(earliest ? format_day(*earliest) : std::string());
    row.cell(latest ? format_day(*latest) : std::string());
  }

  void put_nodes(std::string_view kind, const std::vector<const Entity*>& entities) {
    AttributeColumns columns;
    for (const Entity* entity : entities) columns.note(entity->attributes);
    std::ostream& out = files_.open(names_.name("nodes", kind));
    CsvRow row(out);
    row.cell("id:ID(entente)").cell(":LABEL").cell("name").cell("kind");
    date_titles(row);
    row.cell("names").cell("codes");
    columns.titles(row);
    row.end();
    for (const Entity* entity : entities) {
      row.cell(entity->id).cell(label_of(entity->kind)).cell(labels_.name(*entity));
      row.cell(entity->kind);
      date_cells(row, entity->when);
      std::string names;
      if (!entity->names.empty()) json::append_names(names, entity->names);
      std::string codes;
      if (!entity->codes.empty()) json::append_pairs(codes, entity->codes);
      row.cell(names).cell(codes);
      columns.cells(row, entity->attributes);
      row.end();
    }
  }

  void put_relations(std::string_view type, const std::vector<const Relation*>& relations) {
    AttributeColumns columns;
    for (const Relation* relation : relations) columns.note(relation->attributes);
    std::ostream& out = files_.open(names_.name("relations", type));
    CsvRow row(out);
    for (const std::string_view title :
         {":START_ID(entente)", ":END_ID(entente)", ":TYPE", "id", "type", "label"})
      row.cell(title);
    date_titles(row);
    for (const std::string_view title : {"modality", "symmetric:boolean", "certainty", "why",
                                         "inferred_end", "inferred_end_qualified", "evidence"})
      row.cell(title);
    columns.titles(row);
    row.end();
    for (const Relation* relation : relations) {
      row.cell(relation->from).cell(relation->to).cell(label_of(relation->type));
      row.cell(relation->id).cell(relation->type).cell(labels_.phrase(*relation));
      date_cells(row, relation->when);
      row.cell(to_string(relation->modality)).cell(symmetry_of(*relation));
      for (const std::string_view name :
           {"certainty", "why", "inferred_end", "inferred_end_qualified"})
        row.cell(mark_of(*relation, name));
      std::string evidence;
      if (!relation->evidence.empty()) json::append_evidence(evidence, relation->evidence);
      row.cell(evidence);
      columns.cells(row, relation->attributes);
      row.end();
    }
  }

  /// `;` divides labels.
  static std::string label_of(std::string_view id) {
    std::string label(id);
    for (char& c : label)
      if (c == ';') c = '_';
    return label;
  }

  std::string_view symmetry_of(const Relation& relation) {
    return gains_direction(labels_, relation, report_) ? "true" : "";
  }

  [[nodiscard]] std::string mark_of(const Relation& relation, std::string_view name) const {
    const auto marks = marks_.find(relation.id);
    const AttributeValue* value =
        marks == marks_.end() ? nullptr : find_attribute(*marks->second, name);
    return value ? plain_text(*value) : std::string();
  }

  OutputFiles& files_;
  const Dossier& dossier_;
  const ConvertOptions& options_;
  Labeller labels_;
  ViewMap<const Attributes*> marks_;
  FileNames names_;
  LossReport report_;
};

}  // namespace

LossReport write_neo4j(OutputFiles& files, const Dossier& dossier, const Vocabulary& vocabulary,
                       const ConvertOptions& options) {
  return Neo4jWriter(files, dossier, vocabulary, options).write();
}

}  // namespace entente
