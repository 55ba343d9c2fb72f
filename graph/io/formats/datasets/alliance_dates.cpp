#include "io/formats/datasets/alliance_dates.hpp"

#include <charconv>

#include "io/formats/foreign_records.hpp"

namespace entente {
namespace {

/// The number in a cell; 0 if it is not known. Some programs write whole numbers as `1815.0`.
int number_of(std::string_view cell) {
  if (cell.ends_with(".0")) cell.remove_suffix(2);
  int number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size() && number > 0 ? number : 0;
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

std::string date_of_cells(std::string_view year, std::string_view month, std::string_view day) {
  const int y = number_of(year);
  if (y == 0 || y > 9999) return {};
  std::string date = padded(y, 4);
  const int m = number_of(month);
  if (m == 0) return date;
  date += "-" + padded(m, 2);
  const int d = number_of(day);
  return plain_date(d == 0 ? date : date + "-" + padded(d, 2));
}

}  // namespace entente
