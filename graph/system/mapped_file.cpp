#include "system/mapped_file.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <entente/error.hpp>

#include "system/descriptor.hpp"

namespace entente {

namespace {

[[noreturn]] void fail(Exit exit, const char* code, const std::string& path) {
  throw IoError(exit, code, fmt::format("{}: {}", path, std::strerror(errno)));
}

/// Read the whole file while mapping it, where the system can.
#ifdef MAP_POPULATE
constexpr int at_once = MAP_POPULATE;
#else
constexpr int at_once = 0;
#endif

}  // namespace

MappedFile map_file(const std::string& path) {
  const Descriptor file = Descriptor::for_reading(path);
  if (!file.is_open()) fail(Exit::input_missing, "input-missing", path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail(Exit::io, "read-failed", path);
  if (!S_ISREG(status.st_mode))
    throw IoError(Exit::io, "read-failed",
                  fmt::format("{}: a snapshot is mapped, so it must be a regular file", path));
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return {};
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | at_once, file.number(), 0);
  if (address == MAP_FAILED) fail(Exit::io, "read-failed", path);
  std::shared_ptr<const void> mapping(
      address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return {std::move(mapping), {static_cast<const char*>(address), size}};
}

}  // namespace entente
