#include "io/formats/own/visible_text.hpp"

#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::string_view ellipsis = "\u2026";

/// Characters that XML cannot hold are replaced there, and controls are lost in some formats.
bool is_changed(char32_t c) {
  return (c >= 0x7F && c < 0xA0) || c == 0xFFFD || c == 0xFFFE || c == 0xFFFF;
}

bool is_longer(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for ([[maybe_unused]] const CodePoint c : code_points(text))
    if (++count > most) return true;
  return false;
}

}  // namespace

std::string folded_label(std::string_view text) {
  std::string folded;
  bool blank = false;
  for (const CodePoint c : code_points(text)) {
    if (is_changed(c.value)) continue;
    if (c.value <= U' ') {
      blank = true;
      continue;
    }
    if (blank && !folded.empty()) folded += ' ';
    blank = false;
    folded += text.substr(c.offset, c.size);
  }
  return folded;
}

bool is_shown_as(std::string_view label, std::string_view name) {
  if (label == name) return true;
  const std::string shown = folded_label(label);
  const std::string whole = folded_label(name);
  if (shown == whole) return true;
  if (!shown.ends_with(ellipsis) || !is_longer(name, longest_label)) return false;
  return whole.starts_with(folded_label(shown.substr(0, shown.size() - ellipsis.size())));
}

}  // namespace entente
