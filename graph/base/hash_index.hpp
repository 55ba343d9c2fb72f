#pragma once

/// The one open-addressing table: numbers of things that somebody else holds, by their hashes.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/prefetch.hpp"

namespace entente {

/// Linear probing, at most half full; hashes stand beside the numbers, so that the things
/// themselves are compared only where the hashes agree. Expected O(1) if hashes are seeded
/// (text_hash.hpp).
class HashIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  HashIndex() = default;
  /// With room for so many numbers.
  explicit HashIndex(std::size_t count) : slots_(std::bit_ceil(2 * count + 1)) {}

  /// The slot of the number of that hash which `same(number)` recognises, or the vacant slot where
  /// it belongs. There must be room.
  template <typename Same>
  [[nodiscard]] std::size_t slot_of(std::uint32_t hash, Same same) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot].number != none && (slots_[slot].hash != hash || !same(slots_[slot].number)))
      slot = (slot + 1) & mask;
    return slot;
  }
  /// The number itself, or `none`; also of a table without room.
  template <typename Same>
  [[nodiscard]] std::uint32_t find(std::uint32_t hash, Same same) const {
    return slots_.empty() ? none : slots_[slot_of(hash, same)].number;
  }
  [[nodiscard]] std::uint32_t number(std::size_t slot) const { return slots_[slot].number; }
  /// Puts a number into the slot that `slot_of` gave.
  void put(std::size_t slot, std::uint32_t hash, std::uint32_t number) {
    count_ += slots_[slot].number == none ? 1 : 0;
    slots_[slot] = {hash, number};
  }
  /// Whether one number more would fill over half of the table.
  [[nodiscard]] bool full() const { return 2 * (count_ + 1) > slots_.size(); }
  /// Makes room for so many numbers in all; slots change.
  void make_room(std::size_t count);
  /// Makes room for one more at least, for twice as many if there is none.
  void grow() { make_room(slots_.empty() ? 32 : slots_.size()); }

  /// The number in the slot where one of that hash is looked for first, or `none`.
  [[nodiscard]] std::uint32_t home(std::uint32_t hash) const {
    return slots_[hash & (slots_.size() - 1)].number;
  }
  /// Asks for the memory of that slot.
  void prefetch(std::uint32_t hash) const {
    entente::prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  [[nodiscard]] bool empty() const { return slots_.empty(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace entente
