/// What the tool says of itself.

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Help, AloneExplainsItselfInTenLines) {
  const Outcome outcome = run_tool({});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_LE(std::ranges::count(outcome.out, '\n'), 12);
  EXPECT_THAT(outcome.out, HasSubstr("entente show"));
}

TEST(Help, EveryVerbHasHelpWithTwoExamples) {
  const std::string help = run_tool({"--help"}).out;
  for (const char* verb : {"validate", "info", "show", "find", "neighbors", "path", "rank",
                           "components", "render", "convert", "vocabulary", "schema"}) {
    EXPECT_THAT(help, HasSubstr(std::string("\n  ") + verb + " "));
    const Outcome outcome = run_tool({verb, "--help"});
    EXPECT_EQ(outcome.status, 0) << verb;
    const std::size_t examples = outcome.out.find("\nexamples:\n");
    ASSERT_NE(examples, std::string::npos) << verb;
    const std::string line = std::string("\n  entente ") + verb + " ";
    const std::size_t first = outcome.out.find(line, examples);
    ASSERT_NE(first, std::string::npos) << verb;
    EXPECT_NE(outcome.out.find(line.substr(0, line.size() - 1), first + 1), std::string::npos)
        << verb;
    EXPECT_EQ(run_tool({"help", verb}).out, outcome.out);
  }
  EXPECT_EQ(run_tool({"help", "--help"}).out, run_tool({"help"}).out);
}

TEST(Help, EveryExampleOfTheHelpHasAnAnswer) {
  const Folder folder;
  const std::string two_programmes =
      read_file(ENTENTE_SOURCE_DIR "/tests/cli/dossiers/programmes.json");
  folder.write("a.json", two_programmes);
  folder.write("old.json", two_programmes);
  folder.write("new.json",
               R"({"format": "entente/1", "title": {"en": "Two programmes"},
 "vocabulary": "diplomacy", "entities": [{"id": "a", "kind": "country"}]})");
  folder.write("b.json", read_file(folder.path() / "new.json"));
  std::filesystem::create_symlink(ENTENTE_SOURCE_DIR "/data", folder.path() / "data");
  std::istringstream verbs(run_tool({"--help"}).out);
  std::size_t examples = 0;
  for (std::string line; std::getline(verbs, line) && !line.starts_with("A dossier");) {
    if (!line.starts_with("  ")) continue;
    std::istringstream help(run_tool({line.substr(2, line.find(' ', 2) - 2), "--help"}).out);
    for (std::string call; std::getline(help, call);) {
      if (!call.starts_with("  entente ")) continue;
      const Outcome outcome = run_shell(call, {.folder = folder.path()});
      EXPECT_EQ(outcome.status, 0) << call << '\n' << outcome.err;
      ++examples;
    }
  }
  EXPECT_GE(examples, 40U);
}

TEST(Help, SaysItsVersion) {
  EXPECT_THAT(run_tool({"--version"}).out, StartsWith("entente "));
}

}  // namespace
}  // namespace entente::test
