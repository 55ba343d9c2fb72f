#include "system/mapped_file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/error.hpp>

namespace entente {

namespace {

/// Closes itself.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail(Exit exit, const char* code, const std::string& path) {
  throw IoError(exit, code, fmt::format("{}: {}", path, std::strerror(errno)));
}

}  // namespace

MappedFile map_file(const std::string& path) {
  const Descriptor file(path);
  if (file.get() < 0) fail(Exit::input_missing, "input-missing", path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(Exit::io, "read-failed", path);
  if (!S_ISREG(status.st_mode))
    throw IoError(Exit::io, "read-failed",
                  fmt::format("{}: a snapshot is mapped, so it must be a regular file", path));
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return {};
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.get(), 0);
  if (address == MAP_FAILED) fail(Exit::io, "read-failed", path);
  std::shared_ptr<const void> mapping(
      address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return {std::move(mapping), {static_cast<const char*>(address), size}};
}

}  // namespace entente
