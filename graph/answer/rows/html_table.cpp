#include "answer/rows/html_table.hpp"

#include "text/html.hpp"

namespace entente::answers {
namespace {

constexpr std::string_view page_begin = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>entente</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.45 "Noto Sans", "Noto Sans CJK JP", system-ui, sans-serif; margin: 1rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; }
.number { text-align: right; }
</style>
</head>
<body>
<table>
<thead><tr>)";

/// A cell of the kind `tag` begins: `<td`, or `<th scope="col"`.
std::string html_cell(std::string_view tag, std::string_view end, const Column& column,
                      std::string_view text) {
  std::string cell(tag);
  if (column.align == Column::Align::right) cell += " class=\"number\"";
  return cell + ">" + html_text(text) + std::string(end);
}

}  // namespace

std::string html_head(const std::vector<Column>& columns) {
  std::string html(page_begin);
  for (const Column& column : columns)
    html += html_cell("<th scope=\"col\"", "</th>", column, column.title);
  return html + "</tr></thead>\n<tbody>\n";
}

std::string html_row(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
  std::string html = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i)
    html += html_cell("<td", "</td>", columns[i], cells[i]);
  return html + "</tr>\n";
}

std::string_view html_foot() {
  return "</tbody>\n</table>\n</body>\n</html>\n";
}

std::string html(const Table& table) {
  std::string text = html_head(table.columns);
  for (const auto& row : table.rows) text += html_row(table.columns, row);
  return text + std::string(html_foot());
}

}  // namespace entente::answers
