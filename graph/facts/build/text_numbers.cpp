#include "facts/build/text_numbers.hpp"

namespace entente {

void TextNumbers::make_room(std::size_t count) {
  texts_.reserve(count);
  index_.make_room(count);
}

std::uint32_t TextNumbers::add(const HashedText& text) {
  if (index_.full()) index_.grow();
  const auto number = static_cast<std::uint32_t>(texts_.size());
  index_.put(index_.slot_of(text.hash, same(text)), text.hash, number);
  texts_.push_back(text);
  return number;
}

}  // namespace entente
