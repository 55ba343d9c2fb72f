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

Locator::Mark Locator::left_before(std::size_t offset) const {
  const auto behind =
      std::upper_bound(left_.begin(), left_.end(), offset,
                       [](std::size_t at, const Mark& mark) { return at < mark.offset; });
  return behind == left_.begin() ? Mark{} : *(behind - 1);
}

Position Locator::advance(std::size_t offset) {
  constexpr std::size_t stride = std::size_t{1} << 13;
  if (offset < mark_.offset) mark_ = left_before(offset);
  while (offset - mark_.offset > stride) {
    mark_ = walk(mark_, mark_.offset + stride);
    if (left_.empty() || mark_.offset >= left_.back().offset + stride) left_.push_back(mark_);
    if (mark_.offset == text_.size()) break;
  }
  mark_ = walk(mark_, offset);
  return mark_.position;
}

Position Locator::locate(std::size_t offset) const {
  return walk(offset < mark_.offset ? left_before(offset) : mark_, offset).position;
}

}  // namespace entente
