// The pictures along time that are no graphs: measures as lines, histories as rows.

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/network/network.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/legible.hpp>
#include <entente/render/series_chart.hpp>
#include <entente/render/timeline_chart.hpp>

#include "render/chart/series/series_scale.hpp"
#include "support/bare_svg.hpp"
#include "support/graph_of.hpp"
#include "unit/render/hostile_names.hpp"
#include "unit/render/seen.hpp"
#include "unit/render/well_formed.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

/// p --met_with 2014--> q;  q --visited 2016 or 2017--> x;  p --holds_post 2014/..--> o
Graph series_sample(const std::string& name = "P") {
  Dossier dossier =
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Charts"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"],"ja":["久"]}}}
{"entity":{"id":"o","kind":"post","names":{"en":["O"]}}}
{"entity":{"id":"x","kind":"country","names":{"en":["X"]}}}
{"relation":{"id":"r1","type":"met_with","from":"p","to":"q","when":"2014-05"}}
{"relation":{"id":"r2","type":"visited","from":"q","to":"x","when":"[2016,2017]"}}
{"relation":{"id":"r3","type":"holds_post","from":"p","to":"o","when":"2014/.."}}
{"relation":{"id":"r4","type":"met_with","from":"q","to":"p"}}
)",
                             "test.jsonl")
          .dossier;
  dossier.entities[0].names[0].names[0] = name;
  return Graph(dossier, builtin_vocabulary());
}

SeriesChart relations_chart(const Graph& graph, const DiagramOptions& options = {}) {
  const auto list = periods(graph);
  const auto points = relation_series(graph);
  return series_chart(graph, list, points, {.measure = "relations"}, {}, options);
}

SeriesChart degree_chart(const Graph& graph, const DiagramOptions& options = {}) {
  const auto list = periods(graph);
  const auto points = series(graph, [](const Network& network) {
    std::vector<MeasuredValue> values;
    for (Vertex v = 0; v < network.vertex_count(); ++v)
      values.push_back({network.entity(v), 1.0 + v});
    return values;
  });
  return series_chart(graph, list, points, {.measure = "degree"}, {}, options);
}

TEST(SeriesChart, NamesItsAxesAndTellsCertainFromPossible) {
  const SeriesChart chart = relations_chart(series_sample());
  EXPECT_EQ(chart.lines, 1U);
  for (const char* text : {">Relations by year<", ">Relations<", ">year<", ">2014<", ">2017<",
                           "certain in the period", "certain or possible", "class=\"band\""})
    EXPECT_THAT(chart.svg, HasSubstr(text));
}

TEST(SeriesChart, MarksWhatIsNoMoreThanPossibleWithHollowSigns) {
  EXPECT_THAT(relations_chart(series_sample()).svg, HasSubstr("class=\"mark hollow\""));
  EXPECT_THAT(degree_chart(series_sample()).svg, HasSubstr("class=\"mark\""));
}

TEST(SeriesChart, HasNoBandWhereWhatIsPossibleMayBeLess) {
  const Graph graph = series_sample();
  const auto list = periods(graph);
  auto points = relation_series(graph);
  const auto open = std::find_if(points.begin(), points.end(),
                                 [](const auto& point) { return point.certain < point.value; });
  ASSERT_NE(open, points.end());
  std::swap(open->certain, open->value);
  const std::string svg = series_chart(graph, list, points, {.measure = "density"}, {}, {}).svg;
  EXPECT_THAT(svg, Not(HasSubstr("class=\"band\"")));
}

TEST(SeriesChart, NamesSeveralLinesAtTheirEnds) {
  const std::string svg = degree_chart(series_sample()).svg;
  for (const char* text : {">P<", ">Q<", ">X<", "_n_p\"", "class=\"leader\""})
    EXPECT_THAT(svg, HasSubstr(text));
}

TEST(SeriesChart, KeepsTheHighlightedAndTheHighest) {
  const Graph graph = series_sample();
  const SeriesChart chart =
      degree_chart(graph, {.highlight = {*graph.entity("o")}, .max_entities = 2});
  EXPECT_EQ(chart.lines, 2U);
  EXPECT_EQ(chart.left_out, 2U);
  EXPECT_THAT(chart.svg, HasSubstr("2 lines that stay lower are left out"));
  EXPECT_THAT(chart.svg, HasSubstr("_n_o\""));
  EXPECT_THAT(chart.svg, HasSubstr("strong"));
}

TEST(SeriesChart, SpeaksTheLanguagesAskedFor) {
  const std::string svg = degree_chart(series_sample(), {.languages = "ja"}).svg;
  for (const char* text : {"次数（年別）", ">久<"}) EXPECT_THAT(svg, HasSubstr(text));
}

TEST(SeriesChart, FillsThePageItIsFor) {
  for (const Size page : {Size{600, 850}, Size{1400, 500}, Size{900, 900}}) {
    const SeriesChart chart = degree_chart(series_sample(), {.page = page});
    EXPECT_NEAR(test::seen(chart.svg).width, page.width, 3);
    EXPECT_NEAR(test::seen(chart.svg).height, page.height, 3);
  }
}

TEST(SeriesChart, OfNothingIsNoPicture) {
  EXPECT_EQ(series_chart(series_sample(), {}, {}, {}).svg, "");
}

std::string history(const Graph& graph, const std::vector<EntityId>& entities,
                    const DiagramOptions& options = {}, const Selection& selection = {}) {
  const auto rows = timeline(graph, entities, selection);
  return timeline_svg(graph, rows, entities, selection, options);
}

TEST(TimelineChart, TellsEachRelationInOrderWithItsYearOnce) {
  const Graph graph = series_sample();
  const std::string svg = history(graph, {*graph.entity("p")});
  EXPECT_THAT(svg, HasSubstr("P met with Q"));
  EXPECT_LT(svg.find("2014</tspan>"), svg.find("_e_r4\"")) << "undated ones come last";
  EXPECT_EQ(svg.find("class=\"b\" font-size=\"12\" xml:lang=\"en\">2014"),
            svg.rfind("class=\"b\" font-size=\"12\" xml:lang=\"en\">2014"));
}

TEST(TimelineChart, GivesEachClassItsOwnColourAndTheLegendToo) {
  const Graph graph = series_sample();
  const std::string svg = history(graph, {*graph.entity("p")});
  const Style look = style(Theme::light);
  for (const char* each : {"meeting", "office"}) {
    const std::string colour = "color:" + to_string(edge_style(look, each).line);
    EXPECT_THAT(test::bare(svg), HasSubstr(".bar." + std::string(each) + "{" + colour + "}"));
    EXPECT_THAT(svg, HasSubstr("class=\"bar " + std::string(each) + "\""));
  }
  for (const char* each : {">holds the post of<", ">met with<"}) EXPECT_THAT(svg, HasSubstr(each));
  EXPECT_THAT(svg, Not(HasSubstr("class=\"event "))) << "`event` is the class of some";
}

TEST(TimelineChart, MarksWhatOnlyMayHold) {
  const std::string svg = history(series_sample(), {}, {}, {.during = "2017"});
  EXPECT_THAT(svg, HasSubstr("bar meeting possible"));
  EXPECT_THAT(svg, HasSubstr("possible: date imprecise"));
}

TEST(TimelineChart, NumbersItsSources) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Sources"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"entity":{"id":"d","kind":"document","names":{"en":["Report"]}}}
{"entity":{"id":"e","kind":"document","names":{"en":["Essay"]}}}
{"relation":{"id":"r","type":"met_with","from":"p","to":"q","when":"2014","evidence":[{"source":"d","at":"p. 3"},{"source":"e"}]}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const std::string svg = history(graph, {}, {.sources = Sources::numbered});
  EXPECT_THAT(svg, HasSubstr("[1 p. 3; 2]"));
  EXPECT_THAT(svg, HasSubstr("Report"));
}

TEST(TimelineChart, CallsSourcesByTheirTitlesAndDatesThemInTheReadersLanguage) {
  const Graph graph(
      read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Sources"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"entity":{"id":"doc-7","kind":"document","names":{"en":["Report"],"ja":["報告"]}}}
{"relation":{"id":"r","type":"met_with","from":"p","to":"q","when":"2014","evidence":[{"source":"doc-7","at":"p. 3"},{"source":"doc-7","at":"p. 5","when":"2023-07-12"},{"source":"doc-7","at":"p. 3"}]}}
)",
                             "test.jsonl")
          .dossier,
      builtin_vocabulary());
  const auto sentence = [&](const std::string& languages) {
    return timeline_chart(graph, timeline(graph, {}), {}, {}, {.languages = languages})
        .events.front()
        .sentence.text;
  };
  EXPECT_THAT(sentence("en"), HasSubstr("[Report p. 3, p. 5 (dated 12 Jul 2023)]"));
  EXPECT_THAT(sentence("ja"), HasSubstr("[報告 p. 3, p. 5（日付は2023年7月12日）]"));
}

TEST(TimelineChart, SaysOnItsLastPageAloneWhatAPeriodLeftOut) {
  std::string text = "country a name=Aland\ncountry b name=Borland\nu: a cooperates_with b\n";
  for (int i = 0; i < 60; ++i)
    text += "r" + std::to_string(i) + ": a cooperates_with b when=" + std::to_string(1950 + i) +
            "-05-06\n";
  const Graph graph = test::graph_of(text);
  const Selection selection{.during = "1950/2010"};
  const auto pages = to_svg_pages(timeline_chart(graph, timeline(graph, {}, selection), {},
                                                 selection, {.page = Size{252, 340}}));
  ASSERT_GT(pages.size(), 2U);
  for (std::size_t i = 0; i < pages.size(); ++i)
    EXPECT_EQ(pages[i].find("and 1 undated relation") != std::string::npos, i + 1 == pages.size());
  EXPECT_GE(smallest_text(pages.back()), least_readable - 0.05);
}

const char* const alike = R"(
    country a name=Aland
    country b name=Borland
    r1: a cooperates_with b when=2018-05-06
    r2: a cooperates_with b when=2018-05-06
    r3: a cooperates_with b when=2019-05-06
  )";

TEST(TimelineChart, SaysOnceWhatIsAlikeOfOneDateAndTheDateBesideItAlone) {
  const Graph graph = test::graph_of(alike);
  const TimelineChart chart = timeline_chart(graph, timeline(graph, {}), {});
  ASSERT_EQ(chart.events.size(), 2U);
  EXPECT_EQ(chart.events[0].sentence.text, "2 times: Aland cooperates with Borland");
  EXPECT_EQ(chart.events[0].date.text, "6 May 2018");
  EXPECT_EQ(chart.events[1].sentence.text, "Aland cooperates with Borland");
}

TEST(TimelineChart, SaysInWordsWhatEndedATie) {
  const Graph graph = test::graph_of(R"(
    country a name=Aland
    agreement old name=Old_pact
    agreement new name=New_pact
    r1: a party_to old when=2012-03-01/
    r2: a party_to new when=2023-07-12/..
    r3: new supersedes old when=2023-07-12
  )");
  const TimelineChart chart = timeline_chart(graph, timeline(graph, {}), {});
  EXPECT_EQ(chart.events[0].sentence.text,
            "Aland is party to the Old pact (ended by 12 Jul 2023: New pact)");
}

TEST(TimelineChart, CanBeReadOnPagesOfAnySize) {
  std::string text = "country a name=Aland\ncountry b name=Borland\n";
  for (int i = 0; i < 60; ++i)
    text += "r" + std::to_string(i) + ": a cooperates_with b when=" + std::to_string(1950 + i) +
            "-05-06\n";
  const Graph graph = test::graph_of(text);
  const std::vector<SelectedRelation> rows = timeline(graph, {});
  for (const Size page : {Size{252, 340}, Size{292, 633}, Size{519, 737}, Size{595, 842}}) {
    const auto pages = to_svg_pages(timeline_chart(graph, rows, {}, {}, {.page = page}));
    EXPECT_GT(pages.size(), 1U);
    for (const std::string& svg : pages)
      EXPECT_GE(smallest_text(svg), least_readable - 0.05) << page.width;
  }
}

TEST(SeriesChart, WritesSmallNumbersOut) {
  const LanguagePreference english = LanguagePreference::parse("en");
  EXPECT_EQ(number_text(0.025, english), "0.025");
  EXPECT_EQ(number_text(0.125, english), "0.125");
  EXPECT_EQ(number_text(0, english), "0");
  EXPECT_THAT(number_text(0.00002, english), HasSubstr("10^"));
}

TEST(TimelineChart, RefusesWhatNobodyWouldRead) {
  const Graph graph = series_sample();
  const std::vector<SelectedRelation> rows(501, graph.facts().relations.front());
  EXPECT_THROW((void)timeline_svg(graph, rows, {}), LimitReached);
}

TEST(Charts, KeepHostileNamesInert) {
  for (const std::string& name : test::hostile_names()) {
    if (name.find_first_not_of(" \r\n\t") == std::string::npos || name.size() > 9999) continue;
    const Graph graph = series_sample(name);
    for (const std::string& svg : {degree_chart(graph).svg, history(graph, {*graph.entity("p")})}) {
      EXPECT_TRUE(test::is_well_formed(svg)) << name;
      EXPECT_THAT(svg, Not(HasSubstr("<script")));
    }
  }
}

TEST(Charts, AreTheSameWhateverTheOrderOfTheFile) {
  Dossier dossier = series_sample().dossier();
  std::reverse(dossier.entities.begin(), dossier.entities.end());
  std::reverse(dossier.relations.begin(), dossier.relations.end());
  const Graph reversed(dossier, builtin_vocabulary());
  EXPECT_EQ(degree_chart(series_sample()).svg, degree_chart(reversed).svg);
  EXPECT_EQ(history(series_sample(), {}), history(reversed, {}));
}

}  // namespace
}  // namespace entente
