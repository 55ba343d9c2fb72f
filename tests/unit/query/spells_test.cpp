#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/spells.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

/// "r1 r2: 1949/..", and "!" where accounts differ.
std::vector<std::string> relations_of(const Graph& graph) {
  std::vector<RelationId> relations;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) relations.push_back(RelationId{i});
  std::vector<std::string> list;
  for (const Spell& spell : spells(graph, relations)) {
    std::string text;
    for (const RelationId relation : spell.relations)
      text += (text.empty() ? "" : " ") + std::string(graph.id(relation));
    text += ": " + (spell.when ? spell.when->text() : "undated");
    list.push_back(text + (spell.accounts == Accounts::differ ? "!" : ""));
  }
  return list;
}

std::vector<std::string> of_dates(const std::vector<std::string>& dates) {
  std::string lines = "country a\norganisation o\n";
  for (const std::string& date : dates)
    lines += "a member_of o" + (date.empty() ? "" : " when=" + date) + "\n";
  return relations_of(test::graph_of(lines));
}

TEST(Spells, UniteWhatMeetsOverlapsOrAbuts) {
  EXPECT_THAT(of_dates({"1949-04-04/1951-06-18", "1951-06-19/.."}),
              ElementsAre("r01 r02: 1949-04-04/.."));
  EXPECT_THAT(of_dates({"1949-04-04/1951-06-19", "1951-06-19/.."}),
              ElementsAre("r01 r02: 1949-04-04/.."));
  EXPECT_THAT(of_dates({"1955-01-01/1960", "1949-04-04/1951-06-18", "1950/1956"}),
              ElementsAre("r01 r02 r03: 1949-04-04/1960!"));
}

TEST(Spells, AreTwoWithAGapOrWithOneThatMayBe) {
  EXPECT_THAT(of_dates({"1949-04-04/1951-06-18", "1951-06-20/.."}),
              ElementsAre("r01: 1949-04-04/1951-06-18", "r02: 1951-06-20/.."));
  EXPECT_THAT(of_dates({"2010/2014", "2015/2020"}),
              ElementsAre("r01: 2010/2014", "r02: 2015/2020"));
  EXPECT_THAT(of_dates({"2010-01-01/", "2015/2020"}),
              ElementsAre("r01: 2010-01-01/", "r02: 2015/2020"));
}

TEST(Spells, TakeInWhatLiesOnAnUnknownDayOfTheTie) {
  EXPECT_THAT(of_dates({"2014", "2010/2020"}), ElementsAre("r01 r02: 2010/2020"));
  EXPECT_THAT(of_dates({"2014", "2010/2014"}), ElementsAre("r01: 2014", "r02: 2010/2014"));
}

TEST(Spells, AreOfOneTypeModalityAndPairOfEnds) {
  EXPECT_THAT(
      relations_of(test::graph_of(R"(
    country a
    country b
    organisation o
    r1: a member_of o when=1990/2000
    r2: b member_of o when=1990/2000
    r3: a member_of o when=1990/2000 plan
    r4: a partner_of o when=1990/2000
    r5: a cooperates_with b when=1990-01-01/2000-12-31
    r6: b cooperates_with a when=2001-01-01/2005
    r7: a assists b when=1990-01-01/2000-12-31
    r8: b assists a when=2001-01-01/2005
  )")),
      ElementsAre("r1: 1990/2000", "r2: 1990/2000", "r3: 1990/2000", "r4: 1990/2000",
                  "r5 r6: 1990-01-01/2005", "r7: 1990-01-01/2000-12-31", "r8: 2001-01-01/2005"));
}

TEST(Spells, LeaveActsAndWhatIsUndatedAlone) {
  EXPECT_THAT(relations_of(test::graph_of(R"(
    person p
    person q
    country a
    organisation o
    r1: p met_with q when=1990-01-01
    r2: p met_with q when=1990-01-01
    r3: a member_of o
    r4: a member_of o
  )")),
              ElementsAre("r1: 1990-01-01", "r2: 1990-01-01", "r3: undated", "r4: undated"));
}

TEST(Spells, SayWhereAccountsOfOneTimeDiffer) {
  EXPECT_THAT(of_dates({"2000/2010", "2000/2015"}), ElementsAre("r01 r02: 2000/2015!"));
  EXPECT_THAT(of_dates({"2000/2010", "2000-05-01/2010"}), ElementsAre("r01 r02: 2000-05-01/2010"));
  EXPECT_THAT(of_dates({"2000-01-01/2010-01-01", "2010-01-01/2015"}),
              ElementsAre("r01 r02: 2000-01-01/2015"));
}

TEST(Spells, HaveAnUnknownEndWhereTheLastHasOne) {
  EXPECT_THAT(of_dates({"2000-01-01/2010-01-01", "2009-01-01/"}),
              ElementsAre("r01 r02: 2000-01-01/"));
  EXPECT_THAT(of_dates({"/2001", "2000/2010"}), ElementsAre("r01 r02: /2010"));
}

TEST(Spells, MakeATieHoldThroughoutAPeriod) {
  const Graph graph = test::graph_of(R"(
    country us
    country fr
    country de
    organisation nato
    r1: us member_of nato when=1949-04-04/1951-06-18
    r2: us member_of nato when=1951-06-19/..
    r3: fr member_of nato when=1949-04-04/1950-06-18
    r4: fr member_of nato when=1951-06-19/..
    r5: de member_of nato when=1949/1955
    r6: de member_of nato when=1955/1970
  )");
  // That of Germany may have had no gap in 1955; that of France had one.
  EXPECT_THAT(test::selected(graph, {.throughout = "1950-01-01/1960-01-01"}),
              ElementsAre("r1", "r2", "r5?", "r6?"));
  EXPECT_THAT(test::selected(graph, {.throughout = "1952-01-01/1960-01-01"}),
              ElementsAre("r2", "r4", "r5?", "r6?"));
  EXPECT_THAT(test::selected(graph, {.throughout = "1950/1951", .types = {"partner_of"}}),
              ElementsAre());
  EXPECT_THAT(test::selected(graph, {.as_of = "1950-01-01", .throughout = "1950/1960"}),
              ElementsAre("r1", "r5?"));
}

}  // namespace
}  // namespace entente
