#include "support.hpp"

namespace entente {
namespace {

using namespace testing_dates;

constexpr Verdict verdicts[] = {Verdict::no, Verdict::maybe, Verdict::yes};

TEST(Verdict, CombinesAfterKleene) {
  EXPECT_EQ(Verdict::yes & Verdict::maybe, Verdict::maybe);
  EXPECT_EQ(Verdict::no & Verdict::maybe, Verdict::no);
  EXPECT_EQ(Verdict::yes | Verdict::maybe, Verdict::yes);
  EXPECT_EQ(Verdict::no | Verdict::maybe, Verdict::maybe);
  EXPECT_EQ(!Verdict::maybe, Verdict::maybe);
  for (const Verdict a : verdicts) {
    for (const Verdict b : verdicts) EXPECT_EQ(!(a & b), (!a) | (!b));
  }
}

TEST(QualifiedVerdict, OfBothRestsOnADoubtUnlessAnUndoubtedNoDecides) {
  EXPECT_EQ(yes & qualified_yes, qualified_yes);
  EXPECT_EQ(qualified_yes & maybe, qualified_maybe);
  EXPECT_EQ(qualified_yes & no, no);
  EXPECT_EQ(qualified_no & no, no);
  EXPECT_EQ(qualified_no & yes, qualified_no);
  EXPECT_EQ(qualified_no & qualified_maybe, qualified_no);
}

TEST(QualifiedVerdict, OfEitherRestsOnADoubtUnlessAnUndoubtedYesDecides) {
  EXPECT_EQ(no | qualified_no, qualified_no);
  EXPECT_EQ(qualified_no | maybe, qualified_maybe);
  EXPECT_EQ(qualified_no | yes, yes);
  EXPECT_EQ(qualified_yes | yes, yes);
  EXPECT_EQ(qualified_yes | no, qualified_yes);
}

TEST(QualifiedVerdict, IsPossibleUnlessNo) {
  EXPECT_TRUE(yes.certain());
  EXPECT_FALSE(maybe.certain());
  EXPECT_TRUE(maybe.possible());
  EXPECT_FALSE(no.possible());
}

}  // namespace
}  // namespace entente
