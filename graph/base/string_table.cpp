#include "base/string_table.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace entente {

StringTable::StringTable(std::vector<std::string_view> strings)
    : strings_(std::move(strings)),
      slots_(std::bit_ceil(strings_.size() * 2 + 1)),
      next_(strings_.size(), none) {
  assert(strings_.size() < none);
  std::vector<std::uint32_t> hashes(strings_.size());
  std::transform(strings_.begin(), strings_.end(), hashes.begin(), text_hash);
  constexpr std::uint32_t ahead = 16;
  for (std::uint32_t position = size(); position-- > 0;) {
    if (position >= ahead) prefetch(&home_of(hashes[position - ahead]));
    const std::uint32_t hash = hashes[position];
    Slot& slot = slots_[slot_of(strings_[position], hash)];
    next_[position] = slot.first;
    slot = {hash, position};
  }
}

std::size_t StringTable::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].first != none &&
         (slots_[at].hash != hash || strings_[slots_[at].first] != text))
    at = (at + 1) & mask;
  return at;
}

std::optional<std::uint32_t> StringTable::answer(const HashedText& question) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t position = slots_[slot_of(question.text, question.hash)].first;
  return position == none ? std::nullopt : std::optional(position);
}

std::optional<std::uint32_t> StringTable::first(std::string_view text) const {
  return answer(hashed(text));
}

std::vector<std::uint32_t> StringTable::positions(std::string_view text) const {
  std::vector<std::uint32_t> result;
  if (slots_.empty()) return result;
  std::uint32_t position = slots_[slot_of(text, text_hash(text))].first;
  for (; position != none; position = next_[position]) result.push_back(position);
  return result;
}

}  // namespace entente
