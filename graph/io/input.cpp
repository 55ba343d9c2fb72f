#include "io/input.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/error.hpp>

#include "base/threads.hpp"
#include "io/json/findings.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that closes itself; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void missing(const std::string& path, int error) {
  throw IoError(Exit::input_missing, "input-missing",
                "cannot open '" + path + "': " + std::generic_category().message(error));
}

std::vector<std::string> dossier_files(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) missing(folder, error.value());
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string extension = entries->path().extension().string();
    std::error_code ignored;
    if ((extension == ".json" || extension == ".jsonl") && entries->is_regular_file(ignored))
      names.push_back(entries->path().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t declared_size(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

std::string spaced_hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

std::optional<Finding> encoding_finding(std::string_view bytes) {
  const Encoding encoding = detect_encoding(bytes);
  if (encoding == Encoding::utf8 || encoding == Encoding::utf8_with_mark) return std::nullopt;
  return Finding{"bad-utf8", "this is " + std::string(to_string(encoding)) + ", not UTF-8",
                 "convert it, for instance with iconv -t UTF-8"};
}

/// How much of an input one reads or checks at a time, in bytes.
constexpr std::size_t block_size = std::size_t{8} << 20;

/// Asks for large pages, of which an input needs fewer by far; never wrong, only useless.
void use_large_pages([[maybe_unused]] char* bytes, [[maybe_unused]] std::size_t count) {
#ifdef MADV_HUGEPAGE
  constexpr std::uintptr_t page = 4096;
  const std::uintptr_t lead = (page - reinterpret_cast<std::uintptr_t>(bytes) % page) % page;
  if (count > 2 * block_size) ::madvise(bytes + lead, count - lead, MADV_HUGEPAGE);
#endif
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

bool is_continuation(char byte) {
  return (byte & 0xC0) == 0x80;
}

/// Whether a large text is UTF-8 without NUL and begins with something, checked by several threads.
bool is_right_in_blocks(std::string_view text) {
  if (text.size() <= 2 * block_size || text.find_first_not_of(" \t\r\n") >= block_size)
    return false;
  // A character belongs to the block that it begins in.
  const auto begin_of = [&](std::size_t block) {
    constexpr std::size_t most_continuations = 3;
    const std::size_t begin = std::min(block * block_size, text.size());
    std::size_t at = begin;
    while (at < text.size() && at < begin + most_continuations && is_continuation(text[at])) ++at;
    return at;
  };
  std::atomic<bool> right = !is_continuation(text.front());
  side_by_side((text.size() + block_size - 1) / block_size, [&](std::size_t i) {
    const std::size_t from = begin_of(i);
    const std::string_view block = text.substr(from, begin_of(i + 1) - from);
    if (first_invalid_utf8(block) || block.find('\0') != block.npos) right = false;
  });
  return right;
}

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<std::string>& paths,
                                   std::vector<Problem>& problems) {
  std::vector<InputFile> inputs;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) {
      inputs.push_back({path, path == "-" ? "<stdin>" : path});
      continue;
    }
    const std::vector<std::string> names = dossier_files(path);
    if (names.empty())
      problems.push_back({Severity::error, "no-dossier", path, 1, 1, "",
                          "the folder holds no dossier",
                          "a dossier's files end in .json or .jsonl and lie in the folder itself"});
    for (const std::string& name : names) inputs.push_back({name, name, true});
  }
  return inputs;
}

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
  const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) missing(path, errno);
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

std::optional<std::string_view> checked_text(std::string_view bytes, const std::string& name,
                                             std::vector<Problem>& problems) {
  Findings findings(name, skip_byte_order_mark(bytes), problems);
  const std::string_view text = skip_byte_order_mark(bytes);
  if (auto finding = encoding_finding(bytes)) {
    findings.add(0, *finding);
  } else if (is_right_in_blocks(text)) {
    return text;
  } else if (const auto invalid = first_invalid_utf8(text)) {
    findings.add(*invalid, {"bad-utf8",
                            "byte " + spaced_hex(static_cast<unsigned char>(text[*invalid])) +
                                " is not part of a UTF-8 character",
                            "save the file as UTF-8"});
  } else if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    findings.add(nul, {"bad-utf8", "a NUL byte stands in the text", "remove it"});
  } else if (text.find_first_not_of(" \t\r\n") == text.npos) {
    findings.add(
        0, {"empty-file", "the file is empty", "a dossier begins {\"format\": \"entente/1\", …}"});
  } else {
    return text;
  }
  return std::nullopt;
}

}  // namespace entente
