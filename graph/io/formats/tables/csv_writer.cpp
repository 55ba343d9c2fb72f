#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/convert.hpp>

#include "io/formats/day_spans.hpp"
#include "io/formats/flat_record.hpp"
#include "io/formats/record_blocks.hpp"
#include "io/formats/tables/csv_tables.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

/// Rows of a table at the end of a text, a row a line.
class Rows {
 public:
  Rows(std::string& text, char delimiter, Formulas formulas)
      : text_(text), delimiter_(delimiter), formulas_(formulas) {}

  void cell(std::string_view text) {
    if (!std::exchange(first_, false)) text_ += delimiter_;
    if (formulas_ == Formulas::guarded && is_guarded(text))
      append_cell(text_, guarded_cell(text), delimiter_);
    else
      append_cell(text_, text, delimiter_);
  }
  void end_row() {
    text_ += '\n';
    first_ = true;
  }

 private:
  std::string& text_;
  char delimiter_;
  Formulas formulas_;
  bool first_ = true;
};

constexpr std::array<const char*, 3> last_of_an_edge = {"modality", "attributes", "evidence"};

std::string_view text_in(const std::vector<FlatMember>& members, std::string_view name) {
  for (const auto& [known, text] : members)
    if (known == name) return text;
  return {};
}

/// First and last day of all, as texts.
std::pair<std::string, std::string> days_of(const std::optional<When>& when) {
  const std::vector<DaySpan> spans = day_spans(when);
  if (spans.empty()) return {};
  const auto& first = spans.front().first;
  const auto& last = spans.back().last;
  return {first ? format_day(*first) : "", last ? format_day(*last) : ""};
}

class CsvWriter {
 public:
  CsvWriter(OutputFiles& files, std::string ending, char delimiter, const Dossier& dossier,
            const Vocabulary& vocabulary, const ConvertOptions& options)
      : files_(files),
        ending_(std::move(ending)),
        delimiter_(delimiter),
        dossier_(dossier),
        options_(options),
        labels_(vocabulary, options.languages),
        entity_columns_(columns_of(dossier.entities, is_cell_text, Typing::guessed)),
        relation_columns_(columns_of(dossier.relations, is_cell_text, Typing::guessed)) {}

  LossReport write() && {
    write_dossier();
    write_edges();
    write_nodes();
    return std::move(losses_);
  }

 private:
  [[nodiscard]] std::ostream& begin(const std::string& name) { return files_.open(name + ending_); }
  [[nodiscard]] Rows rows(std::string& text) const { return {text, delimiter_, options_.formulas}; }

  /// Title, vocabulary and selection, for which tables of nodes and edges have no place.
  void write_dossier() {
    std::string text;
    Rows table = rows(text);
    for (const char* name : {"format", "title", "vocabulary", "selection", "cells"})
      table.cell(name);
    table.end_row();
    table.cell("entente/1");
    std::string title;
    if (!dossier_.titles.empty()) json::append_pairs(title, dossier_.titles);
    table.cell(title);
    std::string vocabulary;
    if (!dossier_.vocabularies.empty())
      json::append_vocabularies(vocabulary, dossier_.vocabularies);
    table.cell(vocabulary);
    table.cell(options_.selection);
    table.cell(options_.formulas == Formulas::guarded ? "guarded" : "raw");
    table.end_row();
    begin("dossier") << text;
  }

  void columns_and_cells(Rows& table, const FlatColumns& columns,
                         const Attributes& attributes) const {
    std::size_t next = 0;
    const auto skip_to = [&](std::size_t index) {
      for (; next < index; ++next) table.cell("");
    };
    // By column; of several that one has, the last counts.
    const auto cells = columns.cells(attributes);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto& [index, text] = cells[i];
      if (i + 1 < cells.size() && cells[i + 1].first == index) continue;
      skip_to(index);
      table.cell(text);
      next = index + 1;
    }
    skip_to(columns.columns().size());
  }

  void write_nodes() {
    std::string head;
    Rows table = rows(head);
    for (const char* name : {"Id", "Label", "Kind", "when", "start", "end"}) table.cell(name);
    for (const FlatColumn& column : entity_columns_.columns()) table.cell(column.name);
    for (const char* name : {"names", "codes", "attributes"}) table.cell(name);
    table.end_row();
    std::ostream& out = begin("nodes");
    out << head;
    write_blocks(out, dossier_.entities, losses_,
                 [this](RecordBlock& block, const Entity& entity, std::size_t) {
                   append_node(block.text, entity);
                 });
  }

  void append_node(std::string& text, const Entity& entity) const {
    Rows table = rows(text);
    const auto members = flat_members(entity, labels_, entity_columns_);
    const auto [first, last] = days_of(entity.when);
    table.cell(entity.id);
    for (const char* name : {"label", "kind", "when"}) table.cell(text_in(members, name));
    table.cell(first);
    table.cell(last);
    columns_and_cells(table, entity_columns_, entity.attributes);
    for (const char* name : {"names", "codes", "attributes"}) table.cell(text_in(members, name));
    table.end_row();
  }

  void write_edges() {
    std::string head;
    Rows table = rows(head);
    for (const char* name :
         {"Source", "Target", "Type", "Kind", "Id", "Label", "when", "start", "end"})
      table.cell(name);
    for (const FlatColumn& column : relation_columns_.columns()) table.cell(column.name);
    for (const char* name : last_of_an_edge) table.cell(name);
    for (const std::string_view name : selection_marks) table.cell(name);
    table.end_row();
    std::ostream& out = begin("edges");
    out << head;
    write_blocks(out, dossier_.relations, losses_,
                 [this](RecordBlock& block, const Relation& relation, std::size_t) {
                   append_edge(block.text, relation);
                 });
  }

  void append_edge(std::string& text, const Relation& relation) const {
    Rows table = rows(text);
    const auto members =
        flat_members(relation, labels_, relation_columns_, marks_of(options_.marks, relation));
    const RelationType* type = labels_.type(relation);
    const bool directed = type == nullptr || type->symmetry == Symmetry::directed;
    const auto [first, last] = days_of(relation.when);
    for (const std::string* end : {&relation.from, &relation.to}) table.cell(*end);
    table.cell(directed ? "Directed" : "Undirected");
    for (const std::string* own : {&relation.type, &relation.id}) table.cell(*own);
    for (const char* name : {"label", "when"}) table.cell(text_in(members, name));
    table.cell(first);
    table.cell(last);
    columns_and_cells(table, relation_columns_, relation.attributes);
    for (const char* name : last_of_an_edge) table.cell(text_in(members, name));
    for (const std::string_view name : selection_marks) table.cell(text_in(members, name));
    table.end_row();
  }

  OutputFiles& files_;
  std::string ending_;
  char delimiter_;
  const Dossier& dossier_;
  const ConvertOptions& options_;
  Labeller labels_;
  FlatColumns entity_columns_;
  FlatColumns relation_columns_;
  LossReport losses_;
};

}  // namespace

LossReport write_csv(OutputFiles& files, const Dossier& dossier, const Vocabulary& vocabulary,
                     const ConvertOptions& options) {
  return CsvWriter(files, ".csv", ',', dossier, vocabulary, options).write();
}

LossReport write_tsv(OutputFiles& files, const Dossier& dossier, const Vocabulary& vocabulary,
                     const ConvertOptions& options) {
  return CsvWriter(files, ".tsv", '\t', dossier, vocabulary, options).write();
}

}  // namespace entente
