/// Where answers go: pipes that close, disks that are full, files that are replaced whole.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Output, AClosedPipeIsQuiet) {
  const Outcome outcome = run_shell("entente convert data/japan-nato --to jsonl | head -c 10");
  EXPECT_EQ(outcome.err, "");
}

TEST(Output, APipeMayBeNamedAsADescriptor) {
  const std::string dossier = "tests/cli/dossiers/programmes.json";
  EXPECT_THAT(run_shell("entente info " + dossier + " --output /dev/stdout | cat").out,
              HasSubstr("entities"));
  EXPECT_THAT(run_shell("entente convert " + dossier +
                        " --to mermaid --report /dev/stderr 2>&1 >/dev/null | cat")
                  .out,
              HasSubstr("target_sha256"));
}

TEST(Output, AFullDiskIsAnIoError) {
  const Outcome outcome = run_shell("entente info data/japan-nato > /dev/full");
  EXPECT_EQ(outcome.status, 74);
  EXPECT_THAT(outcome.err, HasSubstr("error"));
  EXPECT_EQ(run_shell("entente info data/japan-nato --output /dev/full").status, 74);
}

TEST(Output, AFullDiskIsSeenInEveryFormat) {
  for (const char* format : {"json", "jsonl", "gexf", "graphml", "dot", "mermaid", "node-link",
                             "cytoscape", "jgf", "ftm", "html", "markdown", "xlsx"})
    for (const char* place : {" > /dev/full", " >&-"}) {
      // Mermaid draws at most 500 arrows.
      const Outcome outcome =
          run_shell("entente convert data/japan-nato --to " + std::string(format) +
                    (format == std::string("mermaid") ? " --type met_with" : "") + place);
      EXPECT_EQ(outcome.status, 74) << format << place;
      EXPECT_THAT(outcome.err, HasSubstr("cannot write to standard output")) << format << place;
    }
}

TEST(Output, ATableIsAPageOfHtmlWhereAskedFor) {
  const Folder folder;
  const std::string dossier = folder.write("d.json",
                                           R"({"format": "entente/1", "entities": [
           {"id": "a", "kind": "country", "names": {"en": ["<script>alert(1)</script> & Co"]}},
           {"id": "b", "kind": "country", "names": {"en": ["B"]}}],
          "relations": [{"id": "r", "type": "partner_of", "from": "a", "to": "b", "when": "2001"}]})");
  const std::vector<std::vector<std::string>> calls = {
      {"timeline", dossier},       {"rank", dossier},
      {"neighbors", dossier, "b"}, {"path", dossier, "a", "b"},
      {"find", dossier, "script"}, {"query", dossier, "MATCH (n) RETURN n.name"}};
  for (std::vector<std::string> call : calls) {
    call.insert(call.end(), {"--format", "html"});
    const Outcome outcome = run_tool(call);
    EXPECT_EQ(outcome.status, 0) << call.front() << outcome.err;
    EXPECT_EQ(outcome.out.rfind("<!DOCTYPE html>", 0), 0U) << call.front();
    EXPECT_THAT(outcome.out, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"))
        << call.front();
    EXPECT_THAT(outcome.out, Not(HasSubstr("<script"))) << call.front();
    EXPECT_THAT(outcome.out, HasSubstr("</table>\n</body>\n</html>\n")) << call.front();
  }
}

TEST(Output, AFullDiskLeavesTheOldFileWhole) {
  const Folder folder;
  const std::string file = folder.write("old.json", "old");
  const Outcome outcome =
      run_shell("ulimit -f 8; entente convert data/japan-nato --to json --output " + file);
  EXPECT_EQ(outcome.status, 74) << outcome.err;
  EXPECT_EQ(read_file(file), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Output, AMissingFolderCannotHoldAFile) {
  const Outcome outcome =
      run_tool({"info", "data/japan-nato", "--output", "/no/such/folder/a.json"});
  EXPECT_EQ(outcome.status, 73);
  EXPECT_THAT(outcome.err, HasSubstr("/no/such/folder"));
}

TEST(Output, TheFormatFollowsTheEnding) {
  const Folder folder;
  const std::string file = (folder.path() / "a.json").string();
  EXPECT_EQ(run_tool({"info", "data/japan-nato", "--output", file}).out, "");
  EXPECT_EQ(read_file(file), run_tool({"info", "data/japan-nato", "--format", "json"}).out);
}

TEST(Output, AnUnknownEndingIsRefusedWithThoseThereAre) {
  const Folder folder;
  const std::string dossier = "tests/cli/dossiers/programmes.json";
  const std::vector<std::vector<std::string>> calls = {{"validate", dossier},
                                                       {"info", dossier},
                                                       {"show", dossier, "japan"},
                                                       {"find", dossier, "japan"},
                                                       {"neighbors", dossier, "japan"},
                                                       {"ego", dossier, "japan"},
                                                       {"path", dossier, "japan", "nato"},
                                                       {"common", dossier, "japan", "nato"},
                                                       {"rank", dossier},
                                                       {"groups", dossier},
                                                       {"components", dossier},
                                                       {"balance", dossier},
                                                       {"lineage", dossier, "programme-2014"},
                                                       {"timeline", dossier},
                                                       {"diff", dossier, "2015", "2016"},
                                                       {"series", dossier, "relations"},
                                                       {"render", dossier},
                                                       {"convert", dossier},
                                                       {"snapshot", dossier},
                                                       {"vocabulary"},
                                                       {"schema"}};
  for (const std::vector<std::string>& call : calls) {
    const std::string ending = call.front() == "convert" ? "odt" : "xlsx";
    std::vector<std::string> written = call;
    written.insert(written.end(), {"--output", folder.at("x." + ending)});
    const Outcome outcome = run_tool(written);
    EXPECT_EQ(outcome.status, 64) << call.front();
    EXPECT_THAT(outcome.err, HasSubstr(ending)) << call.front();
    EXPECT_THAT(outcome.err, testing::ContainsRegex("json|svg|entente")) << call.front();
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Output, EndingsAreReadInAnyCaseAndAFormatNeedsNone) {
  const Folder folder;
  const std::string json = run_tool({"info", "data/japan-nato", "--format", "json"}).out;
  for (const std::vector<std::string>& how : std::vector<std::vector<std::string>>{
           {"--output", folder.at("a.JSON")},
           {"--format", "json", "--output", folder.at("a")},
           {"--format", "json", "--output", folder.at("a.whatever")}}) {
    std::vector<std::string> call = {"info", "data/japan-nato"};
    call.insert(call.end(), how.begin(), how.end());
    EXPECT_EQ(run_tool(call).status, 0) << how.back();
    EXPECT_EQ(read_file(how.back()), json);
  }
}

TEST(Output, ColourOnlyWhereAskedForOrOnATerminal) {
  EXPECT_THAT(run_tool({"rank", "data/japan-nato", "--format", "table"}).out,
              Not(HasSubstr("\x1b")));
  EXPECT_THAT(run_tool({"rank", "data/japan-nato", "--format", "table", "--color", "always"}).out,
              HasSubstr("\x1b[1m"));
}

TEST(Output, TheSameCallGivesTheSameBytes) {
  const std::vector<std::string> call = {"rank", "data/japan-nato", "--by", "betweenness"};
  EXPECT_EQ(run_tool(call).out, run_tool(call, {.environment = {{"LC_ALL", "de_DE.UTF-8"}}}).out);
}

TEST(Output, ATimeOutEndsTheCall) {
  const Outcome outcome = run_tool({"info", "data/japan-nato", "--timeout", "0.000001"});
  EXPECT_EQ(outcome.status, 75);
  EXPECT_THAT(outcome.err, HasSubstr("time-out"));
}

TEST(Output, ATimeOutIsANumberOfSeconds) {
  for (const char* verb : {"info", "query"})
    for (const char* seconds : {"0", "-1", "nan", "1e300", "inf", "soon"}) {
      std::vector<std::string> call = {verb, "data/japan-nato", "--timeout", seconds};
      if (call[0] == "query") call.emplace_back("RETURN 1");
      const Outcome outcome = run_tool(call);
      EXPECT_EQ(outcome.status, 64) << verb << " " << seconds;
      EXPECT_THAT(outcome.err, HasSubstr("--timeout")) << verb << " " << seconds;
    }
  EXPECT_EQ(run_tool({"query", "data/japan-nato", "RETURN 1", "--timeout", "1e9"}).status, 0);
}

TEST(Output, APathSaysWhetherItsHopsHoldTogether) {
  const auto told = [](const std::string& first, const std::string& second) {
    const auto relation = [](const char* id, const char* from, const char* to,
                             const std::string& when) {
      return std::string(R"({"id": ")") + id + R"(", "type": "cooperates_with", "from": ")" + from +
             R"(", "to": ")" + to + "\"" + (when.empty() ? "" : R"(, "when": ")" + when + "\"") +
             "}";
    };
    const std::string dossier = R"({"format": "entente/1", "title": {"en": "T"},
 "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country"}, {"id": "b", "kind": "country"},
              {"id": "c", "kind": "country"}],
 "relations": [)" + relation("r1", "a", "b", first) +
                                "," + relation("r2", "b", "c", second) + "]}";
    return run_tool({"path", "-", "a", "c"}, {.input = dossier}).out;
  };
  EXPECT_THAT(told("2014/..", "2015/2016"), HasSubstr("\n  all at the same time: 2015/2016\n"));
  EXPECT_THAT(told("2015/2016", ""), HasSubstr("\n  possibly all at the same time: 2015/2016\n"));
  EXPECT_THAT(told("2015/2016", "2017/"), HasSubstr("\n  never all at the same time\n"));
  EXPECT_THAT(told("2015-03-01", "2015-03-01"),
              HasSubstr("\n  all at the same time: 2015-03-01\n"));
  EXPECT_THAT(told("2015-03-01", "2015-03-02"),
              HasSubstr("\n  possibly all at the same time, from when to when is not known\n"));
  EXPECT_THAT(told("", ""),
              HasSubstr("\n  possibly all at the same time, from when to when is not known\n"));
}

TEST(Output, ASnapshotAnswersAsItsDossierDoes) {
  const Folder folder;
  const std::string dossier =
      folder.write("a.json", read_file(ENTENTE_SOURCE_DIR "/tests/cli/dossiers/programmes.json"));
  const std::string file = (folder.path() / "a.snapshot").string();
  EXPECT_EQ(run_tool({"snapshot", dossier, "--output", file}).status, 0);
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"show", "日本"}, {"path", "japan", "nato"}, {"rank"}, {"info"}}) {
    std::vector<std::string> of_dossier = question;
    of_dossier.insert(of_dossier.begin() + 1, dossier);
    std::vector<std::string> of_snapshot = question;
    of_snapshot.insert(of_snapshot.begin() + 1, file);
    EXPECT_EQ(run_tool(of_snapshot).out, run_tool(of_dossier).out) << question[0];
  }
}

TEST(Output, ASnapshotIsValidatedAndDrawnAsItsDossierIs) {
  const Folder folder;
  const std::string dossier =
      folder.write("a.json", R"({"format": "entente/1", "title": {"en": "T"},
 "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country"}, {"id": "b", "kind": "country"},
              {"id": "lonely", "kind": "place"}],
 "relations": [{"id": "r1", "type": "assists", "from": "a", "to": "b"}]})");
  const std::string file = (folder.path() / "a.snapshot").string();
  EXPECT_EQ(run_tool({"snapshot", dossier, "--output", file}).status, 0);
  const auto of = [](const std::vector<std::string>& call) { return run_tool(call).out; };
  EXPECT_EQ(of({"validate", file}), of({"validate", dossier}));
  EXPECT_EQ(run_tool({"validate", file, "--strict"}).status, 65);
  const Outcome problems = run_tool({"validate", file});
  EXPECT_THAT(problems.err, HasSubstr(file + ": warning: lonely: "));
  EXPECT_THAT(problems.err, HasSubstr(file + ": warning: r1: "));
  EXPECT_EQ(of({"vocabulary", file}), of({"vocabulary", dossier}));
  EXPECT_EQ(of({"render", file, "--view", "cards", "--format", "svg"}),
            of({"render", dossier, "--view", "cards", "--format", "svg"}));
}

TEST(Output, ADamagedSnapshotIsRefused) {
  const Folder folder;
  const std::string whole = (folder.path() / "whole").string();
  EXPECT_EQ(run_tool({"snapshot", "tests/cli/dossiers/programmes.json", "--output", whole}).status,
            0);
  const std::string bytes = read_file(whole);
  const std::string cut = folder.write("cut", bytes.substr(0, bytes.size() / 2));
  const Outcome outcome = run_tool({"info", cut});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, HasSubstr("cut"));
}

TEST(Output, HostileNamesCommandNoTerminalAndEndNoLine) {
  const Folder folder;
  const std::string file = folder.write("a.json", R"({"format": "entente/1",
 "title": {"en": "\u001b]0;T\u0007"}, "vocabulary": "diplomacy",
 "entities": [
  {"id": "a", "kind": "country", "names": {"en": ["A\u001b[31m\nentente: forged"]},
   "attributes": {"note": "\u001b[2J\u202e"}},
  {"id": "b", "kind": "agreement", "names": {"en": ["B\u202e\u200b"]}},
  {"id": "c", "kind": "country", "names": {"en": ["C\u009b"]}}],
 "relations": [{"id": "r1", "type": "party_to", "from": "a", "to": "b"},
               {"id": "r2", "type": "party_to", "from": "c", "to": "b"}]})");
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"show", file, "a"},
                                             {"neighbors", file, "b"},
                                             {"path", file, "a", "c"},
                                             {"info", file},
                                             {"timeline", file, "a"},
                                             {"common", file, "a", "c"},
                                             {"ego", file, "a"},
                                             {"lineage", file, "b"},
                                             {"rank", file},
                                             {"components", file},
                                             {"rank", file, "--format", "markdown"},
                                             {"timeline", file, "a", "--format", "markdown"},
                                             {"show", file, "a", "--format", "markdown"},
                                             {"find", file, "a"},
                                             {"find", file, "\x1b[31m"},
                                             {"diff", file, "2013", "2014"}}) {
    const Outcome outcome = run_tool(words);
    const std::string all = outcome.out + outcome.err;
    EXPECT_EQ(all.find('\x1b'), std::string::npos) << words[0];
    EXPECT_EQ(all.find("\nentente: forged"), std::string::npos) << words[0];
    for (const char* invisible : {"\u202e", "\u200b", "\u009b"})
      EXPECT_EQ(all.find(invisible), std::string::npos) << words[0];
  }
}

TEST(Output, CsvQuotesAndGuards) {
  const Folder folder;
  const std::string file = folder.write("a.json", R"({"format": "entente/1",
 "title": {"en": "T"}, "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country", "names": {"en": ["=1+1, \"a\""]}}]})");
  EXPECT_EQ(run_tool({"find", file, "a", "--format", "csv"}).out,
            "entity,kind,name,matched,how\r\na,country,\"'=1+1, \"\"a\"\"\",a,id\r\n");
  EXPECT_THAT(run_tool({"find", file, "a", "--format", "csv", "--raw"}).out,
              HasSubstr("\"=1+1, \"\"a\"\"\""));
}

TEST(Output, GuardsCellsThatASpreadsheetWouldRun) {
  const Folder folder;
  for (const char* start : {"=", "+", "-", "@", "\\t", "\\r", "\\n", "＝", "＋", "－", "＠"}) {
    const std::string name = std::string(start) + "1+cmd";
    const std::string file = folder.write(
        "a.json", R"({"format":"entente/1","title":{"en":"t"},"vocabulary":"diplomacy","entities":[
          {"id":"a","kind":"country","names":{"en":[")" +
                      name + R"("]}}],"relations":[]})");
    const std::vector<std::string> call = {"find", file, "a", "--format", "csv"};
    const std::string csv = run_tool(call).out;
    EXPECT_NE(csv.find("'" + (start[0] == '\\' ? std::string() : name)), std::string::npos) << csv;
    std::vector<std::string> raw = call;
    raw.emplace_back("--raw");
    EXPECT_EQ(run_tool(raw).out.find('\''), std::string::npos) << start;
    EXPECT_NE(run_tool({"find", file, "a", "--format", "tsv"}).out.find("\t'"), std::string::npos)
        << start;
  }
}

TEST(Output, LeavesNumbersUnguarded) {
  EXPECT_THAT(run_tool({"series", "data/japan-nato", "relations", "--format", "csv"}).out,
              Not(HasSubstr("'")));
}

}  // namespace
}  // namespace entente::test
