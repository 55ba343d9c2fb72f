// The verb query: formats, errors, parameters, several queries, plain graphs.

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string asked_dossier = std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato";

constexpr const char* asked_plain_graph =
    R"({"nodes": [{"id": 1, "labels": ["A"]}, {"id": "two", "properties": {"x": 1.5}}],)"
    R"( "edges": [{"id": 7, "type": "T", "from": 1, "to": "two"}]})";

TEST(Query, AnswersOverAPlainGraphWithoutLoss) {
  const Outcome outcome = run_tool({"query", "-", "--from", "property-graph",
                                    "MATCH (a:A)-[r]->(b) RETURN r, b", "--format", "json-typed"},
                                   {.input = asked_plain_graph});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            R"({"columns": ["r", "b"], "rows": [[{"$edge": {"id": 7, "type": "T", "from": 1, )"
            R"("to": "two", "properties": {}}}, {"$node": {"id": "two", "labels": [], )"
            R"("properties": {"x": {"$float": "1.5"}}}}]]})"
            "\n");
}

TEST(Query, SaysOnOneLineOfJsonWhatIsWrong) {
  const Outcome outcome = run_tool(
      {"query", "-", "--from", "property-graph", "MATCH (n)\nRETURN m", "--format", "json-typed"},
      {.input = asked_plain_graph});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err,
              StartsWith(R"({"error": {"phase": "compile time", "type": "SyntaxError", "code": )"
                         R"("UndefinedVariable", "message": "there is no variable m", "line": 2, )"
                         R"("column": 8, "length": 1, "hint": )"));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
}

TEST(Query, StressesAnEntityWhoseNameHoldsACommaAndSeveralBesideIt) {
  const Folder folder;
  const std::string dossier = folder.write("d.json",
                                           R"({"format": "entente/1", "entities": [
{"id": "x", "kind": "country", "names": {"en": ["A, B"]}},
{"id": "y", "kind": "country", "names": {"en": ["C"]}},
{"id": "z", "kind": "country", "names": {"en": ["D"]}}],
"relations": [{"id": "r", "type": "cooperates_with", "from": "x", "to": "y"},
{"id": "s", "type": "cooperates_with", "from": "y", "to": "z"}]})");
  const Outcome outcome = run_tool({"query", dossier, "MATCH (a)-[r]->(b) RETURN a, r, b",
                                    "--highlight", "A, B,D", "--format", "svg"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const auto is_strong = [&](const std::string& id) {
    const std::size_t at = outcome.out.find("_n_" + id + "\"");
    return at != std::string::npos &&
           outcome.out.substr(at, outcome.out.find('>', at) - at).find("strong") !=
               std::string::npos;
  };
  EXPECT_TRUE(is_strong("x"));
  EXPECT_FALSE(is_strong("y"));
  EXPECT_TRUE(is_strong("z"));
}

TEST(Query, ShowsTheLineToPeople) {
  const Outcome outcome = run_tool({"query", asked_dossier, "MATCH (n) RETRUN n"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("  MATCH (n) RETRUN n\n            ^^^^^^\n"));
  EXPECT_THAT(outcome.err, HasSubstr("did you mean RETURN?"));
}

TEST(Query, SaysSoOnEachLineToo) {
  const std::string query = "AS OF '2019' MATCH (c {name:'Japan'})-[r:party_to]->(a) RETURN a.id";
  const Outcome outcome = run_tool({"query", asked_dossier, query, "--format", "jsonl"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr(R"("certainty": "possible", "why": "inferred"})"));
  const Outcome named = run_tool({"query", asked_dossier, query + " AS why", "--format", "jsonl"});
  EXPECT_THAT(named.out, HasSubstr(R"(", "certainty": "possible"})"));
}

TEST(Query, RefusesAParameterThatNoValueIs) {
  const Outcome outcome =
      run_tool({"query", asked_dossier, "RETURN $x", "--param", "x=9223372036854775808"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("does not fit 64 bits"));
}

// JSON has no number that begins with noughts: such a value is a text.
TEST(Query, ReadsAParameterOfNoughtsAsAText) {
  const Outcome outcome = run_tool({"query", asked_dossier, "RETURN $x, $y", "--param", "x=007",
                                    "--param", "y=7", "--format", "json-typed"});
  EXPECT_THAT(outcome.out, HasSubstr(R"("rows": [["007", 7]])")) << outcome.err;
  EXPECT_EQ(run_tool({"query", asked_dossier, "RETURN $x", "--param", "007"}).status, 64);
}

TEST(Query, TellsOfPropertiesThatNothingHas) {
  const Outcome outcome =
      run_tool({"query", asked_dossier, "MATCH (n) WHERE n.nmae = 'x' RETURN n"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err,
              HasSubstr("entente: no entity here has the property nmae; did you mean name?\n"));
}

TEST(Query, NamesNodesAndPropertiesInTheLanguagesAskedFor) {
  const Outcome outcome =
      run_tool({"query", asked_dossier, "MATCH (n {id: 'japan'}) RETURN n, n.name, name(n)",
                "--lang", "ja", "--format", "json-typed"});
  EXPECT_THAT(outcome.out, HasSubstr(R"("properties": {"name": "日本")"));
  EXPECT_THAT(outcome.out, HasSubstr(R"(}}}, "日本", "日本"]])"));
}

// The place of an error in a file is that in the file.
TEST(Query, SaysInJsonWhereAFileIsWrong) {
  const Folder folder;
  const std::string plain = folder.write("g.json", "{\"nodes\": [\n  {\"id\": 1, \"labels\": 3}]}");
  Outcome outcome =
      run_tool({"query", plain, "RETURN 1", "--from", "property-graph", "--format", "json"});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, HasSubstr(R"("type": "InputError", "code": "bad-dossier")"));
  EXPECT_THAT(outcome.err, HasSubstr(R"("line": 2, "column": 3, "length": 1, "hint": "write {)"));
  const std::string dossier = folder.write(
      "d.json",
      "{\"format\": \"entente/1\", \"title\": {\"en\": \"t\"}, \"vocabulary\": \"diplomacy\",\n"
      "\"entities\": [{\"id\": \"a\", \"kind\": \"contry\"},\n  {\"id\": \"b\", \"kind\": "
      "\"x\"}]}");
  outcome = run_tool({"query", dossier, "RETURN 1", "--format", "json"});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, HasSubstr("unknown kind `contry` [unknown-kind] (and 1 error more)"));
  EXPECT_THAT(outcome.err, HasSubstr(R"("line": 2, )"));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

TEST(Query, ReadsAFileThatBeginsWithAMark) {
  const Folder folder;
  folder.write("q.cypher", "\xEF\xBB\xBFRETURN 1 AS n");
  const Outcome outcome =
      run_tool({"query", asked_dossier, "--file", (folder.path() / "q.cypher").string()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST(Query, AsksTheDeadOnlyWhileTheyLived) {
  const std::string dossier = R"({"format": "entente/1", "title": {"en": "t"},
    "vocabulary": "diplomacy", "entities": [
      {"id": "ike", "kind": "person", "names": {"en": ["Ike"]}, "when": "1890-10-14/1969-03-28"},
      {"id": "d", "kind": "document", "names": {"en": ["A life"]}}],
    "relations": [{"id": "r", "type": "about", "from": "d", "to": "ike", "when": "2015-05-01"}]})";
  const auto ids_on = [&](const std::string& day) {
    return run_tool({"query", "-", "AS OF '" + day + "' MATCH (p:person) RETURN p.id", "--format",
                     "csv"},
                    {.input = dossier})
        .out;
  };
  EXPECT_THAT(ids_on("1960"), HasSubstr("ike,certain"));
  EXPECT_THAT(ids_on("2015"), testing::Not(HasSubstr("ike")));
}

TEST(Query, SaysOfEachRowWhetherItIsCertain) {
  const Outcome outcome = run_tool(
      {"query", asked_dossier, "MATCH (c {name: $who})-[r:party_to]->(a) RETURN a.id ORDER BY a.id",
       "--param", "who=日本", "--as-of", "2019", "--format", "json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr(R"("certainty": ["possible", "possible"])"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("why": ["inferred", "imprecise"])"));
}

TEST(Query, AnswersSeveralAndSaysWhereThereIsNothing) {
  EXPECT_EQ(
      run_tool({"query", asked_dossier, "RETURN 1 AS a; RETURN 'x' AS b", "--format", "table"}).out,
      "a\n1\nb\nx\n");
  EXPECT_EQ(run_tool({"query", asked_dossier, "MATCH (n:agreement {id: 'none'}) RETURN n"}).status,
            1);
}

TEST(Query, ReadsItsTextFromAFile) {
  const Folder folder;
  const std::string file =
      folder.write("q.txt", "// how many\nMATCH (n:topic)\nRETURN count(*) AS n;\n");
  EXPECT_EQ(run_tool({"query", asked_dossier, "--file", file, "--format", "csv"}).out,
            "n\r\n26\r\n");
}

TEST(Query, EndsAtItsLimits) {
  const Outcome steps = run_tool(
      {"query", asked_dossier, "MATCH (a)-[*]-(b) RETURN count(*)", "--max-steps", "1000"});
  EXPECT_EQ(steps.status, 75);
  EXPECT_THAT(steps.err, HasSubstr("(a)-[*]-(b)"));
  const Outcome memory =
      run_tool({"query", asked_dossier, "UNWIND range(1, 1000000) AS x RETURN x ORDER BY x",
                "--max-memory", "1000000", "--format", "json"});
  EXPECT_EQ(memory.status, 75);
  EXPECT_THAT(memory.err, HasSubstr("\"code\": \"query-memory\""));
}

// 1,000 relations lead from japan to nearly everybody: a search that begins at one end alone looks
// at all of them.
TEST(Query, LooksForShortestPathsBetweenTwoIdsAtNothingElse) {
  const auto lengths = [](const std::string& match, const std::string& steps) {
    const Outcome outcome = run_tool({"query", asked_dossier, match + " RETURN length(p)",
                                      "--format", "csv", "--max-steps", steps});
    return outcome.out + outcome.err;
  };
  const std::string wanted =
      lengths("MATCH p = shortestPath((a {id: 'japan'})-[*]-(b {id: 'taiwan'}))", "1000000");
  EXPECT_THAT(wanted, HasSubstr("length(p)\r\n2\r\n"));
  for (const char* pattern :
       {"ANY SHORTEST (a {id: 'japan'})-[*]-(b {id: 'taiwan'})",
        "ANY SHORTEST (a)-[*]-(b) WHERE a.id = 'japan' AND 'taiwan' = b.id",
        "ANY SHORTEST (a WHERE a.id = 'japan')-[*]-(b) WHERE id(b) = 'taiwan'",
        "ANY (a {id: 'japan'})-[]-+(b WHERE b.id = 'taiwan')",
        "shortestPath((a)-[*]-(b)) WHERE id(a) = 'japan' AND id(b) = 'taiwan'"})
    EXPECT_EQ(lengths(std::string("MATCH p = ") + pattern, "300"), wanted) << pattern;
  EXPECT_EQ(lengths("MATCH p = ANY SHORTEST (a {id: 'japan'})-[*]-(b {id: 'nobody'})", "10"),
            lengths("MATCH p = (a {id: 'nobody'})", "10"));
}

// In a pipe rows are written one by one, into a file packed or not; the text is the same.
TEST(Query, WritesRowsOneByOneAsItWritesTables) {
  Folder folder;
  RunOptions options;
  options.folder = folder.path();
  const std::string text = "MATCH p = (a)-[r:met_with]-(b) AS OF '2023' RETURN p, a.name AS n, r";
  for (const std::string format : {"csv", "tsv", "jsonl"}) {
    const Outcome piped = run_tool({"query", asked_dossier, text, "--format", format}, options);
    EXPECT_EQ(piped.status, 0) << piped.err;
    EXPECT_GT(std::count(piped.out.begin(), piped.out.end(), '\n'), 3);
    const Outcome filed =
        run_tool({"query", asked_dossier, text, "--output", "rows." + format}, options);
    EXPECT_EQ(filed.status, 0) << filed.err;
    EXPECT_EQ(read_file(folder.path() / ("rows." + format)), piped.out);
  }
  EXPECT_EQ(
      run_tool({"query", asked_dossier, "MATCH (n:nothing) RETURN n", "--format", "csv"}).status,
      1);
}

TEST(Query, RefusesWhatHasNoEffect) {
  EXPECT_EQ(run_tool({"query", asked_dossier, "RETURN 1", "--direction", "out"}).status, 64);
  EXPECT_EQ(run_tool({"query", "-", "--from", "property-graph", "RETURN 1", "--as-of", "2014"},
                     {.input = asked_plain_graph})
                .status,
            64);
  EXPECT_EQ(run_tool({"query", "-", "--from", "property-graph", "RETURN 1"},
                     {.input = R"({"nodes": [], "edges": [{"type": "T", "from": 1, "to": 2}]})"})
                .status,
            65);
}

TEST(Query, ShowsWhatEachOperatorDid) {
  const Outcome outcome =
      run_tool({"query", asked_dossier, "MATCH (n:topic) RETURN count(*) AS n", "--profile"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("rows        edges  operator\n"));
  EXPECT_THAT(outcome.out, HasSubstr("aggregate n\n"));
  EXPECT_EQ(run_tool({"query", asked_dossier, "RETURN 1", "--profile", "--explain"}).status, 64);
}

TEST(Query, DrawsItsRows) {
  const Folder folder;
  const std::string file = folder.at("parties.svg");
  EXPECT_EQ(
      run_tool({"query", asked_dossier, "MATCH p = (c:country)-[:party_to]->(a:agreement) RETURN p",
                "--output", file})
          .status,
      0);
  EXPECT_THAT(read_file(file), HasSubstr("<svg"));
  EXPECT_EQ(run_tool({"query", asked_dossier, "MATCH (n:agreement {id: 'none'}) RETURN n",
                      "--format", "svg"})
                .status,
            1);
  EXPECT_EQ(run_tool({"query", "-", "--from", "property-graph", "RETURN 1", "--format", "svg"},
                     {.input = asked_plain_graph})
                .status,
            64);
}

TEST(Query, NotesWhatLimitLeavesOut) {
  const Outcome sorted =
      run_tool({"query", asked_dossier, "MATCH (n:topic) RETURN n.id ORDER BY n.id LIMIT 3",
                "--format", "json"});
  EXPECT_EQ(sorted.status, 0);
  EXPECT_THAT(sorted.out, HasSubstr(R"("text": "23 rows left out by LIMIT", "count": 23)"));
  const Outcome all =
      run_tool({"query", asked_dossier, "MATCH (n:topic) RETURN n.id ORDER BY n.id LIMIT 26",
                "--format", "json"});
  EXPECT_EQ(all.out.find("left-out"), std::string::npos);
}

TEST(Query, NeedsATerminalForAShell) {
  const Outcome outcome = run_tool({"query", asked_dossier});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("there is no query"));
}

TEST(Query, WritesSeveralAnswersInNoFormatThatHoldsOne) {
  const std::string two = "RETURN 1 AS a; RETURN 2 AS b;";
  for (const char* format : {"json", "json-typed", "csv", "tsv", "html", "svg", "dot", "graph"}) {
    const Outcome outcome = run_tool({"query", asked_dossier, two, "--format", format});
    EXPECT_EQ(outcome.status, 64) << format;
    EXPECT_EQ(outcome.out, "") << format;
    EXPECT_THAT(outcome.err, HasSubstr("jsonl")) << format;
  }
  for (const char* format : {"text", "table", "markdown", "jsonl"})
    EXPECT_EQ(run_tool({"query", asked_dossier, two, "--format", format}).status, 0) << format;
  EXPECT_EQ(run_tool({"query", asked_dossier, "RETURN 1 AS a;", "--format", "json"}).status, 0);
}

TEST(Query, NotesALabelThatTheDossierDoesNotHave) {
  const Outcome outcome =
      run_tool({"query", asked_dossier, "MATCH (a:contry) RETURN a", "--format", "json"});
  EXPECT_THAT(outcome.out, HasSubstr("\"code\": \"query-word\""));
  EXPECT_THAT(outcome.out, HasSubstr("did you mean country?"));
}

TEST(Query, IsReadFromStandardInput) {
  EXPECT_EQ(run_tool({"query", asked_dossier, "--file", "-", "--format", "csv"},
                     {.input = "RETURN 1 AS a"})
                .out,
            "a\r\n1\r\n");
}

}  // namespace
}  // namespace entente::test
