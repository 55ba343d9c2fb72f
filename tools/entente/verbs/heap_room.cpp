#include "verbs/heap_room.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace entente::tool {
namespace {

#ifdef __GLIBC__
void use_large_pages(void* memory, std::size_t bytes) {
  constexpr std::uintptr_t page = 4096;
  const std::uintptr_t lead = (page - reinterpret_cast<std::uintptr_t>(memory) % page) % page;
  static_cast<void>(
      ::madvise(static_cast<char*>(memory) + lead, (bytes - lead) / page * page, MADV_HUGEPAGE));
}
#endif

}  // namespace

void make_heap_room([[maybe_unused]] std::size_t bytes) {
#ifdef __GLIBC__
  constexpr std::size_t least = std::size_t{32} << 20U;
  constexpr int usual_mappings = 65'536;  // of the GNU C library
  constexpr int never = -1;
  if (bytes < least) return;
  // A block at the end of the heap, which stays part of it when it is given back. Allocators that
  // take the place of the C library's, such as those of sanitizers, know no such options.
  if (::mallopt(M_MMAP_MAX, 0) == 0) return;
  static_cast<void>(::mallopt(M_TRIM_THRESHOLD, never));
  if (void* const block = std::malloc(bytes); block != nullptr) {
    use_large_pages(block, bytes);
    std::free(block);
  }
  static_cast<void>(::mallopt(M_MMAP_MAX, usual_mappings));
  static_cast<void>(::mallopt(M_MMAP_THRESHOLD, static_cast<int>(least)));
#endif
}

std::size_t bytes_of_files(const std::vector<std::string>& paths) {
  std::size_t bytes = 0;
  for (const std::string& path : paths) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error) bytes += static_cast<std::size_t>(size);
  }
  return bytes;
}

}  // namespace entente::tool
