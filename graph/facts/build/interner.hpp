#pragma once

/// Numbers for texts: each distinct text once, numbered by first appearance.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash_index.hpp"
#include "base/prefetch.hpp"
#include "base/text_hash.hpp"
#include "facts/column.hpp"

namespace entente {

/// Collects texts end to end. @throws LimitReached past 4 GiB.
class TextTableBuilder {
 public:
  TextTableBuilder() : offsets_{0} {}
  std::uint32_t add(std::string_view text);
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return {bytes_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }
  [[nodiscard]] TextTable build() &&;

 private:
  std::vector<std::uint32_t> offsets_;
  std::vector<char> bytes_;
};

/// Numbers for a growing list of texts.
class Interner {
 public:
  /// The number of the text, which is added if it is new.
  std::uint32_t number(std::string_view text) { return number(text, text_hash(text)); }
  /// The same with the text's hash.
  std::uint32_t number(std::string_view text, std::uint32_t hash);
  /// The number of the text, or `HashIndex::none`.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    return index_.number(slot_of(text, text_hash(text)));
  }
  /// Asks for the text that stands where one of that hash will be looked for.
  void prefetch_text(std::uint32_t hash) const {
    const std::uint32_t there = index_.home(hash);
    if (there != HashIndex::none) entente::prefetch(texts_[there].data());
  }
  /// Asks for the memory that a text of that hash will need.
  void prefetch(std::uint32_t hash) const { index_.prefetch(hash); }
  [[nodiscard]] const TextTableBuilder& texts() const { return texts_; }
  [[nodiscard]] TextTable build() && { return std::move(texts_).build(); }

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const {
    return index_.slot_of(hash, [&](std::uint32_t number) { return texts_[number] == text; });
  }

  TextTableBuilder texts_;
  HashIndex index_ = HashIndex(31);
};

}  // namespace entente
