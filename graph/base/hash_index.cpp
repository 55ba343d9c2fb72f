#include "base/hash_index.hpp"

namespace entente {

void HashIndex::make_room(std::size_t count) {
  const std::size_t wanted = std::bit_ceil(2 * count);
  if (wanted <= slots_.size()) return;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(wanted));
  const std::size_t mask = wanted - 1;
  for (const Slot& moved : old) {
    if (moved.number == none) continue;
    std::size_t slot = moved.hash & mask;
    while (slots_[slot].number != none) slot = (slot + 1) & mask;
    slots_[slot] = moved;
  }
}

}  // namespace entente
