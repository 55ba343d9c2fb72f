#pragma once

/// The text of a table's file: UTF-8 without a byte-order mark, or UTF-16 brought to that.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "system/whole_file.hpp"
#include "text/utf8.hpp"

namespace entente::tables {

/// Owns the bytes of a file and, if they were in UTF-16, their UTF-8.
class TableText {
 public:
  /// @throws DossierError `bad-utf8`, with the place, for any other encoding and for NUL.
  TableText(InputBytes bytes, const std::string& name);

  [[nodiscard]] std::string_view view() const { return text_; }
  /// How the file is written.
  [[nodiscard]] Encoding encoding() const { return encoding_; }

 private:
  InputBytes bytes_;
  Encoding encoding_ = Encoding::utf8;
  std::string_view text_ = {};
};

/// All of a file, or of standard input (`-`). @throws DossierError `limit-input` past `most` bytes;
/// IoError `input-missing`, `read-failed`.
[[nodiscard]] InputBytes read_table_bytes(const std::string& path, std::size_t most);

}  // namespace entente::tables
