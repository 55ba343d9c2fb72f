/// What the tool says when there is nothing to say: why, in the language asked for, and only advice
/// that helps.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string undated = R"({"format": "entente/1", "vocabulary": "diplomacy", "entities": [
  {"id": "a", "kind": "country", "names": {"en": ["A"], "ja": ["甲"]}},
  {"id": "b", "kind": "country"}, {"id": "c", "kind": "agreement"}],
  "relations": [{"id": "r", "type": "partner_of", "from": "a", "to": "b"}]})";

Outcome asked(std::vector<std::string> words) {
  words.insert(words.begin() + 1, "-");
  return run_tool(words, {.input = undated});
}

const std::string advice = "1 undated: --undated lists them";

TEST(EmptyAnswers, OfASeriesPictureAreInTheReadersLanguage) {
  const Outcome outcome =
      asked({"render", "series", "relations", "--lang", "ja", "--format", "svg"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("日付のある関係は選択されていない"));
}

TEST(EmptyAnswers, AdviseUndatedOnlyWhereItHelps) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"timeline", "a", "--as-of", "2014"},
        {"groups", "--as-of", "2014"},
        {"groups", "--census", "--as-of", "2014"},
        {"info", "--mixing", "kind", "--as-of", "2014"},
        {"render", "--as-of", "2014", "--format", "svg"},
        {"render", "gantt", "--as-of", "2014", "--format", "svg"},
        {"render", "cards", "--as-of", "2014", "--format", "svg"},
        {"render", "matrix", "--as-of", "2014", "--format", "svg"},
        {"render", "--as-of", "2014", "--format", "page"}}) {
    const Outcome outcome = asked(words);
    EXPECT_EQ(outcome.status, 1) << words[0];
    EXPECT_THAT(outcome.err, HasSubstr(advice)) << words[0] << ' ' << words[1];
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"diff", "2014", "2015"}, {"find", "zzz", "--as-of", "2014"}}) {
    const Outcome outcome = asked(words);
    EXPECT_EQ(outcome.status, 1) << words[0];
    EXPECT_THAT(outcome.err, Not(HasSubstr("--undated"))) << words[0];
  }
}

TEST(EmptyAnswers, CountWhatTheyLeaveOutInNotes) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"groups", "--census", "--as-of", "2014", "--format", "json"},
        {"info", "--mixing", "kind", "--as-of", "2014", "--format", "json"}}) {
    const json answer = json::parse(asked(words).out);
    EXPECT_EQ(answer["counts"]["undated"], 1) << words[0];
    ASSERT_EQ(answer["notes"].size(), 1u) << words[0];
    EXPECT_EQ(answer["notes"][0]["code"], "undated") << words[0];
  }
}

TEST(EmptyAnswers, AreToldOfConversionsThatAreWrittenAllTheSame) {
  for (const char* format : {"json", "jsonl", "graphml", "gexf", "node-link", "jgf", "ftm"}) {
    const Outcome outcome = asked({"convert", "--as-of", "2014", "--to", format});
    EXPECT_EQ(outcome.status, 1) << format;
    EXPECT_THAT(outcome.err, HasSubstr(advice)) << format;
    const Outcome back = run_tool({"info", "-", "--from", format}, {.input = outcome.out});
    EXPECT_EQ(back.status, 1) << format << back.err;
  }
  const std::string without = R"({"format": "entente/1", "title": {"en": "T"}, "entities": []})";
  EXPECT_EQ(run_tool({"convert", "-", "--to", "json"}, {.input = without}).status, 0);
  const Outcome part = asked({"convert", "--as-of", "2014", "--isolated", "--to", "json"});
  EXPECT_EQ(part.status, 0);
  EXPECT_THAT(part.err, HasSubstr("1 undated"));
}

TEST(EmptyAnswers, SpeakTheLanguageAskedFor) {
  EXPECT_THAT(asked({"neighbors", "c", "--lang", "ja"}).err, HasSubstr("cと関係のあるものはない"));
  EXPECT_THAT(asked({"path", "a", "c", "--lang", "ja"}).err, HasSubstr("甲からcへの経路はない"));
  EXPECT_THAT(asked({"timeline", "--as-of", "2014", "--lang", "zh-Hans"}).err,
              HasSubstr("无日期的1条"));
  EXPECT_THAT(asked({"find", "zzz", "--lang", "zh-Hant"}).err,
              HasSubstr("沒有名稱與「zzz」相近的"));
  EXPECT_THAT(asked({"render", "cards", "--format", "svg", "--lang", "ja"}).err,
              HasSubstr("日付のある協定"));
}

TEST(Answers, SpeakTheLanguageAskedForThroughout) {
  const std::string dossier = R"({"format": "entente/1", "vocabulary": "diplomacy", "entities": [
    {"id": "a", "kind": "country"}, {"id": "b", "kind": "country"}, {"id": "c", "kind": "country"},
    {"id": "t", "kind": "agreement"}], "relations": [
    {"id": "r", "type": "party_to", "from": "a", "to": "t", "when": "1990/"},
    {"id": "s", "type": "party_to", "from": "b", "to": "t", "when": "1991/"},
    {"id": "u", "type": "partner_of", "from": "a", "to": "c", "when": "2014?/"}]})";
  const auto out = [&](std::vector<std::string> words, const std::string& language) {
    words.insert(words.begin() + 1, "-");
    words.insert(words.end(), {"--lang", language});
    return run_tool(words, {.input = dossier}).out;
  };
  EXPECT_THAT(out({"common", "a", "b"}, "ja"), HasSubstr("、同時に成立した可能性：1991/\n"));
  EXPECT_THAT(out({"common", "a", "b"}, "zh-Hans"), HasSubstr("，可能同时成立：1991/\n"));
  EXPECT_THAT(out({"common", "a", "b"}, "en"), HasSubstr(", possibly together 1991/\n"));
  EXPECT_THAT(out({"path", "b", "a", "--as-of", "2015"}, "ja"), HasSubstr(" (2ホップ、可能性)\n"));
  EXPECT_THAT(out({"path", "b", "a", "--as-of", "2015"}, "zh-Hant"), HasSubstr(" (2跳，可能)\n"));
  EXPECT_THAT(out({"path", "b", "a", "--bounds", "--as-of", "2015"}, "ja"),
              HasSubstr("確実に成立するものでの距離：経路なし"));
  EXPECT_THAT(out({"timeline", "c"}, "ja"), HasSubstr("2014からの可能性"));
  EXPECT_THAT(out({"lineage", "t", "--as-of", "2015"}, "ja"), HasSubstr("2015に効力がある可能性"));
  EXPECT_THAT(out({"lineage", "t", "--as-of", "2015"}, "en"),
              HasSubstr("possibly in force in 2015"));
  EXPECT_THAT(out({"lineage", "t", "--as-of", "2015-01-02"}, "en"),
              HasSubstr("possibly in force on 2015-01-02"));
}

TEST(EmptyAnswers, SayWhatToAskInsteadOfKindsWithoutWhatTiesThem) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"rank"}, {"groups"}, {"series", "degree"}}) {
    std::vector<std::string> call = words;
    call.insert(call.begin() + 1, "data/japan-nato");
    call.insert(call.end(), {"--over", "agreement", "--kind", "country"});
    const Outcome outcome = run_tool(call);
    EXPECT_EQ(outcome.status, 1) << words[0];
    EXPECT_THAT(outcome.err, HasSubstr("--kind country,agreement")) << words[0];
  }
}

}  // namespace
}  // namespace entente::test
