#include "terminal/standard_output.hpp"

#include <cerrno>
#include <cstring>
#include <string>

#include <unistd.h>

#include <entente/system/output.hpp>

namespace entente::tool {

void write_to_stdout(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return;  // whoever read has seen enough
    if (written < 0)
      throw IoError(Exit::io, "write-failed",
                    std::string("cannot write to standard output: ") + std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_to_stderr(std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace entente::tool
