#include <gmock/gmock.h>

#include "unit/render/guarded.hpp"

namespace entente {
namespace {

using test::Guarded;

TEST_F(Guarded, SaysThatItHasNoGraphviz) {
  const auto [status, text] = failure("digraph { a -> b }");
  EXPECT_EQ(status, 69);
  EXPECT_THAT(text, testing::HasSubstr("dot -Tsvg"));
}

}  // namespace
}  // namespace entente
