#pragma once

/// An interval seen from a row of periods: in which of them it possibly and certainly holds.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/time/bounds.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// Possible in periods [possible_begin, possible_end), certain in [certain_begin, certain_end);
/// either may be empty.
struct Stages {
  std::uint32_t possible_begin = 0;
  std::uint32_t possible_end = 0;
  std::uint32_t certain_begin = 0;
  std::uint32_t certain_end = 0;

  /// The stages of two intervals holding together.
  [[nodiscard]] friend Stages operator&(const Stages& a, const Stages& b) {
    return {std::max(a.possible_begin, b.possible_begin), std::min(a.possible_end, b.possible_end),
            std::max(a.certain_begin, b.certain_begin), std::min(a.certain_end, b.certain_end)};
  }
  [[nodiscard]] Verdict at(std::uint32_t period) const {
    if (period >= certain_begin && period < certain_end) return Verdict::yes;
    return period >= possible_begin && period < possible_end ? Verdict::maybe : Verdict::no;
  }
};

/// Periods in order, with tables from days to periods.
class PeriodTable {
 public:
  explicit PeriodTable(std::span<const Window> periods);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The stages at which bounds overlap the periods. Cost: four table reads.
  [[nodiscard]] Stages stages(const Bounds& bounds) const {
    return {ending_from(bounds.start_min), beginning_after(bounds.end_max),
            ending_from(bounds.start_max), beginning_after(bounds.end_min)};
  }
  [[nodiscard]] Stages always() const { return {0, size_, 0, size_}; }
  [[nodiscard]] Stages maybe_always() const { return {0, size_, 0, 0}; }

 private:
  /// The first period that ends on the day or later.
  [[nodiscard]] std::uint32_t ending_from(Day day) const { return read(ending_from_, day); }
  /// The first period that begins after the day.
  [[nodiscard]] std::uint32_t beginning_after(Day day) const { return read(beginning_after_, day); }
  [[nodiscard]] std::uint32_t read(const std::vector<std::uint32_t>& table, Day day) const {
    const std::int64_t place = std::int64_t{day.count()} - first_.count();
    const auto last = static_cast<std::int64_t>(table.size()) - 1;
    return table[static_cast<std::size_t>(std::clamp(place, std::int64_t{0}, last))];
  }

  std::uint32_t size_ = 0;
  Day first_ = {};                          // the day of place 0
  std::vector<std::uint32_t> ending_from_;  // by day, with a place before and after all
  std::vector<std::uint32_t> beginning_after_;
};

}  // namespace entente
