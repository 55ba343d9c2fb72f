#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/load.hpp>

#include "unit/io/samples.hpp"

namespace entente {
namespace {

using test::part;
using test::places;
using test::read_lines;
using test::read_part;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The columns of `part`: " \"entities\": [" puts its first record at 3:15, relations at 4:16.

TEST(DossierReader, ReadsEveryMemberOfTheRecords) {
  const ReadResult result = read_part(part(
      R"({"id": "japan", "kind": "country", "names": {"ja": ["日本", "日"], "en": ["Japan"]},
          "when": "1868/..", "codes": {"iso3": "JPN"}, "attributes": {"areas": ["a", 2], "x": null}})",
      R"({"id": "r1", "type": "party_to", "from": "japan", "to": "treaty", "when": "2014-05",
          "modality": "plan", "attributes": {"clause": "§2"},
          "evidence": [{"source": "doc", "at": "p. 1", "asserted_by": null, "when": "2014-05-06"}]})"));
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_EQ(result.extent, Extent::whole);
  const Entity& japan = result.dossier.entities.at(0);
  EXPECT_EQ(japan.id, "japan");
  EXPECT_EQ(japan.kind, "country");
  EXPECT_EQ(japan.names.at(0), (LanguageNames{"ja", {"日本", "日"}}));
  EXPECT_EQ(japan.when->text(), "1868/..");
  EXPECT_EQ(japan.codes.at(0).second, "JPN");
  EXPECT_EQ(*find_attribute(japan.attributes, "areas"),
            AttributeValue(std::vector<Scalar>{std::string("a"), std::int64_t{2}}));
  EXPECT_EQ(*find_attribute(japan.attributes, "x"), AttributeValue(Scalar()));
  const Relation& relation = result.dossier.relations.at(0);
  EXPECT_EQ(relation.when->text(), "2014-05");
  EXPECT_EQ(relation.modality, Modality::plan);
  EXPECT_EQ(relation.evidence.at(0), (Evidence{"doc", "p. 1", "", When::parse("2014-05-06")}));
}

TEST(DossierReader, KnowsWhereRecordsBeginInCharacters) {
  const ReadResult result =
      read_part(part(R"({"id": "a", "kind": "国国"}, {"id": "b", "kind": "country"})"));
  EXPECT_EQ(result.dossier.entities.at(0).place.column, 15u);
  EXPECT_EQ(result.dossier.entities.at(1).place.column, 42u);
  EXPECT_EQ(result.dossier.entities.at(1).place.line, 3u);
}

TEST(DossierReader, ReportsEveryWrongRecordOfARun) {
  const ReadResult result = read_part(part(
      R"({"id": "a", "kind": "country", "nmes": {}}, {"kind": "country"})",
      R"({"id": "r", "type": 3, "from": "a", "to": "a"}, {"id": "q", "type": "t", "from": "a", "to": "a", "when": "2014-02-30"})"));
  EXPECT_THAT(places(result.problems), ElementsAre("3:46 unknown-member", "3:59 missing-member",
                                                   "4:36 wrong-type", "4:130 bad-date"));
  EXPECT_THAT(result.problems[0].hint, HasSubstr("`names`"));
  EXPECT_EQ(result.problems[0].record, "a");
}

TEST(DossierReader, PointsAtTheFaultInsideADate) {
  const auto first = [](const std::string& when) {
    return places(read_part(part(R"({"id": "a", "kind": "k", "when": )" + when + "}")).problems);
  };
  EXPECT_THAT(first(R"("2014/2014-02-30")"), ElementsAre("3:62 bad-date"));
  EXPECT_THAT(first(R"("\u0032014/2014-02-30")"), ElementsAre("3:67 bad-date"));
  EXPECT_THAT(first(R"("2016/2014")"), ElementsAre("3:49 start-after-end"));
  EXPECT_THAT(first(R"({"start": "[2018..]", "end": "2014-13"})"), ElementsAre("3:83 bad-date"));
  EXPECT_THAT(first(R"({"start": "[2018..]", "end": "2014"})"),
              ElementsAre("3:78 start-after-end"));
  EXPECT_THAT(first("2014"), ElementsAre("3:48 wrong-type"));
  EXPECT_THAT(first("null"), IsEmpty());
}

TEST(DossierReader, ReadsDatesThatEdtfHasNoIntervalFor) {
  const ReadResult result =
      read_part(part(R"({"id": "a", "kind": "k", "when": {"start": "[2018..]", "end": ""}})"));
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_TRUE(result.dossier.entities.at(0).when->is_object_form());
}

TEST(DossierReader, NamesBothPlacesOfARepeatedKey) {
  const ReadResult result =
      read_part(part(R"({"id": "a", "kind": "k", "id": "b", "names": {"en": [], "en": []}})"));
  EXPECT_THAT(places(result.problems), ElementsAre("3:40 duplicate-key", "3:71 duplicate-key"));
  EXPECT_THAT(result.problems[0].message, HasSubstr("test.json:3:16"));
}

TEST(DossierReader, FindsRepeatedKeysOfThePart) {
  const ReadResult result = read_part(
      "{\"format\": \"entente/1\", \"entities\": [],\n \"entities\": [{\"id\": \"a\", \"kind\": "
      "\"k\"}]}");
  EXPECT_THAT(places(result.problems),
              ElementsAre("1:1 no-title", "1:1 no-vocabulary", "2:2 duplicate-key"));
}

TEST(DossierReader, KeepsIntegersToSixtyFourBits) {
  const ReadResult result = read_part(part(R"({"id": "a", "kind": "k", "attributes": {
    "a": 9223372036854775807, "b": 18446744073709551615, "c": -9223372036854775808, "d": 1.5,
    "e": 18446744073709551616, "f": 1e-999}})"));
  const Attributes& attributes = result.dossier.entities.at(0).attributes;
  EXPECT_EQ(attributes[0].second, AttributeValue(Scalar(std::int64_t{9223372036854775807})));
  EXPECT_EQ(attributes[1].second, AttributeValue(Scalar(std::uint64_t{18446744073709551615U})));
  EXPECT_EQ(attributes[2].second, AttributeValue(Scalar(std::numeric_limits<std::int64_t>::min())));
  EXPECT_EQ(attributes[3].second, AttributeValue(Scalar(1.5)));
  EXPECT_THAT(places(result.problems), ElementsAre("4:10 inexact-number", "4:36 inexact-number",
                                                   "5:10 bad-number", "5:37 bad-number"));
  EXPECT_THAT(places(read_part("{\"a\": 1e999}").problems), ElementsAre("1:7 bad-number"));
}

TEST(DossierReader, TellsWhichNumbersLoseDigits) {
  const auto problems_of = [](const std::string& number) {
    return places(
        read_part(part(R"({"id": "a", "kind": "k", "attributes": {"a": )" + number + "}}"))
            .problems);
  };
  for (const char* kept : {"0.1", "1.50", "-2.5e-3", "0.30000000000000004", "0.10000000000000001",
                           "9007199254740992.0", "5e-324", "1e300", "1e-310", "0.0"})
    EXPECT_THAT(problems_of(kept), IsEmpty()) << kept;
  for (const char* lost : {"0.12345678901234567891", "9007199254740993.0", "9007199254740993",
                           "1234567890123456789e3", "3e-324", "1.23e-322"})
    EXPECT_THAT(problems_of(lost), ElementsAre(testing::HasSubstr("inexact-number"))) << lost;
}

TEST(DossierReader, RefusesWhatAttributesCannotHold) {
  const ReadResult result = read_part(part(
      R"({"id": "a", "kind": "k", "attributes": {"x": {"y": 1}, "z": [[1]]}}, {"id": "b", "kind": "k", "names": {"en": "b", "e n": []}})"));
  EXPECT_THAT(places(result.problems), ElementsAre("3:60 wrong-type", "3:76 wrong-type",
                                                   "3:125 wrong-type", "3:130 bad-language"));
}

TEST(DossierReader, RefusesFormatsThatItDoesNotKnow) {
  for (const auto& [format, meant] : {std::pair("grapml", "graphml"), std::pair("svg", "there is")})
    try {
      ReadLimits limits;
      limits.format = format;
      static_cast<void>(read_records_from_text("{}", "dossier.json", limits));
      ADD_FAILURE() << format;
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.code(), "unknown-format");
      EXPECT_NE(std::string(error.what()).find(meant), std::string::npos) << error.what();
    }
}

TEST(DossierReader, EndsAFileAtItsFirstSyntaxError) {
  const auto fault = [](std::string_view text) { return places(read_part(text).problems); };
  EXPECT_THAT(fault("{\"format\": \"entente/1\",\n \"entities\": [{\"id\": \"a\""),
              ElementsAre("2:25 bad-json"));
  EXPECT_THAT(fault("{\"a\": 1,}"), ElementsAre("1:9 bad-json"));
  EXPECT_THAT(fault("[1,,2]"), ElementsAre("1:4 bad-json"));
  EXPECT_THAT(fault("{\"a\": nul}"), ElementsAre("1:10 bad-json"));
  EXPECT_THAT(fault("{} {}"), ElementsAre("1:4 bad-json"));
  EXPECT_THAT(fault("{\"a\": \"x\ny\"}"), ElementsAre("1:9 bad-json"));
  EXPECT_EQ(read_part("{").extent, Extent::cut);
}

TEST(DossierReader, HintsAtWhyJsonIsBroken) {
  EXPECT_THAT(read_part("{\"a\": 1,}").problems.at(0).hint, HasSubstr("comma"));
  EXPECT_THAT(read_part("{\"a\": 1").problems.at(0).hint, HasSubstr("cut short"));
  EXPECT_THAT(read_part("{} {}").problems.at(0).hint, HasSubstr("JSON Lines"));
}

TEST(DossierReader, ChecksTheEncodingAtTheDoor) {
  const auto finding = [](std::string_view text) {
    const ReadResult result = read_part(text);
    return places(result.problems).at(0) + ' ' + result.problems[0].message;
  };
  EXPECT_THAT(finding("{\n\"a\xC0\xAF\"}"), HasSubstr("2:3 bad-utf8"));
  EXPECT_THAT(finding("{\"\xED\xA0\x80\"}"), HasSubstr("1:3 bad-utf8"));
  EXPECT_THAT(finding(std::string_view("{\0}", 3)), HasSubstr("1:2 bad-utf8"));
  EXPECT_THAT(finding(std::string_view("\xFF\xFE{\0", 4)), HasSubstr("UTF-16"));
  EXPECT_THAT(finding(std::string_view("\0\0\0{", 4)), HasSubstr("UTF-32"));
  EXPECT_THAT(finding(""), HasSubstr("1:1 empty-file"));
  EXPECT_THAT(finding(" \n"), HasSubstr("1:1 empty-file"));
}

TEST(DossierReader, SkipsOneByteOrderMark) {
  const std::string mark = "\xEF\xBB\xBF";
  EXPECT_THAT(read_part(mark + part("")).problems, IsEmpty());
  EXPECT_THAT(places(read_part(mark + mark + part("")).problems), ElementsAre("1:1 bad-json"));
}

TEST(DossierReader, RefusesEscapedNul) {
  EXPECT_THAT(
      places(read_part(part(R"({"id": "a", "kind": "k", "names": {"en": ["\u0000"]}})")).problems),
      ElementsAre("3:57 bad-text"));
}

TEST(DossierReader, RefusesDeepNestingWithoutRecursion) {
  const std::string deep(100'000, '[');
  EXPECT_THAT(places(read_part(deep).problems), ElementsAre("1:513 limit-depth"));
  EXPECT_THAT(places(read_lines(deep).problems).at(0), "1:1 missing-member");
  const std::string hidden = part("{\"id\": \"a\", \"kind\": \"k\", \"attributes\": " + deep);
  EXPECT_THAT(read_part(hidden).problems.at(0).hint, HasSubstr("--max-depth"));
}

TEST(DossierReader, NamesEveryLimitByItsFlag) {
  const std::string text = part(R"({"id": "abcdef", "kind": "k", "names": {"en": ["abcdef"]}})",
                                R"({"id": "r", "type": "t", "from": "a", "to": "b"},
                                   {"id": "s", "type": "t", "from": "a", "to": "b"})");
  const auto hint = [&](const ReadLimits& limits) {
    const auto problems = read_part(text, limits).problems;
    return problems.empty() ? "" : problems[0].code + ' ' + problems[0].hint;
  };
  EXPECT_EQ(hint({}), "");
  EXPECT_THAT(hint({.identifier = 5}), HasSubstr("limit-identifier --max-identifier"));
  EXPECT_THAT(hint({.string = 5}), HasSubstr("limit-string --max-string"));
  EXPECT_THAT(hint({.edges = 1}), HasSubstr("limit-edges --max-edges"));
  EXPECT_THAT(hint({.values = 4}), HasSubstr("limit-values --max-values"));
}

TEST(DossierReader, ReadsJsonLinesAndGoesOnBehindABrokenLine) {
  const ReadResult result = read_lines(
      "{\"dossier\": {\"format\": \"entente/1\", \"title\": {\"en\": \"T\"}, \"vocabulary\": "
      "\"diplomacy\"}}\r\n"
      "{\"entity\": {\"id\": \"a\", \"kind\": \"country\"}}\n"
      "\n"
      "{\"entity\": {\"id\": \"b\", \"kind\": \"country\"}\n"
      "{\"relation\": {\"id\": \"r\", \"type\": \"t\", \"from\": \"a\", \"to\": \"b\"}}\n"
      "{\"node\": {}}");
  EXPECT_THAT(places(result.problems),
              ElementsAre("4:42 bad-json", "6:1 missing-member", "6:2 unknown-member"));
  EXPECT_EQ(result.dossier.entities.size(), 1u);
  EXPECT_EQ(result.dossier.relations.size(), 1u);
  EXPECT_EQ(result.dossier.relations[0].place.line, 5u);
  EXPECT_EQ(result.extent, Extent::cut);
}

TEST(DossierReader, TellsTheFormatByContentWhereNoNameDoes) {
  const std::string line = "{\"dossier\": {\"format\": \"entente/1\"}}";
  EXPECT_THAT(places(read_records_from_text(line + "\n" + line, "-").problems),
              ElementsAre("1:1 no-title", "1:1 no-vocabulary", "2:13 misplaced-header"));
  EXPECT_THAT(read_records_from_text(part(""), "-").problems, IsEmpty());
}

TEST(DossierReader, AsksForTheFormat) {
  EXPECT_THAT(places(read_part("{}").problems).at(0), "1:1 missing-member");
  EXPECT_EQ(read_part("{}").problems.at(0).hint, "add \"format\": \"entente/1\"");
  EXPECT_THAT(places(read_part("{\"format\": \"entente/2\"}").problems),
              testing::Contains("1:12 bad-format"));
  EXPECT_THAT(places(read_part("[]").problems).at(0), "1:1 wrong-type");
}

TEST(DossierReader, SaysWhatToWriteInsteadOfADate) {
  const auto hint = [](const std::string& when) {
    return read_part(part(R"({"id": "a", "kind": "k", "when": )" + when + "}")).problems.at(0).hint;
  };
  EXPECT_EQ(hint(R"("24 February 1976")"), "write 1976-02-24");
  EXPECT_EQ(hint(R"("c. 1976")"), "write 1976~ for about 1976");
  EXPECT_EQ(hint(R"({"start": "24.02.1976", "end": ""})"), "write 1976-02-24");
  EXPECT_THAT(hint(R"("some day")"), HasSubstr("dates are EDTF texts"));
}

// Half of the lines hold an unknown member and no record; if every place were counted from the
// start of the text, this would take minutes.
TEST(DossierReader, CountsThePlacesOfManyWrongLinesOnce) {
  std::string text = "{\"dossier\": {\"format\": \"entente/1\"}}\n";
  constexpr std::size_t lines = 100'000;
  for (std::size_t i = 0; i < lines; ++i) text += "{\"relaton\": {\"id\": \"r\"}}\n";
  const auto problems = read_lines(text).problems;
  ASSERT_GE(problems.size(), 2 * lines);
  EXPECT_EQ(problems.back().line, lines + 1);
  EXPECT_LE(problems.back().column, 2u);
}

TEST(DossierReader, ReportsAMissingPathWithItsOwnStatus) {
  try {
    (void)read_records({"/nonexistent/dossier.json"});
    FAIL() << "nothing was thrown";
  } catch (const IoError& error) {
    EXPECT_EQ(error.code(), "input-missing");
    EXPECT_EQ(error.exit_code(), 66);
  }
}

TEST(DossierReader, RefusesAnEmptyFormatAndNoVocabulary) {
  EXPECT_THAT(places(read_part(R"({"format": "", "vocabulary": []})").problems),
              ElementsAre("1:1 no-title", "1:12 bad-format", "1:30 wrong-type"));
}

// C1 stands between U+0080 and U+009F; the no-break space behind it is none.
TEST(DossierReader, RefusesControlCharactersInIdsAndNames) {
  const auto first = [](const std::string& id, const std::string& attribute) {
    return places(read_part(part("{\"id\": \"a" + id + "\", \"kind\": \"k\", \"attributes\": {\"n" +
                                 attribute + "\": 1}}"))
                      .problems);
  };
  for (const char* control :
       {"\\u0001", "\\u007f", "\\u0080", "\\u0085", "\\u009F", "\u0085", "\u009F"}) {
    EXPECT_THAT(first(control, ""), testing::Contains(HasSubstr("bad-id"))) << control;
    EXPECT_THAT(first("", control), ElementsAre(HasSubstr("bad-name"))) << control;
  }
  EXPECT_THAT(first("\u00A0", "\u00A0"), IsEmpty());
  EXPECT_THAT(first("\u0141", "\u4E80"), IsEmpty());
}

TEST(DossierReader, KeepsForeignMembers) {
  const ReadResult result = read_records_from_text(
      R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": "diplomacy", "x-tool": {"a": 1},
 "entities": [{"id": "a", "kind": "k", "x-pos": [1, 2], "x-pos": 3}],
 "relations": [{"id": "r", "type": "t", "from": "a", "to": "a", "x-a": 1,
  "evidence": [{"source": "a", "x-page": null, "X-page": 1}]}]})",
      "a.json");
  EXPECT_THAT(places(result.problems), ElementsAre("2:57 duplicate-key", "4:48 unknown-member"));
  ASSERT_EQ(result.dossier.relations.size(), 1u);
  EXPECT_THAT(result.dossier.foreign, ElementsAre(testing::Pair("x-tool", R"({"a": 1})")));
  EXPECT_THAT(result.dossier.relations[0].foreign, ElementsAre(testing::Pair("x-a", "1")));
  EXPECT_THAT(result.dossier.relations[0].evidence[0].foreign,
              ElementsAre(testing::Pair("x-page", "null")));
}

TEST(DossierReader, TellsOnceOfALanguageOfTitles) {
  const CheckedDossier checked = check_records(read_records_from_text(
      R"({"format": "entente/1", "title": {"e n": "T"}, "vocabulary": "diplomacy"})", "a.json"));
  EXPECT_EQ(std::ranges::count(checked.problems, "bad-language", &Problem::code), 1);
}

TEST(DossierReader, ShortensWhatMessagesRepeat) {
  const std::string longest(2 << 20, 'i');
  const std::string within(60000, 'j');
  const ReadResult result = read_part(
      part(R"({"id": ")" + longest + R"(", "kind": "k"}, {"id": ")" + within +
               R"(", "kind": "k", "names": {")" + std::string(60000, 'l') + R"(": []}})",
           R"({"id": "r", "type": "t", "from": "a", "to": "b", "modality": ")" + within + "\"}"));
  ASSERT_GE(result.problems.size(), 3u);
  for (const Problem& problem : result.problems) EXPECT_LT(describe(problem).size(), 500u);
}

}  // namespace
}  // namespace entente
