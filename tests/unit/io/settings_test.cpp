#include <string>

#include <gtest/gtest.h>

#include <entente/io/settings.hpp>

namespace entente {
namespace {

std::string problem_of(const std::string& text) {
  try {
    (void)read_settings_from_text(text, "look.json");
  } catch (const DossierError& error) {
    return describe(error.problems().front());
  }
  return {};
}

TEST(Settings, AreTheValuesOfAFileWithTheirPlaces) {
  const auto settings = read_settings_from_text(R"({"font": "Noto Serif",
 "edges": {"treaty": {"width": 2}},
 "at": [1, 2.5]})",
                                                "look.json");
  ASSERT_EQ(settings.size(), 3U);
  EXPECT_EQ(std::get<std::string>(settings[0].value), "Noto Serif");
  EXPECT_EQ(settings[1].path, (std::vector<std::string>{"edges", "treaty", "width"}));
  EXPECT_EQ(std::get<double>(settings[1].value), 2);
  EXPECT_EQ(settings[1].value_at.line, 2U);
  EXPECT_EQ(settings[1].value_at.column, 32U);
  EXPECT_EQ(settings[1].names_at[1].column, 12U);
  EXPECT_EQ(std::get<std::vector<double>>(settings[2].value), (std::vector<double>{1, 2.5}));
}

TEST(Settings, SayWhereAFileIsWrong) {
  EXPECT_NE(problem_of("[1]").find("look.json:1:1"), std::string::npos);
  EXPECT_NE(problem_of("{\"a\": 1,\n \"a\": 2}").find("look.json:2:2"), std::string::npos);
  EXPECT_NE(problem_of("{\"a\": }").find("look.json:1:7"), std::string::npos);
  EXPECT_NE(problem_of(""), "");
}

TEST(Settings, HoldWhatLiesDeeperAsItIs) {
  const auto settings =
      read_settings_from_text(R"({"a": {"b": {"c": {"d": {"e": 1}}}}, "f": true})", "look.json");
  ASSERT_EQ(settings.size(), 2U);
  EXPECT_EQ(settings[0].path.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<OtherValue>(settings[0].value));
  EXPECT_TRUE(std::holds_alternative<OtherValue>(settings[1].value));
}

}  // namespace
}  // namespace entente
