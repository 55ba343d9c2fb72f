/// Texts cut and put together.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.hpp"
#include "base/joined.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

TEST(Trimmed, LosesOnlyTheMarksAtItsEnds) {
  EXPECT_EQ(trimmed("  a b "), "a b");
  EXPECT_EQ(trimmed("\ta "), "\ta");
  EXPECT_EQ(trimmed("\t a\r\n", ascii_blanks), "a");
  EXPECT_EQ(trimmed("[2009, 2010]", " []"), "2009, 2010");
  EXPECT_EQ(trimmed("   "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Joined, HasNothingBeforeTheFirstNorBehindTheLast) {
  EXPECT_EQ(joined(std::vector<std::string>{"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(joined(std::vector<std::string>{"a"}, ", "), "a");
  EXPECT_EQ(joined(std::vector<std::string>(), ", "), "");
}

TEST(Joined, WritesEachAsAsked) {
  EXPECT_EQ(joined(std::vector<int>{1, 2}, "|", [](int each) { return std::to_string(each); }),
            "1|2");
}

TEST(Joined, UndoesSplit) {
  for (const std::string text : {"a,b,c", "a", "a,,b"})
    EXPECT_EQ(joined(split(text, ','), ","), text);
  EXPECT_THAT(split("a,,b", ','), ElementsAre("a", "", "b"));
}

}  // namespace
}  // namespace entente
