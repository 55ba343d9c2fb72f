#include "system/large_pages.hpp"

#include <cstdint>

#include <sys/mman.h>

namespace entente {

void use_large_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  constexpr std::uintptr_t page = 4096;
  constexpr std::size_t least = std::size_t{2} << 20U;
  if (bytes < least) return;
  const std::uintptr_t lead = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
  static_cast<void>(
      ::madvise(static_cast<char*>(memory) + lead, (bytes - lead) / page * page, MADV_HUGEPAGE));
#endif
}

}  // namespace entente
