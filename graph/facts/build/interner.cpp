#include "facts/build/interner.hpp"

#include <limits>

#include <entente/error.hpp>

namespace entente {

std::uint32_t TextTableBuilder::add(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - bytes_.size())
    throw LimitReached("text-size", "the texts of one graph may take 4 GiB together, no more");
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  return static_cast<std::uint32_t>(size() - 1);
}

TextTable TextTableBuilder::build() && {
  offsets_.shrink_to_fit();
  bytes_.shrink_to_fit();
  return {Offsets(std::move(offsets_)), Column<char>(std::move(bytes_))};
}

std::uint32_t Interner::number(std::string_view text, std::uint32_t hash) {
  std::size_t slot = slot_of(text, hash);
  if (index_.number(slot) != HashIndex::none) return index_.number(slot);
  if (index_.full()) {
    index_.grow();
    slot = slot_of(text, hash);
  }
  index_.put(slot, hash, texts_.add(text));
  return index_.number(slot);
}

}  // namespace entente
