#include "io/formats/dot/dot_failure.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

#include "io/formats/dot/dot_program.hpp"

namespace entente {
namespace {

/// The byte at which the line begins that Graphviz names: "… syntax error in line 3 near '}'".
std::size_t place_in(std::string_view text, std::string_view message) {
  constexpr std::string_view before = "line ";
  const std::size_t found = message.find(before);
  if (found == message.npos) return 0;
  std::size_t line = 0;
  const char* digits = message.data() + found + before.size();
  std::from_chars(digits, message.data() + message.size(), line);
  std::size_t at = 0;
  while (line > 1 && at < text.size()) {
    const std::size_t end = text.find('\n', at);
    if (end == text.npos) return at;
    at = end + 1;
    --line;
  }
  return std::min(at, text.size());
}

/// The first of what Graphviz complains of, on one line.
std::string complaint(std::string_view messages) {
  std::string text(messages.substr(0, messages.find('\n')));
  if (text.starts_with("Error: ")) text.erase(0, std::string_view("Error: ").size());
  if (text.starts_with("<unknown>: ")) text.erase(0, std::string_view("<unknown>: ").size());
  return text.empty() ? "this is not DOT" : text;
}

}  // namespace

void report_failure(ForeignReading& reading, const ChildResult& child) {
  if (child.ending == ChildEnding::exited && child.status == static_cast<int>(DotExit::bad_source))
    reading.stop({0, place_in(reading.text(), child.messages)},
                 {"bad-dot", complaint(child.messages), "dot -Tcanon checks a file"});
  else
    reading.stop({}, {"limit-dot", "Graphviz' reader took too much time or memory, or crashed",
                      "write the graph in another format, such as GraphML"});
}

}  // namespace entente
