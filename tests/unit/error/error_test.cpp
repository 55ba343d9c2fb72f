#include <gtest/gtest.h>

#include <entente/error.hpp>

namespace entente {
namespace {

TEST(Error, CarriesCodeTextAndExitStatus) {
  const InvalidArgument error("unknown-entity", "nobody is called 'X'");
  EXPECT_EQ(error.code(), "unknown-entity");
  EXPECT_STREQ(error.what(), "nobody is called 'X'");
  EXPECT_EQ(error.exit_code(), 64);
}

TEST(Error, LimitsEndWithTheirOwnStatus) {
  EXPECT_EQ(LimitReached("depth", "").exit_code(), 75);
}

}  // namespace
}  // namespace entente
