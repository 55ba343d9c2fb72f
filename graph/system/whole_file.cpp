#include "system/whole_file.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/error.hpp>

#include "base/threads.hpp"
#include "system/descriptor.hpp"
#include "system/large_pages.hpp"

namespace entente {
namespace {

std::size_t declared_size(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

/// Reads so many bytes of a file from there on; whether there are as many.
bool read_block(int descriptor, char* bytes, std::size_t count, std::size_t from) {
  while (count > 0) {
    const ssize_t got = ::pread(descriptor, bytes, count, static_cast<off_t>(from));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    from += static_cast<std::size_t>(got);
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

/// Reads a large file by several threads and leaves the rest, if it has grown, to be read on;
/// nothing is read if it is not as long as that.
bool read_blocks(int descriptor, char* bytes, std::size_t size) {
  std::atomic<bool> whole = true;
  side_by_side((size + block_size - 1) / block_size, [&](std::size_t i) {
    const std::size_t from = i * block_size;
    if (!read_block(descriptor, bytes + from, std::min(block_size, size - from), from))
      whole = false;
  });
  return whole && ::lseek(descriptor, static_cast<off_t>(size), SEEK_SET) >= 0;
}

}  // namespace

InputBytes::InputBytes(std::string_view text) {
  grow(text.size());
  std::copy(text.begin(), text.end(), bytes_.get());
  size_ = text.size();
  bytes_[size_] = '\0';
}

/// Makes room for so many bytes and a NUL, without setting them: an input can be large.
void InputBytes::grow(std::size_t capacity) {
  std::unique_ptr<char[]> larger(new char[capacity + 1]);
  use_large_pages(larger.get(), capacity);
  std::copy_n(bytes_.get(), size_, larger.get());
  bytes_ = std::move(larger);
}

std::optional<InputBytes> read_bytes(const std::string& path, std::size_t most) {
  constexpr std::size_t least = 1 << 16;
  const Descriptor file =
      path == "-" ? Descriptor::of_standard_input() : Descriptor::for_reading(path);
  if (!file.is_open()) throw_input_missing(path, errno);
  InputBytes input;
  // A size that the file system declares is a first guess, never believed.
  const std::size_t declared = declared_size(file.number());
  std::size_t capacity = std::min(std::max(declared + 1, least), most + 1);
  input.grow(capacity);
  const bool is_large = path != "-" && declared > 2 * block_size && declared < capacity;
  if (is_large && read_blocks(file.number(), input.bytes_.get(), declared)) input.size_ = declared;
  while (true) {
    const ssize_t got =
        ::read(file.number(), input.bytes_.get() + input.size_, capacity - input.size_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      throw IoError(Exit::io, "read-failed",
                    "cannot read '" + path + "': " + std::generic_category().message(errno));
    if (got == 0) break;
    input.size_ += static_cast<std::size_t>(got);
    if (input.size_ > most) return std::nullopt;
    if (input.size_ < capacity) continue;
    capacity = std::min(capacity * 2, most + 1);
    input.grow(capacity);
  }
  input.bytes_[input.size_] = '\0';
  return input;
}

}  // namespace entente
