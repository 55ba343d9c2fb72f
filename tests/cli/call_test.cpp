/// Calls: where words stand, what is missing, what is meant.

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* sample = "data/japan-nato";

TEST(Call, AloneExplainsItselfInTenLines) {
  const Outcome outcome = run_tool({});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_LE(std::ranges::count(outcome.out, '\n'), 12);
  EXPECT_THAT(outcome.out, HasSubstr("entente show"));
}

TEST(Call, EveryVerbHasHelpWithTwoExamples) {
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

TEST(Call, EveryExampleOfTheHelpHasAnAnswer) {
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

TEST(Call, SaysItsVersion) {
  EXPECT_THAT(run_tool({"--version"}).out, StartsWith("entente "));
}

TEST(Call, OptionsStandAnywhere) {
  const std::string expected =
      run_tool({"show", sample, "nato", "--type", "party_to", "--format", "json"}).out;
  EXPECT_THAT(expected, HasSubstr("party_to"));
  EXPECT_EQ(run_tool({"--format", "json", "show", "--type", "party_to", sample, "nato"}).out,
            expected);
  EXPECT_EQ(run_tool({"show", "--type=party_to", sample, "--format=json", "nato"}).out, expected);
}

TEST(Call, ListsComeByCommaOrByRepeating) {
  EXPECT_EQ(
      run_tool({"info", sample, "--type", "signed,party_to", "--format", "json"}).out,
      run_tool({"info", sample, "--type", "signed", "--type", "party_to", "--format", "json"}).out);
}

TEST(Call, NothingAfterTwoDashesIsAnOption) {
  const Outcome outcome = run_tool({"find", sample, "--", "--type"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
}

TEST(Call, WrongWordsAreAnsweredWithTheNearest) {
  const auto says = [](const std::vector<std::string>& words, const std::string& meant) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << words[0];
    EXPECT_THAT(outcome.err, HasSubstr("did you mean " + meant + "?"));
    EXPECT_EQ(outcome.out, "");
  };
  says({"pth", sample}, "path");
  says({"info", sample, "--formt", "json"}, "--format");
  says({"info", sample, "--format", "jsn"}, "json");
  says({"info", sample, "--modality", "plam"}, "plan");
  says({"rank", sample, "--by", "degre"}, "degree");
}

TEST(Call, ValuesThatAnOptionDoesNotTakeAreAnsweredWithThoseItTakes) {
  const Outcome outcome = run_tool({"info", sample, "--direction", "up"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("it takes both, out or in"));
  EXPECT_THAT(run_tool({"rank", sample, "--by", "fame"}).err, HasSubstr(" katz, "));
}

TEST(Call, UnknownTypesAndKindsAreAnsweredWithTheNearest) {
  for (const auto& [option, word, meant] :
       {std::tuple{"--type", "met-with", "met_with"}, {"--kind", "contry", "country"}}) {
    const Outcome outcome = run_tool({"info", sample, option, word});
    EXPECT_EQ(outcome.status, 64);
    EXPECT_THAT(outcome.err, HasSubstr(meant));
  }
}

TEST(Call, MissingWordsAreUsageErrors) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show"},
        {"show", sample},
        {"path", sample, "japan"},
        {"info"},
        {"info", sample, "--as-of"},
        {"info", sample, "--as-of="},
        {"--format", "json"},
        {"info", sample, "--as-of", "2013", "--as-of", "2014"},
        {"schema", sample}}) {
    const Outcome outcome = run_tool(words);
    EXPECT_EQ(outcome.status, 64) << testing::PrintToString(words);
    EXPECT_THAT(outcome.err, StartsWith("entente: error: "));
  }
}

TEST(Call, AnArgumentTooManyIsToldApartFromAMissingDossier) {
  const Outcome outcome = run_tool({"path", sample, "japan", "nato", "france"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("too many arguments, or 'japan' is a dossier"));
  EXPECT_EQ(run_tool({"path", "no-such-dossier", "japan", "nato"}).status, 66);
}

TEST(Call, DiffTellsWhichDossierIsMissing) {
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

TEST(Call, ANameWithCommasIsTriedAsAWhole) {
  const std::string dossier = R"({"format": "entente/1", "vocabulary": "diplomacy", "entities": [
    {"id": "r", "kind": "document", "names": {"en": ["Report, 2010"]}},
    {"id": "s", "kind": "document", "names": {"en": ["Other"]}},
    {"id": "m", "kind": "country", "names": {"en": ["Micronesia, Federated States, of"]}},
    {"id": "a", "kind": "country"}, {"id": "b", "kind": "country"}], "relations": [
    {"id": "one", "type": "cooperates_with", "from": "a", "to": "m", "when": "2010",
     "evidence": [{"source": "r"}]},
    {"id": "two", "type": "cooperates_with", "from": "m", "to": "b", "when": "2010",
     "evidence": [{"source": "s"}]}]})";
  const auto asked = [&](const std::vector<std::string>& words) {
    return run_tool(words, {.input = dossier});
  };
  const Outcome one = asked({"timeline", "-", "--source", "Report, 2010", "--format", "csv"});
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_THAT(one.out, AllOf(HasSubstr("one,"), Not(HasSubstr("two,"))));
  const Outcome both =
      asked({"timeline", "-", "--source", "Other,Report, 2010", "--format", "csv"});
  EXPECT_THAT(both.out, AllOf(HasSubstr("one,"), HasSubstr("two,"))) << both.err;
  const Outcome around =
      asked({"path", "-", "a", "b", "--avoid", "Micronesia, Federated States, of"});
  EXPECT_EQ(around.status, 1) << around.err;
  EXPECT_EQ(
      asked({"series", "-", "degree", "--entity", "Micronesia, Federated States, of,a"}).status, 0);
}

TEST(Call, QuestionsThatMakeNoSenseAreRefused) {
  const Outcome shared = run_tool({"common", sample, "japan", "日本"});
  EXPECT_EQ(shared.status, 64);
  EXPECT_THAT(shared.err, HasSubstr("Japan is named twice"));
  const Outcome lineage = run_tool({"lineage", sample, "japan"});
  EXPECT_EQ(lineage.status, 64);
  EXPECT_THAT(lineage.err, HasSubstr("`country`, which has no lineage"));
  EXPECT_THAT(run_tool({"path", sample, "japan", "nato", "--weight", "tonnes"}).err,
              HasSubstr("no relation of the dossier has a number `tonnes`"));
  EXPECT_THAT(run_tool({"path", sample, "japan", "nato", "--missing-weight", "1"}).err,
              HasSubstr("--missing-weight has no effect without --weight"));
}

TEST(Call, SaysWhatBecomesOfRelationsWithoutAWeight) {
  const auto weighed = [](std::vector<std::string> further) {
    std::vector<std::string> words{"path", sample, "japan", "nato", "--weight", "count"};
    words.insert(words.end(), further.begin(), further.end());
    return run_tool(words);
  };
  EXPECT_EQ(weighed({}).status, 0);
  EXPECT_THAT(weighed({}).err, HasSubstr("have no number `count` and are left out"));
  EXPECT_THAT(weighed({"--missing-weight", "2.5"}).err, HasSubstr("and weigh 2.5"));
  const Outcome refused = weighed({"--missing-weight", "error"});
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.err, HasSubstr("no numeric attribute `count`"));
  EXPECT_EQ(weighed({"--missing-weight", "none"}).status, 64);
}

TEST(Call, OptionsThatExcludeEachOtherAreRefused) {
  EXPECT_EQ(run_tool({"series", sample, "degree", "--rolling", "2", "--expanding"}).status, 64);
  EXPECT_EQ(run_tool({"path", sample, "japan", "nato", "--k", "2", "--all-shortest"}).status, 64);
  EXPECT_EQ(run_tool({"components", sample, "--bridges", "--strong"}).status, 64);
}

TEST(Call, ALimitThatNobodyAskedForSaysSoInTheExitStatus) {
  const Outcome asked =
      run_tool({"path", sample, "japan", "russia", "--max-hops", "3", "--limit", "2"});
  EXPECT_EQ(asked.status, 0);
  EXPECT_EQ(asked.err, "");
  EXPECT_THAT(asked.out, HasSubstr("Japan →"));
  const Outcome outcome = run_tool({"path", sample, "japan", "russia", "--max-hops", "5"});
  EXPECT_EQ(outcome.status, 75);
  EXPECT_THAT(outcome.err, HasSubstr("--limit"));
}

TEST(Call, VerbsToComeSaySo) {
  const Outcome outcome = run_tool({"journey", sample, "japan", "nato"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("journey"));
}

TEST(Call, UnsupportedFormatsNameTheSupported) {
  const Outcome outcome = run_tool({"rank", sample, "--format", "dot"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("csv, tsv, json"));
}

TEST(Call, DossierComesFromTheEnvironmentOrTheFolder) {
  const std::string expected = run_tool({"show", sample, "nato"}).out;
  const std::string root = ENTENTE_SOURCE_DIR;
  EXPECT_EQ(run_tool({"show", "nato"}, {.environment = {{"ENTENTE_DOSSIER", sample}}}).out,
            expected);
  const Folder folder;
  folder.write(".entente", "# the sample\n" + root + "/" + sample + "\n");
  std::filesystem::create_directory(folder.path() / "below");
  EXPECT_EQ(run_tool({"show", "nato"}, {.folder = folder.path() / "below"}).out, expected);
}

TEST(Call, SeveralDossiersAreReadAsOne) {
  const Outcome outcome = run_shell("entente info data/japan-nato/*.json --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", sample, "--format", "json"}).out);
}

TEST(Call, ADashIsStandardInput) {
  const Outcome outcome =
      run_shell("entente convert data/japan-nato --to json | entente info - --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", sample, "--format", "json"}).out);
}

TEST(Call, ADossierMayComeThroughAPipeWithAName) {
  const std::string file = std::string(ENTENTE_SOURCE_DIR) + "/tests/cli/dossiers/programmes.json";
  const Outcome outcome = run_shell("cat " + file + " | entente info /dev/stdin");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, run_tool({"info", file}).out);
  const Outcome snapshot = run_shell("cat " + file + " | entente snapshot /dev/stdin");
  EXPECT_EQ(snapshot.status, 0) << snapshot.err;
  EXPECT_EQ(snapshot.out, run_shell("entente snapshot - < " + file).out);
}

TEST(Call, AConversionSaysWhomItTookANameFor) {
  const Outcome folded = run_tool(
      {"convert", "data/japan-nato", "--to", "jsonl", "--source", "text of the japan-nato ipcp"});
  EXPECT_EQ(folded.status, 0);
  EXPECT_THAT(folded.err, HasSubstr("is taken for Text of the Japan-NATO IPCP (doc-004)"));
  const Outcome exact =
      run_tool({"convert", "data/japan-nato", "--to", "jsonl", "--source", "doc-004"});
  EXPECT_THAT(exact.err, testing::Not(HasSubstr("taken for")));
  EXPECT_EQ(folded.out, exact.out);
}

TEST(Call, FormatSaysOfAConversionWhatToSays) {
  const auto converted = [](const std::vector<std::string>& options) {
    std::vector<std::string> words = {"convert", "tests/cli/dossiers/programmes.json"};
    words.insert(words.end(), options.begin(), options.end());
    return run_tool(words);
  };
  for (const char* format : {"json", "jsonl", "dot", "node-link", "cytoscape"})
    EXPECT_EQ(converted({"--format", format}).out, converted({"--to", format}).out) << format;
  EXPECT_EQ(converted({"--format", "graph"}).out, converted({"--to", "json"}).out);
  EXPECT_EQ(converted({"--format", "csv"}).status, 64);
  EXPECT_EQ(converted({"--format", "dot", "--to", "json"}).status, 64);
}

TEST(Call, ValidationQuestionsWhatIsSelectedAndTellsEveryError) {
  const Folder folder;
  const auto dossier = [&](const std::string& type) {
    return folder.write("a.json", R"({"format": "entente/1", "title": {"en": "T"},
 "vocabulary": "diplomacy",
 "entities": [{"id": "a", "kind": "country"}, {"id": "b", "kind": "country"},
              {"id": "t", "kind": "agreement"}],
 "relations": [{"id": "r1", "type": "assists", "from": "a", "to": "b"},
               {"id": "r2", "type": ")" +
                                      type + R"(", "from": "a", "to": "t"}]})");
  };
  const std::string sound = dossier("party_to");
  const auto validated = [&](const std::string& type) {
    return run_tool({"validate", sound, "--type", type, "--format", "csv"}).out;
  };
  EXPECT_THAT(validated("assists"), HasSubstr(",r1,"));
  EXPECT_THAT(validated("assists"), Not(HasSubstr(",r2,")));
  EXPECT_THAT(validated("party_to"), Not(HasSubstr(",r1,")));
  const Outcome unsound = run_tool({"validate", dossier("party-to"), "--type", "assists"});
  EXPECT_EQ(unsound.status, 65);
  EXPECT_THAT(unsound.err, HasSubstr("r2: unknown relation type"));
}

TEST(Call, ASnapshotHasOneFormat) {
  const Outcome outcome = run_tool({"snapshot", sample, "--format", "json"});
  EXPECT_EQ(outcome.status, 64);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("--format"));
}

TEST(Call, UnknownAndAmbiguousEntitiesListWhatIsMeant) {
  const Outcome unknown = run_tool({"show", sample, "Jappan"});
  EXPECT_EQ(unknown.status, 64);
  EXPECT_THAT(unknown.err, HasSubstr("japan"));
  const Outcome ambiguous = run_tool({"show", sample, "ITPP"});
  EXPECT_EQ(ambiguous.status, 64);
  EXPECT_THAT(ambiguous.err, HasSubstr("japan-nato-itpp-2023"));
  EXPECT_THAT(ambiguous.err, HasSubstr("korea-nato-itpp-2023"));
}

TEST(Call, EmptyAnswersEndWithOneAndTheSameObject) {
  const Outcome find = run_tool({"find", sample, "Atlantis XYZ", "--format", "json"});
  EXPECT_EQ(find.status, 1);
  EXPECT_THAT(find.out, HasSubstr("\"matches\": []"));
  const Outcome path =
      run_tool({"path", sample, "japan", "russia", "--type", "met_with", "--format", "json"});
  EXPECT_EQ(path.status, 1);
  EXPECT_THAT(path.out, HasSubstr("\"paths\": []"));
  EXPECT_THAT(path.err, HasSubstr("no path"));
}

/// Two people who meet, with a country and a place.
constexpr const char* names_dossier = R"({"format": "entente/1", "title": {"en": "t"},
 "vocabulary": "diplomacy", "entities": [
 {"id": "m", "kind": "person", "names": {"de": ["Jürgen Müller"]}},
 {"id": "l", "kind": "person", "names": {"pl": ["Łukasz Żak"], "ja": ["渡邉"]}},
 {"id": "g", "kind": "place", "names": {"el": ["Αθήνα"]}},
 {"id": "t", "kind": "topic", "names": {"ja": ["重要鉱物"]}},
 {"id": "x", "kind": "person", "names": {"ja": ["叶恭子"]}},
 {"id": "y", "kind": "person", "names": {"ja": ["葉恭子"]}},
 {"id": "c", "kind": "country", "names": {"ja": ["日本"]}, "codes": {"iso3": "JPN"}}],
 "relations": [{"id": "r1", "type": "met_with", "from": "m", "to": "l", "when": "2020"}]})";

TEST(Call, NamesAreFoundInStepsAndRemarkedOn) {
  const Folder folder;
  const std::string file = folder.write("a.json", names_dossier);
  const auto shown = [&](const char* text) { return run_tool({"show", file, text}); };
  for (const auto& [text, id, by] :
       std::vector<std::array<const char*, 3>>{{"Jurgen Muller", "m", "accents"},
                                               {"Muller, Jürgen", "m", "order"},
                                               {"Lukasz Zak", "l", "accents"},
                                               {"Zak", "l", "surname"},
                                               {"Mueller", "m", "surname"},
                                               {"渡辺", "l", "spelling"},
                                               {"ΑΘΗΝΑ", "g", "accents"},
                                               {"重要矿物", "t", "variants"},
                                               {"jpn", "c", "case"}}) {
    const Outcome outcome = shown(text);
    EXPECT_EQ(outcome.status, 0) << text << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(std::string("(") + id + ")")) << text;
    EXPECT_THAT(outcome.err, HasSubstr(by)) << text;
  }
  for (const char* text : {"m", "Łukasz Żak", "JPN", "叶恭子", "葉恭子"}) {
    EXPECT_EQ(shown(text).status, 0) << text;
    EXPECT_EQ(shown(text).err, "") << text;
  }
  const std::string found = run_tool({"find", file, "叶恭子", "--format", "tsv"}).out;
  EXPECT_THAT(found, HasSubstr("x\tperson\t叶恭子\t叶恭子\texact"));
  EXPECT_THAT(found, HasSubstr("y\tperson\t葉恭子\t葉恭子\tfolded"));
}

}  // namespace
}  // namespace entente::test
