// The rows of a query as text, one by one: the whole is never held, and what a single row takes
// counts against the limit of the query.

#include <algorithm>
#include <limits>
#include <ostream>

#include <fmt/format.h>

#include <entente/answer/query.hpp>
#include <entente/base/json_text.hpp>
#include <entente/error.hpp>

#include "answer/notes/notes.hpp"
#include "answer/rows/aligned.hpp"
#include "answer/rows/html_table.hpp"
#include "answer/rows/query_columns.hpp"
#include "answer/rows/query_values.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

/// Calls `separate` between every two rows.
template <typename Write, typename Separate>
void each_row(const QueryAnswer& answer, Write write, Separate separate) {
  for (std::size_t row = 0; row < answer.result.rows.size(); ++row) {
    if (row > 0) separate();
    write(row);
  }
}

class JsonRows {
 public:
  JsonRows(std::ostream& out, const QueryAnswer& answer) : out_(out), answer_(answer) {}

  void lines() {
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row) {
      out_ << '{';
      members(row);
      if (answer_.question.graph.entity_count() > 0) {
        own_member(row, "certainty", CertaintyWords::verdicts);
        own_member(row, "why", CertaintyWords::reasons);
      }
      out_ << "}\n";
    }
  }

  void typed() {
    out_ << "{\"columns\": " << column_list(answer_) << ", \"rows\": [";
    each_row(
        answer_, [this](std::size_t row) { values(row); }, [this] { out_ << ", "; });
    out_ << ']';
    if (answer_.question.graph.entity_count() > 0) {
      out_ << ", \"certainty\": ";
      words(CertaintyWords::verdicts);
      out_ << ", \"why\": ";
      words(CertaintyWords::reasons);
    }
    out_ << "}\n";
  }

  /// As to_json() of the answer.
  void pretty() {
    out_ << "{\n  \"columns\": " << column_list(answer_) << ",\n  \"rows\": [";
    const bool is_empty = answer_.result.rows.empty();
    if (!is_empty) out_ << "\n    ";
    each_row(
        answer_, [this](std::size_t row) { object(row); }, [this] { out_ << ",\n    "; });
    out_ << (is_empty ? "]" : "\n  ]") << ",\n  \"certainty\": ";
    words(CertaintyWords::verdicts);
    out_ << ",\n  \"why\": ";
    words(CertaintyWords::reasons);
    const std::string rest = JsonObject()
                                 .add("selection", selection_json(answer_.selection()))
                                 .add("counts", counts_json(answer_.counts))
                                 .add("notes", notes_json(answer_.notes))
                                 .pretty();
    out_ << ',' << std::string_view(rest).substr(1);
  }

 private:
  void object(std::size_t row) {
    out_ << '{';
    members(row);
    out_ << '}';
  }

  void members(std::size_t row) {
    for (std::size_t i = 0; i < answer_.result.columns.size(); ++i) {
      if (i > 0) out_ << ", ";
      out_ << json_quoted(answer_.result.columns[i]) << ": ";
      write_value(out_, shown(answer_, i), answer_.result.rows[row][i], Typing::plain);
    }
  }

  /// Behind the columns, unless one of them has the name.
  void own_member(std::size_t row, const std::string& name, CertaintyWords which) {
    if (std::ranges::find(answer_.result.columns, name) != answer_.result.columns.end()) return;
    out_ << (answer_.result.columns.empty() ? "" : ", ") << json_quoted(name) << ": "
         << certainty_json(answer_.result.certainty[row], which);
  }

  void values(std::size_t row) {
    out_ << '[';
    for (std::size_t i = 0; i < answer_.result.columns.size(); ++i) {
      if (i > 0) out_ << ", ";
      write_value(out_, shown(answer_, i), answer_.result.rows[row][i], Typing::typed);
    }
    out_ << ']';
  }

  void words(CertaintyWords which) {
    out_ << '[';
    each_row(
        answer_,
        [&](std::size_t row) { out_ << certainty_json(answer_.result.certainty[row], which); },
        [this] { out_ << ", "; });
    out_ << ']';
  }

  std::ostream& out_;
  const QueryAnswer& answer_;
};

/// How often a cell's text is there while its row is written.
std::size_t copies_of_cells(RowText text) {
  switch (text) {
    case RowText::csv:
    case RowText::tsv:
      return 3;
    default:
      return 6;
  }
}

class CellRows {
 public:
  CellRows(std::ostream& out, const QueryAnswer& answer, RowText text, const RowStyle& style)
      : out_(out), answer_(answer), text_(text), style_(style) {}

  void write() {
    if (text_ == RowText::csv || text_ == RowText::tsv)
      divided();
    else if (text_ == RowText::markdown)
      markdown();
    else if (text_ == RowText::html)
      html();
    else
      aligned();
  }

 private:
  void divided() {
    std::vector<std::string> titles;
    for (const Column& column : columns_of(answer_)) titles.push_back(column.title);
    divided_line(std::move(titles));
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row)
      divided_line(cells(row, Reader::program));
  }

  void divided_line(std::vector<std::string> cells) {
    const bool is_csv = text_ == RowText::csv;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ << (is_csv ? ',' : '\t');
      out_ << (is_csv ? csv_cell(std::move(cells[i]), style_.cells)
                      : tsv_cell(cells[i], style_.cells));
    }
    out_ << (is_csv ? "\r\n" : "\n");
  }

  void markdown() {
    out_ << markdown_head(columns_of(answer_));
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row)
      out_ << markdown_row(cells(row, Reader::person));
  }

  void html() {
    const std::vector<Column> columns = columns_of(answer_);
    out_ << html_head(columns);
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row)
      out_ << html_row(columns, cells(row, Reader::person));
    out_ << html_foot();
  }

  /// Cells are made twice rather than held.
  void aligned() {
    AlignedRows rows(columns_of(answer_), style_.table);
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row)
      rows.measure(cells(row, Reader::person));
    out_ << rows.head();
    for (std::size_t row = 0; row < answer_.result.rows.size(); ++row)
      out_ << rows.line(cells(row, Reader::person));
    if (text_ == RowText::text) out_ << notes_text(answer_);
  }

  /// @throws LimitReached if they take more than the rows leave of the memory allowed.
  std::vector<std::string> cells(std::size_t row, Reader reader) {
    const std::size_t limit = answer_.limits.memory;
    const std::size_t held = std::min(limit, answer_.result.held);
    CellRoom room{(limit - held) / copies_of_cells(text_)};
    try {
      return cells_of(answer_, row, reader, room);
    } catch (const CellRoom::Exceeded& cell) {
      throw LimitReached(
          "query-memory",
          fmt::format("more than {} MB are held for the text of {} in one row\n"
                      "--format jsonl or json-typed writes it piece by piece; or allow more by "
                      "--max-memory BYTES",
                      limit >> 20U, answer_.result.columns[cell.column]));
    }
  }

  std::ostream& out_;
  const QueryAnswer& answer_;
  RowText text_;
  RowStyle style_;
};

}  // namespace

void write_rows(std::ostream& out, const QueryAnswer& answer, RowText text, const RowStyle& style) {
  switch (text) {
    case RowText::json:
      return JsonRows(out, answer).pretty();
    case RowText::json_lines:
      return JsonRows(out, answer).lines();
    case RowText::json_typed:
      return JsonRows(out, answer).typed();
    default:
      return CellRows(out, answer, text, style).write();
  }
}

}  // namespace entente::answers
