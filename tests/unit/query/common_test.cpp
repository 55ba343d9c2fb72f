#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/common.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> shared(const Graph& graph, const std::vector<std::string>& names,
                                const Selection& selection = {}) {
  std::vector<EntityId> entities;
  for (const std::string& name : names) entities.push_back(graph.entity(name).value());
  std::vector<std::string> list;
  for (const Shared& one : common(graph, entities, selection)) {
    std::string text(graph.id(one.entity));
    for (const SelectedRelation& row : one.relations)
      text += " " + std::string(graph.id(row.relation));
    list.push_back(text);
  }
  return list;
}

///   japan ── pact ── nato      japan ── summit ── nato
///   japan ── topic? no: both take a stance on china
Graph ties() {
  return test::graph_of(R"(
    country japan
    country china
    organisation nato
    agreement pact
    agreement other
    event summit
    r1: japan party_to pact when=2014/2018
    r2: nato party_to pact when=2014/..
    r3: japan attended summit when=2023-07-12
    r4: nato attended summit when=2023-07-12
    r5: japan takes_stance_on china
    r6: nato takes_stance_on china
    r7: japan party_to other
    r8: japan partner_of nato
  )");
}

TEST(Common, ListsAgreementsThenEventsThenTheRest) {
  EXPECT_THAT(shared(ties(), {"japan", "nato"}),
              ElementsAre("pact r1 r2", "summit r3 r4", "china r5 r6"));
}

TEST(Common, NeedsATieToEveryOne) {
  EXPECT_THAT(shared(ties(), {"japan", "nato", "china"}), IsEmpty());
}

TEST(Common, KeepsToTheSelection) {
  EXPECT_THAT(shared(ties(), {"japan", "nato"}, {.as_of = "2020-01-01", .types = {"party_to"}}),
              IsEmpty());
  EXPECT_THAT(shared(ties(), {"japan", "nato"}, {.types = {"attended"}}),
              ElementsAre("summit r3 r4"));
}

TEST(Common, WalksAsDirected) {
  EXPECT_THAT(shared(ties(), {"pact", "summit"}, {.direction = Direction::in}),
              ElementsAre("nato r2 r4"));  // japan had left the pact before the summit
  EXPECT_THAT(shared(ties(), {"pact", "summit"}, {.direction = Direction::out}), IsEmpty());
}

TEST(Common, SharesOnlyWhatHeldTogether) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    agreement never
    agreement once
    agreement perhaps
    agreement undated
    r1: a party_to never when=1990/2000
    r2: b party_to never when=2001/2010
    r3: a party_to once when=1990/2000
    r4: a party_to once when=2005-01-01/2010-12-31
    r5: b party_to once when=2006-01-01/2020-12-31
    r6: a party_to perhaps when=2000/2005
    r7: b party_to perhaps when=2005/2010
    r8: a party_to undated
    r9: b party_to undated when=2000/2005
  )");
  EXPECT_THAT(shared(graph, {"a", "b"}),
              ElementsAre("once r4 r5", "perhaps r6 r7", "undated r9 r8"));
  const std::vector<EntityId> both = {graph.entity("a").value(), graph.entity("b").value()};
  const std::vector<Shared> found = common(graph, both);
  EXPECT_EQ(found[0].verdict, Verdict::yes);
  EXPECT_EQ(found[0].span->when.text(), "2006-01-01/2010-12-31");
  EXPECT_EQ(found[1].verdict, Verdict::maybe);
  EXPECT_EQ(found[1].span->when.text(), "2005/2005");
  EXPECT_THAT(shared(graph, {"a", "b"}, {.keep = Keep::certain_only}),
              ElementsAre("once r4 r5", "undated r9 r8"));
}

TEST(Common, NeedsOneTimeForAllOfSeveral) {
  const Graph graph = test::graph_of(R"(
    country a
    country b
    country c
    agreement pact
    r1: a party_to pact when=1990-01-01/2000-12-31
    r2: b party_to pact when=1995-01-01/1996-12-31
    r3: b party_to pact when=2005-01-01/2006-12-31
    r4: c party_to pact when=1997-01-01/2006-12-31
  )");
  EXPECT_THAT(shared(graph, {"a", "b"}), ElementsAre("pact r1 r2"));
  EXPECT_THAT(shared(graph, {"b", "c"}), ElementsAre("pact r4 r3"));
  EXPECT_THAT(shared(graph, {"a", "b", "c"}), IsEmpty());
}

TEST(Common, GathersActsAtOneThingWhateverTheirDays) {
  const Graph graph = test::graph_of(R"(
    person p
    person q
    country japan
    agreement pact
    r1: p signed pact when=2014-05-06
    r2: q signed pact when=2016-02-01
    r3: p visited japan when=2014-05-06
    r4: q visited japan when=2016-02-01
  )");
  EXPECT_THAT(shared(graph, {"p", "q"}), ElementsAre("pact r1 r2"));
  const std::vector<EntityId> both = {graph.entity("p").value(), graph.entity("q").value()};
  EXPECT_EQ(common(graph, both)[0].span->when.text(), "2014-05-06/2016-02-01");
  EXPECT_THAT(shared(graph, {"p", "q"}, {.during = "2014/2016"}), ElementsAre("pact r1 r2"));
  EXPECT_THAT(shared(graph, {"p", "q"}, {.during = "2014/2015"}), IsEmpty());
}

/// "certain 2000-01-08 ", "possible / no-end-reported", "no".
std::string told(const std::string& legs, const Selection& selection = {}) {
  const Graph graph = test::graph_of("person x\nperson y\norganisation o\n" + legs);
  const std::vector<EntityId> both = {graph.entity("x").value(), graph.entity("y").value()};
  const std::vector<Shared> found = common(graph, both, selection);
  if (found.empty()) return "no";
  const Shared& one = found.front();
  return std::string(one.verdict == Verdict::yes ? "certain " : "possible ") +
         (one.span ? one.span->when.text() : "-") + " " + std::string(to_string(one.why));
}

std::string acts(const std::string& x, const std::string& y) {
  return "a: x visited o when=" + x + "\nb: y visited o when=" + y;
}

TEST(Common, ReadsDatesWithGapsAsTheDaysThatTheyAdmit) {
  EXPECT_EQ(told(acts("2000-XX-15", "2000-XX-16")), "no");
  EXPECT_EQ(told(acts("2000-XX-15", "2000-06-XX")), "possible 2000-06-15 imprecise");
  EXPECT_EQ(told(acts("[2000-01-01,2000-01-08]", "[2000-01-02,2000-01-09]")), "no");
  EXPECT_EQ(told(acts("XXXX-12-24", "XXXX-12-25")), "no");
  EXPECT_EQ(told(acts("XXXX-12-24", "XXXX-12-XX")), "possible XXXX-12-24 imprecise");
  EXPECT_EQ(
      told(acts("[2000-01-01,2000-01-08]", "{2000-01-01,2000-01-05,2000-01-08}")).substr(0, 7),
      "certain");
}

TEST(Common, IsOnCommonDaysWithinThePeriod) {
  const std::string member = "b: y member_of o when=2000-01-02/\n";
  const std::string one_of = member + "a: x visited o when=[2000-01-01,2000-01-08]";
  EXPECT_EQ(told(one_of, {.during = "2000-01-01/2000-01-03"}), "no");
  EXPECT_EQ(told(one_of, {.during = "2000-01-01/2000-01-08"}), "possible 2000-01-08 imprecise");
  const std::string mask = member + "a: x visited o when=XXXX-06-15";
  EXPECT_EQ(told(mask, {.during = "2000-06-01/2000-06-14"}), "no");
  EXPECT_EQ(told(mask, {.during = "2000-06-01/2000-06-15"}).substr(0, 8), "possible");
}

TEST(Common, ShowsTheAccountThatThePeriodAsksFor) {
  const std::string legs = R"(document d
    a: x member_of o when=2000-01-01/2000-01-02 by=d,d~2000-01-08/2000-01-09
    b: y member_of o when=2000-01-02/2000-01-08
  )";
  EXPECT_EQ(told(legs, {.as_of = "2000-01-08"}), "certain 2000-01-08/2000-01-08 ");
  EXPECT_EQ(told(legs, {.as_of = "2000-01-02"}), "certain 2000-01-02/2000-01-02 ");
}

TEST(Common, TellsWhyItIsPossible) {
  const auto states = [](const std::string& x, const std::string& y) {
    return told("a: x member_of o when=" + x + "\nb: y member_of o when=" + y);
  };
  EXPECT_EQ(states("1990/1995", "1995/1999"), "possible 1995/1995 imprecise");
  EXPECT_EQ(states("1990/", "1995/1999"), "possible 1995/1999 no-end-reported");
  EXPECT_EQ(states("/1995", "1990/1991"), "possible 1990/1991 no-start-reported");
  EXPECT_EQ(states("1990/1999", "1995/1999"), "certain 1995/1999 ");
}

TEST(Common, LetsAStateMeetAnActOnTheActsDay) {
  const Graph graph = test::graph_of(R"(
    country a
    person p
    agreement pact
    r1: a party_to pact when=2014-01-01/2015-12-31
    r2: p signed pact when=2015-06-01
  )");
  EXPECT_THAT(shared(graph, {"a", "p"}), ElementsAre("pact r1 r2"));
  const Graph later = test::graph_of(R"(
    country a
    person p
    agreement pact
    r1: a party_to pact when=2014-01-01/2015-12-31
    r2: p signed pact when=2016-06-01
  )");
  EXPECT_THAT(shared(later, {"a", "p"}), IsEmpty());
}

}  // namespace
}  // namespace entente
