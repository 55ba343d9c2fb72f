#include "render/layout/column_order.hpp"

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace entente {
namespace {

/// Columns of so many slots each, between neighbours of which lines run.
struct Sample {
  std::vector<ColumnSlot> slots = {};
  std::vector<ColumnMembers> columns = {};

  explicit Sample(const std::vector<std::size_t>& sizes) {
    for (std::size_t column = 0; column < sizes.size(); ++column) {
      columns.emplace_back();
      for (std::size_t i = 0; i < sizes[column]; ++i) {
        columns.back().push_back(slots.size());
        slots.push_back({.node = slots.size(), .column = column, .height = 20});
      }
    }
  }

  void tie(std::size_t a, std::size_t b) {
    slots[a].beside.push_back(b);
    slots[b].beside.push_back(a);
  }

  [[nodiscard]] std::size_t place(std::size_t slot) const {
    const ColumnMembers& members = columns[slots[slot].column];
    return static_cast<std::size_t>(std::ranges::find(members, slot) - members.begin());
  }

  /// Every two lines looked at.
  [[nodiscard]] std::size_t slow_crossings() const {
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    for (std::size_t a = 0; a < slots.size(); ++a)
      for (const std::size_t b : slots[a].beside)
        if (slots[b].column == slots[a].column + 1) lines.emplace_back(a, b);
    std::size_t count = 0;
    for (const auto& [a, b] : lines)
      for (const auto& [c, d] : lines)
        if (slots[a].column == slots[c].column && place(a) < place(c) && place(b) > place(d))
          ++count;
    return count;
  }
};

Sample random_sample(unsigned seed) {
  std::mt19937 random(seed);
  Sample sample({1 + random() % 7, 1 + random() % 9, 1 + random() % 7});
  for (int i = 0; i < 20; ++i) {
    const std::size_t a = random() % sample.slots.size();
    const std::size_t b = random() % sample.slots.size();
    if (sample.slots[a].column + 1 == sample.slots[b].column) sample.tie(a, b);
  }
  return sample;
}

TEST(ColumnOrder, CountsCrossingsAsLookingAtEveryTwoLinesDoes) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Sample sample = random_sample(seed);
    EXPECT_EQ(crossings_of(sample.slots, sample.columns), sample.slow_crossings())
        << "seed " << seed;
  }
}

TEST(ColumnOrder, LeavesNoTwoNeighboursThatCrossLessTheOtherWayRound) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Sample sample = random_sample(seed);
    order_columns(sample.slots, sample.columns);
    const std::size_t least = sample.slow_crossings();
    for (ColumnMembers& members : sample.columns)
      for (std::size_t i = 0; i + 1 < members.size(); ++i) {
        std::swap(members[i], members[i + 1]);
        EXPECT_GE(sample.slow_crossings(), least) << "seed " << seed;
        std::swap(members[i], members[i + 1]);
      }
  }
}

//  0   3      0 - 5, 1 - 3, 2 - 4: nothing need cross
//  1   4
//  2   5
TEST(ColumnOrder, FindsTheOrderWithoutCrossings) {
  Sample sample({3, 3});
  sample.tie(0, 5);
  sample.tie(1, 3);
  sample.tie(2, 4);
  order_columns(sample.slots, sample.columns);
  EXPECT_EQ(crossings_of(sample.slots, sample.columns), 0U);
}

TEST(ColumnOrder, KeepsYearsInOrderWhateverCrosses) {
  Sample sample({2, 2});
  sample.slots[0].year = 2001;
  sample.slots[1].year = 2000;
  sample.slots[2].year = 2000;
  sample.slots[3].year = 2001;
  sample.tie(0, 2);
  sample.tie(1, 3);
  order_columns(sample.slots, sample.columns);
  EXPECT_EQ(sample.columns[0], (ColumnMembers{1, 0}));
  EXPECT_EQ(sample.columns[1], (ColumnMembers{2, 3}));
  EXPECT_EQ(crossings_of(sample.slots, sample.columns), 1U);
}

}  // namespace
}  // namespace entente
