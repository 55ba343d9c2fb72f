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

// Whatever bytes they quote.
TEST(Error, IsSaidInUtf8) {
  EXPECT_STREQ(InvalidArgument("x", "nobody is called '\xff\xe6\x97\xa5'").what(),
               "nobody is called '\xef\xbf\xbd\xe6\x97\xa5'");
}

TEST(Error, LimitsEndWithTheirOwnStatus) {
  EXPECT_EQ(LimitReached("depth", "").exit_code(), 75);
}

}  // namespace
}  // namespace entente
