// Prints the cells of a table, one a line, as JSON: [sheet, address, kind, text, computed].

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <entente/base/json_text.hpp>
#include <entente/error.hpp>

#include "io/tables/open_table.hpp"

int main(int argc, char** argv) try {
  using namespace entente;
  constexpr std::array<std::string_view, 7> kinds = {"empty", "text",  "number", "boolean",
                                                     "date",  "error", "missing"};
  const auto file = tables::open_table(argv[1]);
  const bool quiet = argc > 2;
  std::size_t count = 0;
  for (std::size_t sheet = 0; sheet < file->sheets().size(); ++sheet) {
    const auto rows = file->open(sheet);
    while (rows->next())
      for (std::size_t column = 0; column < rows->cells().size(); ++column) {
        const tables::Cell& cell = rows->cells()[column];
        if (cell.kind == tables::CellKind::empty) continue;
        ++count;
        if (quiet) continue;
        JsonText json;
        json.open_list()
            .value(file->sheets()[sheet])
            .value(tables::cell_address(column, rows->row()))
            .value(kinds[static_cast<std::size_t>(cell.kind)])
            .value(cell.text)
            .value(cell.computed)
            .close_list();
        std::cout << json.str() << '\n';
      }
  }
  for (const std::string& note : file->notes()) std::cerr << note << '\n';
  std::cerr << count << " cells\n";
  return EXIT_SUCCESS;
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
