// Charts as values: what a program looks into, changes and builds before it is SVG.

#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/cards.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/series_chart.hpp>
#include <entente/render/timeline_chart.hpp>

#include "unit/render/hostile_names.hpp"
#include "unit/render/well_formed.hpp"

namespace entente {
namespace {

using test::is_well_formed;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

///   a, b --party_to 2014/--> t, u;  u --supersedes 2018--> t;  a --accuses 2015--> b
Graph chart_sample() {
  return Graph(read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Charts"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["B"]}}}
{"entity":{"id":"t","kind":"agreement","names":{"en":["Treaty"]}}}
{"entity":{"id":"u","kind":"agreement","names":{"en":["Update"]}}}
{"relation":{"id":"r1","type":"party_to","from":"a","to":"t","when":"2014/"}}
{"relation":{"id":"r2","type":"party_to","from":"b","to":"t","when":"2014-05/2016"}}
{"relation":{"id":"r3","type":"party_to","from":"a","to":"u","when":"2018/.."}}
{"relation":{"id":"r4","type":"supersedes","from":"u","to":"t","when":"2018"}}
{"relation":{"id":"r5","type":"accuses","from":"a","to":"b","when":"2015-02-03"}}
)",
                                      "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

LineChart lines_of(const Graph& graph) {
  const auto list = periods(graph);
  return line_chart(graph, list, relation_series(graph), {.measure = "relations"});
}

template <class Chart>
std::string code_of(const Chart& chart) {
  try {
    (void)to_svg(chart);
  } catch (const InvalidArgument& error) {
    return error.code();
  }
  return "no error";
}

TEST(ChartValues, AreThePicturesThatTheyAreDrawnAs) {
  const Graph graph = chart_sample();
  const auto list = periods(graph);
  const auto points = relation_series(graph);
  const auto rows = timeline(graph, {});
  EXPECT_EQ(to_svg(lines_of(graph)),
            series_chart(graph, list, points, {.measure = "relations"}).svg);
  EXPECT_EQ(to_svg(gantt_chart(graph)), gantt_picture(graph).svg);
  EXPECT_EQ(to_svg(timeline_chart(graph, rows, {})), timeline_svg(graph, rows, {}));
  EXPECT_EQ(to_svg(matrix_chart(graph)), matrix_picture(graph).svg);
  EXPECT_EQ(to_svg(cards_chart(graph)), cards_picture(graph).svg);
}

/// Its pages, as the old call gives them.
template <class Picture>
std::vector<std::string> pages_of(const Picture& picture) {
  std::vector<std::string> pages = {picture.svg};
  pages.insert(pages.end(), picture.further_pages.begin(), picture.further_pages.end());
  return pages;
}

TEST(ChartValues, GoOnOnFurtherPagesAsThePicturesDo) {
  const Graph graph = chart_sample();
  for (const Size page : {Size{2000, 2000}, Size{300, 200}, Size{160, 90}}) {
    const DiagramOptions options{.page = page};
    EXPECT_EQ(to_svg_pages(gantt_chart(graph, {}, options)),
              pages_of(gantt_picture(graph, {}, options)));
    EXPECT_EQ(to_svg_pages(cards_chart(graph, {}, options)),
              pages_of(cards_picture(graph, {}, options)));
    EXPECT_EQ(to_svg(matrix_chart(graph, {}, options)), matrix_picture(graph, {}, options).svg);
  }
  const DiagramOptions large{.page = Size{2000, 2000}};
  EXPECT_THAT(to_svg_pages(cards_chart(graph, {}, large)),
              ElementsAre(to_svg(cards_chart(graph, {}, large))));
  EXPECT_THAT(to_svg_pages(gantt_chart(graph, {}, large)),
              ElementsAre(to_svg(gantt_chart(graph, {}, large))));
}

/// How many of the pages hold a text, all of them well-formed.
std::size_t pages_with(const std::string& text, const std::vector<std::string>& pages) {
  std::size_t with = 0;
  for (const std::string& page : pages) {
    EXPECT_TRUE(is_well_formed(page));
    if (page.find(text) != std::string::npos) ++with;
  }
  return with;
}

TEST(ChartValues, HaveEachRowAndCardOnOneOfTheirPages) {
  const Graph graph = chart_sample();
  const DiagramOptions small{.page = Size{300, 120}};
  const GanttChart gantt = gantt_chart(graph, {}, small);
  const std::vector<std::string> bars = to_svg_pages(gantt);
  EXPECT_GT(bars.size(), 1U);
  for (const GanttGroup& group : gantt.groups)
    for (const GanttRow& row : group.rows)
      EXPECT_EQ(pages_with("e_" + row.relation + "\"", bars), 1U) << row.relation;
  const CardsChart cards = cards_chart(graph, {}, small);
  const std::vector<std::string> sheets = to_svg_pages(cards);
  EXPECT_EQ(sheets.size(), 2U);
  EXPECT_EQ(pages_with("_n_t\"", sheets), 1U);
  EXPECT_EQ(pages_with("_n_u\"", sheets), 1U);
  EXPECT_THAT(to_svg(cards), AllOf(HasSubstr("_n_t\""), HasSubstr("_n_u\"")))
      << "to_svg draws all of it on one page, however small";
  EXPECT_EQ(pages_with("e_r5\"", {to_svg(gantt)}), 1U);
}

TEST(ChartValues, OfNothingAreOnePage) {
  GanttChart gantt;
  gantt.page.size = Size{20, 20};
  EXPECT_THAT(to_svg_pages(gantt), ElementsAre(to_svg(gantt)));
  CardsChart cards;
  cards.diagram.page.size = Size{20, 20};
  EXPECT_THAT(to_svg_pages(cards), ElementsAre(to_svg(cards)));
  MatrixChart table;
  table.diagram.page.lettering = Lettering::compact;
  table.diagram.nodes = {{.id = "a", .names = {{"A", "en"}}}};
  table.rows = table.columns = {0};
  EXPECT_TRUE(is_well_formed(to_svg(table))) << "compact without a page";
}

TEST(ChartValues, TellTheirAxesAndSeries) {
  const LineChart chart = lines_of(chart_sample());
  EXPECT_EQ(chart.measure.text, "Relations");
  EXPECT_EQ(chart.step.text, "year");
  EXPECT_EQ(chart.periods.front(), "2014");
  ASSERT_EQ(chart.lines.size(), 1U);
  ASSERT_EQ(chart.lines[0].values.size(), chart.periods.size());
  EXPECT_EQ(chart.lines[0].values[1], (ChartValue{2, 3}))
      << "in 2015 one is surely a party, the other may be, and accuses it";
}

TEST(ChartValues, AreDrawnAsTheyWereChanged) {
  const Graph graph = chart_sample();
  LineChart lines = lines_of(graph);
  lines.page.title.text = "Ties & talks";
  lines.lines.push_back(lines.lines.front());
  lines.lines.back().name = {"Other", "en"};
  lines.lines.back().id = "other";
  for (auto& value : lines.lines.back().values) value = ChartValue{40, 40};
  const std::string lines_svg = to_svg(lines);
  for (const char* text : {"Ties &amp; talks", ">Other<", ">40<", "n_other"})
    EXPECT_THAT(lines_svg, HasSubstr(text));

  GanttChart gantt = gantt_chart(graph);
  const std::string with_all = to_svg(gantt);
  ASSERT_THAT(with_all, HasSubstr("e_r2"));
  for (GanttGroup& group : gantt.groups)
    std::erase_if(group.rows, [](const GanttRow& row) { return row.relation == "r2"; });
  EXPECT_THAT(to_svg(gantt), Not(HasSubstr("e_r2")));

  TimelineChart history = timeline_chart(graph, timeline(graph, {}), {});
  history.events.front().sentence.text = "Something else.";
  history.events.front().mark.modality = Modality::plan;
  EXPECT_THAT(to_svg(history), HasSubstr(">Something else.<"));

  MatrixChart table = matrix_chart(graph);
  std::swap(table.rows.front(), table.rows.back());
  if (table.form == TableForm::half) table.columns = table.rows;
  table.cells.front().relations = 77;
  EXPECT_THAT(to_svg(table), HasSubstr(">77<"));

  CardsChart cards = cards_chart(graph);
  ASSERT_EQ(cards.cards.size(), 2U);
  cards.cards.front().day = to_day({1901, 1, 1});
  EXPECT_THAT(to_svg(cards), HasSubstr(">1901<"));
}

TEST(ChartValues, OfAProgramItselfNeedNoGraph) {
  LineChart lines{.page = {.title = {"Rain", "en"}},
                  .periods = {"May", "June", "July"},
                  .lines = {{.id = "t", .name = {"Tokyo", "en"}}},
                  .measure = {"mm", "en"},
                  .step = {"month", "en"}};
  lines.lines[0].values = {ChartValue{140, 140}, std::nullopt, ChartValue{160, 170}};
  const std::string svg = to_svg(lines);
  EXPECT_TRUE(is_well_formed(svg));
  for (const char* text : {">Rain<", ">May<", ">mm<"}) EXPECT_THAT(svg, HasSubstr(text));

  GanttChart gantt{.page = {.title = {"Reigns", "en"}},
                   .first = to_day({1900, 1, 1}),
                   .last = to_day({1949, 12, 31})};
  const Day begin = to_day({1912, 7, 30});
  const Day end = to_day({1926, 12, 25});
  gantt.groups.push_back({.id = "jp", .kind = "country", .names = {{"Japan", "en"}}});
  gantt.groups[0].rows.push_back({.relation = "t",
                                  .who = {"Taisho", "en"},
                                  .mark = BarMark{.drawing_class = "office"},
                                  .bounds = {begin, begin, end, end}});
  const std::string bars = to_svg(gantt);
  EXPECT_TRUE(is_well_formed(bars));
  EXPECT_THAT(bars, HasSubstr("Taisho"));

  const TimelineChart history{.page = {.title = {"History", "en"}},
                              .events = {{.relation = "x",
                                          .year = "1901",
                                          .date = {"May 1901", "en"},
                                          .sentence = {"It began.", "en"}}}};
  EXPECT_THAT(to_svg(history), HasSubstr(">It began.<"));

  MatrixChart table{.diagram = {.page = {.title = {"Letters", "en"}}},
                    .form = TableForm::rectangle,
                    .rows = {0},
                    .columns = {1},
                    .cells = {{.a = 0, .b = 1, .relations = 12}}};
  table.diagram.nodes = {{.id = "a", .names = {{"A", "en"}}}, {.id = "b", .names = {{"B", "en"}}}};
  EXPECT_THAT(to_svg(table), HasSubstr(">12<"));
  EXPECT_TRUE(is_well_formed(to_svg(MatrixChart{})));
  EXPECT_TRUE(is_well_formed(to_svg(LineChart{})));
  EXPECT_TRUE(is_well_formed(to_svg(GanttChart{})));
  EXPECT_TRUE(is_well_formed(to_svg(TimelineChart{})));
  EXPECT_TRUE(is_well_formed(to_svg(CardsChart{})));
}

TEST(ChartValues, AreWellFormedWhateverTheirTextsHold) {
  const Graph graph = chart_sample();
  for (const std::string& name : test::hostile_names()) {
    LineChart lines = lines_of(graph);
    lines.page.title.text = lines.measure.text = lines.lines[0].id = lines.periods[0] = name;
    EXPECT_TRUE(is_well_formed(to_svg(lines))) << name;
    TimelineChart history = timeline_chart(graph, timeline(graph, {}), {});
    history.events[0] = {.relation = name,
                         .year = name,
                         .date = {name, "en"},
                         .sentence = {name, "en"},
                         .tooltip = name};
    EXPECT_TRUE(is_well_formed(to_svg(history))) << name;
    GanttChart gantt = gantt_chart(graph);
    gantt.groups[0].id = gantt.groups[0].rows[0].tooltip = gantt.groups[0].rows[0].dates = name;
    EXPECT_TRUE(is_well_formed(to_svg(gantt))) << name;
  }
}

TEST(ChartValues, ThatDoNotFitTogetherAreRefused) {
  const Graph graph = chart_sample();
  LineChart lines = lines_of(graph);
  lines.periods.pop_back();
  EXPECT_EQ(code_of(lines), "bad-chart");
  lines = lines_of(graph);
  lines.lines[0].values[0] = ChartValue{0, std::numeric_limits<double>::infinity()};
  EXPECT_EQ(code_of(lines), "bad-chart");

  GanttChart gantt = gantt_chart(graph);
  std::swap(gantt.first, gantt.last);
  EXPECT_EQ(code_of(gantt), "bad-chart");
  gantt.first = day_min;
  EXPECT_EQ(code_of(gantt), "bad-chart") << "an axis without a beginning";
  EXPECT_THROW((void)to_svg_pages(gantt), InvalidArgument);

  MatrixChart table = matrix_chart(graph);
  table.cells.push_back({.a = 0, .b = 99});
  EXPECT_EQ(code_of(table), "bad-chart");
  table = matrix_chart(graph);
  table.diagram.nodes[0].names.clear();
  EXPECT_EQ(code_of(table), "bad-chart");
  table = matrix_chart(graph);
  table.form = TableForm::half;
  table.rows = {0, 1};
  table.columns = {1, 0};
  EXPECT_EQ(code_of(table), "bad-chart");

  CardsChart cards = cards_chart(graph);
  cards.cards[0].chips[0].edges.clear();
  EXPECT_EQ(code_of(cards), "bad-chart");
  cards = cards_chart(graph);
  cards.lines.push_back({0, 99, 0});
  EXPECT_EQ(code_of(cards), "bad-chart");
  EXPECT_THROW((void)to_svg_pages(cards), InvalidArgument);
  cards = cards_chart(graph);
  cards.cards[0].day = day_max;
  EXPECT_EQ(code_of(cards), "bad-date") << "no limit is no day to stand at";
}

TEST(ChartValues, OfLinesKeepTheirNamesWholeInAColumn) {
  LineChart lines{.page = {.title = {"Ties", "en"}, .size = Size{252, 340}},
                  .periods = {"2001", "2002"},
                  .measure = {"Degree", "en"},
                  .step = {"year", "en"}};
  for (const char* name : {"International Institute of Applied Systems", "Allied Maritime Command"})
    lines.lines.push_back(
        {.id = name, .name = {name, "en"}, .values = {ChartValue{1, 1}, ChartValue{2, 2}}});
  const std::string svg = to_svg(lines);
  EXPECT_THAT(svg, testing::Not(HasSubstr("\u2026")));
  EXPECT_THAT(svg, HasSubstr("Systems<"));
}

}  // namespace
}  // namespace entente
