#include "io/formats/tables/csv_row_filler.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <entente/model/problem.hpp>

#include "base/ascii.hpp"
#include "io/formats/day_spans.hpp"
#include "io/formats/found_dates.hpp"
#include "io/formats/found_text.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/tables/csv_columns.hpp"
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

}  // namespace

CsvRowFiller::CsvRowFiller(const CsvTable& table, std::string_view text, std::size_t file)
    : table_(table), text_(text), file_(file), list_(std::make_unique<FoundElements>()) {
  for (const CsvHeading& heading : table.headings) {
    Names names;
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
      std::find_if(table.headings.begin(), table.headings.end(), is_when) - table.headings.begin());
}

std::optional<CsvRowFault> CsvRowFiller::add(const tables::CsvRows& rows, std::size_t at) {
  const std::vector<tables::Cell>& cells = rows.cells();
  const auto is_empty = [](const tables::Cell& cell) { return cell.text.empty(); };
  if (std::all_of(cells.begin(), cells.end(), is_empty)) return std::nullopt;
  if (cells.size() > names_.size())
    return CsvRowFault{
        names_.size(),
        {"too-many-cells", "the row has more cells than the header",
         "quote cells that hold the delimiter", std::string(), Severity::error, Concerns::record}};
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

void CsvRowFiller::give(CsvTable& table) && {
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

std::string CsvRowFiller::unescaped(std::string_view cell) const {
  return table_.guarded ? unguarded_cell(cell) : std::string(cell);
}

void CsvRowFiller::prefer_date(const std::string& when, const std::vector<tables::Cell>& cells) {
  const auto date = when.empty() ? std::nullopt : found_date(when).when;
  if (!date) return;
  if (!are_days_of(times_, *date))
    list_->add({names_[times_column_].own, FoundForm::text, lasting(cells[times_column_].text)});
  times_.clear();
}

std::string_view CsvRowFiller::lasting(std::string_view cell) {
  if (table_.guarded) {
    const std::string plain = unguarded_cell(cell);
    if (plain != cell) return list_->texts().keep(plain);
  }
  const bool lasts = cell.data() >= text_.data() && cell.data() < text_.data() + text_.size();
  return lasts ? cell : list_->texts().keep(cell);
}

void CsvRowFiller::add_cell(StoredElement& element, std::size_t column, std::string_view value) {
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

void CsvRowFiller::note_weight(const StoredElement& element, std::string_view value) {
  if (is_number(value)) {
    ++number_weights_;
    return;
  }
  ForeignPlace place = element.place();
  const bool is_there = value.data() >= text_.data() && value.data() < text_.data() + text_.size();
  if (is_there) place.at = static_cast<std::size_t>(value.data() - text_.data());
  odd_weights_.add({1, place});
  if (has_decimal_comma(value)) ++comma_weights_;
}

void CsvRowFiller::add_times() {
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

void CsvRowFiller::note_direction(StoredElement& element, std::string_view value) {
  any_direction_ = true;
  if (!all_directions_) return;
  const std::string direction = ascii_lowered(value);
  if (direction == "undirected" || direction == "mutual")
    element.symmetric = 1;
  else if (direction != "directed")
    all_directions_ = false;
}

std::optional<CsvRowFault> CsvRowFiller::missing_member(const StoredElement& element) const {
  if (!table_.of_edges) return element.id.empty() ? fault(CsvRole::id) : std::nullopt;
  if (element.from.empty()) return fault(CsvRole::from);
  return element.to.empty() ? fault(CsvRole::to) : std::nullopt;
}

std::optional<CsvRowFault> CsvRowFiller::fault(CsvRole role) const {
  std::size_t column = 0;
  while (table_.headings[column].role != role) ++column;
  return CsvRowFault{
      column,
      {"empty-cell",
       "the cell of column `" + table_.headings[column].name + "` is empty, and a record needs it",
       "fill it in, or take the row away; --lenient leaves such rows out", std::string(),
       Severity::error, Concerns::record}};
}

}  // namespace entente
