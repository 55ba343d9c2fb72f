#include "sink.hpp"

#include <cerrno>
#include <cstring>

#include <unistd.h>

#include <entente/system/output.hpp>

namespace entente::tool {
namespace {

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

}  // namespace

void write(const Output& output, std::string_view text) {
  if (output.file.empty())
    write_to_stdout(text);
  else
    write_file(output.file, text);
}

}  // namespace entente::tool
