#pragma once

/// Numbers for texts that somebody holds, in the order of their first appearance.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_hash.hpp"

namespace entente {

/// As an Interner, but the texts are borrowed: for the small tables of parts of a dossier.
class TextNumbers {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The number of the text, which is added if it is new. Cheap for the text asked for before.
  std::uint32_t number(std::string_view text) {
    if (last_ != none && texts_[last_].text == text) return last_;
    const HashedText wanted = hashed(text);
    const std::uint32_t known = find(wanted);
    return last_ = known != none ? known : add(wanted);
  }
  /// The number of the text, or none.
  [[nodiscard]] std::uint32_t find(const HashedText& text) const {
    return slots_[slot_of(text)].number;
  }
  /// Adds a text that has no number yet.
  std::uint32_t add(const HashedText& text);
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// Makes room for so many texts.
  void make_room(std::size_t count);
  /// The texts by number.
  [[nodiscard]] std::vector<HashedText> take() && { return std::move(texts_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };

  [[nodiscard]] std::size_t slot_of(const HashedText& wanted) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = wanted.hash & mask;
    while (slots_[slot].number != none &&
           (slots_[slot].hash != wanted.hash || texts_[slots_[slot].number].text != wanted.text))
      slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<HashedText> texts_;
  std::uint32_t last_ = none;  // asked for
  std::vector<Slot> slots_ = std::vector<Slot>(64);
};

}  // namespace entente
