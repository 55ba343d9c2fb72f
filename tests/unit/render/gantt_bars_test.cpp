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

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Gantt, FadesWhatIsNotKnown) {
  EXPECT_THAT(gantt_picture(gantt_sample({"2010-01-01/2014-01-01"})).svg, Not(HasSubstr("url(#")));
  EXPECT_THAT(gantt_picture(gantt_sample({"/2014-01-01"})).svg, HasSubstr("_fe_r0-in)"));
}

TEST(Gantt, LeadsFromWhomTheRowNamesToItsGroup) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Stance"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"c","kind":"country","names":{"en":["C"]}}}
{"relation":{"id":"s","type":"takes_stance_on","from":"c","to":"a","when":"2001/2030"}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const GanttChart chart = gantt_content(graph, graph.facts(), {}, LanguagePreference());
  ASSERT_EQ(chart.groups.at(0).id, "a");
  EXPECT_EQ(chart.groups[0].rows.at(0).who.text, "C");
  const std::string stance = drawn_of(gantt_picture(graph).svg, "s");
  const std::size_t drawn = stance.find("class=\"edge");
  const double tail = std::stod(stance.substr(stance.find(" d=\"M", drawn) + 5));
  EXPECT_LT(number_after(stance, "points", drawn), tail) << "the tee stands at A's side";
}

/// Two members of n: the first since or until when is asked, the second from 1990 to 2029.
Graph member_of_n(const std::string& when) {
  const std::string written = when.starts_with('{') ? when : '"' + when + '"';
  std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Members"}}}
{"entity":{"id":"x","kind":"country","names":{"en":["X"]}}}
{"entity":{"id":"y","kind":"country","names":{"en":["Y"]}}}
{"entity":{"id":"n","kind":"organisation","names":{"en":["N"]}}}
{"relation":{"id":"all","type":"member_of","from":"y","to":"n","when":"1990-01-01/2029-12-31"}}
)";
  text +=
      R"({"relation":{"id":"r","type":"member_of","from":"x","to":"n","when":)" + written + "}}\n";
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

/// How many years wide a part of its bar is.
double years_of(const std::string& when, const std::string& part, const Selection& selection = {}) {
  const std::string svg = gantt_picture(member_of_n(when), selection).svg;
  const std::string whole = drawn_of(svg, "all");
  const std::string row = drawn_of(svg, "r");
  const std::size_t at = row.find(part);
  EXPECT_NE(at, std::string::npos) << row;
  return number_after(row, "width", at) / number_after(whole, "width") * 40;
}

TEST(Gantt, IsDarkestWhereATieIsAttested) {
  const std::string row = drawn_of(gantt_picture(member_of_n("2016")).svg, "r");
  EXPECT_THAT(row, HasSubstr("stop-opacity=\"0.4\"")) << "before and after it is pale";
  EXPECT_THAT(row, HasSubstr("_fe_r-in)"));
  EXPECT_THAT(row, HasSubstr("_fe_r-out)"));
  EXPECT_NEAR(years_of("2016", "<rect x="), 1, 0.02) << "the year itself is full";
  EXPECT_THAT(row, Not(HasSubstr("class=\"tick\""))) << "nobody names a day of it";
  EXPECT_THAT(drawn_of(gantt_picture(member_of_n("2016-03-04")).svg, "r"),
              HasSubstr("class=\"tick\""));
}

TEST(Gantt, FadesInTimeToTheEdgeOfThePicture) {
  const std::string fade = "class=\"fade\"";
  EXPECT_NEAR(years_of("2010-01-01/", fade), 20, 0.1);
  EXPECT_NEAR(years_of("/2000-01-01", fade), 10, 0.1);
  EXPECT_NEAR(years_of("2028-12-31/", fade), 2, 0.1) << "the axis has room for two years to fade";
  EXPECT_NEAR(years_of("/1991-01-01", fade), 2, 0.1);
}

TEST(Gantt, FadesWhatMayNotHaveBegun) {
  const std::string fade = "class=\"fade imprecise reported\"";
  EXPECT_NEAR(years_of(R"({"start":"[2010-01-01..]","end":""})", fade), 20, 0.1)
      << "2010 or later, and no square end";
}

TEST(Gantt, NeverFadesToAStubAtTheDayAskedAbout) {
  const std::string fade = "class=\"fade\"";
  EXPECT_NEAR(years_of("2020-01-01/", fade, {.as_of = "2020-07-12"}), 10, 0.1);
  EXPECT_NEAR(years_of("2020-01-01/", fade, {.as_of = "2025-01-01"}), 5, 0.1);
}

TEST(Gantt, ToldAsAPlanABarInDoubtIsEmpty) {
  std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Plans"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"organisation","names":{"en":["B"]}}}
{"relation":{"id":"fact","type":"member_of","from":"a","to":"b","when":"2010/2014"}}
{"relation":{"id":"plan","type":"member_of","from":"a","to":"b","when":"2010/2014","modality":"plan"}}
)";
  const Graph graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
  const std::string svg = gantt_picture(graph).svg;
  EXPECT_THAT(drawn_of(svg, "fact"), HasSubstr("class=\"imprecise reported\""));
  EXPECT_THAT(drawn_of(svg, "plan"), Not(HasSubstr("reported")));
  EXPECT_THAT(drawn_of(svg, "plan"), HasSubstr("class=\"imprecise\""));
  EXPECT_THAT(svg, HasSubstr(", planned<"));
  EXPECT_THAT(to_svg_pages(gantt_chart(graph, {}, {.page = Size{250, 350}})).front(),
              HasSubstr(", planned<"))
      << "on narrow pages, too";
}

TEST(Gantt, BreaksTheLineOfADateThatIsNotPrecise) {
  const std::string svg = gantt_picture(gantt_sample({"2010/2014"})).svg;
  EXPECT_THAT(svg, HasSubstr("<rect class=\"imprecise reported\""));
  EXPECT_THAT(svg, Not(HasSubstr("url(#")));
}

TEST(Gantt, IsFullWhereAnOpenEndIsCertain) {
  EXPECT_THAT(gantt_picture(gantt_sample({"2010-01-01/.."})).svg, Not(HasSubstr("class=\"pale\"")));
  EXPECT_THAT(gantt_picture(gantt_sample({"2010-01-01/"})).svg, HasSubstr("_fe_r0-out)"));
}

TEST(Gantt, IsOneBarWithATickForEachDayThatATieIsAttestedOn) {
  const std::string svg =
      gantt_picture(gantt_sample({"2010-02-03", "2012-05-06", "2016-07-08"})).svg;
  const auto times = [&](const std::string& part) {
    std::size_t count = 0;
    const std::size_t legend = svg.find("_legend\"");
    for (std::size_t at = svg.find(part); at < legend; at = svg.find(part, at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(times("class=\"tick\""), 3U);
  EXPECT_EQ(times("class=\"pale\""), 1U);
}

}  // namespace
}  // namespace entente
