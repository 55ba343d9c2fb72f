#include "text/markdown.hpp"

#include <entente/text/safe.hpp>

#include "base/ascii.hpp"

namespace entente {
namespace {

bool is_letter_or_digit(const std::string& line, std::size_t i) {
  return i < line.size() && (is_ascii_letter(line[i]) || is_ascii_digit(line[i]));
}

/// An underscore inside a word emphasises nothing.
bool stands_in_word(const std::string& line, std::size_t i) {
  return line[i] == '_' && i > 0 && is_letter_or_digit(line, i - 1) &&
         is_letter_or_digit(line, i + 1);
}

}  // namespace

std::string markdown_line(std::string_view text) {
  constexpr std::string_view marks = "\\`*_[]<>|~";
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r') c = ' ';
  line = terminal_safe(line);
  std::string safe;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '&')
      safe += "&amp;";
    else if (line[i] == '<')
      safe += "&lt;";
    else if (marks.find(line[i]) != std::string_view::npos && !stands_in_word(line, i))
      safe += {'\\', line[i]};
    else
      safe += line[i];
  }
  return safe;
}

}  // namespace entente
