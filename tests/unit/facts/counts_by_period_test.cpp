#include "facts/counts_by_period.hpp"

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

TEST(CountsByPeriod, StepsUpAndDownWithWhatBeginsAndEnds) {
  EXPECT_THAT(counts_by_period(spells(), {}, years("2010/2014")),
              ElementsAre(Counts{2, 0, 1}, Counts{2, 1, 1}, Counts{3, 1, 1}, Counts{1, 2, 1},
                          Counts{0, 2, 1}));
}

TEST(CountsByPeriod, CountsEachPeriodAsASnapshotDoes) {
  const Graph graph = spells();
  const Selection selection{.observed_through = "2012-06-30"};
  const std::vector<Window> periods = years("2005/2020");
  const std::vector<Counts> counts = counts_by_period(graph, selection, periods);
  ASSERT_EQ(counts.size(), periods.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Selection then = selection;
    then.during = format(periods[i]);
    EXPECT_EQ(counts[i], graph.facts(then).counts) << then.during;
  }
}

TEST(CountsByPeriod, KeepsOnlyTheCertainWhenAsked) {
  EXPECT_THAT(counts_by_period(spells(), {.keep = Keep::certain_only}, years("2010/2012")),
              ElementsAre(Counts{2, 0}, Counts{2, 0}, Counts{3, 0}));
}

TEST(CountsByPeriod, TakesRollingAndExpandingPeriods) {
  const Graph graph = spells();
  EXPECT_THAT(counts_by_period(graph, {.types = {"partner_of"}},
                               {Window::parse("../2010"), Window::parse("../2012")}),
              ElementsAre(Counts{2, 0, 1}, Counts{4, 0, 1}));
  EXPECT_THROW(static_cast<void>(
                   counts_by_period(graph, {}, {Window::parse("2012"), Window::parse("2011")})),
               InvalidArgument);
}

TEST(CountsByPeriod, MayHaveNoPeriods) {
  EXPECT_THAT(counts_by_period(spells(), {}, {}), IsEmpty());
}

}  // namespace
}  // namespace entente
