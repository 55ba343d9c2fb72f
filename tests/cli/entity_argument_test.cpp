/// Which entities the words of a call mean.

#include <array>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/shipped.hpp"
#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

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

TEST(EntityArgument, ANameWithCommasIsTriedAsAWhole) {
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

TEST(EntityArgument, UnknownAndAmbiguousEntitiesListWhatIsMeant) {
  const Outcome unknown = run_tool({"show", sample, "Jappan"});
  EXPECT_EQ(unknown.status, 64);
  EXPECT_THAT(unknown.err, HasSubstr("japan"));
  const Outcome ambiguous = run_tool({"show", sample, "ITPP"});
  EXPECT_EQ(ambiguous.status, 64);
  EXPECT_THAT(ambiguous.err, HasSubstr("japan-nato-itpp-2023"));
  EXPECT_THAT(ambiguous.err, HasSubstr("korea-nato-itpp-2023"));
}

TEST(EntityArgument, AConversionSaysWhomItTookANameFor) {
  const Outcome folded = run_tool(
      {"convert", "data/japan-nato", "--to", "jsonl", "--source", "text of the japan-nato ipcp"});
  EXPECT_EQ(folded.status, 0);
  EXPECT_THAT(folded.err, HasSubstr("is taken for Text of the Japan-NATO IPCP (doc-004)"));
  const Outcome exact =
      run_tool({"convert", "data/japan-nato", "--to", "jsonl", "--source", "doc-004"});
  EXPECT_THAT(exact.err, testing::Not(HasSubstr("taken for")));
  EXPECT_EQ(folded.out, exact.out);
}

TEST(EntityArgument, NamesAreFoundInStepsAndRemarkedOn) {
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
