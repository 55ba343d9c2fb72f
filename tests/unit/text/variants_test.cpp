#include "text/variants.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Variants, AreUnifiedInPhrasesThatArePartsOfTheText) {
  EXPECT_EQ(unified_variants(U"大計畫書"), U"大计划书");
  EXPECT_EQ(unified_variants(U"計"), U"计");
  EXPECT_EQ(unified_variants(U""), U"");
}

TEST(Variants, AreUnifiedBeyondTheCommonIdeographs) {
  EXPECT_EQ(unified_variants(U"\U00021ED5"), U"岁");
}

TEST(Variants, ComeToRestWherePhrasesUndoEachOther) {
  EXPECT_EQ(unified_variants(U"牴触"), unified_variants(U"抵触"));
}

TEST(Variants, LeaveOtherCharactersAlone) {
  EXPECT_EQ(unified_variants(U"a ー가\U0001F600\U0002F81A"), U"a ー가\U0001F600\U0002F81A");
}

}  // namespace
}  // namespace entente
