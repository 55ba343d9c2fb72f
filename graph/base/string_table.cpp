#include "base/string_table.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace entente {

StringTable::StringTable(std::vector<std::string_view> strings)
    : strings_(std::move(strings)), index_(strings_.size()), next_(strings_.size(), none) {
  assert(strings_.size() < none);
  std::vector<std::uint32_t> hashes(strings_.size());
  std::transform(strings_.begin(), strings_.end(), hashes.begin(),
                 [](std::string_view text) { return text_hash(text); });
  constexpr std::uint32_t ahead = 16;
  for (std::uint32_t position = size(); position-- > 0;) {
    if (position >= ahead) index_.prefetch(hashes[position - ahead]);
    const std::uint32_t hash = hashes[position];
    const std::size_t slot = index_.slot_of(
        hash, [&](std::uint32_t other) { return strings_[other] == strings_[position]; });
    next_[position] = index_.number(slot);
    index_.put(slot, hash, position);
  }
}

std::optional<std::uint32_t> StringTable::answer(const HashedText& question) const {
  const std::uint32_t position = found(question);
  return position == none ? std::nullopt : std::optional(position);
}

std::optional<std::uint32_t> StringTable::first(std::string_view text) const {
  return answer(hashed(text));
}

std::vector<std::uint32_t> StringTable::positions(std::string_view text) const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t at = found(hashed(text)); at != none; at = next_[at]) result.push_back(at);
  return result;
}

}  // namespace entente
