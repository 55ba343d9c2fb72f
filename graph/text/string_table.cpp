#include "text/string_table.hpp"

#include <bit>
#include <cassert>
#include <functional>

namespace entente {
namespace {

std::uint32_t hash_of(std::string_view text) {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

StringTable::StringTable(std::vector<std::string_view> strings)
    : strings_(std::move(strings)),
      slots_(std::bit_ceil(strings_.size() * 2 + 1)),
      next_(strings_.size(), none) {
  assert(strings_.size() < none);
  for (std::uint32_t position = size(); position-- > 0;) {
    const std::uint32_t hash = hash_of(strings_[position]);
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

std::vector<std::uint32_t> StringTable::positions(std::string_view text) const {
  std::vector<std::uint32_t> result;
  if (slots_.empty()) return result;
  std::uint32_t position = slots_[slot_of(text, hash_of(text))].first;
  for (; position != none; position = next_[position]) result.push_back(position);
  return result;
}

}  // namespace entente
