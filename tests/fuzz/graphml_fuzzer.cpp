// Graphs from strangers, as graphml.

#include <cstddef>
#include <cstdint>

#include "foreign_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::check_foreign_bytes({reinterpret_cast<const char*>(data), size}, "graphml");
  return 0;
}
