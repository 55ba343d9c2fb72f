#pragma once

/// Numbers for texts that somebody holds, in the order of their first appearance.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash_index.hpp"
#include "base/text_hash.hpp"

namespace entente {

/// As an Interner, but the texts are borrowed: for the small tables of parts of a dossier.
class TextNumbers {
 public:
  static constexpr std::uint32_t none = HashIndex::none;

  /// The number of the text, which is added if it is new. Cheap for the text asked for before.
  std::uint32_t number(std::string_view text) {
    if (last_ != none && texts_[last_].text == text) return last_;
    const HashedText wanted = hashed(text);
    const std::uint32_t known = find(wanted);
    return last_ = known != none ? known : add(wanted);
  }
  /// The number of the text, or none.
  [[nodiscard]] std::uint32_t find(const HashedText& text) const {
    return index_.find(text.hash, same(text));
  }
  /// Adds a text that has no number yet.
  std::uint32_t add(const HashedText& text);
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// Makes room for so many texts.
  void make_room(std::size_t count);
  /// The texts by number.
  [[nodiscard]] std::vector<HashedText> take() && { return std::move(texts_); }

 private:
  struct Same {
    const std::vector<HashedText>& texts;
    std::string_view wanted;
    bool operator()(std::uint32_t number) const { return texts[number].text == wanted; }
  };
  [[nodiscard]] Same same(const HashedText& wanted) const { return {texts_, wanted.text}; }

  std::vector<HashedText> texts_;
  std::uint32_t last_ = none;  // asked for
  HashIndex index_ = HashIndex(31);
};

}  // namespace entente
