#include "base/dot_string.hpp"

namespace entente {
namespace {

bool continues_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where a run that starts at `begin` ends: behind an escape or a whole character.
std::size_t end_of_run(std::string_view quoted, std::size_t begin) {
  std::size_t at = begin;
  while (at < quoted.size() && at - begin < longest_dot_run) {
    at += quoted[at] == '\\' ? 2 : 1;
    while (at < quoted.size() && continues_a_character(quoted[at])) ++at;
  }
  return at < quoted.size() ? at : quoted.size();
}

}  // namespace

void append_dot_string(std::string& out, std::string_view quoted) {
  for (std::size_t begin = 0; begin < quoted.size();) {
    if (begin > 0) out += "\\\n";
    const std::size_t end = end_of_run(quoted, begin);
    out += quoted.substr(begin, end - begin);
    begin = end;
  }
}

}  // namespace entente
