#include <gtest/gtest.h>

#include <entente/query/common_span.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

/// The span that relations of these dates share, all of type party_to unless it is said otherwise:
/// its text with "?" if it is only possible, "none" if there is none.
std::string span(const std::vector<std::string>& dates, const std::string& type = "party_to") {
  std::string lines = "country a\nagreement b\nperson p\nperson q\n";
  const std::string ends = type == "party_to" ? "a party_to b" : "p met_with q";
  for (const std::string& date : dates)
    lines += ends + (date.empty() ? "" : " when=" + date) + "\n";
  const Graph graph = test::graph_of(lines);
  std::vector<RelationId> relations;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) relations.push_back(RelationId{i});
  const auto common = common_span(graph, relations);
  if (!common) return "none";
  return common->when.text() + (common->verdict == Verdict::yes ? "" : "?");
}

TEST(CommonSpan, RunsFromTheLatestStartToTheEarliestEnd) {
  EXPECT_EQ(span({"2010-01-01/2018-12-31", "2014-05-06/2016-02-01"}), "2014-05-06/2016-02-01");
  EXPECT_EQ(span({"2010-01-01/2015-01-01", "2014-05-06/2016-02-01"}), "2014-05-06/2015-01-01");
}

TEST(CommonSpan, KeepsTheDatesAsWritten) {
  EXPECT_EQ(span({"2010/2018", "2014-05/2016"}), "2014-05/2016");
}

TEST(CommonSpan, IsNoneIfTwoCannotOverlap) {
  EXPECT_EQ(span({"2010/2012", "2014/2016", "2001/2020"}), "none");
  EXPECT_EQ(span({"2023-07-11", "2023-07-12"}, "met_with"), "none");
}

TEST(CommonSpan, IsPossibleUnlessEveryTwoCertainlyOverlap) {
  EXPECT_EQ(span({"2010/2014", "2014/2018"}), "2014/2014?");
  EXPECT_EQ(span({"2010/2016", ""}), "2010/2016?");
  EXPECT_EQ(span({"../..", ""}), "/?");
}

TEST(CommonSpan, IsOneDateForEventsOfThatDate) {
  EXPECT_EQ(span({"2023-07-12", "2023-07-12"}, "met_with"), "2023-07-12");
  EXPECT_EQ(span({"2023", "2023-07-12"}, "met_with"), "2023-07-12?");
}

TEST(CommonSpan, IsOpenOnlyIfAllAre) {
  EXPECT_EQ(span({"2010/..", "2014/.."}), "2014/..");
  EXPECT_EQ(span({"2010/..", "2014-01-01/"}), "2014-01-01/");
}

TEST(CommonSpan, OfEventsAtAnUnknownTimeIsAsUnknown) {
  EXPECT_EQ(span({"/"}, "met_with"), "/");
  EXPECT_EQ(span({"../.."}, "met_with"), "../..");
  EXPECT_EQ(span({"/", "2014"}, "met_with"), "2014?");
}

TEST(CommonSpan, OfNothingIsNone) {
  EXPECT_EQ(span({}), "none");
}

TEST(CommonSpan, TakesInferredEndsForAnEndByThen) {
  const Graph graph = test::graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=2014-05-06/
    r2: a party_to old when=2012-01-01/
    r3: new supersedes old when=2018
    r4: a party_to new when=2018/..
  )");
  const std::vector<RelationId> relations = {RelationId{0}, RelationId{1}};
  EXPECT_EQ(common_span(graph, relations)->when.text(), "2014-05-06/[..2018-12-31]");
  EXPECT_EQ(common_span(graph, relations, Inference::off)->when.text(), "2014-05-06/");
}

/// The choice among parallel relations, each line of dates a hop: the ids chosen and the span.
std::string chosen(const std::vector<std::vector<std::string>>& hops,
                   const std::string& type = "cooperates_with") {
  std::string lines;
  const std::string kind = type == "met_with" ? "person" : "country";
  std::vector<std::vector<std::string>> ids;
  for (std::size_t hop = 0; hop <= hops.size(); ++hop)
    lines += kind + " e" + std::to_string(hop) + "\n";
  for (std::size_t hop = 0; hop < hops.size(); ++hop) {
    ids.emplace_back();
    for (const std::string& date : hops[hop]) {
      ids.back().push_back(std::string(1, static_cast<char>('a' + hop)) +
                           std::to_string(ids.back().size() + 1));
      lines += ids.back().back() + ": e" + std::to_string(hop) + " " + type + " e" +
               std::to_string(hop + 1) + (date.empty() ? "" : " when=" + date) + "\n";
    }
  }
  const Graph graph = test::graph_of(lines);
  std::vector<std::vector<RelationId>> legs;
  for (const auto& hop : ids) {
    legs.emplace_back();
    for (const std::string& id : hop) legs.back().push_back(graph.relation(id).value());
  }
  const BestChoice best = best_choice(graph, legs);
  if (!best.span) return best.apart == Apart::by_clocks ? "other times" : "never";
  std::string text;
  for (const RelationId relation : best.relations) text += std::string(graph.id(relation)) + " ";
  return text + best.span->when.text() + (best.span->verdict == Verdict::yes ? "" : "?");
}

TEST(BestChoice, IsThatOfTheLongestCertainSpan) {
  EXPECT_EQ(chosen({{"1990/2000", "2010-01-01/2014-12-31"}, {"2005-01-01/2020-12-31"}}),
            "a2 b1 2010-01-01/2014-12-31");
  EXPECT_EQ(chosen({{"1990-01-01/2000-12-31", "2001-01-01/2003-12-31"},
                    {"1999-01-01/2000-12-31", "2001-01-01/2003-01-02"}}),
            "a1 b2 1999-01-01/2003-01-02")
      << "abutting records are one tie";
  EXPECT_EQ(chosen({{"1900-01-01/2000-12-31", "1990-01-01/.."}, {"1900-01-01/.."}}),
            "a2 b1 1900-01-01/..");
}

TEST(BestChoice, IsElseThatOfTheLongestPossibleSpan) {
  EXPECT_EQ(chosen({{"2010/2014", "2000/2001"}, {"2014/2018"}}), "a1 b1 2014/2014?");
  EXPECT_EQ(chosen({{"2010-01-01/", "2012-01-01/2013-01-01"}, {"2011-01-01/"}}),
            "a1 b1 2011-01-01/?");
  EXPECT_EQ(chosen({{"2010-01-01/", "2000-01-01/"}, {"/2005"}}), "a2 b1 2000-01-01/2005?");
}

TEST(BestChoice, TellsADateWithoutDoubtsBeforeAnEqualOneWith) {
  EXPECT_EQ(chosen({{"2023-12-02?", "2023-12-02"}, {"2023"}}, "met_with"), "a2 b1 2023-12-02?")
      << "two acts may have been on one day";
  EXPECT_EQ(chosen({{"2010?/2012", "2010/2012"}, {"2009/2015"}}), "a2 b1 2010/2012");
}

TEST(BestChoice, PrefersTheEarlierAndThenTheSmallerId) {
  EXPECT_EQ(chosen({{"2012-01-01/2012-01-31", "2010-01-01/2010-01-31"}, {"2000/2020"}}),
            "a2 b1 2010-01-01/2010-01-31");
  EXPECT_EQ(chosen({{"2012-01-01/2012-01-31", "2012-01-01/2012-01-31"}, {"2000/2020"}}),
            "a1 b1 2012-01-01/2012-01-31");
}

TEST(BestChoice, ReadsSetsOfDaysAsDays) {
  EXPECT_EQ(chosen({{"{2013-05-01,2013-05-03}"}, {"2013-05-02"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"{2013-05-01,2013-05-03}"}, {"2013-05-03"}}, "met_with"), "a1 b1 2013-05-03");
  EXPECT_EQ(chosen({{"{2013,2015}"}, {"{2014,2016}"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"[2013-05-01,2013-05-03]"}, {"2013-05-02"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"[2013-05-01,2013-05-03]"}, {"2013-05-03"}}, "met_with"), "a1 b1 2013-05-03?");
  EXPECT_EQ(chosen({{"{2013-05-01..2013-05-03}"}, {"2013-05-02"}}, "met_with"), "a1 b1 2013-05-02");
  EXPECT_EQ(chosen({{"{2013..2015}"}, {"2014-05-02"}}, "met_with"), "a1 b1 2014-05-02?");
  EXPECT_EQ(chosen({{"1960-XX-25"}, {"1960-03-26"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"1960-XX-25"}, {"1960-03-25"}}, "met_with"), "a1 b1 1960-03-25?");
}

TEST(BestChoice, ReadsDatesOfUnknownYearAsTheirDays) {
  EXPECT_EQ(chosen({{"XXXX-12-24"}, {"XXXX-12-25"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-15"}, {"[2001-01-30,2002-XX-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-31"}, {"[2001-01-30,2002-XX-31]"}}, "met_with"), "a1 b1 2002-12-31?");
  EXPECT_EQ(chosen({{"{2002-12-15,2003}"}, {"[2001-01-30,2002-XX-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"[2002-12-15,2003]"}, {"[2001-01-30,2002-XX-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-15"}, {"[2002-XX-31,2003-XX-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-15"}, {"[2002-12-31,2002-XX-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-15"}, {"[2001-01-30,XXXX-12-31]"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2002-12-31"}, {"[2001-01-30,XXXX-12-31]"}}, "met_with"), "a1 b1 2002-12-31?");
  EXPECT_EQ(chosen({{"XXXX-12-24"}, {"XXXX-12-XX"}}, "met_with"), "a1 b1 XXXX-12-24?");
  EXPECT_EQ(chosen({{"XXXX-02-29"}, {"2001"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"XXXX-02-29"}, {"2004"}}, "met_with"), "a1 b1 XXXX-02-29?");
  EXPECT_EQ(chosen({{"XXXX-12-24"}, {"0900-12-24", "1900-12-25"}}, "met_with"),
            "a1 b1 0900-12-24?");
}

TEST(BestChoice, ComparesTheClocksOfActsOnOneDay) {
  EXPECT_EQ(chosen({{"2013-05-01T09:00:00"}, {"2013-05-01T18:00:00"}}, "met_with"), "other times");
  EXPECT_EQ(chosen({{"2013-05-01T09:00:00"}, {"2013-05-01T09:00:00"}}, "met_with"),
            "a1 b1 2013-05-01T09:00:00");
  EXPECT_EQ(chosen({{"2013-05-01T09:00:00"}, {"2013-05-01"}}, "met_with"), "a1 b1 2013-05-01?");
  EXPECT_EQ(
      chosen({{"2013-05-01T09:00:00", "2013-05-01T10:00:00"}, {"2013-05-01T10:00:00"}}, "met_with"),
      "a2 b1 2013-05-01T10:00:00");
  EXPECT_EQ(chosen({{"2013-05-01T09:00:00"}, {"2013-05-02"}}, "met_with"), "never");
  EXPECT_EQ(chosen({{"2013-05-01T09:00:00"}, {"2013-05"}}, "met_with"), "a1 b1 2013-05-01?");
}

TEST(BestChoice, LetsEqualInstantsCoincideWhateverTheirDays) {
  EXPECT_EQ(chosen({{"2023-12-02T23:00:00-05:00"}, {"2023-12-03T13:00:00+09:00"}}, "met_with"),
            "a1 b1 2023-12-02T23:00:00-05:00");
  EXPECT_EQ(chosen({{"2023-12-02T23:00:00-05:00"}, {"2023-12-02T23:00:00+09:00"}}, "met_with"),
            "other times");
  EXPECT_EQ(chosen({{"2023-12-02T23:00:00-05:00"}, {"2023-12-02T23:00:00"}}, "met_with"),
            "a1 b1 2023-12-02?");
}

TEST(BestChoice, TakesAWitnessForCertainOnItsDay) {
  EXPECT_EQ(chosen({{"2015-03-03"}, {"2010/2020"}}), "a1 b1 2015-03-03");
  EXPECT_EQ(chosen({{"2015-03-03"}, {"2016/2020"}}), "a1 b1 2016/2020?");
  EXPECT_EQ(chosen({{"{2013,2015}"}, {"2010/2020"}}), "a1 b1 2013/2015");
}

TEST(BestChoice, CountsTheDatesOfTheEvidence) {
  const Graph graph = test::graph_of(R"(
    document d
    person p
    person q
    person r
    r1: p met_with q when=2023-12-02 by=d~2023-12-03
    r2: q met_with r when=2023-12-03
  )");
  const std::vector<std::vector<RelationId>> legs = {{RelationId{0}}, {RelationId{1}}};
  const BestChoice best = best_choice(graph, legs);
  ASSERT_TRUE(best.span);
  EXPECT_EQ(best.span->when.text(), "2023-12-03");
  EXPECT_EQ(best.span->verdict, Verdict::yes);
}

TEST(BestChoice, LetsActsAtAnUnknownTimeMeetWhatHoldsAllThatTime) {
  EXPECT_EQ(chosen({{"2014"}, {"2014"}}, "met_with"), "a1 b1 2014?");
  const Graph graph = test::graph_of(R"(
    country a
    country b
    person p
    r1: p visited a when=2014
    r2: a cooperates_with b when=2010/2020
  )");
  const std::vector<std::vector<RelationId>> legs = {{RelationId{0}}, {RelationId{1}}};
  const BestChoice best = best_choice(graph, legs);
  ASSERT_TRUE(best.span);
  EXPECT_EQ(best.span->when.text(), "2014");
  EXPECT_EQ(best.span->verdict, Verdict::yes);
}

}  // namespace
}  // namespace entente
