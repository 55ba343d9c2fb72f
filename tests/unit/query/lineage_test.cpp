#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/lineage.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;

std::vector<std::string> chain(const Graph& graph, const std::string& agreement,
                               const Selection& selection = {}) {
  std::vector<std::string> list;
  for (const Successor& one : lineage(graph, graph.entity(agreement).value(), selection))
    list.push_back(std::string(graph.id(one.agreement)) + " " +
                   std::string(to_string(one.in_force)));
  return list;
}

///   itpp-2023 → ipcp-2018 → ipcp-2014        other, apart
///                 ↑ protocol amends it
Graph programmes() {
  return test::graph_of(R"(
    country japan
    agreement ipcp-2014
    agreement ipcp-2018
    agreement itpp-2023
    agreement protocol
    agreement other
    r1: ipcp-2018 supersedes ipcp-2014 when=2018-05-31
    r2: itpp-2023 supersedes ipcp-2018 when=2023-07-12
    r3: protocol amends ipcp-2018 when=2020
    p1: japan party_to ipcp-2014 when=2014-05-06/
    p2: japan party_to ipcp-2018 when=2018-05-31/2023-07-12
    p3: japan party_to itpp-2023 when=2023-07-12/..
    p4: japan party_to protocol when=2020-01-01/2021-01-01
    p5: japan party_to other when=2000/..
  )");
}

TEST(Lineage, ReachesBackAndForthNewestFirst) {
  for (const char* start : {"ipcp-2014", "ipcp-2018", "itpp-2023", "protocol"})
    EXPECT_THAT(chain(programmes(), start),
                ElementsAre("itpp-2023 yes", "protocol yes", "ipcp-2018 yes", "ipcp-2014 yes"));
}

TEST(Lineage, SaysWhatWasInForce) {
  EXPECT_THAT(chain(programmes(), "itpp-2023", {.as_of = "2015-06-30"}),
              ElementsAre("itpp-2023 no", "protocol no", "ipcp-2018 no", "ipcp-2014 maybe"));
  EXPECT_THAT(chain(programmes(), "itpp-2023", {.as_of = "2024-01-01"}),
              ElementsAre("itpp-2023 yes", "protocol no", "ipcp-2018 no", "ipcp-2014 no"));
}

TEST(Lineage, IsReadWhateverTheTypesAndThePeriod) {
  EXPECT_THAT(chain(programmes(), "itpp-2023", {.as_of = "1900", .types = {"party_to"}}),
              ElementsAre("itpp-2023 no", "protocol no", "ipcp-2018 no", "ipcp-2014 no"));
}

TEST(Lineage, OfAnAgreementThatReplacedNothingIsItself) {
  EXPECT_THAT(chain(programmes(), "other"), ElementsAre("other yes"));
}

/// Of an agreement `b` with these parties and others beside it.
std::string in_force(const std::string& lines, const Selection& selection) {
  const Graph graph = test::graph_of("country a\ncountry c\nagreement new\n" + lines);
  for (const Successor& one : lineage(graph, graph.entity("b").value(), selection)) {
    if (graph.id(one.agreement) != "b") continue;
    constexpr std::array<const char*, 5> reasons = {" only-planned", " only-claimed",
                                                    " only-planned-or-claimed", " inferred-ended",
                                                    " no-party-known"};
    return std::string(to_string(one.in_force)) +
           (one.because ? reasons[static_cast<std::size_t>(*one.because)] : "");
  }
  return "absent";
}

TEST(Lineage, PutsNothingInForceOnTheStrengthOfAPlan) {
  for (const std::string modality : {"plan", "expectation"})
    EXPECT_EQ(in_force("agreement b\nr1: a party_to b when=2000/.. " + modality, {.as_of = "2010"}),
              "no only-planned");
  const std::string claimed = "agreement b\nr1: a party_to b when=2000/.. claim";
  EXPECT_EQ(in_force(claimed, {.as_of = "2010"}), "no only-claimed");
  EXPECT_EQ(in_force(claimed + "\nr2: c party_to b plan", {}), "no only-planned-or-claimed");
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b when=2000/.. derived", {.as_of = "2010"}),
            "yes");
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b when=2000/.. plan\nr2: c party_to b", {}),
            "yes");
}

TEST(Lineage, TakesAnUndatedPartyForMaybeWhateverTheOthersDid) {
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b", {.as_of = "2010"}), "maybe");
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b", {}), "yes");
  EXPECT_EQ(
      in_force("agreement b\nr1: a party_to b\nr2: c party_to b when=1990/1995", {.as_of = "2010"}),
      "maybe");
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b plan\nr2: c party_to b when=1990/1995",
                     {.as_of = "2010"}),
            "no");
}

TEST(Lineage, SaysMaybeAlsoWhereOnlyWhatIsCertainIsAskedFor) {
  const Graph graph = test::graph_of("country a\nagreement b\nr1: a party_to b when=2000/");
  const Selection certain{.as_of = "2003", .keep = Keep::certain_only};
  const auto chain = lineage(graph, graph.entity("b").value(), certain);
  EXPECT_EQ(chain.front().in_force, Verdict::maybe);
  EXPECT_TRUE(chain.front().parties.empty());
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b", certain), "maybe");
  EXPECT_EQ(in_force("agreement b\nr1: a party_to b when=2000/2001", certain), "no");
}

TEST(Lineage, TakesNoUndatedPartyForMaybeWhereALifespanForbidsIt) {
  const std::string ended = "agreement b when=1990/1995\nr1: a party_to b";
  EXPECT_EQ(in_force(ended, {.as_of = "1997"}), "no");
  EXPECT_EQ(in_force(ended, {.as_of = "1992"}), "maybe");
  EXPECT_EQ(in_force(ended, {.as_of = "1992", .undated = Undated::listed}), "maybe");
  EXPECT_EQ(in_force(ended, {}), "yes");
  EXPECT_EQ(in_force("agreement b\ncountry d when=1990/1995\nr1: d party_to b", {.as_of = "1997"}),
            "no");
  EXPECT_EQ(in_force("agreement b\ncountry d when=1990/1995\nr1: d party_to b\nr2: a party_to b",
                     {.as_of = "1997"}),
            "maybe");
}

TEST(Lineage, OfOrganisationsTellsWhenTheyWereThere) {
  const Graph graph = test::graph_of(R"(
    organisation old when=1990/2000
    organisation new when=2000/..
    organisation last
    s1: new succeeds old when=2000
    s2: last succeeds new when=2010
  )");
  for (const Selection& selection : {Selection{}, Selection{.as_of = "2005"}})
    for (const Successor& one : lineage(graph, graph.entity("new").value(), selection)) {
      EXPECT_FALSE(one.because) << graph.id(one.agreement);
      EXPECT_EQ(one.rests_on, RestsOn::presence);
    }
  EXPECT_THAT(chain(graph, "new"), ElementsAre("last yes", "new yes", "old yes"));
  EXPECT_THAT(chain(graph, "new", {.as_of = "2005"}),
              ElementsAre("last maybe", "new yes", "old no"));
}

TEST(Lineage, LetsTheLifespanDecideWhereNobodyIsAParty) {
  EXPECT_EQ(in_force("agreement b when=2000/2015", {}), "yes");
  EXPECT_EQ(in_force("agreement b when=2000/2015", {.as_of = "2010"}), "yes");
  EXPECT_EQ(in_force("agreement b when=2000/2015", {.as_of = "2016"}), "no");
  EXPECT_EQ(in_force("agreement b", {.as_of = "2010"}), "no no-party-known");
}

TEST(Lineage, SaysWhereAnEndIsInferred) {
  const std::string lines =
      "agreement b\nr1: a party_to b when=2000-01-01/\nr2: a party_to new when=2010/..\n"
      "r3: new supersedes b when=2010";
  EXPECT_EQ(in_force(lines, {.as_of = "2015"}), "no inferred-ended");
  EXPECT_EQ(in_force(lines, {.as_of = "2015", .inference = Inference::off}), "maybe");
}

TEST(Lineage, CarriesItsRelations) {
  const Graph graph = programmes();
  const auto found = lineage(graph, graph.entity("ipcp-2018").value());
  const Successor& ipcp = found.at(2);
  ASSERT_EQ(ipcp.succession.size(), 1U);
  EXPECT_EQ(graph.id(ipcp.succession[0].relation), "r1");
  ASSERT_EQ(ipcp.parties.size(), 1U);
  EXPECT_EQ(graph.id(ipcp.parties[0].relation), "p2");
}

TEST(Lineage, GoesDownChainsOfAnyLength) {
  constexpr int length = 30'000;
  std::string lines;
  const auto id = [](int i) { return "a" + std::to_string(100'000 + i); };
  for (int i = 0; i < length; ++i) lines += "agreement " + id(i) + "\n";
  for (int i = 1; i < length; ++i) lines += id(i) + " supersedes " + id(i - 1) + "\n";
  const Graph graph = test::graph_of(lines);
  const auto found = lineage(graph, graph.entity(id(0)).value());
  ASSERT_EQ(found.size(), static_cast<std::size_t>(length));
  EXPECT_EQ(graph.id(found.front().agreement), id(length - 1));
  EXPECT_EQ(graph.id(found.back().agreement), id(0));
}

}  // namespace
}  // namespace entente
