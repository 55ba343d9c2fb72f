#include "terminal/terminal.hpp"

#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::tool {

bool goes_to_terminal(const Output& output) {
  return output.file.empty() && isatty(STDOUT_FILENO) == 1;
}

bool is_on_terminal() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

std::size_t terminal_height() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) return size.ws_row;
  return 24;
}

ColourMode colour_of(const Output& output) {
  if (output.colour != ColourMode::when_terminal) return output.colour;
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  return goes_to_terminal(output) && !refused ? ColourMode::always : ColourMode::never;
}

}  // namespace entente::tool
