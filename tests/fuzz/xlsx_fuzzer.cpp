// Workbooks from untrusted input. An archive as such; else, since no chance makes a checksum, the
// bytes as the sheet of an archive that is right: shared strings before the first NUL, the sheet
// behind.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <entente/model/problem.hpp>

#include "io/tables/xlsx.hpp"
#include "support/zip_of.hpp"
#include "text/utf8.hpp"

namespace {

void read_book(const std::string& bytes) try {
  constexpr std::size_t most_bytes = std::size_t{1} << 24U;
  const auto file = entente::tables::open_xlsx(entente::InputBytes(bytes), "book.xlsx", most_bytes);
  for (std::size_t sheet = 0; sheet < file->sheets().size(); ++sheet) {
    const auto rows = file->open(sheet);
    std::uint32_t last = 0;
    while (rows->next()) {
      if (rows->row() <= last || rows->cells().empty()) std::abort();
      last = rows->row();
      for (const entente::tables::Cell& cell : rows->cells())
        if (entente::first_invalid_utf8(cell.text)) std::abort();
    }
  }
} catch (const entente::DossierError& error) {
  if (error.problems().empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    read_book(bytes);
    return 0;
  }
  const std::size_t nul = bytes.find('\0');
  const std::string strings = nul == bytes.npos ? "" : bytes.substr(0, nul);
  const std::string sheet = nul == bytes.npos ? bytes : bytes.substr(nul + 1);
  read_book(entente::test::zip_of(entente::test::workbook_of(
      sheet, strings, R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)")));
  return 0;
}
