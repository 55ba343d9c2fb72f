#pragma once

/// Errors of workbooks: what, and in which cell of which sheet.

#include <string>
#include <string_view>

#include <entente/model/problem.hpp>

namespace entente::tables {

/// "book.xlsx!Ties!B7"; parts that are empty are left out.
[[nodiscard]] inline std::string cell_place(std::string_view file, std::string_view sheet,
                                            std::string_view cell) {
  std::string place(file);
  for (const std::string_view part : {sheet, cell})
    if (!part.empty()) (place += '!') += part;
  return place;
}

/// What is remarked of a range of cells.
inline constexpr std::string_view merged_cells = " is merged: only its first cell has the value";

[[noreturn]] inline void refuse_workbook(const std::string& place, std::string message,
                                         std::string hint = "save the workbook anew",
                                         std::string code = "broken-workbook") {
  throw DossierError(
      {{Severity::error, std::move(code), place, 0, 0, "", std::move(message), std::move(hint)}});
}

}  // namespace entente::tables
