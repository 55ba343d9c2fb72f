#include "entente/text/fold.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Fold, BringsThreeScriptsToOneForm) {
  EXPECT_EQ(fold("国際"), "国际");
  EXPECT_EQ(fold("國際"), "国际");
  EXPECT_EQ(fold("国际"), "国际");
}

}  // namespace
}  // namespace entente
