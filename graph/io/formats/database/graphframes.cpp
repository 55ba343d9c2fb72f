// Vertices and edges in parts, as Spark writes and reads them. What is nested is JSON in a cell,
// for `from_json`.

#include <cstddef>
#include <cstdio>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <entente/time/day.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/database/csv_cells.hpp"
#include "io/formats/database/database_formats.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/plain_values.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::size_t rows_a_part = 100'000;

/// The parts of one table: each begins with the titles.
class Parts {
 public:
  Parts(OutputFiles& files, std::string folder, std::string titles)
      : files_(files), folder_(std::move(folder)), titles_(std::move(titles)) {
    begin_part();
  }

  /// Where the next row goes.
  std::ostream& row() {
    if (rows_ == rows_a_part) begin_part();
    ++rows_;
    return *out_;
  }

 private:
  void begin_part() {
    std::string number = std::to_string(part_++);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    out_ = &files_.open(folder_ + "/part-" + number + ".csv");
    *out_ << titles_ << '\n';
    rows_ = 0;
  }

  OutputFiles& files_;
  std::string folder_;
  std::string titles_;
  std::ostream* out_ = nullptr;
  std::size_t part_ = 0;
  std::size_t rows_ = 0;
};

void put_dates(CsvRow& row, const std::optional<When>& when) {
  row.cell(when ? std::string_view(when->text()) : std::string_view());
  const auto earliest = when ? when->earliest() : std::nullopt;
  const auto latest = when ? when->latest() : std::nullopt;
  row.cell(earliest ? format_day(*earliest) : std::string());
  row.cell(latest ? format_day(*latest) : std::string());
}

template <typename List, typename Append>
std::string json_cell(const List& list, Append append) {
  std::string text;
  if (!list.empty()) append(text, list);
  return text;
}

void put_vertices(OutputFiles& files, const Dossier& dossier, const Labeller& labels) {
  Parts parts(files, "vertices", "id,kind,name,when,earliest,latest,names,codes,attributes");
  for (const Entity* entity : by_id(dossier.entities)) {
    CsvRow row(parts.row());
    row.cell(entity->id).cell(entity->kind).cell(labels.name(*entity));
    put_dates(row, entity->when);
    row.cell(json_cell(entity->names, json::append_names));
    row.cell(json_cell(entity->codes, json::append_pairs));
    row.cell(json_cell(entity->attributes, json::append_attributes)).end();
  }
}

using MarkedRelations = ViewMap<const Attributes*>;

std::string mark_text(const MarkedRelations& marks, const Relation& relation,
                      std::string_view name) {
  const auto found = marks.find(relation.id);
  const AttributeValue* value =
      found == marks.end() ? nullptr : find_attribute(*found->second, name);
  return value ? plain_text(*value) : std::string();
}

LossReport put_edges(OutputFiles& files, const Dossier& dossier, const Labeller& labels,
                     const RelationMarks& relation_marks) {
  LossReport report;
  MarkedRelations marks;
  for (const auto& [relation, attributes] : relation_marks) marks.emplace(relation, &attributes);
  Parts parts(files, "edges",
              "src,dst,relationship,id,label,directed,when,earliest,latest,modality,certainty,why,"
              "attributes,evidence");
  for (const Relation* relation : by_id(dossier.relations)) {
    const bool directed = !gains_direction(labels, *relation, report);
    CsvRow row(parts.row());
    row.cell(relation->from).cell(relation->to).cell(relation->type).cell(relation->id);
    row.cell(labels.phrase(*relation)).cell(directed ? "true" : "false");
    put_dates(row, relation->when);
    row.cell(to_string(relation->modality));
    row.cell(mark_text(marks, *relation, "certainty")).cell(mark_text(marks, *relation, "why"));
    row.cell(json_cell(relation->attributes, json::append_attributes));
    row.cell(json_cell(relation->evidence, json::append_evidence)).end();
  }
  return report;
}

}  // namespace

LossReport write_graphframes(OutputFiles& files, const Dossier& dossier,
                             const Vocabulary& vocabulary, const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  put_vertices(files, dossier, labels);
  LossReport report = put_edges(files, dossier, labels, options.marks);
  files.open("dossier.json") << json::header(dossier, options.selection) << '\n';
  return report;
}

}  // namespace entente
