#include "io/formats/tables/csv_rows_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <entente/model/problem.hpp>

#include "base/ascii.hpp"
#include "base/threads.hpp"
#include "io/formats/day_spans.hpp"
#include "io/formats/found_dates.hpp"
#include "io/formats/found_text.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/tables/csv_tables.hpp"
#include "io/formats/time_sets.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

/// A mark for what is missing, as R, spreadsheets and statistics write it into cells.
bool is_missing_mark(std::string_view cell) {
  constexpr std::size_t longest = 4;
  if (cell.size() > longest) return false;
  constexpr std::array<std::string_view, 7> marks = {"na",     "n/a", "#n/a", "-",
                                                     "\u2013", ".",   "null"};
  const std::string lower = ascii_lowered(cell);
  return std::find(marks.begin(), marks.end(), lower) != marks.end();
}

bool holds_dates(const CsvHeading& heading) {
  return is_called(heading.name, "when") || is_called(heading.name, "start") ||
         is_called(heading.name, "end");
}

/// Whether cells of that column may hold marks for what is missing.
bool may_lack(const CsvHeading& heading) {
  return heading.role == CsvRole::property && !heading.name.empty() &&
         (holds_dates(heading) || !is_reserved_property(heading.name));
}

/// Whether a column holds weights of others, which are numbers or nothing.
bool holds_weights(const CsvTable& table, std::size_t column) {
  const CsvHeading& heading = table.headings[column];
  return table.by == TableBy::others && heading.role == CsvRole::property &&
         heading.name == "weight";
}

bool is_number(std::string_view cell) {
  return property_of_cell("", CellType::number, cell).form == Property::Form::json;
}

/// `1,5`, as spreadsheets of many countries write it.
bool has_decimal_comma(std::string_view cell) {
  const std::size_t comma = cell.find(',');
  if (comma == cell.npos) return false;
  std::string number(cell);
  number[comma] = '.';
  return is_number(number);
}

/// Numbers of the names of a column's properties: its own, of several times, and of marks for what
/// is missing.
struct ColumnNames {
  std::uint32_t own = 0;
  std::uint32_t missing = 0;
  std::uint32_t spells = 0;
};

/// The times of a cell as EDTF, one each; none if it holds others than dates.
std::vector<std::string> times_of(std::string_view cell, TimeSets sets) {
  std::vector<std::string> times;
  if (sets == TimeSets::intervals)
    for (const TimeSpell& spell : intervals_of(cell)) times.push_back(spell.text());
  if (times.empty() && cell.find(';') == cell.npos) times = instants_of(cell);
  const auto is_date = [](const std::string& time) { return found_date(time).when.has_value(); };
  return std::all_of(times.begin(), times.end(), is_date) ? times : std::vector<std::string>();
}

/// A row may become several edges; a small one must not become very many.
constexpr std::size_t most_copies = std::size_t{1} << 20;

/// What is wrong with a row, and in which column.
struct RowFault {
  std::size_t column = 0;
  Finding finding = {};
};

/// Fills one list with rows of one file.
class RowFiller {
 public:
  RowFiller(const CsvTable& table, std::string_view text, std::size_t file)
      : table_(table), text_(text), file_(file), list_(std::make_unique<FoundElements>()) {
    for (const CsvHeading& heading : table.headings) {
      ColumnNames names;
      names.own = list_->add_name(heading.name);
      if (heading.role == CsvRole::timeset) {
        names.spells = list_->add_name("spells");
      }
      names.missing = may_lack(heading) ? list_->add_name(heading.name) : names.own;
      names_.push_back(names);
      const bool is_text = heading.role == CsvRole::property && !is_reserved_property(heading.name);
      drops_blanks_.push_back(table.by == TableBy::others && !is_text ? 1 : 0);
      weighs_.push_back(holds_weights(table, names_.size() - 1) ? 1 : 0);
      says_direction_.push_back(table.of_edges && ascii_lowered(heading.name) == "type" ? 1 : 0);
    }
    guesses_.resize(names_.size());
    missing_.resize(names_.size());
    filled_.resize(names_.size());
    const auto is_when = [](const CsvHeading& one) {
      return one.role == CsvRole::property && is_called(one.name, "when");
    };
    when_column_ = static_cast<std::size_t>(
        std::find_if(table.headings.begin(), table.headings.end(), is_when) -
        table.headings.begin());
  }

  /// Adds the row, unless something is wrong with it.
  std::optional<RowFault> add(const tables::CsvRows& rows, std::size_t at) {
    const std::vector<tables::Cell>& cells = rows.cells();
    const auto is_empty = [](const tables::Cell& cell) { return cell.text.empty(); };
    if (std::all_of(cells.begin(), cells.end(), is_empty)) return std::nullopt;
    if (cells.size() > names_.size())
      return RowFault{names_.size(),
                      {"too-many-cells", "the row has more cells than the header",
                       "quote cells that hold the delimiter", std::string(), Severity::error,
                       Concerns::record}};
    StoredElement& element = list_->begin({file_, at});
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view cell =
          drops_blanks_[i] != 0 ? trimmed(cells[i].text, ascii_blanks) : cells[i].text;
      if (!cell.empty()) add_cell(element, i, lasting(cell));
    }
    if (auto fault = missing_member(element)) {
      list_->drop_last();
      return fault;
    }
    if (!times_.empty() && when_column_ < cells.size())
      prefer_date(unescaped(cells[when_column_].text), cells);
    add_times();
    return std::nullopt;
  }

  /// Puts what was read into the table.
  void give(CsvTable& table) && {
    table.any_direction = table.any_direction || any_direction_;
    table.all_directions = table.all_directions && all_directions_;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      table.guesses[i].add(guesses_[i]);
      table.missing[i].notes.add(missing_[i].notes);
      table.missing[i].others.add(missing_[i].others);
      if (filled_[i] != 0) table.filled[i] = 1;
    }
    table.unread_times.add(unread_times_);
    table.odd_weights.add(odd_weights_);
    table.number_weights += number_weights_;
    table.comma_weights += comma_weights_;
    table.lists.push_back(std::move(list_));
  }

 private:
  [[nodiscard]] std::string unescaped(std::string_view cell) const {
    return table_.guarded ? unguarded_cell(cell) : std::string(cell);
  }

  /// Where a cell `when` is a date that counts, and times that are not its days stay as they are.
  void prefer_date(const std::string& when, const std::vector<tables::Cell>& cells) {
    const auto date = when.empty() ? std::nullopt : found_date(when).when;
    if (!date) return;
    if (!are_days_of(times_, *date))
      list_->add({names_[times_column_].own, FoundForm::text, lasting(cells[times_column_].text)});
    times_.clear();
  }

  /// Cells that had to be unescaped stand in a text that goes.
  std::string_view lasting(std::string_view cell) {
    if (table_.guarded) {
      const std::string plain = unguarded_cell(cell);
      if (plain != cell) return list_->texts().keep(plain);
    }
    const bool lasts = cell.data() >= text_.data() && cell.data() < text_.data() + text_.size();
    return lasts ? cell : list_->texts().keep(cell);
  }

  void add_cell(StoredElement& element, std::size_t column, std::string_view value) {
    filled_[column] = 1;
    switch (table_.headings[column].role) {
      case CsvRole::from:
        element.from = value;
        return;
      case CsvRole::to:
        element.to = value;
        return;
      case CsvRole::id:
        element.id = value;
        return;
      case CsvRole::label:
        if (table_.of_edges)
          list_->add({names_[column].own, FoundForm::text, value});
        else
          list_->add({FoundElements::own_label, FoundForm::text, value});
        return;
      case CsvRole::timeset:
        times_ = times_of(value, table_.time_sets);
        times_name_ = names_[column].spells;
        times_column_ = column;
        if (times_.size() * names_.size() > most_copies) times_.clear();
        if (!times_.empty()) return;
        unread_times_.add({1, element.place()});
        break;
      case CsvRole::kind:
      case CsvRole::property:
        break;
    }
    if (says_direction_[column] != 0) note_direction(element, value);
    const std::string_view said = trimmed(value, ascii_blanks);
    guesses_[column].add(said);
    const bool is_missing = names_[column].missing != names_[column].own && is_missing_mark(said);
    if (is_missing)
      missing_[column].notes.add({1, element.place()});
    else
      missing_[column].others.add(said);
    if (!is_missing && weighs_[column] != 0) note_weight(element, value);
    list_->add({is_missing ? names_[column].missing : names_[column].own, FoundForm::cell, value});
  }

  void note_weight(const StoredElement& element, std::string_view value) {
    if (is_number(value)) {
      ++number_weights_;
      return;
    }
    ForeignPlace place = element.place();
    const bool is_there =
        value.data() >= text_.data() && value.data() < text_.data() + text_.size();
    if (is_there) place.at = static_cast<std::size_t>(value.data() - text_.data());
    odd_weights_.add({1, place});
    if (has_decimal_comma(value)) ++comma_weights_;
  }

  /// A row with several times is several edges, or a node that has them as they are.
  void add_times() {
    const auto time = [&](const std::string& text) {
      list_->add({FoundElements::own_when, FoundForm::text, list_->texts().keep(text)});
    };
    if (times_.size() == 1) {
      time(times_.front());
    } else if (times_.size() > 1 && !table_.of_edges) {
      std::string list = "[";
      for (const std::string& one : times_) {
        if (list.size() > 1) list += ", ";
        json::append_text(list, one);
      }
      list_->add({times_name_, FoundForm::json, list_->texts().keep(list + ']')});
    } else if (times_.size() > 1) {
      const StoredElement first = (*list_)[list_->size() - 1];
      time(times_.front());
      for (std::size_t i = 1; i < times_.size(); ++i) {
        StoredElement& next = list_->repeat(first);
        if (!first.id.empty())
          next.id = list_->texts().keep(std::string(first.id) + "-" + std::to_string(i + 1));
        time(times_[i]);
      }
    }
    times_.clear();
  }

  /// `Type` says directions in Gephi's tables, and something else in others.
  void note_direction(StoredElement& element, std::string_view value) {
    any_direction_ = true;
    if (!all_directions_) return;
    const std::string direction = ascii_lowered(value);
    if (direction == "undirected" || direction == "mutual")
      element.symmetric = 1;
    else if (direction != "directed")
      all_directions_ = false;
  }

  [[nodiscard]] std::optional<RowFault> missing_member(const StoredElement& element) const {
    if (!table_.of_edges) return element.id.empty() ? fault(CsvRole::id) : std::nullopt;
    if (element.from.empty()) return fault(CsvRole::from);
    return element.to.empty() ? fault(CsvRole::to) : std::nullopt;
  }

  [[nodiscard]] std::optional<RowFault> fault(CsvRole role) const {
    std::size_t column = 0;
    while (table_.headings[column].role != role) ++column;
    return RowFault{column,
                    {"empty-cell",
                     "the cell of column `" + table_.headings[column].name +
                         "` is empty, and a record needs it",
                     "fill it in, or take the row away; --lenient leaves such rows out",
                     std::string(), Severity::error, Concerns::record}};
  }

  const CsvTable& table_;
  std::string_view text_;
  std::size_t file_;
  std::unique_ptr<FoundElements> list_;
  std::vector<ColumnNames> names_;
  std::vector<char> says_direction_;
  std::vector<char> drops_blanks_;
  std::vector<char> weighs_;
  CsvNotes odd_weights_;
  std::size_t number_weights_ = 0;
  std::size_t comma_weights_ = 0;
  std::vector<ColumnGuess> guesses_;
  std::vector<CsvMissing> missing_;
  CsvNotes unread_times_;
  std::vector<char> filled_;
  std::vector<std::string> times_;  // of the row
  std::uint32_t times_name_ = 0;
  std::size_t times_column_ = 0;
  std::size_t when_column_ = 0;  // behind the last if there is none
  bool any_direction_ = false;
  bool all_directions_ = true;
};

constexpr std::size_t csv_piece = std::size_t{1} << 22;

/// Where rows seem to begin, at least a piece from one another; the last is the end.
std::vector<std::size_t> row_cuts(std::string_view text, std::size_t first) {
  std::vector<std::size_t> cuts = {first};
  while (text.size() - cuts.back() > 2 * csv_piece) {
    std::size_t at = text.find('\n', cuts.back() + csv_piece);
    while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
    if (at >= text.size()) break;
    cuts.push_back(at);
  }
  cuts.push_back(text.size());
  return cuts;
}

/// Reads the pieces side by side. A cut is right if the piece before it ends there; false if one is
/// not, or anything is wrong, which is for a reader that goes row by row to say.
bool read_in_pieces(const std::string& name, std::string_view text, std::size_t first,
                    char delimiter, std::size_t file, CsvTable& table) {
  const std::vector<std::size_t> cuts = row_cuts(text, first);
  if (cuts.size() < 3) return false;
  std::vector<std::optional<RowFiller>> fillers(cuts.size() - 1);
  std::vector<char> right(fillers.size(), 0);
  side_by_side(fillers.size(), [&](std::size_t i) {
    fillers[i].emplace(table, text, file);
    const std::size_t begin = cuts[i];
    const std::size_t size = cuts[i + 1] - begin;
    tables::CsvRows rows(text.substr(begin), name, {delimiter, tables::FirstLine::is_row});
    try {
      while (rows.at() < size && rows.next()) {
        const auto at = static_cast<std::size_t>(rows.row_text().data() - text.data());
        if (fillers[i]->add(rows, at)) return;
      }
    } catch (const DossierError&) {
      return;
    }
    right[i] = rows.at() == size ? 1 : 0;
  });
  if (std::find(right.begin(), right.end(), 0) != right.end()) return false;
  for (std::optional<RowFiller>& filler : fillers) std::move(*filler).give(table);
  return true;
}

std::size_t byte_of_cell(const tables::CsvRows& rows, std::size_t column, std::string_view text) {
  const std::string_view cell = rows.cells()[column].text;
  const bool is_there = cell.data() >= text.data() && cell.data() <= text.data() + text.size();
  return static_cast<std::size_t>((is_there ? cell.data() : rows.row_text().data()) - text.data());
}

}  // namespace

void read_csv_rows(tables::CsvRows& rows, std::size_t file, ForeignReading& reading,
                   CsvTable& table) {
  const ForeignFile& source = reading.files()[file];
  table.guesses.resize(table.headings.size());
  table.filled.resize(table.headings.size());
  table.missing.resize(table.headings.size());
  const auto is_timeset = [](const CsvHeading& one) { return one.role == CsvRole::timeset; };
  if (std::any_of(table.headings.begin(), table.headings.end(), is_timeset))
    table.time_sets = time_sets_in(source.text);
  if (read_in_pieces(source.name, source.text, rows.at(), rows.delimiter(), file, table)) return;
  RowFiller filler(table, source.text, file);
  while (!reading.stopped() && rows.next()) {
    const auto at = static_cast<std::size_t>(rows.row_text().data() - source.text.data());
    auto fault = filler.add(rows, at);
    if (!fault) continue;
    const bool has_cell = fault->column < rows.cells().size();
    reading.leave_out({file, has_cell ? byte_of_cell(rows, fault->column, source.text) : at},
                      std::move(fault->finding));
  }
  std::move(filler).give(table);
}

bool keeps_numbers(const CsvTable& table, std::size_t column) {
  return holds_weights(table, column) && table.odd_weights.count > 0 &&
         table.number_weights > table.odd_weights.count;
}

CsvNotes name_csv_columns(CsvTable& table, bool is_ours) {
  const auto is_lacking = [&](std::size_t column) {
    const CsvMissing& missing = table.missing[column];
    const CellType type = missing.others.type();
    return !is_ours && missing.notes.count > 0 &&
           (type == CellType::integer || type == CellType::real ||
            holds_dates(table.headings[column]));
  };
  CsvNotes lacking;
  for (std::size_t i = 0; i < table.headings.size(); ++i)
    if (is_lacking(i)) lacking.add(table.missing[i].notes);
  const bool says_directions = table.of_edges && table.any_direction && table.all_directions;
  for (const auto& list : table.lists) {
    std::uint32_t number = FoundElements::first_name;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      const CsvHeading& heading = table.headings[i];
      FoundElements::Name& name = list->name_at(number++);
      if (heading.role == CsvRole::timeset) ++number;
      FoundElements::Name* const missing = may_lack(heading) ? &list->name_at(number++) : nullptr;
      if (heading.role == CsvRole::kind && is_ours) name.text = table.of_edges ? "type" : "kind";
      if (heading.role == CsvRole::label) name.text = "label";
      if (heading.role == CsvRole::property && heading.name.empty()) name.dropped = true;
      if (says_directions && ascii_lowered(heading.name) == "type") name.dropped = true;
      const bool is_attribute =
          heading.role == CsvRole::property && !is_reserved_property(heading.name);
      if (is_attribute && keeps_numbers(table, i))
        name.type = CellType::number;
      else if (is_attribute)
        name.type = is_ours         ? own_type(table.guesses[i].type())
                    : is_lacking(i) ? table.missing[i].others.type()
                                    : table.guesses[i].type();
      if (missing != nullptr) *missing = {name.text, name.type, name.dropped || is_lacking(i)};
    }
    if (says_directions) continue;
    for (std::size_t row = 0; row < list->size(); ++row) list->at(row).symmetric = 0;
  }
  return lacking;
}

}  // namespace entente
