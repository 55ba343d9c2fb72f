#include "io/import/row_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "text/shortened.hpp"

namespace entente::import {
namespace {

/// Most texts have no blanks around them, which shows at their ends.
std::string_view without_blanks(std::string_view text) {
  const auto shows = [](char c) { return static_cast<unsigned char>(c) > ' '; };
  const bool is_bare = !text.empty() && shows(text.front()) && shows(text.back());
  return is_bare ? text : trimmed(text, ascii_blanks);
}

constexpr std::string_view cell_prefix = "cell:";

bool has_empty_code(const ColumnInfo& column) {
  return std::any_of(column.missing.begin(), column.missing.end(),
                     [](const auto& code) { return code.first.empty(); });
}

}  // namespace

RowView::RowView(std::vector<ColumnInfo> columns, std::string file_name, std::string sheet_name)
    : columns_(std::move(columns)),
      named_(columns_.size()),
      file_(std::move(file_name)),
      sheet_(std::move(sheet_name)),
      values_(columns_.size() + own_count),
      states_(columns_.size(), CellState::empty),
      computed_(columns_.size()),
      kinds_(columns_.size()) {
  values_[columns_.size() + file] = file_;
  values_[columns_.size() + sheet] = sheet_;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!columns_[i].map.empty() || has_empty_code(columns_[i])) mapped_ = i + 1;
}

/// By its letter, or by its name.
std::uint32_t RowView::column_of(std::string_view name) const {
  const auto count = static_cast<std::uint32_t>(columns_.size());
  if (name.starts_with('=')) {
    const std::size_t column = tables::column_of_letters(name.substr(1));
    return column < count ? static_cast<std::uint32_t>(column) : no_slot;
  }
  std::uint32_t found = no_slot;
  for (std::uint32_t i = 0; i < count; ++i)
    if (columns_[i].name == name) found = found == no_slot ? i : ambiguous;
  return found;
}

std::uint32_t RowView::slot_of(std::string_view name) {
  const auto count = static_cast<std::uint32_t>(columns_.size());
  const std::uint32_t found = column_of(name);
  if (found < count) named_[found] = 1;
  if (found != no_slot || name.starts_with('=')) return found;
  constexpr std::array<std::string_view, nothing> own = {"file", "sheet", "row", "cell"};
  for (std::uint32_t i = 0; i < nothing; ++i)
    if (name == own[i]) return count + i;
  for (const Join& join : joins_)
    if (name.starts_with(join.name) && name.substr(join.name.size()).starts_with('.')) {
      const auto& names = join.table->columns;
      const auto column = std::find(names.begin(), names.end(), name.substr(join.name.size() + 1));
      if (column != names.end())
        return join.first_slot + static_cast<std::uint32_t>(column - names.begin());
    }
  if (name.ends_with('?')) {
    // A column that may be missing.
    const std::uint32_t column = slot_of(name.substr(0, name.size() - 1));
    return column == no_slot ? count + nothing : column;
  }
  if (!name.starts_with(cell_prefix)) return no_slot;
  const std::uint32_t column = slot_of(name.substr(cell_prefix.size()));
  if (column >= count) return column == ambiguous ? ambiguous : no_slot;
  cells_of_.push_back({static_cast<std::uint32_t>(values_.size()), column});
  values_.emplace_back();
  addresses_.emplace_back();
  return cells_of_.back().slot;
}

void RowView::add_join(std::string name, const JoinedTable& table, TextTemplate on) {
  joins_.push_back(
      {std::move(name), &table, std::move(on), static_cast<std::uint32_t>(values_.size())});
  values_.resize(values_.size() + table.columns.size());
}

std::vector<std::string> RowView::names() const {
  std::vector<std::string> all;
  for (const ColumnInfo& column : columns_) all.push_back(column.name);
  for (const Join& join : joins_)
    for (const std::string& column : join.table->columns) all.push_back(join.name + "." + column);
  return all;
}

CellState RowView::state_of(const tables::Cell& held, std::string_view text,
                            const ColumnInfo& column) {
  if (held.kind == tables::CellKind::error) return CellState::error;
  if (held.kind == tables::CellKind::formula) return CellState::formula;
  for (const auto& [code, meaning] : column.missing)
    if (text == code) {
      if (meaning == MissingCode::none) return CellState::none;
      return meaning == MissingCode::unknown ? CellState::unknown : CellState::not_observed;
    }
  // A code that the file itself declares, and the mapping does not know.
  if (held.kind == tables::CellKind::missing) return CellState::unknown;
  return text.empty() ? CellState::empty : CellState::given;
}

void RowView::set(const std::vector<tables::Cell>& cells, std::uint32_t number) {
  number_ = number;
  pointed_at_ = no_slot;
  // Columns behind the last cell of this row and the one before are empty already; those that have
  // a map may stand for an empty cell, and are looked at in every row.
  const std::size_t last = std::min(columns_.size(), std::max({cells.size(), filled_, mapped_}));
  filled_ = cells.size();
  any_computed_ = false;
  for (std::size_t i = 0; i < last; ++i) {
    const tables::Cell held = i < cells.size() ? cells[i] : tables::Cell{};
    const std::string_view text = without_blanks(held.text);
    states_[i] = state_of(held, text, columns_[i]);
    computed_[i] = held.computed ? 1 : 0;
    kinds_[i] = held.kind;
    any_computed_ |= held.computed;
    const bool has_text = states_[i] == CellState::given || states_[i] == CellState::error ||
                          states_[i] == CellState::formula;
    values_[i] = has_text ? text : std::string_view();
    if (columns_[i].map.empty()) continue;
    const auto mapped = columns_[i].map.find(std::string(values_[i]));
    if (mapped == columns_[i].map.end()) continue;
    values_[i] = mapped->second;
    kinds_[i] = tables::CellKind::text;
  }
  row_text_ = std::to_string(number);
  values_[columns_.size() + row] = row_text_;
  for (std::size_t i = 0; i < cells_of_.size(); ++i) {
    addresses_[i] = tables::cell_address(cells_of_[i].column, number);
    values_[cells_of_[i].slot] = addresses_[i];
  }
}

void RowView::join() {
  for (const Join& join : joins_) {
    const std::string key = fill(join.on);
    const auto found = join.table->rows.find(key);
    const auto slot = std::find_if(join.on.parts.begin(), join.on.parts.end(),
                                   [](const auto& part) { return part.is_column; });
    if (found == join.table->rows.end())
      throw Rejected{slot == join.on.parts.end() ? 0 : slot->slot, key, "no-match",
                     "'" + key + "' is not among the keys of " + join.table->place,
                     "is it misspelt, or missing there?"};
    for (std::size_t i = 0; i < found->second.size(); ++i)
      values_[join.first_slot + i] = found->second[i];
  }
}

void RowView::point_at(std::uint32_t slot) {
  if (slot == pointed_at_) return;
  pointed_at_ = slot;
  cell_text_ = address(slot);
  values_[columns_.size() + cell] = cell_text_;
}

std::string RowView::address(std::uint32_t slot) const {
  return tables::cell_address(slot < columns_.size() ? slot : 0, number_);
}

void RowView::append(std::string& out, const TextTemplate& text) const {
  bool swallow_mark = false;
  for (const TextTemplate::Part& part : text.parts) {
    if (!part.is_column) {
      // `{file}!{sheet}!{cell}` of a file without sheets is `file!cell`.
      const bool swallow = swallow_mark && part.text.starts_with('!');
      out += swallow ? std::string_view(part.text).substr(1) : std::string_view(part.text);
      swallow_mark = false;
      continue;
    }
    if (state(part.slot) == CellState::formula)
      throw Rejected{part.slot, std::string(values_[part.slot]), "no-result",
                     "the formula has no stored result",
                     "open the file in a spreadsheet, which computes it, and save it"};
    if (state(part.slot) == CellState::error && kind(part.slot) == tables::CellKind::error &&
        values_[part.slot] == tables::bytes_cell)
      throw Rejected{part.slot, std::string(tables::bytes_cell), "error-cell",
                     "the cell holds bytes (a BLOB), and no text",
                     "select it as text in a \"query\", such as CAST(… AS TEXT) or hex(…)"};
    if (state(part.slot) == CellState::error && !values_[part.slot].starts_with('#'))
      throw Rejected{
          part.slot, std::string(values_[part.slot]), "error-cell",
          "the cell holds '" + shortened(values_[part.slot]) + "', which is no number and no date",
          "mend the cell, or clear it; it may be too large for 64 bits"};
    if (state(part.slot) == CellState::error)
      throw Rejected{part.slot, std::string(values_[part.slot]), "error-cell",
                     "the cell holds the error " + std::string(values_[part.slot]),
                     "mend the formula, or clear the cell"};
    swallow_mark = part.slot == columns_.size() + sheet && sheet_.empty();
    out += values_[part.slot];
  }
}

std::string RowView::fill(const TextTemplate& text) const {
  std::string filled;
  append(filled, text);
  return filled;
}

bool holds(const MappedCondition& condition, const RowView& row) {
  const std::string text = row.fill(condition.text);
  const bool found =
      std::find(condition.values.begin(), condition.values.end(), text) != condition.values.end();
  return found != condition.negated;
}

}  // namespace entente::import
