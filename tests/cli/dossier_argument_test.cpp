/// Where the dossier of a call comes from.

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/shipped.hpp"
#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;

TEST(DossierArgument, AnArgumentTooManyIsToldApartFromAMissingDossier) {
  const Outcome outcome = run_tool({"path", sample, "japan", "nato", "france"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("too many arguments, or 'japan' is a dossier"));
  EXPECT_EQ(run_tool({"path", "no-such-dossier", "japan", "nato"}).status, 66);
}

TEST(DossierArgument, DiffTellsWhichDossierIsMissing) {
  const Folder folder;
  const std::string old = folder.write("old.json", R"({"format": "entente/1"})");
  const Outcome mistyped = run_tool({"diff", old, folder.at("nwe.json")});
  EXPECT_EQ(mistyped.status, 66);
  EXPECT_THAT(mistyped.err, HasSubstr("nwe.json"));
  const Outcome three = run_tool({"diff", old, old, old});
  EXPECT_EQ(three.status, 64);
  EXPECT_THAT(three.err, HasSubstr("two dossiers, not 3"));
  EXPECT_THAT(three.err, HasSubstr("or entente diff OLD NEW"));
}

TEST(DossierArgument, DossierComesFromTheEnvironmentOrTheFolder) {
  const std::string expected = run_tool({"show", sample, "nato"}).out;
  const std::string root = ENTENTE_SOURCE_DIR;
  EXPECT_EQ(run_tool({"show", "nato"}, {.environment = {{"ENTENTE_DOSSIER", sample}}}).out,
            expected);
  const Folder folder;
  folder.write(".entente", "# the sample\n" + root + "/" + sample + "\n");
  std::filesystem::create_directory(folder.path() / "below");
  EXPECT_EQ(run_tool({"show", "nato"}, {.folder = folder.path() / "below"}).out, expected);
}

TEST(DossierArgument, SeveralDossiersAreReadAsOne) {
  const Outcome outcome = run_shell("entente info data/japan-nato/*.json --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", sample, "--format", "json"}).out);
}

TEST(DossierArgument, ADashIsStandardInput) {
  const Outcome outcome =
      run_shell("entente convert data/japan-nato --to json | entente info - --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", sample, "--format", "json"}).out);
}

TEST(DossierArgument, ADossierMayComeThroughAPipeWithAName) {
  const std::string file = std::string(ENTENTE_SOURCE_DIR) + "/tests/cli/dossiers/programmes.json";
  const Outcome outcome = run_shell("cat " + file + " | entente info /dev/stdin");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", file}).out);
  const Outcome snapshot = run_shell("cat " + file + " | entente snapshot /dev/stdin");
  EXPECT_EQ(snapshot.status, 0) << snapshot.err;
  EXPECT_EQ(snapshot.out, run_shell("entente snapshot - < " + file).out);
}

}  // namespace
}  // namespace entente::test
