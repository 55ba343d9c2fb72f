#include "system/child.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <entente/error.hpp>

extern char** environ;

namespace entente {
namespace {

[[noreturn]] void throw_io(const char* doing) {
  throw IoError(Exit::io, "renderer-io", std::string(doing) + ": " + std::strerror(errno));
}

/// The descriptor of a file that has no name, in memory where the system can; below 0: none.
int open_nameless([[maybe_unused]] const char* name) {
#ifdef MFD_CLOEXEC
  return memfd_create(name, MFD_CLOEXEC);
#else
  std::string path = "/tmp/entente-XXXXXX";
  const int descriptor = mkstemp(path.data());
  if (descriptor < 0) return descriptor;
  unlink(path.c_str());
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor;
#endif
}

/// An anonymous file in memory.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(open_nameless(name)) {
    if (descriptor_ < 0) throw_io("cannot make a file in memory");
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  void fill(const std::string& text) const {
    for (std::size_t done = 0; done < text.size();) {
      const ssize_t count = write(descriptor_, text.data() + done, text.size() - done);
      if (count < 0 && errno != EINTR) throw_io("cannot hand the picture over");
      if (count > 0) done += static_cast<std::size_t>(count);
    }
    lseek(descriptor_, 0, SEEK_SET);
  }

  [[nodiscard]] std::string content(std::size_t most) const {
    const off_t size = lseek(descriptor_, 0, SEEK_END);
    std::string text(std::min(most, static_cast<std::size_t>(std::max<off_t>(size, 0))), '\0');
    for (std::size_t done = 0; done < text.size();) {
      const ssize_t count =
          pread(descriptor_, text.data() + done, text.size() - done, static_cast<off_t>(done));
      if (count == 0) break;
      if (count < 0 && errno != EINTR) throw_io("cannot take the picture back");
      if (count > 0) done += static_cast<std::size_t>(count);
    }
    return text;
  }

 private:
  int descriptor_;
};

/// A started child; killed if nobody has waited for it.
class Child {
 public:
  Child(const std::vector<std::string>& command, const MemoryFile& input, const MemoryFile& output,
        const MemoryFile& messages) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.descriptor(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, messages.descriptor(), STDERR_FILENO);
    const int error =
        posix_spawn(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
      throw Error(Exit::renderer_missing, "renderer-missing",
                  "cannot start '" + command.front() + "': " + std::strerror(error));
  }
  ~Child() {
    if (running_) kill_and_reap();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Whether it ended within the time; its status is then known.
  [[nodiscard]] bool ends_within(std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    for (auto pause = std::chrono::microseconds(200);; pause = std::min(pause * 2, longest_pause)) {
      const pid_t ended = waitpid(process_, &status_, WNOHANG);
      if (ended == process_) running_ = false;
      if (!running_ || std::chrono::steady_clock::now() >= deadline) return !running_;
      std::this_thread::sleep_for(pause);
    }
  }

  [[nodiscard]] int status() const { return status_; }

 private:
  static constexpr std::chrono::microseconds longest_pause = std::chrono::milliseconds(5);

  void kill_and_reap() {
    kill(process_, SIGKILL);
    while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
  }

  pid_t process_ = 0;
  int status_ = 0;
  bool running_ = true;
};

}  // namespace

ChildResult run_child(const std::vector<std::string>& command, const std::string& input,
                      std::chrono::milliseconds time) {
  const MemoryFile source("entente-source");
  const MemoryFile output("entente-image");
  const MemoryFile messages("entente-messages");
  source.fill(input);
  Child child(command, source, output, messages);
  ChildResult result;
  if (!child.ends_within(time)) {
    result.ending = ChildEnding::timed_out;
  } else if (WIFSIGNALED(child.status())) {
    result.status = WTERMSIG(child.status());
    result.ending = result.status == SIGXCPU ? ChildEnding::out_of_time : ChildEnding::killed;
  } else {
    result.status = WEXITSTATUS(child.status());
  }
  constexpr std::size_t message_limit = 4096;
  result.messages = messages.content(message_limit);
  if (result.ending == ChildEnding::exited && result.status == 0)
    result.output = output.content(std::string().max_size());
  return result;
}

}  // namespace entente
