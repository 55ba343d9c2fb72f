/// The tables of uncertain dates, asked through the tool on a dossier made for it.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

/// Two countries, two people; one relation `r` of this type and date.
std::string dossier(const std::string& type, const std::string& when) {
  const bool meeting = type == "met_with";
  return R"({"format": "entente/1", "title": {"en": "Test"}, "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": ")" +
         std::string(meeting ? "person" : "country") + R"(", "names": {"en": ["A"]}},
              {"id": "b", "kind": ")" +
         (meeting ? "person" : "agreement") + R"(", "names": {"en": ["B"]}}],
 "relations": [{"id": "r", "type": ")" +
         type + R"(", "from": "a", "to": "b")" + (when.empty() ? "" : ", \"when\": " + when) +
         "}]}";
}

/// "yes", "maybe" or "no" as the tool answers, with "~" if the answer is qualified.
std::string verdict(const std::string& type, const std::string& when,
                    const std::vector<std::string>& options) {
  const Folder folder;
  const std::string file = folder.write("a.json", dossier(type, when));
  std::vector<std::string> words = {"show", file, "a", "--format", "json"};
  words.insert(words.end(), options.begin(), options.end());
  const Outcome outcome = run_tool(words);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const auto rows = nlohmann::json::parse(outcome.out)["relations"];
  if (rows.empty()) return "no";
  return std::string(rows[0]["certainty"] == "certain" ? "yes" : "maybe") +
         (rows[0]["qualified"] == true ? "~" : "");
}

std::string on(const std::string& when, const std::string& day) {
  return verdict("party_to", "\"" + when + "\"", {"--as-of", day});
}

std::string during(const std::string& when, const std::string& period) {
  return verdict("party_to", "\"" + when + "\"", {"--during", period});
}

std::string throughout(const std::string& when, const std::string& period) {
  return verdict("party_to", "\"" + when + "\"", {"--throughout", period});
}

TEST(AsOf, MonthsAndYearsLeaveTheirDaysOpen) {
  EXPECT_EQ(on("2014-05/2016", "2014-04-30"), "no");
  EXPECT_EQ(on("2014-05/2016", "2014-05-15"), "maybe");
  EXPECT_EQ(on("2014-05/2016", "2014-05-31"), "yes");
  EXPECT_EQ(on("2014-05/2016", "2016-01-01"), "yes");
  EXPECT_EQ(on("2014-05/2016", "2016-06-30"), "maybe");
  EXPECT_EQ(on("2014-05/2016", "2017-01-01"), "no");
}

TEST(AsOf, ThroughoutAYear) {
  EXPECT_EQ(throughout("2014-05/2016", "2015"), "yes");
  EXPECT_EQ(throughout("2014-05/2016", "2014"), "no");
  EXPECT_EQ(throughout("2014-05/2016", "2016"), "maybe");
}

TEST(AsOf, WithinOneYear) {
  EXPECT_EQ(on("2014/2014", "2014-06-01"), "maybe");
  EXPECT_EQ(during("2014/2014", "2014"), "yes");
  EXPECT_EQ(throughout("2014/2014", "2014-06"), "maybe");
}

TEST(AsOf, OpenIsNotUnknown) {
  EXPECT_EQ(on("2014-05/..", "2050-01-01"), "yes");
  EXPECT_EQ(on("2014-05/", "2014-04-30"), "no");
  EXPECT_EQ(on("2014-05/", "2014-05-31"), "maybe");
  EXPECT_EQ(on("2014-05/", "2030-01-01"), "maybe");
  EXPECT_EQ(on("2014-05-10/", "2014-05-10"), "yes");
  EXPECT_EQ(on("2014-05-10/", "2014-05-11"), "maybe");
  EXPECT_EQ(on("../..", "1500-01-01"), "yes");
  EXPECT_EQ(on("/", "1500-01-01"), "maybe");
}

TEST(AsOf, AnOpenEndIsCertainAsFarAsItWasObserved) {
  EXPECT_EQ(verdict("party_to", "\"2014-05/..\"",
                    {"--as-of", "2050-01-01", "--observed-through", "2024"}),
            "maybe");
  EXPECT_EQ(verdict("party_to", "\"2014-05/..\"",
                    {"--as-of", "2024-01-01", "--observed-through", "2024"}),
            "yes");
}

TEST(AsOf, AnOpenEndIsToldAsObservedAndAnUnknownOneAsNotReported) {
  const auto sentence = [](const std::string& when, const std::string& language) {
    const Folder folder;
    const std::string file = folder.write("a.json", dossier("party_to", when));
    return run_tool({"timeline", file, "a", "--as-of", "2020", "--observed-through", "2010",
                     "--lang", language})
        .out;
  };
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  EXPECT_TRUE(has(sentence("\"2000/..\"", "en"), "(observed until 2010 only)"));
  EXPECT_FALSE(has(sentence("\"2000/..\"", "en"), "no end reported"));
  EXPECT_TRUE(has(sentence("\"2000/..\"", "ja"), "（2010までの観察による）"));
  EXPECT_TRUE(has(sentence("\"2000/\"", "en"), "(no end reported)"));
}

TEST(AsOf, OpenAndUnknownStarts) {
  EXPECT_EQ(on("../2023", "1900-01-01"), "yes");
  EXPECT_EQ(on("../2023", "2023-07-01"), "maybe");
  EXPECT_EQ(on("../2023", "2024-01-01"), "no");
  EXPECT_EQ(on("/2023", "1900-01-01"), "maybe");
  EXPECT_EQ(on("/2023", "2024-01-01"), "no");
}

TEST(AsOf, DecadesAndDoubts) {
  EXPECT_EQ(on("201X/2016", "2009-12-31"), "no");
  EXPECT_EQ(on("201X/2016", "2015-01-01"), "maybe");
  EXPECT_EQ(on("2014?/2016", "2015-06-01"), "yes~");
}

TEST(AsOf, AnInstantIsOneDayOfItsDate) {
  const auto met = [](const std::string& when, const std::string& option, const std::string& day) {
    return verdict("met_with", "\"" + when + "\"", {option, day});
  };
  EXPECT_EQ(met("1960-XX-25", "--as-of", "1960-03-25"), "maybe");
  EXPECT_EQ(met("1960-XX-25", "--as-of", "1960-03-26"), "no");
  EXPECT_EQ(met("2023-07-12", "--as-of", "2023-07-12"), "yes");
  EXPECT_EQ(met("2023-07", "--as-of", "2023-07-12"), "maybe");
  EXPECT_EQ(met("2023-07", "--during", "2023"), "yes");
  EXPECT_EQ(met("2023-07-12", "--throughout", "2023-07"), "no");
}

TEST(AsOf, ASingleDateOfWhatLastsIsAWitness) {
  EXPECT_EQ(on("2014-05-06", "2014-05-06"), "yes");
  EXPECT_EQ(on("2014-05-06", "2014-05-07"), "maybe");
  EXPECT_EQ(on("2014-05-06", "1990-01-01"), "maybe");
  EXPECT_EQ(during("2014", "2014"), "yes");
}

TEST(AsOf, EndsThatNoIntervalCanHold) {
  const std::string when = R"({"start": "[2018..]", "end": ""})";
  EXPECT_EQ(verdict("party_to", when, {"--as-of", "2017-12-31"}), "no");
  EXPECT_EQ(verdict("party_to", when, {"--as-of", "2018-01-01"}), "maybe");
  EXPECT_EQ(verdict("party_to", when, {"--as-of", "2050-01-01"}), "maybe");
}

TEST(AsOf, TheUndatedIsPossibleAtAnyTime) {
  EXPECT_EQ(verdict("party_to", "", {"--as-of", "2014-05-06", "--undated"}), "maybe");
  EXPECT_EQ(verdict("party_to", "", {"--as-of", "2014-05-06"}), "no") << "counted, not listed";
  EXPECT_EQ(verdict("party_to", "", {"--as-of", "2014-05-06", "--certain"}), "no");
  EXPECT_EQ(verdict("party_to", "", {}), "yes");
}

TEST(AsOf, NoEndIsInferredFromWhatWasNotYetKnown) {
  const Folder folder;
  const std::string file = folder.write("a.jsonl", R"(
{"dossier": {"format": "entente/1", "title": {"en": "Test"}, "vocabulary": "diplomacy"}}
{"entity": {"id": "a", "kind": "country", "names": {"en": ["A"]}}}
{"entity": {"id": "old", "kind": "agreement", "names": {"en": ["Old"]}}}
{"entity": {"id": "new", "kind": "agreement", "names": {"en": ["New"]}}}
{"entity": {"id": "early", "kind": "document", "names": {"en": ["Early"]}, "attributes": {"published": "2015-01-01"}}}
{"entity": {"id": "late", "kind": "document", "names": {"en": ["Late"]}, "attributes": {"published": "2023-07-11"}}}
{"relation": {"id": "r", "type": "party_to", "from": "a", "to": "old", "when": "2010/", "evidence": [{"source": "early"}]}}
{"relation": {"id": "s", "type": "supersedes", "from": "new", "to": "old", "when": "2018", "attributes": {"closes": "all"}, "evidence": [{"source": "late"}]}}
)");
  const auto when_known = [&](const std::string& day) {
    const std::string out =
        run_tool({"show", file, "a", "--known-at", day, "--format", "json"}).out;
    return nlohmann::json::parse(out)["relations"][0]["when"];
  };
  EXPECT_TRUE(when_known("2023-07-10")["inferred_from"].is_null());
  EXPECT_TRUE(when_known("2023-07-10")["latest"].is_null());
  EXPECT_EQ(when_known("2023-07-11")["inferred_from"], "s");
  EXPECT_EQ(when_known("2023-07-11")["latest"], "2018-12-31");
  const auto sentences = [&](const std::string& day) {
    return run_tool({"show", file, "a", "--known-at", day}).out;
  };
  EXPECT_EQ(sentences("2023-07-10").find("inferred"), std::string::npos);
  EXPECT_NE(sentences("2023-07-11").find("inferred"), std::string::npos);
}

TEST(AsOf, BadDatesAreUsageErrors) {
  for (const char* date : {"2014-02-30", "yesterday", "2016/2014", "2014-5"})
    EXPECT_EQ(run_tool({"info", "data/japan-nato", "--during", date}).status, 64) << date;
}

}  // namespace
}  // namespace entente::test
