#pragma once

/// The parts of a workbook besides its sheets: which sheets there are, shared strings, styles.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/tables/serial_date.hpp"
#include "io/tables/zip_archive.hpp"

namespace entente::tables {

struct XlsxSheet {
  std::string name;
  std::string part;  ///< of the archive
};

/// Strings one behind the other.
class SharedStrings {
 public:
  void add(std::string_view text) {
    text_ += text;
    ends_.push_back(text_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(text_).substr(begin, ends_[i] - begin);
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

struct XlsxParts {
  std::vector<XlsxSheet> sheets;
  SharedStrings strings;
  std::vector<ShownDate> styles;  ///< what cells of each format show
  Epoch epoch = Epoch::from_1900;
};

/// @throws DossierError `broken-workbook` for what is no workbook, or as XmlPart.
[[nodiscard]] XlsxParts read_xlsx_parts(const ZipArchive& archive);

/// The characters of `_x000D_` and its like.
void append_unescaped(std::string& text, std::string_view escaped);

}  // namespace entente::tables
