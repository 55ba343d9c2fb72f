// Files of other programs from untrusted input, in the format that the build names.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dossier_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::check_dossier_bytes({reinterpret_cast<const char*>(data), size}, "input",
                               ENTENTE_FORMAT);
  return 0;
}
