// Inference from what the question keeps, and from what was known by a day.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>

#include "support/graph_of.hpp"
#include "unit/facts/inferred.hpp"

namespace entente {
namespace {

using test::explained;
using test::graph_of;
using test::moving;
using test::selected;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A post whose two holders at one time only a later document shows.
Graph seen_together_later(const std::string& published) {
  return graph_of(R"(
    post pm
    person a
    person b
    document early published=2002-06-01
    document late )" +
                  published + R"(
    t1: a holds_post pm when=2000-01-01/ by=early
    t2: b holds_post pm when=2002-01-01/ by=early
    t3: a holds_post pm when=2008-01-01/2010-01-01 by=late
    t4: b holds_post pm when=2008-01-01/2010-01-01 by=late
  )");
}

TEST(Inference, SeesTheTwoHoldersThatTheQuestionKeeps) {
  const Graph graph = seen_together_later("published=2011-01-01");
  const Selection asked{.as_of = "2002-06-01"};
  EXPECT_THAT(selected(graph, asked), ElementsAre("t1?", "t2?"));
  Selection then = asked;
  then.known_at = "2003-01-01";
  EXPECT_THAT(selected(graph, then), ElementsAre("t2?"));
  then.known_at = "2011-01-01";
  EXPECT_THAT(selected(graph, then), ElementsAre("t1?", "t2?"));
  Selection by_one = asked;
  by_one.sources = {"early"};
  EXPECT_THAT(selected(graph, by_one), ElementsAre("t2?"));
}

TEST(Inference, IsInDoubtWhereItIsNotKnownWhetherTwoHoldersWere) {
  const Graph graph = seen_together_later("published=2011");
  EXPECT_THAT(explained(graph, {.as_of = "2002-06-01", .known_at = "2011-06-01"}),
              ElementsAre("t1 published", "t2 no-end-reported"));
}

TEST(Inference, SeesTheModalitiesThatTheQuestionKeeps) {
  const Graph graph = graph_of(R"(
    post pm
    person a
    person b
    t1: a holds_post pm when=2000-01-01/
    t2: b holds_post pm when=2002-01-01/
    t3: a holds_post pm when=2008-01-01/2010-01-01
    t4: b holds_post pm when=2008-01-01/2010-01-01 derived
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2002-06-01"}), ElementsAre("t1?", "t2?"));
  EXPECT_THAT(selected(graph, {.as_of = "2002-06-01", .modalities = {Modality::fact}}),
              ElementsAre("t2?"));
}

// Whether the tie that is closed was known is a question of its own.
TEST(Inference, ClosesWhatMayBeKnownByWhatCertainlyIs) {
  const std::string documents = R"(
    document early published=2000-06-01
    document late published=2004
  )";
  const Graph seats = graph_of(documents + R"(
    post pm seats=1
    person a
    person b
    r1: a holds_post pm when=2000/ by=late
    r2: b holds_post pm when=2002-06/ by=early
  )");
  const Graph parties = graph_of(documents + R"(
    country c
    agreement old
    agreement new
    r1: c party_to old when=2000/ by=late
    r2: c party_to new when=2002-06/ by=early
    r3: new supersedes old when=2002-06-01 by=early
  )");
  for (const Graph* const graph : {&seats, &parties}) {
    const std::vector<std::string> types = {"holds_post", "party_to"};
    EXPECT_THAT(selected(*graph, {.as_of = "2003-12-31", .known_at = "2004-06-15", .types = types}),
                ElementsAre("r2?"));
    EXPECT_THAT(
        explained(*graph, {.as_of = "2001-06-01", .known_at = "2004-06-15", .types = types}),
        ElementsAre("r1 published"));
    const SelectedFacts facts =
        graph->facts({.as_of = "2003-12-31", .known_at = "2004-06-15", .types = types});
    EXPECT_EQ(facts.inferred_ended.size(), 1U);
  }
}

TEST(Inference, IsNotKnownBeforeItsSource) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    document doc-1 published=2014-06-01
    document doc-2 published=2019-01-01
    r1: a party_to old when=2014/ by=doc-1
    r2: a party_to new when=2018/.. by=doc-2
    s1: new supersedes old when=2018 by=doc-2
  )");
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2018-12-31"}),
              ElementsAre("r1?"));
  EXPECT_THAT(selected(graph, {.as_of = "2020-01-01", .known_at = "2019-12-31"}),
              ElementsAre("r2"));
}

TEST(Inference, IsMaybeWhereItsSourceMayNotHaveBeenOut) {
  const Graph graph = graph_of(R"(
    country a
    agreement old
    agreement new
    document doc-1 published=2014-06-01
    document doc-2 published=2019
    r1: a party_to old when=2014/ by=doc-1
    r2: a party_to new when=2018/.. by=doc-1
    s1: new supersedes old when=2018 by=doc-2
  )");
  EXPECT_THAT(explained(graph, {.as_of = "2020-01-01", .known_at = "2018", .types = {"party_to"}}),
              ElementsAre("r1 no-end-reported", "r2"));
  EXPECT_THAT(
      explained(graph, {.as_of = "2020-01-01", .known_at = "2019-06-01", .types = {"party_to"}}),
      ElementsAre("r1 published", "r2"));
  EXPECT_THAT(explained(graph, {.as_of = "2020-01-01", .known_at = "2020", .types = {"party_to"}}),
              ElementsAre("r2"));
  const Viewpoint between(graph, {.known_at = "2019-06-01"});
  EXPECT_EQ(between.inferred_end(graph.relation("r1").value())->known, Verdict::maybe);
}

TEST(Inference, SeesWhatModalityAndSourceKeep) {
  const Graph graph = moving("when=2000/..");
  EXPECT_THAT(selected(graph, {.as_of = "2010", .modalities = {Modality::plan}}), IsEmpty());
  EXPECT_THAT(selected(graph, {.as_of = "2010", .types = {"party_to"}}), ElementsAre("r2"));
  const Graph claimed = moving("when=2000/..", "when=2000 derived");
  EXPECT_THAT(selected(claimed, {.as_of = "2010", .modalities = {Modality::fact}}),
              ElementsAre("r1?", "r2"));
}

}  // namespace
}  // namespace entente
