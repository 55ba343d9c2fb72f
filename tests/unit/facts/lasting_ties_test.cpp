// What ties of several records say of every day of a period, and what their answers rest on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::graph_of;
using test::ids;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "p1? inferred qualified presumed".
std::vector<std::string> told(const Graph& graph, const Selection& selection) {
  std::vector<std::string> rows;
  for (const SelectedRelation& row : graph.facts(selection).relations)
    rows.push_back(std::string(graph.id(row.relation)) +
                   (row.verdict == Verdict::maybe ? "? " : "") + std::string(to_string(row.why)) +
                   (row.qualified ? " qualified" : "") + (row.presumed ? " presumed" : ""));
  return rows;
}

TEST(LastingTies, AreNoMoreCertainThanTheirLegsAreKnown) {
  const auto legs = [](const std::string& first, const std::string& second) {
    return graph_of(R"(
      country x
      agreement old
      document d1 published=1995
      document d2
      document d3 published=2005
      p1: x party_to old when=1990/1994-12-31 by=)" +
                    first + "\n p2: x party_to old when=1995-01-01/1999 by=" + second);
  };
  const Selection asked{.throughout = "1991/1997", .known_at = "2000", .types = {"party_to"}};
  EXPECT_THAT(told(legs("d1", "d1"), asked), ElementsAre("p1", "p2"));
  EXPECT_THAT(told(legs("d1", "d2"), asked), ElementsAre("p1? published", "p2? published"));
  EXPECT_THAT(told(legs("d2", "d1"), asked), ElementsAre("p1? published", "p2? published"));
  EXPECT_THAT(told(legs("d1", "d3"), asked), IsEmpty());
}

Graph superseded(const std::string& on) {
  return graph_of(R"(
    country x
    agreement old
    agreement new
    p1: x party_to old when=1990/1994-12-31
    p2: x party_to old when=1995-01-01/
    p3: x party_to new when=2000-06-01/
    s: new supersedes old when=)" +
                  on);
}

TEST(LastingTies, TellThatTheirEndIsInferredAndInheritItsDoubt) {
  const auto asked = [](const std::string& period) {
    return Selection{.throughout = period, .entities = {"x", "old"}};
  };
  EXPECT_THAT(told(superseded("2000-06"), asked("1991/1999")),
              ElementsAre("p1? inferred", "p2? inferred"));
  EXPECT_THAT(told(superseded("2000-06?"), asked("1991/1999")),
              ElementsAre("p1? inferred qualified", "p2? inferred qualified"));
}

TEST(LastingTies, ThatInferenceEndsAreCounted) {
  const auto ended = [](const Selection& selection) {
    const Graph graph = superseded("2000-06");
    return ids(graph, graph.facts(selection).inferred_ended);
  };
  EXPECT_THAT(ended({.throughout = "1991/2003"}), ElementsAre("p2"));
  EXPECT_THAT(ended({.throughout = "1991/1999"}), IsEmpty());
  EXPECT_THAT(ended({.throughout = "1991/2003", .keep = Keep::certain_only}), IsEmpty());
}

TEST(LastingTies, AreQualifiedWhereADoubtfulDateDecides) {
  const auto of = [](const std::string& first, const std::string& second) {
    return graph_of("country x\nagreement t\np1: x party_to t when=" + first +
                    "\np2: x party_to t when=" + second);
  };
  const Selection asked{.throughout = "1998/2001"};
  EXPECT_THAT(told(of("1995?/1999-12-31", "2000-01-01/.."), asked),
              ElementsAre("p1 qualified", "p2 qualified"));
  EXPECT_THAT(told(of("1995-01-01/1999-12-31", "2000-01-01/2005?"), asked),
              ElementsAre("p1 qualified", "p2 qualified"));
  EXPECT_THAT(told(of("1995-01-01/1999-12-31", "2000-01-01/2005"), asked), ElementsAre("p1", "p2"));
  EXPECT_THAT(told(of("1995?/1997", "1997/2005"), {.throughout = "1998/2001"}), ElementsAre("p2"));
}

TEST(LastingTies, TellThatTheyArePresumed) {
  const Graph graph = graph_of(R"(
    country x
    agreement t
    document d1 published=1999
    p1: x party_to t when=1990/1994-12-31 by=d1
    p2: x party_to t when=1995-01-01/ by=d1
  )");
  const auto presumed = [](const std::string& period) {
    return Selection{
        .throughout = period, .types = {"party_to"}, .presume_lasting = Lasting::presumed};
  };
  EXPECT_THAT(told(graph, presumed("1991/1998")), ElementsAre("p1 presumed", "p2 presumed"));
  EXPECT_THAT(told(graph, presumed("1991/1995-01-01")), ElementsAre("p1", "p2"));
  EXPECT_THAT(told(graph, presumed("1991/2003")),
              ElementsAre("p1? no-end-reported", "p2? no-end-reported"));
}

TEST(LastingTies, GiveTheReasonsOfTheirEnds) {
  const Graph graph = graph_of(R"(
    country x when=1900/1997
    agreement t
    p1: x party_to t when=/1994-12-31
    p2: x party_to t when=1995-01-01/..
  )");
  EXPECT_THAT(told(graph, {.throughout = "1990/1996"}),
              ElementsAre("p1? no-start-reported", "p2? no-start-reported"));
  EXPECT_THAT(told(graph, {.throughout = "1994-12-31/1997-06"}),
              ElementsAre("p1? imprecise", "p2? imprecise"));
  EXPECT_THAT(told(graph, {.throughout = "1994-12-31/1996", .observed_through = "1995"}),
              ElementsAre("p1? no-end-reported", "p2? no-end-reported"));
}

}  // namespace
}  // namespace entente
