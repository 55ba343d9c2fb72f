#include "io/formats/datasets/alliance_dates.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "io/formats/foreign_records.hpp"

namespace entente {
namespace {

constexpr int last_year = 9999;

/// The number in a cell, if it is one. Some programs write whole numbers as `1815.0`.
std::optional<int> number_in(std::string_view cell) {
  if (cell.ends_with(".0")) cell.remove_suffix(2);
  int number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

/// 0 if it is not known.
int number_of(std::string_view cell) {
  return std::max(number_in(cell).value_or(0), 0);
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

// What no calendar has (30 February) is known to its month, or its year.
std::string date_of_cells(std::string_view year, std::string_view month, std::string_view day) {
  const int y = number_of(year);
  if (y == 0 || y > last_year) return {};
  const std::string date = padded(y, 4);
  const int m = number_of(month);
  const std::string in_month = m == 0 ? std::string() : plain_date(date + "-" + padded(m, 2));
  if (in_month.empty()) return date;
  const int d = number_of(day);
  const std::string on_day = d == 0 ? std::string() : plain_date(in_month + "-" + padded(d, 2));
  return on_day.empty() ? in_month : on_day;
}

bool holds_no_date(std::string_view year, std::string_view month, std::string_view day) {
  for (const std::string_view cell : {year, month, day})
    if (!cell.empty() && cell != "." && cell != "NA" && !number_in(cell)) return true;
  return number_of(year) > last_year;
}

bool names_more(std::string_view date, std::string_view month, std::string_view day) {
  constexpr std::size_t month_size = 7;
  const bool has_month = number_of(month) != 0;
  return (date.size() < month_size && has_month) ||
         (date.size() == month_size && number_of(day) != 0);
}

}  // namespace entente
