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
  )");
  const std::vector<RelationId> relations = {RelationId{0}, RelationId{1}};
  EXPECT_EQ(common_span(graph, relations)->when.text(), "2014-05-06/[..2018-12-31]");
  EXPECT_EQ(common_span(graph, relations, Inference::off)->when.text(), "2014-05-06/");
}

}  // namespace
}  // namespace entente
