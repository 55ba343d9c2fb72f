#include "terminal/pager.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "sink.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

/// Whether the pager showed it. One that cannot be started leaves the text to us.
bool paged(const char* pager, std::string_view text) {
  FILE* pipe = ::popen(pager, "w");
  if (pipe == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pipe);  // a reader who leaves early has seen enough
  const int status = ::pclose(pipe);
  constexpr int not_found = 127 << 8;
  constexpr int not_executable = 126 << 8;
  return status != not_found && status != not_executable;
}

}  // namespace

void write_paged(const Output& output, std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  if (goes_to_terminal(output) && lines + 1 > terminal_height()) {
    const char* pager = std::getenv("PAGER");
    if (pager == nullptr) pager = "less -FRX";
    if (*pager != '\0' && paged(pager, text)) return;
  }
  write(output, text);
}

}  // namespace entente::tool
