#pragma once

/// Allen's thirteen relations between two intervals, as sets where the ends are uncertain.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/time/bounds.hpp>

namespace entente {

/// How two intervals lie to each other. Days are whole: an interval *meets* the next one if that
/// starts on the day after its last; two that share a day overlap.
/// @see J. F. Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983.
enum class Allen : std::uint8_t {
  before,
  meets,
  overlaps,
  starts,
  during,
  finishes,
  equals,
  finished_by,
  contains,
  started_by,
  overlapped_by,
  met_by,
  after,
};

inline constexpr std::size_t allen_count = 13;

/// "before", "meets", … "finished_by", … "after".
[[nodiscard]] std::string_view to_string(Allen relation) noexcept;

/// The relation of J to I, given that of I to J.
[[nodiscard]] constexpr Allen inverse(Allen relation) noexcept {
  return static_cast<Allen>(allen_count - 1 - static_cast<std::size_t>(relation));
}

/// Some of the thirteen.
class AllenSet {
 public:
  AllenSet() = default;

  [[nodiscard]] bool has(Allen relation) const noexcept { return bits_[index(relation)]; }
  void add(Allen relation) noexcept { bits_[index(relation)] = true; }
  [[nodiscard]] std::size_t size() const noexcept { return bits_.count(); }
  /// Those in the set, in the order of the enumeration.
  [[nodiscard]] std::vector<Allen> relations() const;
  /// Their names, separated by a blank.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const AllenSet&, const AllenSet&) = default;

 private:
  static constexpr std::size_t index(Allen relation) { return static_cast<std::size_t>(relation); }
  std::bitset<allen_count> bits_;
};

/// Every relation that I may have to J, and no other. An instant's two ends are one day.
[[nodiscard]] AllenSet allen(const Bounds& i, const Bounds& j,
                             Reading i_reading = Reading::interval,
                             Reading j_reading = Reading::interval);

}  // namespace entente
