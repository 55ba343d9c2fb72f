/// Tables of nodes and edges in CSV or TSV, as Gephi and spreadsheets write them: what a column
/// holds is recognized by its header, `Source`, `Target`, `Type`, `Kind`, `Id`, `Label`, `Weight`,
/// `timeset`, `start`, `end`, in any case of letters, or by what the caller says (--map). A table
/// with two ends is one of edges, one with an id one of nodes; nodes that only edges name are made.
/// Columns of numbers are numbers, others texts; empty cells are nothing, nor are marks for what is
/// missing among numbers and dates.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/text_map.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/tables/csv_columns.hpp"
#include "io/formats/tables/csv_rows_reader.hpp"
#include "io/formats/tables/csv_tables.hpp"
#include "io/tables/csv.hpp"
#include "model/json_append.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

class CsvReader {
 public:
  explicit CsvReader(ForeignReading& reading, char delimiter)
      : reading_(reading), delimiter_(delimiter) {}

  void read() {
    for (std::size_t file = 0; file < reading_.files().size() && !reading_.stopped(); ++file) try {
        read_file(file);
      } catch (const DossierError& error) {
        reading_.fail(error);
      }
    if (reading_.stopped()) return;
    PropertyRecords graph(reading_);
    if (is_ours()) graph.header(header_);
    for (CsvTable& table : tables_) add(table, graph);
    if (!has_edges_) return refuse_nodes_alone();
    std::move(graph).finish(Nodes::implied);
  }

 private:
  [[nodiscard]] bool is_ours() const { return !header_.empty(); }

  void read_file(std::size_t file) {
    const ForeignFile& source = reading_.files()[file];
    const char delimiter = reading_.limits().delimiter.value_or(delimiter_);
    tables::CsvRows rows(source.text, source.name, {delimiter});
    if (!rows.next()) return;
    if (is_header_table(rows)) return read_header(rows);
    CsvTable table;
    table.guarded = guarded_;
    table.by = is_ours() ? TableBy::us : TableBy::others;
    std::vector<std::string> headers;
    for (const tables::Cell& cell : rows.cells()) headers.push_back(header_text(cell));
    table.headings = csv_headings(headers, reading_.limits().columns, table.by);
    const auto has = [&table](CsvRole role) {
      return std::any_of(table.headings.begin(), table.headings.end(),
                         [role](const CsvHeading& heading) { return heading.role == role; });
    };
    table.of_edges = has(CsvRole::from) && has(CsvRole::to);
    if (!table.of_edges && !has(CsvRole::id)) return refuse_columns(file, table);
    if (!is_unambiguous(rows, file, table)) return;
    has_edges_ = has_edges_ || table.of_edges;
    read_csv_rows(rows, file, reading_, table);
    if (!reading_.stopped()) remark_nameless(file, table);
    tables_.push_back(std::move(table));
  }

  static bool is_header_table(const tables::CsvRows& rows) {
    constexpr std::array<std::string_view, 5> names = {"format", "title", "vocabulary", "selection",
                                                       "cells"};
    return std::equal(
        rows.cells().begin(), rows.cells().end(), names.begin(), names.end(),
        [](const tables::Cell& cell, std::string_view name) { return cell.text == name; });
  }

  void read_header(tables::CsvRows& rows) {
    if (!rows.next()) return;
    if (reading_.makes_columns()) return reading_.refuse_columns();
    const std::vector<tables::Cell>& cells = rows.cells();
    guarded_ = cells.size() > 4 && cells[4].text == "guarded";
    header_ = "{";
    constexpr std::array<std::string_view, 3> names = {"format", "title", "vocabulary"};
    for (std::size_t i = 0; i < std::min(cells.size(), names.size()); ++i) {
      const std::string text = cell_text(cells[i]);
      if (text.empty()) continue;
      json::append_key(header_, names[i]);
      if (i == 0)
        json::append_text(header_, text);
      else
        header_ += text;
    }
    header_ += '}';
  }

  [[nodiscard]] std::string cell_text(const tables::Cell& cell) const {
    return guarded_ ? unguarded_cell(cell.text) : std::string(cell.text);
  }

  /// Some programs write `from, to`, with a blank behind each comma.
  [[nodiscard]] std::string header_text(const tables::Cell& cell) const {
    return is_ours() ? cell_text(cell) : std::string(trimmed(cell_text(cell), ascii_blanks));
  }

  /// Two columns of one name would be two values of one attribute.
  bool is_unambiguous(const tables::CsvRows& rows, std::size_t file, const CsvTable& table) {
    ViewSet names;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      const CsvHeading& heading = table.headings[i];
      if (heading.role != CsvRole::property || heading.name.empty()) continue;
      if (names.insert(heading.name).second) continue;
      const Position position = rows.position(i);
      const ForeignFile& source = reading_.files()[file];
      reading_.fail(DossierError(
          {{Severity::error, "duplicate-column", source.name, position.line, position.column, "",
            "two columns are called `" + shortened(heading.name) + "`",
            "give one of them another name"}}));
      return false;
    }
    return true;
  }

  void remark_nameless(std::size_t file, const CsvTable& table) {
    for (std::size_t i = 0; i < table.headings.size(); ++i)
      if (table.headings[i].name.empty() && table.headings[i].role == CsvRole::property &&
          table.filled[i] != 0) {
        reading_.remark(
            {file, 0},
            {"nameless-column", "column " + std::to_string(i + 1) + " has no name, and is left out",
             "name it in the header to keep it; pandas writes its row numbers so"});
        return;
      }
  }

  void add(CsvTable& table, PropertyRecords& graph) {
    const CsvNotes lacking = name_csv_columns(table, is_ours());
    if (lacking.count > 0)
      reading_.lose(
          lacking.first,
          {"missing-mark", "marks such as `NA` and `-` among numbers or dates are nothing",
           "leave cells empty where nothing is known"},
          lacking.count);
    if (!is_ours()) reading_.note_unread_dates(table.unread_times.first, table.unread_times.count);
    note_weights(table);
    for (auto& list : table.lists)
      table.of_edges ? graph.add_edges(std::move(list)) : graph.add_nodes(std::move(list));
  }

  /// Texts among the weights.
  void note_weights(const CsvTable& table) {
    if (table.odd_weights.count == 0 || table.number_weights + table.comma_weights == 0) return;
    const bool stay = table.number_weights > table.odd_weights.count;
    reading_.lose(table.odd_weights.first,
                  {"unread-number",
                   stay ? "what is no number in a column of weights stays a text, and no weight"
                        : "a column of weights has more texts than numbers, and so is one of texts",
                   table.comma_weights > 0
                       ? "write a point before decimals; entente import can be told of a comma"
                       : "mend the cells, or leave them empty"},
                  table.odd_weights.count);
  }

  void refuse_columns(std::size_t file, const CsvTable& table) {
    std::string names;
    constexpr std::size_t few = 8;
    for (std::size_t i = 0; i < std::min(table.headings.size(), few); ++i)
      names += (names.empty() ? "`" : "`, `") + table.headings[i].name;
    names += table.headings.size() > few ? "`, …" : "`";
    std::string advice = table.headings.empty()
                             ? std::string()
                             : tables::delimiter_advice({table.headings.front().name});
    if (table.headings.size() != 1 || advice.empty())
      advice =
          "--map from=COLUMN,to=COLUMN names them; entente import makes a dossier of any table";
    reading_.stop({file, 0},
                  {"no-ends", "no two columns of this table are the ends of edges; it has " + names,
                   std::move(advice)});
  }

  void refuse_nodes_alone() {
    reading_.stop({}, {"no-edges", "this is a table of nodes, and one of edges is missing",
                       "give both, or the folder that they are in; --map from=COLUMN,to=COLUMN "
                       "names the ends of edges, and entente import makes a dossier of any table"});
  }

  ForeignReading& reading_;
  char delimiter_;
  std::string header_;
  bool guarded_ = false;
  bool has_edges_ = false;
  std::vector<CsvTable> tables_;
};

}  // namespace

void read_csv(ForeignReading& reading) {
  CsvReader(reading, ',').read();
}

void read_tsv(ForeignReading& reading) {
  CsvReader(reading, '\t').read();
}

}  // namespace entente
