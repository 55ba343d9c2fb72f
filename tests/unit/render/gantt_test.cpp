#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/gantt.hpp>
#include <entente/text/language.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "unit/render/seen.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

///   x --member_of--> n with each of these dates, p --attended 2014--> e
Graph gantt_sample(const std::vector<std::string>& dates, const std::string& name = "Name") {
  std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Dates"}}})";
  text +=
      "\n"
      R"({"entity":{"id":"x","kind":"country","names":{"en":[")" +
      name + R"("]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"n","kind":"organisation","names":{"en":["N"]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"p","kind":"person","names":{"en":["P"]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"e","kind":"event","names":{"en":["E"]}}})";
  text +=
      "\n"
      R"({"relation":{"id":"r","type":"attended","from":"p","to":"e","when":"2014"}})";
  for (std::size_t i = 0; i < dates.size(); ++i)
    text +=
        "\n"
        R"({"relation":{"id":"r)" +
        std::to_string(i) + R"(","type":"member_of","from":"x","to":"n")" +
        (dates[i].empty() ? "" : R"(,"when":")" + dates[i] + "\"") + "}}";
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

GanttChart content_of(const std::vector<std::string>& dates) {
  const Graph graph = gantt_sample(dates);
  return gantt_content(graph, graph.facts(), {}, LanguagePreference());
}

///   c --party_to 2014/--> old <--supersedes 2018-- new, told by a source of 2019
TEST(Gantt, ClosesABarOnlyByWhatWasKnown) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Known"}}}
{"entity":{"id":"c","kind":"country","names":{"en":["C"]}}}
{"entity":{"id":"old","kind":"agreement","names":{"en":["Old"]}}}
{"entity":{"id":"new","kind":"agreement","names":{"en":["New"]}}}
{"entity":{"id":"d14","kind":"document","names":{"en":["D14"]},"attributes":{"published":"2014-06-01"}}}
{"entity":{"id":"d19","kind":"document","names":{"en":["D19"]},"attributes":{"published":"2019-06-01"}}}
{"relation":{"id":"r1","type":"party_to","from":"c","to":"old","when":"2014/","evidence":[{"source":"d14"}]}}
{"relation":{"id":"r2","type":"supersedes","from":"new","to":"old","when":"2018-05","attributes":{"closes":"all"},"evidence":[{"source":"d19"}]}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const auto end_as_known = [&](const std::string& day) {
    const Selection selection{.known_at = day, .types = {"party_to"}};
    return gantt_content(graph, graph.facts(selection), selection, LanguagePreference())
        .groups.at(0)
        .rows.at(0)
        .bounds.end_max;
  };
  EXPECT_EQ(end_as_known("2015-01-01"), day_max);
  EXPECT_EQ(end_as_known("2020-01-01"), to_day({2018, 5, 31}));
}

TEST(Gantt, KeepsTheHighlightedAndTheBestTied) {
  const Graph graph = gantt_sample({"2014/2016"});
  const GanttPicture picture = gantt_picture(
      graph, {}, {.highlight = {*graph.entity("p"), *graph.entity("e")}, .max_entities = 2});
  EXPECT_EQ(picture.left_out, 2U);
  EXPECT_THAT(picture.svg, HasSubstr("2 less important"));
  EXPECT_THAT(picture.svg, HasSubstr("bar event strong"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("_n_n\"")));
}

TEST(Gantt, GroupsByWhatRelationsLeadToInOrderOfTime) {
  const GanttChart content = content_of({"2016/..", "2010/2012"});
  ASSERT_EQ(content.groups.size(), 2U);
  EXPECT_EQ(content.groups[0].id, "n") << "organisations come before events";
  ASSERT_EQ(content.groups[0].rows.size(), 2U);
  EXPECT_EQ(content.groups[0].rows[0].dates, "2010–2012");
  ASSERT_NE(state_of(content.groups[0].rows[1]), nullptr);
  EXPECT_EQ(state_of(content.groups[0].rows[1])->end, BarEnd::open);
}

TEST(Gantt, SpansWholeYears) {
  const GanttChart content = content_of({"2010-05/2012"});
  EXPECT_EQ(to_civil(content.first), (Civil{2010, 1, 1}));
  EXPECT_EQ(to_civil(content.last), (Civil{2014, 12, 31}));
}

TEST(Gantt, ReachesTheDayAskedAboutAndMarksIt) {
  const Graph graph = gantt_sample({"2010-05/2012-06", "2010-05/.."});
  const Selection selection{.as_of = "2031-07-12"};
  const GanttChart content =
      gantt_content(graph, graph.facts(selection), selection, LanguagePreference());
  EXPECT_EQ(to_civil(content.last), (Civil{2031, 12, 31}));
  const std::string svg = gantt_picture(graph, selection).svg;
  EXPECT_THAT(svg, HasSubstr("_asked\""));
  EXPECT_THAT(svg, HasSubstr(">As of 12 Jul 2031<"));
  EXPECT_THAT(gantt_picture(graph).svg, Not(HasSubstr("_asked\"")));
}

TEST(Gantt, MarksAllDaysOfACoarserDateAskedAbout) {
  const std::string svg = gantt_picture(gantt_sample({"2010/.."}), {.as_of = "2012"}).svg;
  EXPECT_THAT(svg, HasSubstr("_asked\" class=\"asked\"><rect"));
}

TEST(Gantt, CountsUndatedRelations) {
  EXPECT_THAT(gantt_picture(gantt_sample({"", "XXXX", "2014/"})).svg,
              HasSubstr("2 relations, and 2 undated relations<"));
  EXPECT_THAT(gantt_picture(gantt_sample({"", "2014/"})).svg,
              HasSubstr("2 relations, and 1 undated relation<"));
}

TEST(Gantt, DrawsWhatHasNeitherBeginningNorEnd) {
  const std::string svg = gantt_picture(gantt_sample({"../.."})).svg;
  EXPECT_THAT(svg, Not(HasSubstr("undated relation")));
  const std::string bar = svg.substr(svg.find("_e_r0\""));
  std::size_t arrows = 0;
  for (std::size_t at = bar.find("<polygon points"); at < bar.find("<text");
       at = bar.find("<polygon points", at + 1))
    ++arrows;
  EXPECT_EQ(arrows, 2U);
}

TEST(Gantt, DrawsATieWithoutAGapOnce) {
  const std::vector<std::string> dates = {"1949-04-04/1951-06-19", "1951-06-19/..", "1940/1941-01"};
  const GanttChart content = content_of(dates);
  ASSERT_EQ(content.groups.at(0).rows.size(), 2U) << "a gap makes two";
  EXPECT_EQ(content.groups[0].rows[1].dates, "from 1949 on");
  const Graph graph = gantt_sample(dates);
  const Selection today{.as_of = "2010"};
  const GanttChart later = gantt_content(graph, graph.facts(today), today, LanguagePreference());
  EXPECT_EQ(later.groups.at(0).rows.at(0).dates, "from 1949 on") << "since when it has lasted";
}

///   t1 1351/1371, t2 1360/.., and no relation
TEST(Gantt, DrawsLifespansOfEntities) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Lifespans"}}}
{"entity":{"id":"t1","kind":"agreement","names":{"en":["T1"]},"when":"1351-08-01/1371-07-31"}}
{"entity":{"id":"t2","kind":"agreement","names":{"en":["T2"]},"when":"1360/.."}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const GanttChart content = gantt_content(graph, graph.facts(), {}, LanguagePreference());
  ASSERT_EQ(content.groups.size(), 2U);
  EXPECT_EQ(content.groups[0].rows.at(0).dates, "1351–1371");
  EXPECT_EQ(state_of(content.groups[1].rows.at(0))->end, BarEnd::open);
  EXPECT_EQ(to_civil(content.first).year, 1351);
  const std::string svg = gantt_picture(graph).svg;
  EXPECT_THAT(svg, HasSubstr("_w_t1\""));
  EXPECT_THAT(svg, HasSubstr("_w_t2\""));
}

///   a meeting on a day, a war of three years, a treaty known of on a day
TEST(Gantt, DrawsTheDayOfAnEventAsADiamond) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Lifespans"}}}
{"entity":{"id":"t","kind":"agreement","names":{"en":["T"]},"when":"2001-02-03"}}
{"entity":{"id":"day","kind":"event","names":{"en":["Day"]},"when":"2002-03-04"}}
{"entity":{"id":"war","kind":"event","names":{"en":["War"]},"when":"2003/2030"}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const GanttChart content = gantt_content(graph, graph.facts(), {}, LanguagePreference());
  ASSERT_EQ(content.groups.size(), 3U);
  for (const GanttGroup& group : content.groups)
    EXPECT_EQ(state_of(group.rows.at(0)) == nullptr, group.id == "day") << group.id;
  const std::string svg = gantt_picture(graph).svg;
  const std::size_t at = svg.find("_w_t\"");
  EXPECT_THAT(svg.substr(at, svg.find("</g>", at) - at), Not(HasSubstr("width=\"600")));
}

TEST(Gantt, ExplainsOnlyTheMarksThatOccur) {
  const std::string closed = gantt_picture(gantt_sample({"2010-01-01/2012-12-31"})).svg;
  EXPECT_THAT(closed, HasSubstr(">lasting<"));
  EXPECT_THAT(closed, Not(HasSubstr(">no beginning or end reported<")));
  EXPECT_THAT(closed, Not(HasSubstr(">no end<")));
  EXPECT_THAT(gantt_picture(gantt_sample({"2010/"})).svg,
              HasSubstr(">no beginning or end reported<"));
  EXPECT_THAT(gantt_picture(gantt_sample({"2010/.."})).svg, HasSubstr(">no end<"));
}

TEST(Gantt, ShortensALongNameRatherThanItsDate) {
  const Graph graph = gantt_sample({"2014"}, std::string(200, 'w'));
  EXPECT_THAT(gantt_picture(graph).svg,
              testing::ContainsRegex(R"(w…w+</tspan><tspan font-size="8" xml:lang="en"> 2014<)"));
}

TEST(Gantt, FadesWhatIsNotKnown) {
  EXPECT_THAT(gantt_picture(gantt_sample({"2010-01-01/2014-01-01"})).svg, Not(HasSubstr("url(#")));
  EXPECT_THAT(gantt_picture(gantt_sample({"/2014-01-01"})).svg, HasSubstr("_fe_r0-in)"));
}

/// What is drawn of a row, without the legend.
std::string drawn_of(const std::string& svg, const std::string& id) {
  const std::size_t at = svg.find("_e_" + id + "\"");
  return svg.substr(at, svg.find("<text", at) - at);
}

double number_after(const std::string& text, const std::string& name, std::size_t from = 0) {
  const std::size_t at = text.find(name + "=\"", from);
  return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
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
