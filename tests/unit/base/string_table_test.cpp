#include "base/string_table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace entente {
namespace {

using Position = std::optional<std::uint32_t>;

std::vector<Position> answers(const StringTable& table, const std::vector<std::string>& texts) {
  std::vector<Position> found;
  table.find_each(
      texts.size(), [&](std::size_t i) -> std::string_view { return texts[i]; },
      [&](std::size_t i, Position position) {
        EXPECT_EQ(i, found.size());
        found.push_back(position);
      });
  return found;
}

TEST(StringTable, FindsTheFirstOfEqualStrings) {
  const StringTable table({"b", "a", "b", "", "b"});
  EXPECT_EQ(table.first("b"), Position(0));
  EXPECT_EQ(table.first(""), Position(3));
  EXPECT_EQ(table.first("c"), std::nullopt);
}

TEST(StringTable, LeadsFromAStringToWhereItStandsAgain) {
  const StringTable table({"b", "a", "b", "b"});
  EXPECT_EQ(table.next(0), Position(2));
  EXPECT_EQ(table.next(2), Position(3));
  EXPECT_EQ(table.next(3), std::nullopt);
  EXPECT_EQ(table.next(1), std::nullopt);
}

TEST(StringTable, FindsNothingWhenEmpty) {
  EXPECT_EQ(StringTable().first("a"), std::nullopt);
  EXPECT_EQ(StringTable(std::vector<std::string_view>()).first("a"), std::nullopt);
  EXPECT_EQ(answers(StringTable(), {"a", "b"}), std::vector<Position>(2));
}

// Numbers of questions around the distance at which a batch looks ahead.
TEST(StringTable, AnswersABatchAsItAnswersSingleQuestions) {
  std::vector<std::string> texts;
  for (int i = 0; i < 100; ++i) texts.push_back("entity-" + std::to_string(i % 70));
  const StringTable table(std::vector<std::string_view>(texts.begin(), texts.begin() + 50));
  for (std::size_t count = 0; count <= texts.size(); ++count) {
    const std::vector<std::string> asked(texts.end() - static_cast<std::ptrdiff_t>(count),
                                         texts.end());
    std::vector<Position> expected;
    for (const std::string& text : asked) expected.push_back(table.first(text));
    EXPECT_EQ(answers(table, asked), expected) << count;
  }
}

}  // namespace
}  // namespace entente
