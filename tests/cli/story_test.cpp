// Saved views of a page: what is none is refused where it stands.

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;

class Story : public testing::Test {
 protected:
  Outcome told(const std::string& story) {
    const std::string file = folder_.write("story.json", story);
    return run_tool({"render", "data/japan-nato", "--type", "party_to", "--story", file, "--output",
                     folder_.at("page.html")});
  }

  Folder folder_;
};

TEST_F(Story, IsOfViewsWithAnAddressAndWords) {
  EXPECT_EQ(told(R"({"a": {"show": "as-of=2014-1X&focus=japan&certain", "text": "x"},
                     "b": {"show": "", "text": {"en": "y", "zh-Hans": "z"}}})")
                .status,
            0);
}

TEST_F(Story, IsRefusedWhereItIsWrong) {
  const std::vector<std::pair<std::string, std::string>> mistakes = {
      {R"({"a": {"show": "as-of=2014-02-30", "text": "x"}})", ":1:16: error: `as-of=2014-02-30`"},
      {R"({"a": {"show": "during=2014%2F2013", "text": "x"}})", "[bad-date]"},
      {R"({"a": {"show": "as-of=2014", "text": {"e n": "x"}}})", ":1:39: error: `e n` is not"},
      {R"({"a": {"show": "as-of=2014"}})", ":1:2: error: the view has no `text`"},
      {R"({"a": {"text": "x"}})", ":1:2: error: the view has no `show`"},
      {R"({"a": {"show": "nonsense=1&focus=japan", "text": "x"}})", "holds `nonsense`"},
      {R"({"a": {"show": "as-of=2014", "texts": "x"}})", "did you mean `text`?"},
      {R"({"a": "as-of=2014"})", "this is no view of a story"},
      {R"({"a": {"show": 3, "text": "x"}})", "this is no view of a story"},
  };
  for (const auto& [story, said] : mistakes) {
    const Outcome outcome = told(story);
    EXPECT_EQ(outcome.status, 65) << story;
    EXPECT_THAT(outcome.err, HasSubstr(said)) << story;
  }
}

}  // namespace
}  // namespace entente::test
