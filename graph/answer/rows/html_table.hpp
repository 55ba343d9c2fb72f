#pragma once

/// Tables as HTML, a row at a time.

#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/table.hpp>

namespace entente::answers {

/// All that stands before the rows: a page that loads nothing, and the titles.
[[nodiscard]] std::string html_head(const std::vector<Column>& columns);
/// A row; numbers stand to the right.
[[nodiscard]] std::string html_row(const std::vector<Column>& columns,
                                   const std::vector<std::string>& cells);
/// All that stands behind them.
[[nodiscard]] std::string_view html_foot();

}  // namespace entente::answers
