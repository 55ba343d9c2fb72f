#include "io/json/source_text.hpp"

#include <algorithm>

namespace entente {
namespace {

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

Locator::Mark Locator::walk(Mark from, std::size_t offset) const {
  offset = std::min(offset, text_.size());
  std::string_view rest = text_.substr(from.offset, offset - from.offset);
  for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
    rest.remove_prefix(end + 1);
    from.position = {from.position.line + 1, 1};
  }
  from.position.column += count_characters(rest);
  from.offset = offset;
  return from;
}

Position Locator::advance(std::size_t offset) {
  if (offset < mark_.offset) return locate(offset);
  mark_ = walk(mark_, offset);
  return mark_.position;
}

Position Locator::locate(std::size_t offset) const {
  return walk(offset < mark_.offset ? Mark{} : mark_, offset).position;
}

}  // namespace entente
