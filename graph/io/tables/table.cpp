#include "io/tables/table.hpp"

#include <algorithm>

namespace entente::tables {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters += static_cast<char>('A' + (rest - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters;
}

std::string cell_address(std::size_t column, std::uint32_t row) {
  return column_letters(column) + std::to_string(row);
}

std::size_t column_of_letters(std::string_view letters) {
  constexpr std::size_t most_letters = 3;
  if (letters.empty() || letters.size() > most_letters) return most_columns;
  std::size_t column = 0;
  for (const char c : letters) {
    if (c < 'A' || c > 'Z') return most_columns;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return std::min(column - 1, most_columns);
}

}  // namespace entente::tables
