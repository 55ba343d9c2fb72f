// Snapshots from untrusted input: whatever the bytes, they are refused as they are; and sealed with
// a header that fits, they are refused or give a graph whose every use stays inside.

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/snapshot_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string& forged : {bytes, test::resealed(bytes)}) {
    try {
      test::use_everything(read_snapshot(forged));
    } catch (const SnapshotError&) {
    }
  }
  return 0;
}
