#pragma once

/// Columns and cells of a query's answer.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/query.hpp>

#include "answer/rows/query_cells.hpp"

namespace entente::answers {

/// The columns of its tables.
[[nodiscard]] std::vector<Column> columns_of(const QueryAnswer& answer);
/// A row of them. @throws CellRoom::Exceeded
[[nodiscard]] std::vector<std::string> cells_of(const QueryAnswer& answer, std::size_t row,
                                                Reader reader, CellRoom& room);
/// Their names as JSON.
[[nodiscard]] std::string column_list(const QueryAnswer& answer);

/// What is said of a row's certainty.
enum class CertaintyWords : std::uint8_t { verdicts, reasons };
/// A JSON text, or null where there is no reason.
[[nodiscard]] std::string certainty_json(const query::Certainty& certainty, CertaintyWords which);

}  // namespace entente::answers
