#include <gtest/gtest.h>

#include <entente/text/width.hpp>

#include "random_text.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint64_t width_seeds = 20000;

TEST(DisplayWidth, OfTextsApartIsTheSumOfTheirs) {
  for (std::uint64_t seed = 0; seed < width_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string a = random.text();
    const std::string b = random.text();
    // Nothing joins across a line feed, which takes no cell.
    ASSERT_EQ(display_width(a + "\n" + b), display_width(a) + display_width(b));
  }
}

TEST(DisplayWidth, IsNoMoreThanTwoForEachCodePoint) {
  for (std::uint64_t seed = 0; seed < width_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string bytes = RandomText(seed).bytes();
    ASSERT_LE(display_width(bytes), 2 * count_code_points(bytes));
  }
}

TEST(Padding, ReachesTheWidth) {
  for (std::uint64_t seed = 0; seed < width_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string text = RandomText(seed).text();
    const std::size_t width = display_width(text);
    ASSERT_EQ(pad_right(text, 12).size(), text.size() + (width < 12 ? 12 - width : 0));
    ASSERT_EQ(display_width(pad_right(text, 30)), 30U);
  }
}

TEST(Truncation, NeverGoesOverTheWidth) {
  for (std::uint64_t seed = 0; seed < width_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string text = random.text();
    const std::size_t width = random.below(12);
    const std::string cut = truncate_to_width(text, width);
    ASSERT_LE(display_width(cut), width);
    ASSERT_EQ(cut == text, display_width(text) <= width);
    ASSERT_EQ(first_invalid_utf8(cut), std::nullopt);
  }
}

}  // namespace
}  // namespace entente
