#include "io/formats/flat_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "base/integer_text.hpp"
#include "io/formats/property_graph.hpp"
#include "io/json/number_text.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

std::optional<CellType> type_of(const AttributeValue& value) {
  const auto* scalar = std::get_if<Scalar>(&value);
  if (scalar == nullptr) return std::nullopt;
  if (std::holds_alternative<bool>(*scalar)) return CellType::boolean;
  if (std::holds_alternative<std::int64_t>(*scalar)) return CellType::integer;
  if (std::holds_alternative<double>(*scalar)) return CellType::real;
  if (std::holds_alternative<std::string>(*scalar)) return CellType::text;
  return std::nullopt;
}

std::string cell_text(const Scalar& scalar) {
  if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
  std::string out;
  json::append_scalar(out, scalar);
  return out;
}

/// Whether a number is written as one of ours would be: no zeros in front, no plus.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.front() < '0' || text.front() > '9') return false;
  return text.front() != '0' || text.size() == 1 || text[1] == '.' || text[1] == 'e';
}

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto read = read_number(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

/// An integer that 64 bits hold.
std::optional<Scalar> integer_in(std::string_view text) {
  if (const auto number = number_in<std::int64_t>(text)) return Scalar(*number);
  if (const auto number = number_in<std::uint64_t>(text)) return Scalar(*number);
  return std::nullopt;
}

std::optional<std::string> json_of_cell(CellType type, std::string_view text) {
  std::string out;
  if (type == CellType::boolean) {
    if (text == "true" || text == "1" || text == "True") return "true";
    if (text == "false" || text == "0" || text == "False") return "false";
  } else if (type == CellType::number) {
    return json_of_cell(is_integer_text(text) ? CellType::integer : CellType::real, text);
  } else if (type == CellType::integer) {
    if (const auto number = integer_in(text)) {
      json::append_scalar(out, *number);
      return out;
    }
    // NetworkX declares a column that holds both by the first of them.
    if (text.find_first_of(".eE") != text.npos) return json_of_cell(CellType::real, text);
  } else if (type == CellType::real) {
    const auto number = number_in<double>(text);
    if (number && std::isfinite(*number) && (!is_integer_text(text) || is_exactly(text, *number))) {
      // Who reads the record reports digits that a double does not hold.
      if (!keeps_every_digit(text, *number) && is_json_number(text)) return std::string(text);
      json::append_real(out, *number);
      return out;
    }
  }
  return std::nullopt;
}

}  // namespace

// Integers are reals, so that reals are looked at only where they may decide.
void ColumnGuess::add(std::string_view text) {
  any_ = true;
  booleans_ = booleans_ && (text == "true" || text == "false");
  integers_ = integers_ && is_plain_number(text) && integer_in(text).has_value();
  if (integers_ || !reals_) return;
  const auto real = number_in<double>(text);
  reals_ = is_plain_number(text) && real && std::isfinite(*real);
  // Identifiers of many digits are none of the numbers that doubles are.
  if (reals_ && is_integer_text(text)) reals_ = integer_in(text) && is_exactly(text, *real);
}

void ColumnGuess::add(const ColumnGuess& part) {
  if (!part.any_) return;
  any_ = true;
  booleans_ = booleans_ && part.booleans_;
  integers_ = integers_ && part.integers_;
  reals_ = reals_ && part.reals_;
}

CellType ColumnGuess::type() const {
  if (!any_) return CellType::text;
  if (booleans_) return CellType::boolean;
  if (integers_) return CellType::integer;
  return reals_ ? CellType::real : CellType::text;
}

std::optional<CellType> FlatColumns::Noted::type() const {
  for (const CellType type : {CellType::real, CellType::integer, CellType::text, CellType::boolean})
    if (has[static_cast<std::size_t>(type)]) return type;
  return std::nullopt;
}

void FlatColumns::note(const Attributes& attributes) {
  for (const auto& [name, value] : attributes) {
    const auto type = type_of(value);
    if (!type) continue;
    Noted& noted = noted_[name];
    const Scalar& scalar = std::get<Scalar>(value);
    const auto* text = std::get_if<std::string>(&scalar);
    if (text != nullptr && !accepts_(*text)) continue;
    noted.has[static_cast<std::size_t>(*type)] = true;
    if (typing_ != Typing::guessed) continue;
    const bool is_number = *type == CellType::integer || *type == CellType::real;
    if (is_number || *type == CellType::text)
      (is_number ? noted.numbers : noted.others).add(cell_text(scalar));
  }
}

// Where types are guessed, other programs may take names alike in all but case for one.
void FlatColumns::choose(std::size_t most) {
  std::set<std::string> lowered;
  for (const auto& [name, noted] : noted_) {
    const auto type = noted.type();
    if (!type || is_reserved_property(name) || !accepts_(name) || columns_.size() >= most) continue;
    if (typing_ == Typing::guessed) {
      const bool is_number = *type == CellType::integer || *type == CellType::real;
      const bool looks_so =
          *type == CellType::boolean || (is_number ? noted.numbers : noted.others).type() == *type;
      if (!looks_so || !lowered.insert(ascii_lowered(name)).second) continue;
    }
    columns_.push_back({name, *type});
  }
}

const FlatColumn* FlatColumns::column_of(std::string_view name, const AttributeValue& value) const {
  const auto found = std::lower_bound(
      columns_.begin(), columns_.end(), name,
      [](const FlatColumn& column, std::string_view wanted) { return column.name < wanted; });
  if (found == columns_.end() || found->name != name) return nullptr;
  const auto type = type_of(value);
  const bool is_integer_among_reals = type == CellType::integer && found->type == CellType::real;
  if (type != found->type && !is_integer_among_reals) return nullptr;
  const auto* text = std::get_if<std::string>(&std::get<Scalar>(value));
  return text != nullptr && !accepts_(*text) ? nullptr : &*found;
}

std::vector<std::pair<std::size_t, std::string>> FlatColumns::cells(
    const Attributes& attributes) const {
  std::vector<std::pair<std::size_t, std::string>> cells;
  for (const auto& [name, value] : attributes)
    if (const FlatColumn* column = column_of(name, value))
      cells.emplace_back(static_cast<std::size_t>(column - columns_.data()),
                         cell_text(std::get<Scalar>(value)));
  std::sort(cells.begin(), cells.end());
  return cells;
}

std::string FlatColumns::rest(const Attributes& attributes) const {
  Attributes others;
  for (const auto& one : attributes)
    if (column_of(one.first, one.second) == nullptr) others.push_back(one);
  std::string text;
  if (!others.empty()) json::append_attributes(text, others);
  return text;
}

Property property_of_cell(std::string_view name, CellType type, std::string_view text) {
  if (type != CellType::text)
    if (auto json = json_of_cell(type, trimmed(text, ascii_blanks)))
      return {std::string(name), std::move(*json), Property::Form::json};
  return {std::string(name), std::string(text), Property::Form::text};
}

}  // namespace entente
