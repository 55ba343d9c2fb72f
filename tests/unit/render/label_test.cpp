#include "render/label/label.hpp"

#include <cmath>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/diagram/drawing.hpp"
#include "render/route/route.hpp"
#include "unit/render/sample_diagram.hpp"

namespace entente {
namespace {

TEST(Label, DropsWhatCannotBeDrawn) {
  EXPECT_EQ(drawable("a\x01"
                     "b\x7f"
                     "c"),
            "abc");
  EXPECT_EQ(drawable("\xEF\xBF\xBE"
                     "x\xEF\xBF\xBF"),
            "x")
      << "U+FFFE and U+FFFF";
  EXPECT_EQ(drawable("\xE2\x80\xAEx"), "x") << "a mark that reverses text";
  EXPECT_EQ(drawable("  two\r\n lines\t"), "two lines");
}

TEST(Label, EscapesWhatMarkupReads) {
  EXPECT_EQ(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
}

TEST(Label, KeepsOnlyWebLinksAndEncodesTheRest) {
  EXPECT_EQ(safe_link("https://example.org/a?b=c&d=%20"), "https://example.org/a?b=c&d=%20");
  EXPECT_EQ(safe_link("HTTPS://example.org/\"<x>"), "HTTPS://example.org/%22%3cx%3e");
  EXPECT_EQ(safe_link("http://example.org/日"), "http://example.org/%e6%97%a5");
  EXPECT_EQ(safe_link("http://example.org/%zz"), "http://example.org/%25zz");
  EXPECT_EQ(safe_link("javascript:alert(1)"), "");
  EXPECT_EQ(safe_link("http:example"), "");
}

std::string said_by(const TextRow& row) {
  std::string text;
  for (const TextSpan& span : row.spans) text += span.text;
  return text;
}

TEST(EdgeLabel, DropsAPartAsAWholeAndCutsNoDate) {
  const DiagramEdge edge{.label = "takes a stance on: condemns the launches strongly and at once",
                         .label_language = "en",
                         .dates = "perhaps 12 Jul 2023",
                         .dates_language = "en"};
  EXPECT_EQ(said_by(edge_label_row(edge)), "takes a stance on \u00B7 perhaps 12 Jul 2023");
  const DiagramEdge named{.entities = {"m"},
                          .label = "Memorandum of understanding on fisheries and trade",
                          .label_language = "en",
                          .dates = "since 6 May 2014",
                          .dates_language = "en"};
  EXPECT_THAT(said_by(edge_label_row(named)), testing::HasSubstr("\u2026"));
  EXPECT_THAT(said_by(edge_label_row(named)), testing::EndsWith(" \u00B7 since 6 May 2014"));
}

TEST(EdgeLabel, HasTheNameOfWhatTheLineStandsForHoweverLittleRoomThereIs) {
  const DiagramEdge named{.entities = {"m"},
                          .label = "Fisheries Protocol",
                          .label_language = "en",
                          .dates = "1998\u20132004",
                          .dates_language = "en"};
  const std::vector<TextRow> rows = edge_label_rows(named);
  EXPECT_EQ(said_by(rows.front()), "Fisheries Protocol \u00B7 1998\u20132004");
  for (const TextRow& row : rows) EXPECT_THAT(said_by(row), testing::StartsWith("Fish"));
}

TEST(EdgeLabel, IsWholeWhereThereIsRoom) {
  const DiagramEdge said{.label = "is to be a partner of: space",
                         .label_language = "en",
                         .dates = "perhaps since 12 Jul 2023",
                         .dates_language = "en"};
  EXPECT_EQ(said_by(edge_label_rows(said).front()),
            "is to be a partner of: space \u00B7 perhaps since 12 Jul 2023");
  for (const TextRow& row : edge_label_rows(said))
    EXPECT_THAT(said_by(row), testing::Not(testing::HasSubstr("\u2026"))) << "no verb is cut";
}

TEST(EdgeLabel, LeavesTheTickOfOtherDaysInSight) {
  Diagram d = test::sample_diagram();
  d.edges[0].doubt = Why::witness;
  const Drawing drawing = arrange(d);
  if (drawing.edges[0].label_box) {
    const Point middle = point_at(drawing.edges[0].spline, 0.5).at;
    EXPECT_FALSE(drawing.edges[0].label_box->contains(middle));
  }
}

TEST(Columns, KeepLinesBetweenTheSameTwoApart) {
  Diagram d = test::sample_diagram();
  d.arrangement = Arrangement::in_columns;
  d.edges[1].from = d.edges[0].from;
  const Drawing drawing = arrange(d);
  ASSERT_FALSE(drawing.edges[0].spline.empty());
  const Point a = point_at(drawing.edges[0].spline, 0.5).at;
  const Point b = point_at(drawing.edges[1].spline, 0.5).at;
  EXPECT_GT(std::hypot(a.x - b.x, a.y - b.y), 2);
}

TEST(Label, GivesDifferentIdsDifferentNames) {
  EXPECT_EQ(element_name("n_", "japan-nato"), "n_japan-nato");
  EXPECT_EQ(element_name("n_", "a_5f"), "n_a_5f5f");
  EXPECT_EQ(element_name("n_", "a_"), "n_a_5f");
  EXPECT_NE(element_name("n_", "a:"), element_name("n_", "a%"));
}

}  // namespace
}  // namespace entente
