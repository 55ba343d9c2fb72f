/// Options where they do not apply, and those of earlier versions.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/ring.hpp"
#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;

TEST_F(Ring, ATitleIsOfEveryGraph) {
  for (const Words& call :
       std::vector<Words>{{"show", "ring.json", "a"},
                          {"timeline", "ring.json", "a"},
                          {"components", "ring.json"},
                          {"query", "ring.json", "MATCH p = (a)-[]-(b) RETURN p"}})
    for (const char* format : {"graph", "dot"}) {
      Words words = call;
      words.insert(words.end(), {"--format", format, "--title", "Elsewhere"});
      const Outcome outcome = run(words);
      EXPECT_EQ(outcome.status, 0) << call.front() << outcome.err;
      EXPECT_THAT(outcome.out, HasSubstr("Elsewhere")) << call.front() << format;
    }
}

TEST(OldSpellings, StayForAVersion) {
  const std::string dossier_path = "data/japan-nato";
  EXPECT_EQ(run_tool({"series", dossier_path, "relations", "--by", "month"}).out,
            run_tool({"series", dossier_path, "relations", "--step", "month"}).out);
  const Words picture = {"render", dossier_path, "--type", "party_to"};
  const auto drawn = [&](const std::string& option) {
    Words words = picture;
    words.push_back(option);
    return run_tool(words).out;
  };
  EXPECT_EQ(drawn("--sources"), drawn("--notes"));
  EXPECT_EQ(
      run_tool({"series", dossier_path, "relations", "--by", "month", "--step", "year"}).status,
      64);
}

TEST(IgnoredOptions, SayWhereTheyApply) {
  const std::string dossier_path = "data/japan-nato";
  const auto says = [](const Words& words, const std::string& message) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << testing::PrintToString(words);
    EXPECT_THAT(outcome.err, HasSubstr(message));
  };
  says({"info", dossier_path, "--delimiter", ";"},
       "--delimiter has no effect on a dossier; it applies to a table and CSV of another layout");
  says({"rank", dossier_path, "--by", "degree", "--damping", "0.1"},
       "--damping has no effect on the measure degree; it applies to the measure pagerank");
  says({"render", dossier_path, "gantt", "--depth", "2"},
       "--depth has no effect on the view gantt; it applies to the view ego");
  says({"render", dossier_path, "--depth", "2"},
       "--depth has no effect here; it applies to the view ego");
  says({"render", dossier_path, "--format", "pdf", "--output", "x.pdf", "--dpi", "300"},
       "--dpi has no effect on the format pdf; it applies to the format png");
  says({"rank", dossier_path, "--by", "betweenness", "--seed", "3"},
       "--seed has no effect without --sample");
  says({"path", dossier_path, "japan", "france", "--limit", "3"},
       "--limit has no effect without --all-shortest or --max-hops");
  says({"info", dossier_path, "--stale"},
       "--stale has no effect on a dossier; it applies to a snapshot");
  says({"info", dossier_path, "--depth", "2"},
       "info has no option '--depth'; it belongs to neighbors");
  says({"info", dossier_path, "--to", "json"}, "it belongs to convert");
  says({"show", dossier_path, "japan", "--at", "2014"},
       "show has no option '--at'; it belongs to render, and --as-of asks about a day");
  says({"schema", "--lang", "ja"}, "which most other verbs have");
}

TEST(IgnoredOptions, AreRefusedOnceTheViewIsChosen) {
  // Without a name the view is an overview, cards or a matrix: labels are said of the first two.
  const auto answered = [](const std::string& chosen) {
    return run_tool({"render", "data/japan-nato", "--label", "id", "--type", chosen}).status;
  };
  EXPECT_EQ(answered("party_to"), 0);
}

TEST(IgnoredOptions, JudgeNothingWithoutAPeriod) {
  const Words judging = {"--undated", "--presume-lasting"};
  for (const Words& call : std::vector<Words>{{"info", "data/japan-nato"},
                                              {"show", "data/japan-nato", "japan"},
                                              {"find", "data/japan-nato", "nato"},
                                              {"neighbors", "data/japan-nato", "japan"}})
    for (const std::string& option : judging) {
      Words words = call;
      words.push_back(option);
      const Outcome refused = run_tool(words);
      EXPECT_EQ(refused.status, 64) << testing::PrintToString(words);
      EXPECT_THAT(refused.err, HasSubstr(option + " has no effect without --as-of"));
      words.insert(words.end(), {"--as-of", "2014"});
      EXPECT_NE(run_tool(words).status, 64) << testing::PrintToString(words);
    }
  // It has periods of its own.
  EXPECT_EQ(run_tool({"series", "data/japan-nato", "relations", "--undated"}).status, 0);
}

TEST(IgnoredOptions, AskedAtADayAreAskedAsOfIt) {
  const Outcome outcome = run_tool({"timeline", "data/japan-nato", "japan", "--at", "2010"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("--as-of"));
}

TEST(IgnoredOptions, FindListsNoRelationsThatItCouldLeaveOut) {
  EXPECT_THAT(run_tool({"find", "data/japan-nato", "nato", "--as-of", "1960"}).out,
              testing::Not(HasSubstr("undated")));
}

TEST(UnknownVerbs, AreToldFromThoseToCome) {
  for (const char* verb : {"journey", "add", "merge", "sources"})
    EXPECT_THAT(run_tool({verb, "x"}).err, HasSubstr("does not have the verb")) << verb;
  EXPECT_THAT(run_tool({"series", "data/japan-nato", "foo"}).err, HasSubstr("it measures "));
}

TEST(Validate, SaysHowManyWarningsASelectionPassesOver) {
  const Folder folder;
  const std::string dossier = folder.write("warn.json", R"({"format": "entente/1",
"title": {"en": "T"}, "vocabulary": "diplomacy", "entities": [
{"id": "p", "kind": "person"}, {"id": "q", "kind": "person"},
{"id": "a", "kind": "agreement", "names": {"en": ["A"]}}],
"relations": [{"id": "r", "type": "signed", "from": "q", "to": "a", "when": "2001"}]})");
  const auto validated = [&](const Words& more) {
    Words words = {"validate", dossier};
    words.insert(words.end(), more.begin(), more.end());
    return run_tool(words);
  };
  const Outcome all = validated({});
  ASSERT_THAT(all.err, HasSubstr("warning: p: "));
  ASSERT_THAT(all.err, HasSubstr("warning: r: "));
  const Outcome agreements = validated({"--kind", "agreement"});
  EXPECT_THAT(agreements.out, HasSubstr("1 entity, 0 relations: 0 errors, 0 warnings"));
  EXPECT_THAT(agreements.out, HasSubstr("2 warnings of records that are not selected"));
  EXPECT_THAT(validated({"--kind", "agreement", "--format", "json"}).out,
              HasSubstr("2 warnings of records that are not selected"));
  const Outcome people = validated({"--kind", "person"});
  EXPECT_THAT(people.err, HasSubstr("warning: p: "));
  EXPECT_THAT(people.out, HasSubstr("1 warning of records"));
}

}  // namespace
}  // namespace entente::test
