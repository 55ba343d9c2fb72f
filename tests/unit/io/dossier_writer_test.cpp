#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/model/problem.hpp>

#include "unit/io/samples.hpp"

namespace entente {
namespace {

std::string json(const Dossier& dossier) {
  std::ostringstream out;
  write_json(out, dossier);
  return out.str();
}

std::string json_lines(const Dossier& dossier) {
  std::ostringstream out;
  write_json_lines(out, dossier);
  return out.str();
}

Dossier small() {
  return {.titles = {{"ja", "題"}, {"en", "Title"}},
          .vocabularies = {"diplomacy"},
          .entities = {{.id = "b", .kind = "country"},
                       {.id = "a",
                        .kind = "country",
                        .names = {{"ja", {"日本"}}, {"en", {"Japan"}}},
                        .attributes = {{"y", Scalar(2.0)}, {"x", Scalar(true)}}}},
          .relations = {{.id = "r",
                         .type = "partner_of",
                         .from = "a",
                         .to = "b",
                         .when = When::between("[2018..]", ""),
                         .evidence = {{"doc", "§1", "b", {}}}}}};
}

TEST(DossierWriter, SortsRecordsAndMembers) {
  EXPECT_EQ(json(small()), R"({
  "format": "entente/1",
  "title": {"en": "Title", "ja": "題"},
  "vocabulary": "diplomacy",
  "entities": [
    {"id": "a", "kind": "country", "names": {"en": ["Japan"], "ja": ["日本"]},
     "attributes": {"x": true, "y": 2.0}},
    {"id": "b", "kind": "country"}
  ],
  "relations": [
    {"id": "r", "type": "partner_of", "from": "a", "to": "b",
     "when": {"start": "[2018..]", "end": ""}, "modality": "fact",
     "evidence": [{"source": "doc", "at": "§1", "asserted_by": "b"}]}
  ]
}
)");
}

TEST(DossierWriter, RefusesForeignMembersThatAreNoJson) {
  const auto problem_of = [](ForeignMembers foreign) {
    Dossier dossier = small();
    dossier.entities[0].foreign = std::move(foreign);
    try {
      return json(dossier).find("x-a") != std::string::npos ? "" : "left out";
    } catch (const DossierError& error) {
      return error.problems().front().code == "bad-name" ? "bad-name" : "bad-text";
    }
  };
  EXPECT_STREQ(problem_of({{"x-a", "[1, {}]"}}), "");
  EXPECT_STREQ(problem_of({{"x-a", "[1, "}}), "bad-text");
  EXPECT_STREQ(problem_of({{"x-a", ""}}), "bad-text");
  EXPECT_STREQ(problem_of({{"x-a", "[1,\n2]"}}), "bad-text");
  EXPECT_STREQ(problem_of({{"y-a", "1"}}), "bad-name");
}

TEST(DossierWriter, BreaksForeignMembersBetweenWhichNoBlanksStand) {
  std::string list = "[";
  for (int number = 100; number < 200; ++number)
    list +=
        "{\"k,]\":" + std::to_string(number) + ",\"l\":[[],{}," + std::to_string(number) + "]},";
  list.back() = ']';
  Dossier dossier = small();
  dossier.entities[0].foreign = {{"x-a", list}};
  std::string bare = json(dossier);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\n'; });
  EXPECT_THAT(bare, testing::HasSubstr("\"x-a\":" + list));
}

TEST(DossierWriter, WritesOneRecordALine) {
  EXPECT_EQ(
      json_lines(small()),
      R"({"dossier": {"format": "entente/1", "title": {"en": "Title", "ja": "題"}, "vocabulary": "diplomacy"}}
{"entity": {"id": "a", "kind": "country", "names": {"en": ["Japan"], "ja": ["日本"]}, "attributes": {"x": true, "y": 2.0}}}
{"entity": {"id": "b", "kind": "country"}}
{"relation": {"id": "r", "type": "partner_of", "from": "a", "to": "b", "when": {"start": "[2018..]", "end": ""}, "modality": "fact", "evidence": [{"source": "doc", "at": "§1", "asserted_by": "b"}]}}
)");
}

TEST(DossierWriter, WritesAnEmptyDossier) {
  EXPECT_EQ(json({}),
            "{\n  \"format\": \"entente/1\",\n  \"entities\": [],\n  \"relations\": []\n}\n");
}

TEST(DossierWriter, BreaksLongRecordsAtTheirBrackets) {
  const std::string word(35, 'w');
  const Dossier dossier{
      .entities = {
          {.id = "a", .kind = "topic", .names = {{"en", {word, word, word}}, {"fr", {word}}}}}};
  EXPECT_THAT(json(dossier), testing::HasSubstr("    {\"id\": \"a\", \"kind\": \"topic\",\n"
                                                "     \"names\": {\"en\": [\"" +
                                                word + "\", \"" + word +
                                                "\",\n"
                                                "                      \"" +
                                                word +
                                                "\"],\n"
                                                "               \"fr\": [\"" +
                                                word + "\"]}}\n"));
}

TEST(DossierWriter, KeepsWhatIsHardToWrite) {
  const std::string hostile = "a\\\"\n\t\x01 \u202E</script>\xF0\x9F\x87\xAF e\xCC\x81 é {to}";
  Dossier dossier = small();
  dossier.entities[0].names = {{"en", {hostile}}};
  dossier.entities[0].attributes = {{hostile.substr(0, 2), Scalar(hostile)},
                                    {"tenth", Scalar(0.1)},
                                    {"large", Scalar(1e22)},
                                    {"most", Scalar(std::uint64_t{18446744073709551615U})},
                                    {"minus", Scalar(-0.0)}};
  const std::string once = json(dossier);
  const ReadResult result = test::read_part(once);
  EXPECT_FALSE(has_errors(result.problems));
  EXPECT_EQ(json(result.dossier), once);
  EXPECT_EQ(json_lines(test::read_lines(json_lines(dossier)).dossier), json_lines(dossier));
}

TEST(DossierWriter, RefusesNumbersThatJsonHasNot) {
  Dossier dossier = small();
  dossier.entities[0].attributes = {{"x", Scalar(std::numeric_limits<double>::infinity())}};
  EXPECT_THROW(json(dossier), DossierError);
}

}  // namespace
}  // namespace entente
