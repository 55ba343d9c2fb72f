#include "io/import/mapping.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/import.hpp>
#include <entente/io/schema.hpp>

namespace entente::import {
namespace {

using ::testing::HasSubstr;

std::string error_of_mapping(const std::string& members) {
  try {
    static_cast<void>(
        read_mapping("{\"format\": \"entente-mapping/1\"" + members + "}", "map.json"));
  } catch (const DossierError& error) {
    return error.what();
  }
  return {};
}

const std::string relation = R"("relation": {"type": "party_to", "from": "{a}", "to": "{b}"})";

TEST(Mapping, IsATableItselfOrHasTables) {
  EXPECT_EQ(error_of_mapping(", " + relation), "");
  EXPECT_EQ(error_of_mapping(R"(, "tables": [{)" + relation + "}]"), "");
}

TEST(Mapping, SaysWhereItIsWrong) {
  EXPECT_THAT(error_of_mapping(""), HasSubstr("neither entities nor relations"));
  EXPECT_THAT(error_of_mapping(R"(, "tables": [])"), HasSubstr("`tables` is empty"));
  EXPECT_THAT(error_of_mapping(R"(, "tables": [{}])"), HasSubstr("neither entities nor relations"));
  EXPECT_THAT(error_of_mapping(R"(, "relation": {"type": "x", "from": "{a", "to": "b"})"),
              HasSubstr("map.json:1:"));
  EXPECT_THAT(error_of_mapping(R"(, "relation": {"type": "x", "from": "{a"})"), HasSubstr("brace"));
  EXPECT_THAT(error_of_mapping(", " + relation + R"(, "colums": {})"), HasSubstr("columns"));
  EXPECT_THAT(error_of_mapping(", " + relation + R"(, "columns": {"a": {"date": "dym"}})"),
              HasSubstr("\"dmy\""));
  EXPECT_THAT(error_of_mapping(", " + relation + R"(, "missing": {"-9": "gone"})"),
              HasSubstr("not observed"));
  EXPECT_THAT(error_of_mapping(R"(, "sheet": "x", "tables": [{)" + relation + "}]"),
              HasSubstr("belongs into one of the tables"));
}

/// The choices that the schema gives for one of its definitions.
std::vector<std::string> choices_of(const std::string& definition) {
  const std::string schema(mapping_schema());
  const std::size_t begin =
      schema.find("\n    \"" + definition + "\": {", schema.find("\"$defs\""));
  const std::size_t list = schema.find("\"enum\": [", begin);
  std::vector<std::string> choices;
  for (std::size_t at = schema.find('"', list + 8); schema[at] == '"';) {
    const std::size_t end = schema.find('"', at + 1);
    choices.push_back(schema.substr(at, end + 1 - at));
    at = schema.find_first_not_of(", ", end + 1);
  }
  return choices;
}

TEST(Mapping, TakesTheChoicesOfItsSchemaAndNoOther) {
  const auto error = [](const std::string& column) {
    return error_of_mapping(", " + relation + R"(, "columns": {"a": {)" + column + "}}");
  };
  EXPECT_THAT(choices_of("order"), ::testing::SizeIs(3));
  for (const std::string& one : choices_of("order")) EXPECT_EQ(error("\"date\": " + one), "");
  EXPECT_THAT(choices_of("decimal"), ::testing::SizeIs(2));
  for (const std::string& one : choices_of("decimal")) EXPECT_EQ(error("\"decimal\": " + one), "");
  EXPECT_THAT(choices_of("missing"), ::testing::SizeIs(3));
  for (const std::string& one : choices_of("missing"))
    EXPECT_EQ(error("\"missing\": {\"x\": " + one + "}"), "");
  for (const std::string wrong :
       {R"("date": "ydm")", R"("decimal": ";")", R"("missing": {"x": "nothing"})"})
    EXPECT_NE(error(wrong), "");
}

TEST(Mapping, HoldsNoMoreValuesThanAFileMayHave) {
  std::string zeros = "0";
  for (std::size_t i = 0; i < ReadLimits().values; ++i) zeros += ",0";
  EXPECT_THROW(static_cast<void>(read_mapping("{\"//\": [" + zeros + "]}", "map.json")),
               LimitReached);
}

TEST(Mapping, DoublesBracesThatAreCharacters) {
  const auto text = parse_template("{{x}} {a}");
  ASSERT_TRUE(text);
  ASSERT_EQ(text->parts.size(), 2u);
  EXPECT_EQ(text->parts[0].text, "{x} ");
  EXPECT_TRUE(text->parts[1].is_column);
  EXPECT_FALSE(parse_template("{}"));
  EXPECT_FALSE(parse_template("a}"));
}

TEST(ReadyMappings, AreRight) {
  EXPECT_EQ(ready_mappings().size(), 5u);
  for (const ReadyMapping& ready : ready_mappings())
    EXPECT_NO_THROW(static_cast<void>(read_mapping(ready.text, std::string(ready.name))))
        << ready.name;
}

}  // namespace
}  // namespace entente::import
