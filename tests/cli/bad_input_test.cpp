/// Wrong dossiers end with status 65, a line `file:line:column: error: …`, and a hint.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/text_match.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;

/// A dossier whose entities are a country, a person and an agreement, with these relations.
std::string dossier(const std::string& relations) {
  return R"({"format": "entente/1", "title": {"en": "Test"}, "vocabulary": "diplomacy",
  "entities": [
    {"id": "japan", "kind": "country", "names": {"en": ["Japan"]}},
    {"id": "kishida", "kind": "person", "names": {"en": ["Kishida"]}},
    {"id": "pact", "kind": "agreement", "names": {"en": ["Pact"]}}
  ],
  "relations": [)" +
         relations + "]}\n";
}

/// What every verb must do with such an input, `validate` and `info` for all of them.
void expect_rejected(const std::string& name, const std::string& text, const std::string& says) {
  const Folder folder;
  const std::string file = folder.write(name, text);
  for (const char* verb : {"validate", "info"}) {
    const Outcome outcome = run_tool({verb, file});
    EXPECT_EQ(outcome.status, 65) << verb << ": " << outcome.err;
    const std::string message = outcome.err.substr(0, outcome.err.find('\n'));
    EXPECT_FALSE(matches_in(message, R"(:\d+:\d+: error: )").empty()) << message;
    EXPECT_THAT(message, HasSubstr(file)) << verb;
    EXPECT_THAT(outcome.err, HasSubstr(says)) << verb;
    EXPECT_THAT(outcome.err, HasSubstr("hint: ")) << verb;
    EXPECT_THAT(outcome.out, Not(HasSubstr("error:"))) << "messages belong on stderr";
  }
}

TEST(BadInput, TruncatedJson) {
  const std::string whole = dossier("");
  expect_rejected("a.json", whole.substr(0, whole.size() / 2), "a.json");
}

TEST(BadInput, DuplicateEntityIds) {
  expect_rejected("a.json",
                  R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": "diplomacy",
 "entities": [{"id": "japan", "kind": "country", "names": {"en": ["Japan"]}},
              {"id": "japan", "kind": "country", "names": {"en": ["Nippon"]}}]})",
                  "japan");
}

TEST(BadInput, DuplicateRelationIds) {
  const std::string relation = R"({"id": "r1", "type": "party_to", "from": "japan", "to": "pact"})";
  expect_rejected("a.json", dossier(relation + ", " + relation), "r1");
}

TEST(BadInput, DanglingEnd) {
  expect_rejected("a.json",
                  dossier(R"({"id": "r1", "type": "party_to", "from": "japan", "to": "pcat"})"),
                  "pcat");
}

TEST(BadInput, UnknownTypeNamesTheNearest) {
  expect_rejected("a.json",
                  dossier(R"({"id": "r1", "type": "party-to", "from": "japan", "to": "pact"})"),
                  "party_to");
}

TEST(BadInput, PersonPartyToAnAgreement) {
  expect_rejected("a.json",
                  dossier(R"({"id": "r1", "type": "party_to", "from": "kishida", "to": "pact"})"),
                  "person");
}

TEST(BadInput, ThirtiethOfFebruary) {
  expect_rejected(
      "a.json",
      dossier(
          R"({"id": "r1", "type": "party_to", "from": "japan", "to": "pact", "when": "2014-02-30"})"),
      "2014-02-30");
}

TEST(BadInput, EndBeforeStart) {
  expect_rejected(
      "a.json",
      dossier(
          R"({"id": "r1", "type": "party_to", "from": "japan", "to": "pact", "when": "2016/2014"})"),
      "2016/2014");
}

TEST(BadInput, InvalidUtf8) {
  std::string text = dossier("");
  text.insert(text.find("Japan") + 2, "\xff");
  expect_rejected("a.json", text, "UTF-8");
}

TEST(BadInput, NestedAHundredThousandDeep) {
  expect_rejected("a.json", std::string(100'000, '['), "deep");
  expect_rejected("b.json",
                  dossier(R"({"id": "r1", "attributes": {"a": )" + std::string(100'000, '[') + "}"),
                  "deep");
}

TEST(BadInput, EmptyFile) {
  expect_rejected("a.json", "", "empty");
}

TEST(BadInput, FolderWithoutDossiers) {
  const Folder folder;
  for (const char* verb : {"validate", "info"}) {
    const Outcome outcome = run_tool({verb, folder.path().string()});
    EXPECT_EQ(outcome.status, 65) << outcome.err;
    EXPECT_FALSE(matches_in(outcome.err, R"(:\d+:\d+: error: )").empty()) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("hint: "));
  }
}

TEST(BadInput, MissingFileIsAnotherMatter) {
  const Outcome outcome = run_tool({"info", "no/such/dossier.json"});
  EXPECT_EQ(outcome.status, 66);
  EXPECT_THAT(outcome.err, HasSubstr("no/such/dossier.json"));
}

TEST(BadInput, AMistypedPathIsMissingEvenWhereADossierIsSet) {
  const RunOptions options = {.environment = {{"ENTENTE_DOSSIER", "data/samples/harbours.json"}}};
  for (const char* path : {"docs/sample/harbours.json", "harbour.jsonl", "docs/harbours"}) {
    const Outcome outcome = run_tool({"show", path}, options);
    EXPECT_EQ(outcome.status, 66) << path;
    EXPECT_THAT(outcome.err, HasSubstr(std::string("no file or folder ") + path));
  }
  EXPECT_EQ(run_tool({"show", "Arlnd"}, options).status, 64) << "a name, not a path";
}

TEST(BadInput, ADossierGivenTwiceIsRefusedInOneLine) {
  const std::string file = "data/samples/harbours.json";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"diff", file, file, "2000", "2015"},
        {"info", file, "./" + file}}) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("is given twice"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("duplicate-id")));
  }
  const Outcome compared = run_tool({"diff", file, file});
  EXPECT_EQ(compared.status, 1) << "nothing appeared and nothing ended";
}

TEST(BadInput, ADateInAnotherOrderIsToldHowToBeWritten) {
  const Outcome outcome = run_tool({"info", "data/samples/harbours.json", "--as-of", "30.6.1980"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("write 1980-06-30"));
}

TEST(BadInput, ControlCharactersAreNeverEchoedRaw) {
  const Folder folder;
  const std::string file = folder.write(
      "a.json",
      dossier(R"({"id": "r1", "type": "\u001b[31mred\u202e", "from": "japan", "to": "pact"})"));
  const Outcome outcome = run_tool({"validate", file});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
  EXPECT_EQ(outcome.err.find("\u202e"), std::string::npos);
  EXPECT_THAT(run_tool({"\x1b[31mverb"}).err, Not(HasSubstr("\x1b")));
}

TEST(BadInput, ProblemsAreShownUpToALimitAndCounted) {
  std::string entities;
  for (int i = 0; i < 150; ++i)
    entities += R"({"id": "e)" + std::to_string(i) + R"(", "kind": "contry"},)";
  entities.pop_back();
  const std::string input = R"({"format": "entente/1", "title": {"en": "T"},
"vocabulary": "diplomacy", "entities": [)" +
                            entities + "]}";
  const auto lines = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words = {"validate", "-"};
    words.insert(words.end(), options.begin(), options.end());
    const Outcome outcome = run_tool(words, {.input = input});
    EXPECT_EQ(outcome.status, 65);
    std::size_t errors = 0;
    for (std::size_t at = outcome.err.find(": error: "); at != std::string::npos;
         at = outcome.err.find(": error: ", at + 1))
      ++errors;
    return std::pair(errors, outcome.err.find("… and ") != std::string::npos);
  };
  EXPECT_EQ(lines({}), std::pair(std::size_t{100}, true));
  EXPECT_EQ(lines({"--limit", "3"}), std::pair(std::size_t{3}, true));
  EXPECT_EQ(lines({"--limit", "1000"}), std::pair(std::size_t{150}, false));
}

TEST(BadInput, ATableOnStandardInputHasToBeNamed) {
  const std::string table = "Source,Target\na,b\n";
  const Outcome unnamed = run_tool({"info", "-"}, {.input = table});
  EXPECT_EQ(unnamed.status, 65);
  EXPECT_THAT(unnamed.err, HasSubstr("--from csv"));
  EXPECT_EQ(run_tool({"info", "-", "--from", "csv"}, {.input = table}).status, 0);
}

TEST(BadInput, ADatabaseOnStandardInputIsKnown) {
  const Outcome outcome = run_shell(
      "f=$(mktemp -d)/x.sqlite; entente convert tests/cli/dossiers/programmes.json --to sqlite "
      "--output $f && entente info - < $f");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST(BadInput, LabelsOfDotAreAsDrawn) {
  const Outcome outcome = run_tool(
      {"convert", "-", "--to", "jsonl"},
      {.input = R"(digraph G { a [label="\N of \G"]; b; a -> b [label="\T to \H: \E"] })"});
  EXPECT_THAT(outcome.out, HasSubstr("a of G"));
  EXPECT_THAT(outcome.out, HasSubstr("a to b: a->b"));
}

// Attributes of the graph and of clusters, nesting, and what two clusters of one label were.
TEST(BadInput, WhatDotLosesIsTold) {
  const std::string graph =
      R"(digraph {source="Yearbook"; subgraph cluster_a {label="A"; region="W"; x;)"
      R"( subgraph cluster_b {label="B"; y}} subgraph cluster_c {label="A"; z}})";
  const Outcome read =
      run_tool({"convert", "-", "--from", "dot", "--to", "jsonl"}, {.input = graph});
  EXPECT_EQ(read.status, 0) << read.err;
  EXPECT_THAT(read.err, HasSubstr("graph as a whole are left out (2 times)"));
  EXPECT_THAT(read.err, HasSubstr("[nested-cluster]"));
  EXPECT_THAT(read.err, HasSubstr("[same-cluster]"));
  EXPECT_THAT(read.out, HasSubstr(R"("cluster": "B")"));
  const auto strict = [](const std::string& text) {
    return run_tool({"convert", "-", "--from", "dot", "--to", "jsonl", "--strict"}, {.input = text})
        .status;
  };
  EXPECT_EQ(strict(graph), 65);
  EXPECT_EQ(strict(R"(digraph {label="Title"; subgraph cluster_a {label="A"; x} x -> y})"), 0);
}

TEST(BadInput, DotHasNumbersThatAreNotRoundedAndModality) {
  const Outcome read = run_tool(
      {"convert", "-", "--from", "dot", "--to", "jsonl"},
      {.input = "digraph {a -> b [tax=12345678901234567890123, modality=plan]; c -> d [tax=1]}"});
  EXPECT_THAT(read.out, HasSubstr(R"("modality": "plan")"));
  EXPECT_THAT(read.out, HasSubstr(R"("tax": "12345678901234567890123")"));
}

}  // namespace
}  // namespace entente::test
