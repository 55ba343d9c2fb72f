#include <gtest/gtest.h>

#include <entente/time/why.hpp>

namespace entente {
namespace {

TEST(Why, IsSpelledAsInJson) {
  EXPECT_EQ(to_string(Why::none), "");
  EXPECT_EQ(to_string(Why::undated), "undated");
  EXPECT_EQ(to_string(Why::identity), "identity");
  EXPECT_EQ(to_string(Why::published), "published");
  EXPECT_EQ(to_string(Why::inferred), "inferred");
  EXPECT_EQ(to_string(Why::witness), "witness");
  EXPECT_EQ(to_string(Why::imprecise), "imprecise");
  EXPECT_EQ(to_string(Why::no_start_reported), "no-start-reported");
  EXPECT_EQ(to_string(Why::no_end_reported), "no-end-reported");
}

TEST(Why, OfTwoTheGraverIsGiven) {
  EXPECT_EQ(graver(Why::witness, Why::no_end_reported), Why::witness);
  EXPECT_EQ(graver(Why::no_end_reported, Why::undated), Why::undated);
  EXPECT_EQ(graver(Why::none, Why::imprecise), Why::imprecise);
  EXPECT_EQ(graver(Why::imprecise, Why::none), Why::imprecise);
  EXPECT_EQ(graver(Why::none, Why::none), Why::none);
}

}  // namespace
}  // namespace entente
