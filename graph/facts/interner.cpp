#include "facts/interner.hpp"

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
  if (slots_[slot].number != vacant) return slots_[slot].number;
  if (2 * (texts_.size() + 1) > slots_.size()) {
    grow();
    slot = slot_of(text, hash);
  }
  slots_[slot] = {hash, texts_.add(text)};
  return slots_[slot].number;
}

// The slot that holds the text, or the vacant one where it belongs.
std::size_t Interner::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number != vacant &&
         (slots_[slot].hash != hash || texts_[slots_[slot].number] != text))
    slot = (slot + 1) & mask;
  return slot;
}

void Interner::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& moved : old) {
    if (moved.number == vacant) continue;
    std::size_t slot = moved.hash & mask;
    while (slots_[slot].number != vacant) slot = (slot + 1) & mask;
    slots_[slot] = moved;
  }
}

}  // namespace entente
