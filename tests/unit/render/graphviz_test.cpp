#include <gmock/gmock.h>

#include "unit/render/guarded.hpp"

namespace entente {
namespace {

using test::Guarded;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* small_graph = "digraph { a -> b }";

TEST_F(Guarded, DrawsDotInEveryFormat) {
  EXPECT_THAT(draw_guarded(small_graph, ImageFormat::png).bytes, StartsWith("\x89PNG"));
  EXPECT_THAT(draw_guarded(small_graph, ImageFormat::pdf).bytes, StartsWith("%PDF"));
  EXPECT_THAT(draw_guarded(small_graph, ImageFormat::svg).bytes, HasSubstr("</svg>"));
}

TEST_F(Guarded, FailsOnLabelsThatGraphvizComplainsOf) {
  const auto [status, text] = failure("digraph { a [label=<<TABLE><TR><TD>x>] }");
  EXPECT_NE(status, 0);
  EXPECT_THAT(text, HasSubstr("Error"));
}

TEST_F(Guarded, SurvivesTheInputThatCrashesGraphviz) {
  const auto [status, text] = failure("digraph { a -> b [minlen=100000]; b -> c -> a }",
                                      {.time = std::chrono::seconds(20)});
  EXPECT_TRUE(status == 75 || status == 70 || status == 0) << status << text;
}

TEST_F(Guarded, StopsALayoutThatTakesMinutes) {
  std::string dot = "digraph { layout=dot;";
  unsigned random = 1;
  for (int i = 0; i < 3000; ++i) {
    random = random * 1103515245U + 12345U;
    dot += std::to_string(random / 65536 % 500) + "->";
    random = random * 1103515245U + 12345U;
    dot += std::to_string(random / 65536 % 500) + ";";
  }
  const auto [status, text] = failure(dot + "}", {.time = std::chrono::milliseconds(300)});
  EXPECT_EQ(status, 75);
}

TEST_F(Guarded, RefusesWhatIsNoDot) {
  const auto [status, text] = failure("no picture at all");
  EXPECT_EQ(status, 64);
  EXPECT_THAT(text, HasSubstr("not DOT"));
}

}  // namespace
}  // namespace entente
