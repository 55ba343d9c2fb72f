// Pictures show what their selection lets one see: what was published by a day, what a source says.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/timeline_chart.hpp>

namespace entente {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

///   japan --party_to--> ipcp   2012/ says doc-1 (published 2015), 2013-02/2019 doc-2 (2021)
Graph two_accounts() {
  const std::string text =
      R"({"dossier":{"format":"entente/1","title":{"en":"Two accounts"}}}
{"entity":{"id":"japan","kind":"country","names":{"en":["Japan"]}}}
{"entity":{"id":"ipcp","kind":"agreement","names":{"en":["IPCP"]}}}
{"entity":{"id":"doc-1","kind":"document","names":{"en":["First page"]},"attributes":{"published":"2015"}}}
{"entity":{"id":"doc-2","kind":"document","names":{"en":["Second page"]},"attributes":{"published":"2021"}}}
{"relation":{"id":"r1","type":"party_to","from":"japan","to":"ipcp","evidence":[{"source":"doc-1","when":"2012/"},{"source":"doc-2","when":"2013-02/2019"}]}})";
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

const Selection known_in_2016{.known_at = "2016"};
const Selection of_the_second{.sources = {"doc-2"}};
const DiagramOptions with_notes{.sources = Sources::numbered};

auto shows_the_first() {
  return AllOf(HasSubstr("2012"), HasSubstr("First page"), Not(HasSubstr("doc-2")),
               Not(HasSubstr("2019")), Not(HasSubstr("Second page")));
}

auto shows_the_second() {
  return AllOf(HasSubstr("2013"), HasSubstr("2019"), HasSubstr("Second page"),
               Not(HasSubstr("doc-1")), Not(HasSubstr("2012")), Not(HasSubstr("First page")));
}

/// All that a diagram says of its edges and sources.
std::string said(const Diagram& diagram) {
  std::string text = diagram.page.subtitle.text;
  for (const DiagramEdge& edge : diagram.edges) text += "\n" + edge.dates + "\n" + edge.tooltip;
  for (const PageNote& note : diagram.page.notes) text += "\n" + note.text.text;
  return text;
}

TEST(Diagram, ShowsDatesAndEvidenceThatWereKnown) {
  EXPECT_THAT(said(diagram(two_accounts(), known_in_2016, with_notes)), shows_the_first());
}

TEST(Diagram, ShowsDatesAndEvidenceOfTheSourcesAskedFor) {
  EXPECT_THAT(said(diagram(two_accounts(), of_the_second, with_notes)), shows_the_second());
}

TEST(Gantt, ShowsDatesAndEvidenceThatWereKnown) {
  EXPECT_THAT(gantt_picture(two_accounts(), known_in_2016, with_notes).svg, shows_the_first());
}

TEST(Gantt, ShowsDatesAndEvidenceOfTheSourcesAskedFor) {
  EXPECT_THAT(gantt_picture(two_accounts(), of_the_second, with_notes).svg, shows_the_second());
}

TEST(TimelineChart, ShowsDatesAndEvidenceThatWereKnown) {
  const Graph graph = two_accounts();
  const auto rows = timeline(graph, {}, known_in_2016);
  EXPECT_THAT(timeline_svg(graph, rows, {}, known_in_2016, with_notes), shows_the_first());
}

TEST(TimelineChart, ShowsDatesAndEvidenceOfTheSourcesAskedFor) {
  const Graph graph = two_accounts();
  const auto rows = timeline(graph, {}, of_the_second);
  EXPECT_THAT(timeline_svg(graph, rows, {}, of_the_second, with_notes), shows_the_second());
}

}  // namespace
}  // namespace entente
