#include "answer/rows/query_columns.hpp"

#include <algorithm>

#include <entente/base/json_text.hpp>

namespace entente::answers {
namespace {

std::string_view certainty_word(const query::Certainty& certainty) {
  return certainty.verdict == Verdict::yes ? "certain" : "possible";
}

}  // namespace

std::vector<Column> columns_of(const QueryAnswer& answer) {
  const query::Result& result = answer.result;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < result.columns.size(); ++i) {
    const bool is_number =
        !result.rows.empty() && std::ranges::all_of(result.rows, [i](const auto& row) {
          return row[i].is_number() || row[i].is_null();
        });
    columns.push_back({result.columns[i], is_number ? Column::Align::right : Column::Align::left});
  }
  if (result.has_period) {
    columns.push_back({"certainty"});
    columns.push_back({"why"});
  }
  return columns;
}

std::vector<std::string> cells_of(const QueryAnswer& answer, std::size_t row, Reader reader,
                                  CellRoom& room) {
  const query::Result& result = answer.result;
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < result.columns.size(); ++i) {
    room.column = i;
    cells.push_back(cell_text(answer, i, result.rows[row][i], reader, room));
    room.take(cells.back().size());
  }
  if (!result.has_period) return cells;
  cells.emplace_back(certainty_word(result.certainty[row]));
  cells.emplace_back(to_string(result.certainty[row].why));
  return cells;
}

std::string column_list(const QueryAnswer& answer) {
  JsonText json;
  json.open_list();
  for (const std::string& column : answer.result.columns) json.value(column);
  return json.close_list().str();
}

std::string certainty_json(const query::Certainty& certainty, CertaintyWords which) {
  if (which == CertaintyWords::verdicts) return json_quoted(certainty_word(certainty));
  return certainty.why == Why::none ? "null" : json_quoted(to_string(certainty.why));
}

}  // namespace entente::answers
