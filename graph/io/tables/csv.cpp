#include "io/tables/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include <entente/model/problem.hpp>

#include "base/ascii.hpp"
#include "base/eight_bytes.hpp"
#include "text/utf8.hpp"

namespace entente::tables {
namespace {

/// Behind a line end that begins at `at`: LF, CR LF or CR.
std::size_t behind_line_end(std::string_view text, std::size_t at) {
  return at + (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
}

std::uint32_t count_line_ends(std::string_view text) {
  std::uint32_t lines = 0;
  for (std::size_t at = text.find_first_of("\r\n"); at < text.size();
       at = text.find_first_of("\r\n", behind_line_end(text, at)))
    ++lines;
  return lines;
}

/// The delimiter of a first line `sep=;`, and what stands behind that line.
std::pair<char, std::size_t> separator_line(std::string_view text, char otherwise) {
  constexpr std::string_view beginning = "sep=";
  if (text.size() <= beginning.size() || ascii_lowered(text.substr(0, 4)) != beginning)
    return {otherwise, 0};
  const std::size_t end = beginning.size() + 1;
  if (end < text.size() && text[end] != '\r' && text[end] != '\n') return {otherwise, 0};
  return {text[beginning.size()], end < text.size() ? behind_line_end(text, end) : end};
}

constexpr std::string_view delimiters = ";\t|,";

/// What may be meant by a sign behind a quoted cell.
std::string advice_behind_quote(char sign) {
  if (delimiters.find(sign) == delimiters.npos)
    return "write a quotation mark inside a quoted cell as \"\"";
  const std::string name = sign == '\t' ? "tab" : std::string(1, sign);
  const std::string written = sign == '\t' ? "\\t" : name;
  return "cells seem to be apart by another sign: --delimiter '" + name +
         "', in a mapping \"delimiter\": \"" + written + "\"";
}

class CsvFile final : public TableFile {
 public:
  CsvFile(std::string name, InputBytes bytes, CsvDialect dialect)
      : text_(std::move(bytes), name), dialect_(dialect) {
    if (text_.encoding() == Encoding::utf16_le || text_.encoding() == Encoding::utf16_be)
      notes_.push_back(name + " is read as " + std::string(to_string(text_.encoding())));
    name_ = std::move(name);
    sheets_ = {""};
  }

  std::unique_ptr<RowStream> open(std::size_t /*sheet*/) override {
    return std::make_unique<CsvRows>(text_.view(), name_, dialect_);
  }

 private:
  TableText text_;
  CsvDialect dialect_;
};

}  // namespace

CsvRows::CsvRows(std::string_view text, std::string name, CsvDialect dialect)
    : text_(text), name_(std::move(name)), delimiter_(dialect.delimiter) {
  if (dialect.first == FirstLine::may_name_delimiter)
    std::tie(delimiter_, at_) = separator_line(text_, delimiter_);
  line_ += at_ > 0 ? 1 : 0;
  row_begin_ = at_;
}

bool CsvRows::next() {
  while (at_ < text_.size()) {
    ++row_;
    if (text_[at_] != '\n' && text_[at_] != '\r') {
      read_row();
      return true;
    }
    row_begin_ = at_;
    end_line();
  }
  return false;
}

void CsvRows::read_row() {
  row_begin_ = at_;
  row_line_ = line_;
  lines_in_cells_ = 0;
  cells_.clear();
  begins_.clear();
  unescaped_.clear();
  scratch_.clear();
  for (bool more = true; more;) {
    begins_.push_back(at_);
    if (at_ < text_.size() && text_[at_] == '"')
      read_quoted_cell();
    else
      read_plain_cell();
    more = at_ < text_.size() && text_[at_] == delimiter_;
    if (more) ++at_;
  }
  line_ += lines_in_cells_;
  if (at_ < text_.size()) end_line();
  for (const Unescaped& cell : unescaped_)
    cells_[cell.column].text = std::string_view(scratch_).substr(cell.begin, cell.size);
}

void CsvRows::end_line() {
  at_ = behind_line_end(text_, at_);
  ++line_;
}

void CsvRows::add_cell(std::string_view text) {
  if (cells_.size() == most_columns)
    fail(at_, "too-many-columns",
         "the row has more than " + std::to_string(most_columns) + " columns",
         "is a quotation mark missing, or the delimiter another one?");
  cells_.push_back({text, text.empty() ? CellKind::empty : CellKind::text, false});
}

void CsvRows::read_plain_cell() {
  const char* const begin = text_.data() + at_;
  const char* const end = text_.data() + text_.size();
  const char* here = begin;
  const char delimiter = delimiter_;
  constexpr std::size_t size = sizeof(std::uint64_t);
  for (std::uint64_t word = 0; end - here >= static_cast<std::ptrdiff_t>(size); here += size) {
    std::memcpy(&word, here, size);
    if ((eight::zeros(word ^ eight::repeated(delimiter)) |
         eight::zeros(word ^ eight::repeated('\n')) | eight::zeros(word ^ eight::repeated('\r'))) !=
        0)
      break;
  }
  while (here != end && *here != delimiter && *here != '\n' && *here != '\r') ++here;
  at_ += static_cast<std::size_t>(here - begin);
  add_cell({begin, static_cast<std::size_t>(here - begin)});
}

void CsvRows::read_quoted_cell() {
  const std::size_t open = at_;
  const std::size_t scratch_begin = scratch_.size();
  bool doubled = false;
  std::size_t from = open + 1;
  for (;;) {
    const std::size_t quote = text_.find('"', from);
    if (quote == text_.npos)
      fail(open, "csv-quote", "a quoted cell begins here and does not end",
           "close it with \", and write a quotation mark inside as \"\"");
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') {
      if (doubled) scratch_ += text_.substr(from, quote - from);
      break;
    }
    scratch_ += text_.substr(from, at_ - from);
    doubled = true;
    from = at_ + 1;
  }
  const std::string_view inside = text_.substr(open + 1, at_ - open - 2);
  lines_in_cells_ += count_line_ends(inside);
  if (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r')
    fail(at_, "csv-quote", "text stands behind the closing quotation mark of a cell",
         advice_behind_quote(text_[at_]));
  if (doubled)
    unescaped_.push_back({cells_.size(), scratch_begin, scratch_.size() - scratch_begin});
  add_cell(inside);
}

std::string_view CsvRows::row_text() const {
  return text_.substr(row_begin_, at_ - row_begin_);
}

Position CsvRows::position(std::size_t column) const {
  return locate(column < begins_.size() ? begins_[column] : begins_.back());
}

Position CsvRows::locate(std::size_t offset) const {
  const std::string_view before = text_.substr(row_begin_, offset - row_begin_);
  const std::size_t last = before.find_last_of("\r\n");
  const std::string_view line = last == before.npos ? before : before.substr(last + 1);
  return {row_line_ + count_line_ends(before),
          static_cast<std::uint32_t>(count_code_points(line) + 1)};
}

void CsvRows::fail(std::size_t offset, std::string code, std::string message,
                   std::string hint) const {
  const Position position = locate(offset);
  throw DossierError({{Severity::error, std::move(code), name_, position.line, position.column, "",
                       std::move(message), std::move(hint)}});
}

char delimiter_of_ending(std::string_view path) {
  const std::string lowered = ascii_lowered(path);
  return lowered.ends_with(".tsv") || lowered.ends_with(".tab") ? '\t' : ',';
}

std::unique_ptr<TableFile> open_csv(const std::string& path, CsvDialect dialect,
                                    std::size_t most_bytes) {
  return open_csv(read_table_bytes(path, most_bytes), path == "-" ? "<stdin>" : path, dialect);
}

std::unique_ptr<TableFile> open_csv(InputBytes bytes, const std::string& name, CsvDialect dialect) {
  return std::make_unique<CsvFile>(name, std::move(bytes), dialect);
}

std::string delimiter_advice(const std::vector<std::string>& headers) {
  if (headers.size() != 1) return {};
  const std::size_t found = headers.front().find_first_of(delimiters);
  if (found == std::string::npos) return {};
  const char delimiter = headers.front()[found];
  return "cells seem to be apart by another sign: " +
         (delimiter == '\t' ? std::string("--from tsv")
                            : std::string("--delimiter '") + delimiter + "'");
}

}  // namespace entente::tables
