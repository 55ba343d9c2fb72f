// What a series tells of how far it is.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/answer/series.hpp>

#include "asked.hpp"

namespace entente::answers {
namespace {

// Of the series as a whole, and not of each of the measures that it takes.
TEST(SeriesAnswer, TellsItsProgressFromNoneToAll) {
  for (const char* measure : {"betweenness", "relations", "entities", "density"}) {
    std::vector<double> shares;
    Question question = asked("country a\ncountry b\na assists b when=2001/2006\n");
    question.run.progress = [&shares](double share) { shares.push_back(share); };
    SeriesParameters parameters;
    parameters.measure = measure;
    const SeriesAnswer answer = series(question, parameters);
    ASSERT_FALSE(answer.points.empty()) << measure;
    ASSERT_GE(shares.size(), 2U) << measure;
    EXPECT_EQ(shares.front(), 0) << measure;
    EXPECT_EQ(shares.back(), 1) << measure;
    EXPECT_TRUE(std::ranges::is_sorted(shares)) << measure;
  }
}

}  // namespace
}  // namespace entente::answers
