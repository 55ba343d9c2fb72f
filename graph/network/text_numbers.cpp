#include "network/text_numbers.hpp"

namespace entente {

std::uint32_t TextNumbers::add(const HashedText& text) {
  if (2 * (texts_.size() + 1) > slots_.size()) {
    slots_.assign(2 * slots_.size(), {});
    for (std::uint32_t i = 0; i < texts_.size(); ++i)
      slots_[slot_of(texts_[i])] = {texts_[i].hash, i};
  }
  const auto number = static_cast<std::uint32_t>(texts_.size());
  slots_[slot_of(text)] = {text.hash, number};
  texts_.push_back(text);
  return number;
}

}  // namespace entente
