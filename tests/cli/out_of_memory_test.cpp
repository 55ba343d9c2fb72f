/// Memory that runs out, at whichever allocation of a call: the exit status is 71 and nothing
/// aborts, or the call can do without.

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

namespace fs = std::filesystem;

constexpr int out_of_memory = 71;

const std::string two_countries = R"({"format": "entente/1", "title": {"en": "t"},
 "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country", "names": {"en": ["A"], "ja": ["甲"]}},
              {"id": "b", "kind": "country", "names": {"en": ["B"]}}],
 "relations": [{"id": "r", "type": "partner_of", "from": "a", "to": "b", "when": "2001/.."}]})";

/// What a call must do if memory lasts, and which of its allocations are tried.
struct Trial {
  std::string name;
  std::vector<std::string> call;
  int status = 0;
  int step = 1;
};

class OutOfMemory : public testing::TestWithParam<Trial> {};

TEST_P(OutOfMemory, EndsTheCallWithItsOwnStatus) {
  const Trial& trial = GetParam();
  const Folder folder;
  folder.write("dossier.json", two_countries);
  folder.write("bad.json", R"({"format": "entente/1", "entities": [{"id": "a"}]})");
  const fs::path failed = folder.path() / "failed";
  RunOptions options;
  options.folder = folder.path();
  options.environment["LD_PRELOAD"] = ENTENTE_FAILING_CALLS;
  options.environment["ENTENTE_ALLOCATION_FAILED"] = failed.string();
  int tried = 0;
  for (int number = 1;; number += trial.step, ++tried) {
    fs::remove(failed);
    options.environment["ENTENTE_FAIL_ALLOCATION"] = std::to_string(number);
    const Outcome outcome = run_tool(trial.call, options);
    const bool enough = !fs::exists(failed);
    const int expected = !enough && outcome.status == out_of_memory ? out_of_memory : trial.status;
    ASSERT_EQ(outcome.status, expected) << "allocation " << number << "\n" << outcome.err;
    if (enough) break;
  }
  EXPECT_GT(tried, 20);
}

std::string name_of(const testing::TestParamInfo<Trial>& trial) {
  return trial.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Calls, OutOfMemory,
    testing::Values(
        Trial{"Version", {"--version"}}, Trial{"UnknownVerb", {"no-such-verb"}, 64},
        Trial{"Info", {"info", "dossier.json"}, 0, 5},
        Trial{"Show", {"show", "dossier.json", "甲", "--lang", "ja", "--as-of", "2002"}, 0, 11},
        Trial{"Path", {"path", "dossier.json", "A", "B", "--format", "json"}, 0, 13},
        Trial{"BadDossier", {"validate", "bad.json"}, 65, 13},
        Trial{"Rank", {"rank", "dossier.json", "--by", "eigenvector"}, 0, 17},
        Trial{"Picture", {"render", "dossier.json", "--output", "picture.svg"}, 0, 23},
        Trial{"Snapshot", {"snapshot", "dossier.json", "--output", "graph.entente"}, 0, 17}),
    name_of);

}  // namespace
}  // namespace entente::test
