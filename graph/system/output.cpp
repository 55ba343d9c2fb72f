#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>
#include <streambuf>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/system/output.hpp>

#include "system/unfinished.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(Exit exit, const std::string& code, const std::string& path, int error) {
  throw IoError(exit, code, "cannot write " + path + ": " + std::strerror(error));
}

/// Bytes on their way to a descriptor. The first failure is kept, and ends the writing.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }

  [[nodiscard]] int failure() const { return failure_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
    return c;
  }

  int sync() override {
    const char* begin = pbase();
    while (begin < pptr() && failure_ == 0) {
      const ssize_t written = ::write(descriptor_, begin, static_cast<std::size_t>(pptr() - begin));
      if (written < 0 && errno != EINTR) failure_ = errno;
      if (written > 0) begin += written;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return failure_ == 0 ? 0 : -1;
  }

 private:
  int descriptor_;
  int failure_ = 0;
  std::array<char, 1 << 16> buffer_;
};

/// What a path means, links followed: a file, whether it exists or not, or an open descriptor.
struct Meant {
  fs::path file;
  std::optional<int> descriptor = std::nullopt;
};

/// The number of `/dev/fd/3`, `/dev/stdout` and their like, if that is what the path is.
std::optional<int> own_descriptor(const fs::path& path) {
  const std::string name = path.filename().string();
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
  std::error_code ignored;
  const fs::path folder = fs::canonical(path.parent_path(), ignored);
  const bool is_own = !folder.empty() && folder == fs::canonical("/proc/self/fd", ignored);
  return is_own ? std::optional(number) : std::nullopt;
}

/// The links of descriptors are not followed: what they name, as `pipe:[7]`, need not be a path.
Meant resolved(const std::string& path) {
  Meant meant{path};
  std::error_code error;
  for (int links = 0; links < 40 && fs::is_symlink(fs::symlink_status(meant.file, error));
       ++links) {
    meant.descriptor = own_descriptor(meant.file);
    if (meant.descriptor) return meant;
    const fs::path next = fs::read_symlink(meant.file, error);
    meant.file = next.is_absolute() ? next : meant.file.parent_path() / next;
  }
  return meant;
}

fs::path temporary_beside(const fs::path& target) {
  static std::atomic<unsigned> counter = 0;
  const std::string name =
      ".entente-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
  return target.parent_path() / name;
}

}  // namespace

class OutputFile::State {
 public:
  explicit State(const std::string& path) : shown_(path) {
    const Meant meant = resolved(path);
    target_ = meant.file;
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) refuse(Exit::cannot_create, "cannot-create", path, EISDIR);
    if (meant.descriptor)
      descriptor_ = ::fcntl(*meant.descriptor, F_DUPFD_CLOEXEC, 0);
    else if (exists && !S_ISREG(old.st_mode))
      descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    else
      open_temporary();
    if (descriptor_ < 0) refuse(Exit::cannot_create, "cannot-create", path, errno);
    if (exists && !temporary_.empty()) ::fchmod(descriptor_, old.st_mode & 07777);
    buffer_.emplace(descriptor_);
    stream_.rdbuf(&*buffer_);
  }

  ~State() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::ostream& stream() { return stream_; }

  void settle() {
    stream_.flush();
    if (buffer_->failure() != 0) fail(buffer_->failure());
    if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail(errno);
  }

  void commit() {
    settle();
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) fail(errno);
    if (temporary_.empty()) return;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
    temporary_.clear();
    unfinished_.reset();
    sync_folder();
  }

 private:
  /// Steps over names that a process of the same number has left behind.
  void open_temporary() {
    constexpr int attempts = 100;
    for (int attempt = 0; attempt < attempts && descriptor_ < 0; ++attempt) {
      if (attempt > 0 && errno != EEXIST) return;
      const fs::path name = temporary_beside(target_);
      unfinished_.emplace(name);
      descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor_ >= 0) temporary_ = name;
    }
  }

  [[noreturn]] void fail(int error) const { refuse(Exit::io, "write-failed", shown_, error); }

  /// So that the new name outlives a crash. A folder that has no such operation, or may not be
  /// opened, changes nothing else; one that fails at it may have lost the file.
  void sync_folder() const {
    const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failure != 0 && failure != EINVAL && failure != ENOTSUP && failure != ENOSYS &&
        failure != EBADF)
      fail(failure);
  }

  std::string shown_;
  fs::path target_;
  fs::path temporary_;
  std::optional<UnfinishedFile> unfinished_;
  int descriptor_ = -1;
  std::optional<DescriptorBuffer> buffer_;
  std::ostream stream_{nullptr};
};

OutputFile::OutputFile(const std::string& path) : state_(std::make_unique<State>(path)) {}
OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

std::ostream& OutputFile::stream() {
  return state_->stream();
}

void OutputFile::settle() {
  state_->settle();
}

void OutputFile::commit() {
  state_->commit();
}

void write_file(const std::string& path, std::string_view text) {
  OutputFile file(path);
  file.write(text);
  file.commit();
}

}  // namespace entente
