#include <array>
#include <vector>

#include <gtest/gtest.h>

#include <entente/text/edit_distance.hpp>

namespace entente {
namespace {

TEST(EditDistance, CountsEachKindOfEditOnce) {
  EXPECT_EQ(edit_distance("party_to", "party_to"), 0U);
  EXPECT_EQ(edit_distance("party_to", "party-to"), 1U);   // substituted
  EXPECT_EQ(edit_distance("party_to", "partyto"), 1U);    // deleted
  EXPECT_EQ(edit_distance("party_to", "partyy_to"), 1U);  // inserted
  EXPECT_EQ(edit_distance("party_to", "patry_to"), 1U);   // exchanged
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(EditDistance, EditsNoSubstringTwice) {
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);  // 2 if 'ac' could be exchanged, then parted
}

TEST(EditDistance, CountsCodePointsInsteadOfBytes) {
  EXPECT_EQ(edit_distance("岸田文雄", "岸田文夫"), 1U);
  EXPECT_EQ(edit_distance("岸田文雄", "岸田雄文"), 1U);
  EXPECT_EQ(edit_distance(std::u32string_view(U"국"), std::u32string_view(U"𠮷")), 1U);
}

TEST(EditDistance, StopsPastTheLimit) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 0), 1U);
  EXPECT_EQ(edit_distance("a", "abcdef", 2), 3U);
  EXPECT_EQ(edit_distance("abc", "", 1), 2U);
}

TEST(Nearest, IsTheCandidateMeant) {
  EXPECT_EQ(nearest("party-to", {"met_with", "party_to", "part_of"}), "party_to");
  EXPECT_EQ(nearest("Party_To", {"party_to"}), "party_to");
  EXPECT_EQ(nearest("kidn", {"kind", "names"}), "kind");
  EXPECT_EQ(nearest("ip", {"id"}), "id");
  EXPECT_EQ(nearest("Party", {"met_with", "party_to", "part_of"}), "party_to");
  EXPECT_EQ(nearest("between", {"closeness", "betweenness"}), "betweenness");
}

TEST(Nearest, IsNothingWhenAllAreFar) {
  EXPECT_EQ(nearest("party_to", {"signed", "covers"}), std::nullopt);
  EXPECT_EQ(nearest("abc", {"xyz"}), std::nullopt);
  EXPECT_EQ(nearest("abc", std::vector<std::string>{}), std::nullopt);
  EXPECT_EQ(nearest("part", {"party_to", "participates_in"}), std::nullopt);
}

TEST(Nearest, IsTheFirstOfEquals) {
  const std::vector<std::string> words{"cart", "card", "care"};
  EXPECT_EQ(nearest("carx", words), "cart");
  const std::array<std::string_view, 2> views{"card", "cart"};
  EXPECT_EQ(nearest("carx", views), "card");
}

}  // namespace
}  // namespace entente
