#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash_index.hpp"
#include "base/prefetch.hpp"
#include "base/text_hash.hpp"

namespace entente {

/// Finds the positions at which a string stands in a list of strings, which are borrowed.
/// Open addressing at most half full; positions of equal strings are chained in ascending order.
class StringTable {
 public:
  StringTable() = default;
  /// @param strings fewer than 2^32 - 1
  explicit StringTable(std::vector<std::string_view> strings);

  /// All positions, ascending. O(1) and the size of the answer.
  [[nodiscard]] std::vector<std::uint32_t> positions(std::string_view text) const;
  /// The first position, if it stands in the list. O(1).
  [[nodiscard]] std::optional<std::uint32_t> first(std::string_view text) const;
  /// The position at which the string of a position stands again; nothing at the last.
  [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t position) const {
    return next_[position] == none ? std::nullopt : std::optional(next_[position]);
  }
  /// Calls `take(i, first(text(i)))` for every i below `count`, in order; texts may come with their
  /// hashes. Asks for memory ahead, so that many questions to a large table take a fraction of the
  /// time of single ones.
  template <typename Text, typename Take>
  void find_each(std::size_t count, Text text, Take take) const;

  [[nodiscard]] std::string_view operator[](std::uint32_t position) const {
    return strings_[position];
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strings_.size()); }

 private:
  static constexpr std::uint32_t none = HashIndex::none;

  [[nodiscard]] std::uint32_t found(const HashedText& question) const {
    return index_.find(question.hash,
                       [&](std::uint32_t at) { return strings_[at] == question.text; });
  }
  [[nodiscard]] std::optional<std::uint32_t> answer(const HashedText& question) const;

  std::vector<std::string_view> strings_;
  HashIndex index_;                  // of first positions
  std::vector<std::uint32_t> next_;  // of the same string; `none` at the end
};

// Each question goes through four stages, some questions apart: its slot, the entry that the slot
// names, the bytes of that, the comparison.
template <typename Text, typename Take>
void StringTable::find_each(std::size_t count, Text text, Take take) const {
  constexpr std::size_t apart = 8;
  std::array<HashedText, 4 * apart> asked;
  const auto at = [&](std::size_t i) -> HashedText& { return asked[i % asked.size()]; };
  for (std::size_t step = 0; step < count + 3 * apart; ++step) {
    if (step < count) {
      at(step) = hashed(text(step));
      prefetch(at(step).text.data());
      if (!index_.empty()) index_.prefetch(at(step).hash);
    }
    const auto entry = [&](std::size_t stage) -> const std::string_view* {
      const std::size_t behind = stage * apart;
      if (index_.empty() || step < behind || step - behind >= count) return nullptr;
      const std::uint32_t position = index_.home(at(step - behind).hash);
      return position == none ? nullptr : &strings_[position];
    };
    if (const auto* named = entry(1)) prefetch(named);
    if (const auto* named = entry(2)) prefetch(named->data());
    if (step >= 3 * apart) take(step - 3 * apart, answer(at(step - 3 * apart)));
  }
}

}  // namespace entente
