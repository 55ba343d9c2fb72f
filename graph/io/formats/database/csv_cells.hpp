#pragma once

/// CSV for programs that load it into a database (RFC 4180). No guard against formulas: the guard
/// would become part of the data.

#include <ostream>
#include <string>
#include <string_view>

#include "io/formats/quoted_cell.hpp"

namespace entente {

/// A row under way; `end` finishes it.
class CsvRow {
 public:
  explicit CsvRow(std::ostream& out) : out_(out) {}

  /// An empty text is a cell without quotes.
  CsvRow& cell(std::string_view text) {
    if (!first_) line_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !has_blank_end(text)) {
      line_ += text;
      return *this;
    }
    append_quoted_cell(line_, text);
    return *this;
  }
  void end() {
    line_ += '\n';
    out_ << line_;
    line_.clear();
    first_ = true;
  }

 private:
  static bool has_blank_end(std::string_view text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ');
  }

  std::ostream& out_;
  std::string line_;
  bool first_ = true;
};

}  // namespace entente
