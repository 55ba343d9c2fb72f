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

}  // namespace
}  // namespace entente
