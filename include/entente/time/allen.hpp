#pragma once

/// Allen's thirteen relations between two intervals, as sets where the ends are uncertain.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/bounds.hpp>

namespace ENTENTE_API entente {

/// How two intervals lie to each other. Days are whole: an interval *meets* the next one if that
/// starts on the day after its last; two that share a day overlap.
/// @see J. F. Allen, Maintaining knowledge about temporal intervals, CACM 26(11), 1983.
enum class Allen : std::uint8_t {
  before,         ///< I ends two days or more before J starts
  meets,          ///< J starts on the day after I ends
  overlaps,       ///< I starts first, they share days, J ends last
  starts,         ///< they start together, I ends first
  during,         ///< I starts after J and ends before it
  finishes,       ///< they end together, J starts first
  equals,         ///< the same days
  finished_by,    ///< J finishes I
  contains,       ///< J is during I
  started_by,     ///< J starts I
  overlapped_by,  ///< J overlaps I
  met_by,         ///< J meets I
  after,          ///< J is before I
};

/// How many relations there are.
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
  /// None of them.
  AllenSet() = default;

  /// Whether it is one of the set.
  [[nodiscard]] bool has(Allen relation) const noexcept { return bits_[index(relation)]; }
  /// Makes it one of the set.
  void add(Allen relation) noexcept { bits_[index(relation)] = true; }
  /// How many are in the set.
  [[nodiscard]] std::size_t size() const noexcept { return bits_.count(); }
  /// Those in the set, in the order of the enumeration.
  [[nodiscard]] std::vector<Allen> relations() const;
  /// Their names, separated by a blank.
  [[nodiscard]] std::string to_string() const;

  /// The same relations.
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
