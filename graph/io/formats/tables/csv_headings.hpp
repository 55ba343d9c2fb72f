#pragma once

/// What the columns of a table of nodes or edges are to the graph, by their headers.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// What a column is to the graph.
enum class CsvRole : std::uint8_t { property, from, to, id, label, kind, timeset };

struct CsvHeading {
  std::string name;
  CsvRole role = CsvRole::property;
};

/// Columns by the members that a caller names for them (--map).
using NamedColumns = std::vector<std::pair<std::string, std::string>>;

/// Who wrote a table: of ours, attributes are called as the header has them.
enum class TableBy : std::uint8_t { us, others };

/// The headings of a table with those headers, in any case of letters. What a caller names comes
/// first; of columns that could have one role the first has it.
[[nodiscard]] std::vector<CsvHeading> csv_headings(const std::vector<std::string>& headers,
                                                   const NamedColumns& named, TableBy written_by);

}  // namespace entente
