#include "network/fact_series.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::graph_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Window> years(const std::string& span) {
  return calendar_periods(Window::parse(span), CalendarStep::year);
}

/// "r1 no>maybe".
std::vector<std::string> told(const Graph& graph, std::span<const FactChange> changes) {
  std::vector<std::string> list;
  for (const FactChange& change : changes)
    list.push_back(std::string(graph.id(change.relation)) + " " +
                   std::string(to_string(change.before)) + ">" +
                   std::string(to_string(change.after)));
  return list;
}

Graph spells() {
  return graph_of(R"(
    country a
    country b
    country c when=2012/
    r1: a partner_of b when=2011-03-01/2013-06-30
    r2: a partner_of b when=2010/
    r3: a partner_of b
    r4: a partner_of c when=2010/..
    r5: a partner_of b when=2012?/2012
  )");
}

TEST(FactSeries, TellsWhatChangesFromPeriodToPeriod) {
  const Graph graph = spells();
  const FactSeries series(graph, {}, years("2010/2014"));
  ASSERT_EQ(series.size(), 5U);
  EXPECT_THAT(told(graph, series.changes(0)), ElementsAre("r2 no>yes", "r3 no>maybe"));
  EXPECT_THAT(told(graph, series.changes(1)), ElementsAre("r1 no>yes", "r2 yes>maybe"));
  EXPECT_THAT(told(graph, series.changes(2)), ElementsAre("r4 no>yes", "r5 no>yes"));
  EXPECT_THAT(told(graph, series.changes(3)), ElementsAre("r4 yes>maybe", "r5 yes>no"));
  EXPECT_THAT(told(graph, series.changes(4)), ElementsAre("r1 yes>no"));
}

TEST(FactSeries, CountsEachPeriodAsASnapshotDoes) {
  const Graph graph = spells();
  const Selection selection{.observed_through = "2012-06-30"};
  const FactSeries series(graph, selection, years("2005/2020"));
  for (std::size_t i = 0; i < series.size(); ++i) {
    Selection then = selection;
    then.during = format(series.period(i));
    EXPECT_EQ(series.counts(i), graph.facts(then).counts) << then.during;
  }
}

TEST(FactSeries, KeepsOnlyTheCertainWhenAsked) {
  const Graph graph = spells();
  const FactSeries series(graph, {.keep = Keep::certain_only}, years("2010/2012"));
  EXPECT_THAT(told(graph, series.changes(0)), ElementsAre("r2 no>yes"));
  EXPECT_THAT(told(graph, series.changes(1)), ElementsAre("r1 no>yes", "r2 yes>no"));
}

TEST(FactSeries, TakesRollingAndExpandingPeriods) {
  const Graph graph = spells();
  const FactSeries expanding(graph, {.types = {"partner_of"}},
                             {Window::parse("../2010"), Window::parse("../2012")});
  EXPECT_EQ(expanding.counts(0), (Counts{1, 1}));
  EXPECT_EQ(expanding.counts(1), (Counts{4, 1}));
  EXPECT_THROW(FactSeries(graph, {}, {Window::parse("2012"), Window::parse("2011")}),
               InvalidArgument);
}

TEST(FactSeries, MayHaveNoPeriods) {
  EXPECT_EQ(FactSeries(spells(), {}, {}).size(), 0U);
}

}  // namespace
}  // namespace entente
