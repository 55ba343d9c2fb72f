/// Calls: where words stand, what is missing, what is meant.

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/shipped.hpp"
#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Call, OptionsStandAnywhere) {
  const std::string expected =
      run_tool({"show", sample, "nato", "--type", "party_to", "--format", "json"}).out;
  EXPECT_THAT(expected, HasSubstr("party_to"));
  EXPECT_EQ(run_tool({"--format", "json", "show", "--type", "party_to", sample, "nato"}).out,
            expected);
  EXPECT_EQ(run_tool({"show", "--type=party_to", sample, "--format=json", "nato"}).out, expected);
}

TEST(Call, ListsComeByCommaOrByRepeating) {
  EXPECT_EQ(
      run_tool({"info", sample, "--type", "signed,party_to", "--format", "json"}).out,
      run_tool({"info", sample, "--type", "signed", "--type", "party_to", "--format", "json"}).out);
}

TEST(Call, NothingAfterTwoDashesIsAnOption) {
  const Outcome outcome = run_tool({"find", sample, "--", "--type"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
}

TEST(Call, WrongWordsAreAnsweredWithTheNearest) {
  const auto says = [](const std::vector<std::string>& words, const std::string& meant) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << words[0];
    EXPECT_THAT(outcome.err, HasSubstr("did you mean " + meant + "?"));
    EXPECT_EQ(outcome.out, "");
  };
  says({"pth", sample}, "path");
  says({"info", sample, "--formt", "json"}, "--format");
  says({"info", sample, "--format", "jsn"}, "json");
  says({"info", sample, "--modality", "plam"}, "plan");
  says({"rank", sample, "--by", "degre"}, "degree");
}

TEST(Call, ValuesThatAnOptionDoesNotTakeAreAnsweredWithThoseItTakes) {
  const Outcome outcome = run_tool({"info", sample, "--direction", "up"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("it takes both, out or in"));
  EXPECT_THAT(run_tool({"rank", sample, "--by", "fame"}).err, HasSubstr(" katz, "));
}

TEST(Call, UnknownTypesAndKindsAreAnsweredWithTheNearest) {
  for (const auto& [option, word, meant] :
       {std::tuple{"--type", "met-with", "met_with"}, {"--kind", "contry", "country"}}) {
    const Outcome outcome = run_tool({"info", sample, option, word});
    EXPECT_EQ(outcome.status, 64);
    EXPECT_THAT(outcome.err, HasSubstr(meant));
  }
}

TEST(Call, MissingWordsAreUsageErrors) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show"},
        {"show", sample},
        {"path", sample, "japan"},
        {"info"},
        {"info", sample, "--as-of"},
        {"info", sample, "--as-of="},
        {"--format", "json"},
        {"info", sample, "--as-of", "2013", "--as-of", "2014"},
        {"schema", sample}}) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << testing::PrintToString(words);
    EXPECT_THAT(outcome.err, StartsWith("entente: error: "));
  }
}

TEST(Call, QuestionsThatMakeNoSenseAreRefused) {
  const Outcome shared = run_tool({"common", sample, "japan", "日本"});
  EXPECT_EQ(shared.status, 64);
  EXPECT_THAT(shared.err, HasSubstr("Japan is named twice"));
  const Outcome lineage = run_tool({"lineage", sample, "japan"});
  EXPECT_EQ(lineage.status, 64);
  EXPECT_THAT(lineage.err, HasSubstr("`country`, which has no lineage"));
  EXPECT_THAT(run_tool({"path", sample, "japan", "nato", "--weight", "tonnes"}).err,
              HasSubstr("no relation of the dossier has a number `tonnes`"));
  EXPECT_THAT(run_tool({"path", sample, "japan", "nato", "--missing-weight", "1"}).err,
              HasSubstr("--missing-weight has no effect without --weight"));
}

TEST(Call, SaysWhatBecomesOfRelationsWithoutAWeight) {
  const auto weighed = [](std::vector<std::string> further) {
    std::vector<std::string> words{"path", sample, "japan", "nato", "--weight", "count"};
    words.insert(words.end(), further.begin(), further.end());
    return run_tool(words);
  };
  EXPECT_EQ(weighed({}).status, 0);
  EXPECT_THAT(weighed({}).err, HasSubstr("have no number `count` and are left out"));
  EXPECT_THAT(weighed({"--missing-weight", "2.5"}).err, HasSubstr("and weigh 2.5"));
  const Outcome refused = weighed({"--missing-weight", "error"});
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.err, HasSubstr("no numeric attribute `count`"));
  EXPECT_EQ(weighed({"--missing-weight", "none"}).status, 64);
}

TEST(Call, OptionsThatExcludeEachOtherAreRefused) {
  EXPECT_EQ(run_tool({"series", sample, "degree", "--rolling", "2", "--expanding"}).status, 64);
  EXPECT_EQ(run_tool({"path", sample, "japan", "nato", "--k", "2", "--all-shortest"}).status, 64);
  EXPECT_EQ(run_tool({"components", sample, "--bridges", "--strong"}).status, 64);
}

TEST(Call, ALimitThatNobodyAskedForSaysSoInTheExitStatus) {
  const Outcome asked =
      run_tool({"path", sample, "japan", "russia", "--max-hops", "3", "--limit", "2"});
  EXPECT_EQ(asked.status, 0);
  EXPECT_EQ(asked.err, "");
  EXPECT_THAT(asked.out, HasSubstr("Japan →"));
  const Outcome outcome = run_tool({"path", sample, "japan", "russia", "--max-hops", "5"});
  EXPECT_EQ(outcome.status, 75);
  EXPECT_THAT(outcome.err, HasSubstr("--limit"));
}

TEST(Call, VerbsToComeSaySo) {
  const Outcome outcome = run_tool({"journey", sample, "japan", "nato"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("journey"));
}

TEST(Call, UnsupportedFormatsNameTheSupported) {
  const Outcome outcome = run_tool({"rank", sample, "--format", "dot"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("csv, tsv, json"));
}

TEST(Call, FormatSaysOfAConversionWhatToSays) {
  const auto converted = [](const std::vector<std::string>& options) {
    std::vector<std::string> words = {"convert", "tests/cli/dossiers/programmes.json"};
    words.insert(words.end(), options.begin(), options.end());
    return run_tool(words);
  };
  for (const char* format : {"json", "jsonl", "dot", "node-link", "cytoscape"})
    EXPECT_EQ(converted({"--format", format}).out, converted({"--to", format}).out) << format;
  EXPECT_EQ(converted({"--format", "graph"}).out, converted({"--to", "json"}).out);
  EXPECT_EQ(converted({"--format", "csv"}).status, 64);
  EXPECT_EQ(converted({"--format", "dot", "--to", "json"}).status, 64);
}

TEST(Call, ValidationQuestionsWhatIsSelectedAndTellsEveryError) {
  const Folder folder;
  const auto dossier = [&](const std::string& type) {
    return folder.write("a.json", R"({"format": "entente/1", "title": {"en": "T"},
 "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country"}, {"id": "b", "kind": "country"},
              {"id": "t", "kind": "agreement"}],
 "relations": [{"id": "r1", "type": "assists", "from": "a", "to": "b"},
               {"id": "r2", "type": ")" +
                                      type + R"(", "from": "a", "to": "t"}]})");
  };
  const std::string sound = dossier("party_to");
  const auto validated = [&](const std::string& type) {
    return run_tool({"validate", sound, "--type", type, "--format", "csv"}).out;
  };
  EXPECT_THAT(validated("assists"), HasSubstr(",r1,"));
  EXPECT_THAT(validated("assists"), Not(HasSubstr(",r2,")));
  EXPECT_THAT(validated("party_to"), Not(HasSubstr(",r1,")));
  const Outcome unsound = run_tool({"validate", dossier("party-to"), "--type", "assists"});
  EXPECT_EQ(unsound.status, 65);
  EXPECT_THAT(unsound.err, HasSubstr("r2: unknown relation type"));
}

TEST(Call, ASnapshotHasOneFormat) {
  const Outcome outcome = run_tool({"snapshot", sample, "--format", "json"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("--format"));
}

TEST(Call, EmptyAnswersEndWithOneAndTheSameObject) {
  const Outcome find = run_tool({"find", sample, "Atlantis XYZ", "--format", "json"});
  EXPECT_EQ(find.status, 1);
  EXPECT_THAT(find.out, HasSubstr("\"matches\": []"));
  const Outcome path =
      run_tool({"path", sample, "japan", "russia", "--type", "met_with", "--format", "json"});
  EXPECT_EQ(path.status, 1);
  EXPECT_THAT(path.out, HasSubstr("\"paths\": []"));
  EXPECT_THAT(path.err, HasSubstr("no path"));
}

}  // namespace
}  // namespace entente::test
