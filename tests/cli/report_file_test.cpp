/// A report is written with the output or not at all, and over nothing that is read or written.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::string graph = R"({"nodes": [{"id": "a"}, {"id": "b"}], )"
                          R"("links": [{"source": "a", "target": "b", "type": "knows"}]})";

class ReportFile : public testing::Test {
 protected:
  void expect_refused(const std::string& report, const std::string& output) {
    const std::string before = fs::exists(output) ? read_file(output) : "none";
    const Outcome outcome =
        run_tool({"convert", input_, "--to", "gexf", "--output", output, "--report", report});
    EXPECT_EQ(outcome.status, 64) << report << outcome.err;
    EXPECT_EQ(read_file(input_), graph) << report;
    EXPECT_EQ(fs::exists(output) ? read_file(output) : "none", before) << report;
  }

  Folder folder_;
  std::string input_ = folder_.write("in.json", graph);
  std::string out_ = folder_.at("out.gexf");
};

TEST_F(ReportFile, IsNotTheOutputHoweverThatIsSpelt) {
  expect_refused(out_, out_);
  expect_refused(folder_.at("./x/../out.gexf"), out_);
  fs::create_symlink("out.gexf", folder_.at("link"));
  expect_refused(folder_.at("link"), out_);
  folder_.write("out.gexf", "old");
  fs::create_hard_link(out_, folder_.at("hard"));
  expect_refused(folder_.at("hard"), out_);
  expect_refused(folder_.at("link"), out_);
}

TEST_F(ReportFile, IsNoInput) {
  expect_refused(input_, out_);
  fs::create_hard_link(input_, folder_.at("hard"));
  expect_refused(folder_.at("hard"), out_);
  const Outcome tables = run_tool({"convert", input_, "--to", "csv", "--output", folder_.at("t"),
                                   "--report", folder_.at("t/nodes.csv")});
  EXPECT_EQ(tables.status, 64);
  EXPECT_FALSE(fs::exists(folder_.at("t")));
}

TEST_F(ReportFile, ThatCannotBeMadeLeavesNoOutput) {
  const Outcome outcome = run_tool({"convert", input_, "--to", "gexf", "--output", out_, "--report",
                                    folder_.at("no/such.json")});
  EXPECT_EQ(outcome.status, 73) << outcome.err;
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(ReportFile, DoesNotStandWithoutItsOutput) {
  const std::string report = folder_.write("report.json", "old");
  EXPECT_EQ(run_tool({"convert", input_, "--to", "gexf", "--output", folder_.at("no/out.gexf"),
                      "--report", report})
                .status,
            73);
  EXPECT_EQ(read_file(report), "old");
}

TEST_F(ReportFile, GoesToStandardOutputWhereTheOutputDoesNot) {
  EXPECT_EQ(run_tool({"convert", input_, "--to", "gexf", "--report", "-"}).status, 64);
  const Outcome outcome =
      run_tool({"convert", input_, "--to", "gexf", "--output", out_, "--report", "-"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("\"target_sha256\""));
  const Outcome redirected = run_shell("cd " + folder_.path().string() +
                                       " && entente convert in.json --to gexf --report r > r");
  EXPECT_EQ(redirected.status, 64) << redirected.err;
}

TEST_F(ReportFile, HasWhatReadingLostAndStrictRefusesIt) {
  const std::string input = folder_.write(
      "h.json", R"({"graph": {"nodes": {"a": {}, "b": {}, "c": {}}, "edges": [], "hyperedges": [)"
                R"({"nodes": ["a", "b", "c"]}, {"nodes": ["a", "b", "c"]}]}})");
  const std::string report = folder_.at("report.json");
  EXPECT_EQ(run_tool({"convert", input, "--to", "gexf", "--output", out_, "--strict"}).status, 65);
  EXPECT_FALSE(fs::exists(out_));
  EXPECT_EQ(
      run_tool({"convert", input, "--to", "gexf", "--output", out_, "--report", report}).status, 0);
  EXPECT_THAT(read_file(report), HasSubstr(R"("summary": [{"code": "hyperedge", "count": 2)"));
}

TEST_F(ReportFile, OfAnImportIsHeldToTheSame) {
  const std::string table = "who,what\nJapan,Pact\n";
  const std::string map_text =
      R"({"format": "entente-mapping/1", "relation": {"type": "party_to", "from": {"country": "{who}"},
          "to": {"id": {"slug": "{what}"}, "kind": "agreement", "names": {"en": "{what}"}}}})";
  const std::string ties = folder_.write("ties.csv", table);
  const std::string map = folder_.write("map.json", map_text);
  const std::string out = folder_.at("out.json");
  const auto status = [&](const std::string& report) {
    return run_tool({"import", ties, "--map", map, "--output", out, "--report", report}).status;
  };
  for (const std::string& report : {ties, map, out}) EXPECT_EQ(status(report), 64) << report;
  EXPECT_EQ(status(folder_.at("no/such.json")), 73);
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(read_file(ties), table);
  EXPECT_EQ(read_file(map), map_text);
  EXPECT_EQ(run_tool({"import", ties, "--map", map, "--report", "-"}).status, 64);
}

TEST_F(ReportFile, NorDoesAnImportWriteOverWhatItReads) {
  const std::string table = "who,what\nJapan,Pact\n";
  const std::string map_text =
      R"({"format": "entente-mapping/1", "relation": {"type": "party_to", "from": {"country": "{who}"},
          "to": {"id": {"slug": "{what}"}, "kind": "agreement", "names": {"en": "{what}"}}}})";
  const std::string ties = folder_.write("ties.csv", table);
  const std::string map = folder_.write("map.json", map_text);
  fs::create_symlink("map.json", folder_.at("link.json"));
  for (const std::string& output : {map, folder_.at("link.json")}) {
    const Outcome outcome = run_tool({"import", ties, "--map", map, "--output", output});
    EXPECT_EQ(outcome.status, 64) << output;
    EXPECT_THAT(outcome.err, HasSubstr("a file that is read"));
  }
  const std::string lines = R"({"who": "Japan", "what": "Pact"})";
  const std::string source = folder_.write("ties.jsonl", lines);
  EXPECT_EQ(run_tool({"import", source, "--map", map, "--output", source}).status, 64);
  EXPECT_EQ(run_tool({"import", source, "--propose", "--output", source}).status, 64);
  EXPECT_EQ(read_file(map), map_text);
  EXPECT_EQ(read_file(source), lines);
}

TEST_F(ReportFile, AProposalIsNoDryRun) {
  const std::string ties = folder_.write("ties.csv", "who,what\nJapan,Pact\n");
  const Outcome outcome = run_tool({"import", ties, "--propose", "--dry-run"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("--dry-run has no effect beside --propose"));
}

class ExportFolder : public ReportFile {
 protected:
  Outcome converted(const std::string& type, const std::string& format) {
    const std::string text =
        R"({"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", )"
        R"("type": ")" +
        type + "\"}]}";
    return run_tool(
        {"convert", folder_.write("in.json", text), "--to", format, "--output", folder_.at("t")});
  }
  bool has(const std::string& name) { return fs::exists(folder_.at("t/" + name)); }
};

TEST_F(ExportFolder, HoldsOneExport) {
  ASSERT_EQ(converted("knows", "neo4j").status, 0);
  ASSERT_TRUE(has("relations-knows.csv"));
  ASSERT_EQ(converted("meets", "neo4j").status, 0);
  EXPECT_TRUE(has("relations-meets.csv"));
  EXPECT_FALSE(has("relations-knows.csv"));
  ASSERT_EQ(converted("meets", "csv").status, 0);
  EXPECT_FALSE(has("relations-meets.csv"));
  EXPECT_TRUE(has("edges.csv"));
}

TEST_F(ExportFolder, RefusesTablesOfOthers) {
  fs::create_directory(folder_.at("t"));
  folder_.write("t/people.csv", "id\n1\n");
  EXPECT_EQ(converted("knows", "neo4j").status, 64);
  EXPECT_FALSE(has("dossier.csv"));
  fs::remove(folder_.at("t/people.csv"));
  folder_.write("t/notes.txt", "mine");
  EXPECT_EQ(converted("knows", "neo4j").status, 0);
  EXPECT_TRUE(has("notes.txt"));
  folder_.write("t/people.csv", "id\n1\n");
  EXPECT_EQ(converted("meets", "neo4j").status, 64);
  EXPECT_TRUE(has("relations-knows.csv"));
}

}  // namespace
}  // namespace entente::test
