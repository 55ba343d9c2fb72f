// Tables as text from untrusted input: rows are read or refused with a place, and imported as far
// as they go.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <entente/model/problem.hpp>

#include "io/import/import_date.hpp"
#include "io/tables/csv.hpp"
#include "text/utf8.hpp"

namespace {

void read_all(std::string_view bytes) try {
  const auto file = entente::tables::open_csv(entente::InputBytes(bytes), "table.csv", {});
  const auto rows = file->open(0);
  while (rows->next())
    for (std::size_t i = 0; i < rows->cells().size(); ++i) {
      const std::string_view text = rows->cells()[i].text;
      if (entente::first_invalid_utf8(text) || rows->position(i).line == 0) std::abort();
      constexpr std::size_t longest_date = 100;
      if (text.size() < longest_date)
        static_cast<void>(entente::import::edtf_of(text, entente::import::DateOrder::day_first));
    }
} catch (const entente::DossierError& error) {
  if (error.problems().empty() || error.problems().front().line == 0) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_all({reinterpret_cast<const char*>(data), size});
  return 0;
}
