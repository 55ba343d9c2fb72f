/// Tables of nodes and edges in CSV or TSV, as Gephi and spreadsheets write them: what a column
/// holds is told by its header, `Source`, `Target`, `Type`, `Kind`, `Id`, `Label`, `Weight`,
/// `timeset`, `start`, `end`, in any case of letters, or by what the caller says (--map). A table
/// with two ends is one of edges, one with an id one of nodes; nodes that only edges name are made.
/// Columns of numbers are numbers, others texts; empty cells are nothing.

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/tables/csv_tables.hpp"
#include "io/tables/csv.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

/// What a column is to the graph.
enum class Role : std::uint8_t { property, from, to, id, label, kind, timeset };

struct Heading {
  std::string name;
  Role role = Role::property;
  ColumnGuess guess = {};
};

/// A table as read: texts by row, those of properties with the column that they are in.
struct EndedRow {
  FoundEdge edge = {};
  std::vector<std::size_t> columns = {};  // of its properties
};

struct NodeEdgeTable {
  std::vector<Heading> headings;
  std::vector<EndedRow> rows;
  bool of_edges = false;
};

constexpr std::array<std::pair<std::string_view, Role>, 11> known_headings = {
    {{"source", Role::from},
     {"from", Role::from},
     {"src", Role::from},
     {"target", Role::to},
     {"to", Role::to},
     {"dst", Role::to},
     {"id", Role::id},
     {"label", Role::label},
     {"kind", Role::kind},
     {"timeset", Role::timeset},
     {"interval", Role::timeset}}};

/// Members that a caller may name columns for; what has no role is the property of that name.
std::optional<Role> role_named(std::string_view member) {
  if (member == "from") return Role::from;
  if (member == "to") return Role::to;
  for (const auto& [name, role] : known_headings)
    if (name == member) return role;
  return std::nullopt;
}

/// The days of Gephi's `<[2014-01-01, 2016-01-01]>`; nothing for other times and for several.
std::optional<std::pair<std::string, std::string>> interval_in(std::string_view text) {
  const std::size_t open = text.find('[');
  const std::size_t close = text.find(']');
  if (open == text.npos || close == text.npos || text.find('[', open + 1) != text.npos)
    return std::nullopt;
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  const std::size_t comma = inner.find(',');
  if (comma == inner.npos) return std::nullopt;
  const auto day = [](std::string_view part) {
    const std::size_t first = part.find_first_not_of(" \"");
    if (first == part.npos) return std::string();
    return std::string(part.substr(first, part.find_last_not_of(" \"") - first + 1));
  };
  return std::pair(day(inner.substr(0, comma)), day(inner.substr(comma + 1)));
}

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
    PropertyGraph graph(reading_);
    if (!header_.empty()) graph.header(header_);
    for (NodeEdgeTable& table : tables_) add(table, graph);
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
    NodeEdgeTable table;
    read_headings(rows, table);
    const auto has = [&table](Role role) {
      return std::any_of(table.headings.begin(), table.headings.end(),
                         [role](const Heading& heading) { return heading.role == role; });
    };
    table.of_edges = has(Role::from) && has(Role::to);
    if (!table.of_edges && !has(Role::id)) return refuse_columns(file, table);
    has_edges_ = has_edges_ || table.of_edges;
    while (rows.next() && !reading_.stopped()) read_row(rows, file, source.text, table);
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

  void read_headings(const tables::CsvRows& rows, NodeEdgeTable& table) {
    for (const tables::Cell& cell : rows.cells()) {
      Heading& heading = table.headings.emplace_back();
      heading.name = cell_text(cell);
      const std::string lower = lower_case(heading.name);
      if (lower == "weight") heading.name = lower;
      bool named = false;
      for (const auto& [member, column] : reading_.limits().columns)
        if (column == cell_text(cell)) {
          const auto role = role_named(member);
          heading.role = role.value_or(Role::property);
          if (!role) heading.name = member;
          named = true;
        }
      if (named) continue;
      for (const auto& [name, role] : known_headings)
        if (lower == name && !is_taken(table, role)) heading.role = role;
    }
  }

  [[nodiscard]] bool is_taken(const NodeEdgeTable& table, Role role) const {
    const auto has_role = [role](const Heading& heading) { return heading.role == role; };
    const auto names_role = [role](const auto& one) { return role_named(one.first) == role; };
    return std::any_of(table.headings.begin(), table.headings.end(), has_role) ||
           std::any_of(reading_.limits().columns.begin(), reading_.limits().columns.end(),
                       names_role);
  }

  void read_row(const tables::CsvRows& rows, std::size_t file, std::string_view text,
                NodeEdgeTable& table) {
    const std::vector<tables::Cell>& cells = rows.cells();
    const auto is_empty = [](const tables::Cell& cell) { return cell.text.empty(); };
    if (std::all_of(cells.begin(), cells.end(), is_empty)) return;
    EndedRow row;
    FoundEdge& found = row.edge;
    found.place = {file, static_cast<std::size_t>(rows.row_text().data() - text.data())};
    for (std::size_t i = 0; i < std::min(cells.size(), table.headings.size()); ++i) {
      std::string value = cell_text(cells[i]);
      if (!value.empty()) add_cell(row, table.headings[i], i, std::move(value));
    }
    if (cells.size() > table.headings.size())
      reading_.report(found.place, {"too-many-cells", "the row has more cells than the header",
                                    "quote cells that hold the delimiter", found.id,
                                    Severity::error, Concerns::record});
    table.rows.push_back(std::move(row));
  }

  static void add_cell(EndedRow& row, Heading& heading, std::size_t column, std::string value) {
    FoundEdge& found = row.edge;
    switch (heading.role) {
      case Role::from:
        found.from = std::move(value);
        return;
      case Role::to:
        found.to = std::move(value);
        return;
      case Role::id:
        found.id = std::move(value);
        return;
      case Role::label:
        found.label = std::move(value);
        return;
      case Role::timeset:
        if (const auto days = interval_in(value)) {
          row.columns.insert(row.columns.end(), {column, column});
          found.properties.push_back({"start", days->first, Property::Form::text});
          found.properties.push_back({"end", days->second, Property::Form::text});
          return;
        }
        break;
      case Role::kind:
      case Role::property:
        break;
    }
    heading.guess.add(value);
    row.columns.push_back(column);
    found.properties.push_back({heading.name, std::move(value), Property::Form::text});
  }

  /// `Type` says directions in Gephi's tables, and something else in others.
  static bool says_directions(const NodeEdgeTable& table) {
    bool any = false;
    for (const EndedRow& row : table.rows)
      for (const Property& property : row.edge.properties) {
        if (lower_case(property.name) != "type") continue;
        const std::string value = lower_case(property.value);
        if (value != "directed" && value != "undirected" && value != "mutual") return false;
        any = true;
      }
    return any;
  }

  void add(NodeEdgeTable& table, PropertyGraph& graph) {
    const bool directions = table.of_edges && says_directions(table);
    for (EndedRow& row : table.rows) {
      FoundEdge& found = row.edge;
      std::vector<Property> properties;
      for (std::size_t i = 0; i < found.properties.size(); ++i) {
        Property& property = found.properties[i];
        const Heading& heading = table.headings[row.columns[i]];
        if (directions && lower_case(property.name) == "type") {
          if (lower_case(property.value) != "directed") found.direction = Symmetry::symmetric;
          continue;
        }
        properties.push_back(typed(std::move(property), heading, table.of_edges));
      }
      found.properties = std::move(properties);
      if (!table.of_edges) {
        graph.add(FoundNode(std::move(found)));
        continue;
      }
      if (!is_ours() && !found.label.empty())
        found.properties.push_back({"label", found.label, Property::Form::text});
      graph.add(std::move(found));
    }
  }

  /// Members keep their texts; other columns are what their cells look like.
  [[nodiscard]] Property typed(Property property, const Heading& heading, bool of_edge) const {
    if (heading.role == Role::kind && is_ours()) property.name = of_edge ? "type" : "kind";
    if (heading.role != Role::property || is_reserved_property(property.name)) return property;
    return property_of_cell(property.name, heading.guess.type(), property.value);
  }

  void refuse_columns(std::size_t file, const NodeEdgeTable& table) {
    std::string names;
    constexpr std::size_t few = 8;
    for (std::size_t i = 0; i < std::min(table.headings.size(), few); ++i)
      names += (names.empty() ? "`" : "`, `") + table.headings[i].name;
    names += table.headings.size() > few ? "`, …" : "`";
    reading_.stop({file, 0},
                  {"no-ends", "no two columns of this table are the ends of edges; it has " + names,
                   "--map from=COLUMN,to=COLUMN names them; entente import makes a dossier of "
                   "any table"});
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
  std::vector<NodeEdgeTable> tables_;
};

}  // namespace

void read_csv(ForeignReading& reading) {
  CsvReader(reading, ',').read();
}

void read_tsv(ForeignReading& reading) {
  CsvReader(reading, '\t').read();
}

}  // namespace entente
