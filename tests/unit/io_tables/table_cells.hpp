#pragma once

/// What a table holds, and why one is refused.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/model/problem.hpp>

#include "io/tables/table.hpp"

namespace entente::tables {

/// Cells that are not empty, as "B2=text"; "*" behind computed ones, "!" behind missing ones.
inline std::vector<std::string> table_cells(TableFile& file, std::size_t sheet = 0) {
  std::vector<std::string> all;
  const auto rows = file.open(sheet);
  while (rows->next())
    for (std::size_t column = 0; column < rows->cells().size(); ++column) {
      const Cell& cell = rows->cells()[column];
      if (cell.kind != CellKind::empty)
        all.push_back(cell_address(column, rows->row()) + "=" + std::string(cell.text) +
                      (cell.computed ? "*" : "") + (cell.kind == CellKind::missing ? "!" : ""));
    }
  return all;
}

template <typename Open>
std::string refusal(const Open& open) {
  try {
    const auto file = open();
    static_cast<void>(table_cells(*file));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

}  // namespace entente::tables
