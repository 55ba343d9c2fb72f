/// What Tab offers, asked of the tool and of a real bash.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string offered(std::vector<std::string> words) {
  words.insert(words.begin(), "__complete");
  const Outcome outcome = run_tool(words);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

TEST(Completion, OffersVerbsAndOptions) {
  EXPECT_EQ(offered({"pa"}), "path\n");
  EXPECT_EQ(offered({"path", "--all"}), "--all-shortest\n");
  EXPECT_THAT(offered({""}), HasSubstr("validate\n"));
}

TEST(Completion, OffersTheValuesOfOptions) {
  EXPECT_EQ(offered({"rank", "data/japan-nato", "--by", "pag"}), "pagerank\n");
  EXPECT_EQ(offered({"info", "data/japan-nato", "--type", "met"}), "met_with\n");
  EXPECT_EQ(offered({"info", "data/japan-nato", "--type", "signed,met"}), "signed,met_with\n");
  EXPECT_EQ(offered({"info", "--modality", "cl"}), "claim\n");
}

TEST(Completion, OffersTheNamesOfTheDossierAtHand) {
  EXPECT_THAT(offered({"show", "data/japan-nato", "岸"}), StartsWith("岸田"));
  EXPECT_EQ(offered({"show", "data/japan-nato", "kishida-f"}), "kishida-fumio\n");
}

TEST(Completion, OffersNoNameThatCommandsATerminalOrHides) {
  Folder folder;
  std::string entities;
  const std::vector<std::string> names = {"A\\n1",     "A\\u001b[31m2", "A\\u009b31m3",
                                          "A\\u202e4", "A\\u200b5",     "A\\u00856",
                                          "A\\t7",     "A\\u2028 8"};
  for (const std::string& name : names)
    entities += R"({"id": "e)" + std::to_string(entities.size()) +
                R"(", "kind": "place", "names": {"en": [")" + name + R"("]}}, )";
  folder.write("a.json", R"({"format": "entente/1", "vocabulary": "diplomacy", "relations": [],
    "entities": [)" + entities +
                             R"({"id": "z", "kind": "place", "names": {"en": ["A plain"]}}]})");
  RunOptions options;
  options.folder = folder.path();
  EXPECT_EQ(run_tool({"__complete", "show", "a.json", "A"}, options).out, "A plain\n");
}

TEST(Completion, LeavesFilesToTheShell) {
  EXPECT_EQ(offered({"show", "data/jap"}), "");
  EXPECT_EQ(offered({"info", "no/such/dossier", ""}), "");
}

TEST(Completion, WorksInBash) {
  const Outcome outcome = run_shell(
      "bash -c 'source tools/entente/completions/entente.bash; "
      "COMP_LINE=\"entente show data/japan-nato 岸\" COMP_POINT=30; _entente entente 岸; "
      "printf \"%s\\n\" \"${COMPREPLY[@]}\"'",
      {.environment = {{"LC_ALL", "C.UTF-8"}}});
  EXPECT_THAT(outcome.out, HasSubstr("岸田文雄")) << outcome.err;
}

TEST(Manual, NamesEveryVerbAndIsCleanRoff) {
  const std::string page = run_tool({"__manual"}).out;
  for (const char* verb : {"validate", "path", "series", "convert"})
    EXPECT_THAT(page, HasSubstr(std::string("\n.SS ") + verb + "\n"));
  EXPECT_THAT(page, HasSubstr(".SH \"EXIT STATUS\""));
  const Outcome checked = run_shell(
      "command -v groff >/dev/null || exit 0; entente __manual | groff -k -man -ww -Tutf8 -z");
  EXPECT_EQ(checked.status, 0);
  EXPECT_EQ(checked.err, "");
}

}  // namespace
}  // namespace entente::test
