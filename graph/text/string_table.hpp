#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

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

  [[nodiscard]] std::string_view operator[](std::uint32_t position) const {
    return strings_[position];
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strings_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t first = none;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;

  std::vector<std::string_view> strings_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> next_;  // of the same string; `none` at the end
};

}  // namespace entente
