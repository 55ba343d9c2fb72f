#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <entente/text/edit_distance.hpp>

#include "random_text.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint64_t distance_seeds = 20000;

/// The recurrence of optimal string alignment over the whole table.
std::size_t slow_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, IsThatOfTheWholeTable) {
  for (std::uint64_t seed = 0; seed < distance_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string a = random.word();
    const std::string b = random.word();
    const std::size_t expected = slow_distance(to_utf32(a), to_utf32(b));
    ASSERT_EQ(edit_distance(a, b), expected) << a << ' ' << b;
    ASSERT_EQ(edit_distance(b, a), expected) << a << ' ' << b;
    for (std::size_t limit = 0; limit < 9; ++limit)
      ASSERT_EQ(edit_distance(a, b, limit), std::min(expected, limit + 1)) << a << ' ' << b;
  }
}

}  // namespace
}  // namespace entente
