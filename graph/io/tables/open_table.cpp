#include "io/tables/open_table.hpp"

#include <utility>

#include "io/tables/csv.hpp"
#include "io/tables/table_text.hpp"
#include "io/tables/xlsx.hpp"

namespace entente::tables {

std::unique_ptr<TableFile> open_table(const std::string& path, const OpenOptions& options) {
  constexpr std::string_view zip = "PK\3\4";
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";
  const std::string name = path == "-" ? "<stdin>" : path;
  InputBytes bytes = read_table_bytes(path, options.most_bytes);
  if (bytes.view().starts_with(zip) || bytes.view().starts_with(compound_file))
    return open_xlsx(std::move(bytes), name, options.most_bytes);
  return open_csv(std::move(bytes), name, {options.delimiter.value_or(delimiter_of_ending(path))});
}

}  // namespace entente::tables
