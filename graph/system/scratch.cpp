#include "system/scratch.hpp"

#include <sys/mman.h>

namespace entente {

namespace {

/// From here on memory is mapped.
constexpr std::size_t large = std::size_t{1} << 20;

}  // namespace

void* allocate_scratch(std::size_t bytes) {
  if (bytes < large) return ::operator new(bytes);
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
    // Large pages, where there are any, save most of the faults; without them it is only slower.
#ifdef MADV_HUGEPAGE
  static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));
#endif
  return memory;
}

void free_scratch(void* memory, std::size_t bytes) noexcept {
  if (bytes < large)
    ::operator delete(memory);
  else
    ::munmap(memory, bytes);
}

}  // namespace entente
