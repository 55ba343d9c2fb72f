#include "facts/text_numbers.hpp"

#include <bit>

namespace entente {

void TextNumbers::make_room(std::size_t count) {
  texts_.reserve(count);
  const std::size_t wanted = std::bit_ceil(2 * count);
  if (wanted <= slots_.size()) return;
  slots_.assign(wanted, {});
  for (std::uint32_t i = 0; i < texts_.size(); ++i)
    slots_[slot_of(texts_[i])] = {texts_[i].hash, i};
}

std::uint32_t TextNumbers::add(const HashedText& text) {
  if (2 * (texts_.size() + 1) > slots_.size()) make_room(slots_.size());
  const auto number = static_cast<std::uint32_t>(texts_.size());
  slots_[slot_of(text)] = {text.hash, number};
  texts_.push_back(text);
  return number;
}

}  // namespace entente
