#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/gantt.hpp>
#include <entente/text/language.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "unit/render/gantt_sample.hpp"
#include "unit/render/seen.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Gantt, RefusesMoreRowsThanCanBeRead) {
  try {
    std::vector<std::string> many;
    for (int year = 1000; year < 1801; ++year)
      many.push_back(std::to_string(year) + "-01-01/" + std::to_string(year) + "-02-01");
    (void)gantt_picture(gantt_sample(many)).svg;
    FAIL();
  } catch (const LimitReached& limit) {
    EXPECT_THAT(limit.what(), HasSubstr("select less"));
  }
}

TEST(Gantt, GivesTheWidthOfThePageToTime) {
  const Graph graph = gantt_sample({"2010/2020", "2012/"});
  for (const double width : {600.0, 900.0, 1400.0}) {
    const std::string svg = gantt_picture(graph, {}, {.page = Size{width, 700}}).svg;
    EXPECT_NEAR(test::seen(svg).width, width, 3) << "texts are as large as on any page";
  }
}

TEST(Gantt, IsWideEnoughForAPageThatItsRowsAreTooHighFor) {
  std::vector<std::string> dates;
  for (int year = 1900; year < 2020; year += 2)
    dates.push_back(std::to_string(year) + "-01-01/" + std::to_string(year) + "-06-30");
  const Graph graph = gantt_sample(dates);
  const Size seen = test::seen(gantt_picture(graph, {}, {.page = Size{800, 800}}).svg);
  EXPECT_GT(seen.height, 800) << "and so it is made smaller";
  EXPECT_NEAR(seen.width, seen.height, 1);
  EXPECT_THAT(gantt_picture(graph, {}, {.page = Size{800, 800}}).svg, HasSubstr("2000"));
}

TEST(Gantt, NamesTheYearsAnewFarBelow) {
  const auto years_in = [](std::size_t organisations) {
    std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Long"}}})"
                       "\n";
    text += R"({"entity":{"id":"c","kind":"country","names":{"en":["C"]}}})"
            "\n";
    for (std::size_t i = 0; i < organisations; ++i) {
      const std::string id = "o" + std::to_string(i);
      text += R"({"entity":{"id":")" + id + R"(","kind":"organisation","names":{"en":["O"]}}})" +
              "\n"
              R"({"relation":{"id":"r)" +
              id + R"(","type":"member_of","from":"c","to":")" + id + R"(","when":"2010/2016"}})" +
              "\n";
    }
    const Graph graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
    const std::string svg = gantt_picture(graph).svg;
    std::size_t count = 0;
    for (std::size_t at = svg.find(">2012<"); at != std::string::npos;
         at = svg.find(">2012<", at + 1))
      ++count;
    return count;
  };
  EXPECT_EQ(years_in(10), 1U);
  EXPECT_EQ(years_in(70), 3U);
}

TEST(Gantt, OfNothingIsAnEmptyPage) {
  const Graph graph = gantt_sample({});
  EXPECT_THAT(gantt_picture(graph, {.types = {"signed"}}).svg, HasSubstr("</svg>"));
}

TEST(Gantt, KeepsNamesInert) {
  const std::string svg = gantt_picture(gantt_sample({"2014/"}, "<script>alert</script>")).svg;
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_THAT(svg, HasSubstr("&lt;script&gt;"));
}

}  // namespace
}  // namespace entente
