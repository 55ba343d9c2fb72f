/// Options where they do not apply, and those of earlier versions.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/ring.hpp"
#include "cli/tool.hpp"

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

}  // namespace
}  // namespace entente::test
