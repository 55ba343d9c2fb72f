#include "io/formats/database/named_columns.hpp"

#include <algorithm>
#include <utility>

#include <entente/model/problem.hpp>

namespace entente {
namespace {

/// The offset of a position in a text.
std::size_t offset_of(std::string_view text, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == text.npos) return text.size();
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return at;
}

}  // namespace

NamedColumns::NamedColumns(ForeignReading& reading, std::size_t file, char delimiter)
    : NamedColumns(reading, file, std::vector<std::string>(), delimiter) {
  if (!advance()) return;
  for (const tables::Cell& cell : rows_.cells()) names_.emplace_back(cell.text);
  for (std::size_t i = 0; i < names_.size(); ++i) index_.emplace(names_[i], i);
}

NamedColumns::NamedColumns(ForeignReading& reading, std::size_t file,
                           std::vector<std::string> names, char delimiter)
    : reading_(reading),
      file_(file),
      rows_(reading.files()[file].text, reading.files()[file].name,
            {reading.limits().delimiter.value_or(delimiter)}),
      names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) index_.emplace(names_[i], i);
}

bool NamedColumns::advance() {
  try {
    return rows_.next();
  } catch (const DossierError& error) {
    for (const Problem& problem : error.problems())
      reading_.stop({file_, offset_of(reading_.files()[file_].text, problem.line)},
                    {problem.code, problem.message, problem.hint});
    return false;
  }
}

bool NamedColumns::next() {
  while (!reading_.stopped() && advance())
    if (std::any_of(rows_.cells().begin(), rows_.cells().end(),
                    [](const tables::Cell& cell) { return !cell.text.empty(); }))
      return true;
  return false;
}

std::string_view NamedColumns::cell(std::size_t column) const {
  const auto& cells = rows_.cells();
  return column < cells.size() ? cells[column].text : std::string_view();
}

std::string_view NamedColumns::operator[](std::string_view column) const {
  const auto found = index_.find(column);
  return found == index_.end() ? std::string_view() : cell(found->second);
}

bool NamedColumns::has(std::string_view column) const {
  return index_.contains(column);
}

ForeignPlace NamedColumns::place() const {
  const std::string_view text = reading_.files()[file_].text;
  return {file_, static_cast<std::size_t>(rows_.row_text().data() - text.data())};
}

}  // namespace entente
