#include "render/svg/svg.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/render/guarded.hpp>
#include <entente/render/svg.hpp>

#include "support/bare_svg.hpp"
#include "support/text_match.hpp"
#include "unit/render/hostile_names.hpp"
#include "unit/render/sample_diagram.hpp"

namespace entente {
namespace {

using test::bare;
using test::sample_diagram;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Svg, SaysWhatItIsToScreenReaders) {
  const std::string svg = bare(to_svg(sample_diagram()));
  EXPECT_THAT(svg, HasSubstr("role=\"graphics-document document\""));
  EXPECT_THAT(svg, HasSubstr("aria-labelledby=\"title desc\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"title\">Japan and NATO</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"desc\">As of 2014</desc>"));
}

TEST(Svg, NamesEveryEntityAndRelation) {
  const std::string svg = bare(to_svg(sample_diagram()));
  EXPECT_THAT(svg, HasSubstr("<g id=\"n_japan\" class=\"node country\" role=\"listitem\"><title>"
                             "Japan (country)"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"e_r1\" class=\"edge treaty fact\" role=\"listitem\"><title>"
                             "Japan is party"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"e_r2\" class=\"edge treaty plan possible imprecise\""));
}

/// The group of an element with that id, and all that is in it.
std::string group_of(const std::string& svg, const std::string& id) {
  const std::size_t begin = svg.find("<g id=\"" + id + "\"");
  std::size_t at = begin;
  for (int depth = 0; at < svg.size();) {
    const std::size_t opens = svg.find("<g ", at);
    const std::size_t closes = svg.find("</g>", at);
    depth += opens < closes ? 1 : -1;
    at = std::min(opens, closes) + 3;
    if (depth == 0) break;
  }
  return svg.substr(begin, at - begin);
}

TEST(Svg, HasATieAndItsLabelInOneGroupThatAPointerHits) {
  const std::string tie = group_of(bare(to_svg(sample_diagram())), "e_r1");
  EXPECT_THAT(tie, HasSubstr("<text "));
  EXPECT_THAT(tie, HasSubstr("<path class=\"hit\""));
}

TEST(Svg, HasLayersForEditors) {
  const std::string svg = to_svg(sample_diagram());
  for (const char* layer : {"Ties", "Entities", "Title", "Legend"})
    EXPECT_THAT(svg, HasSubstr(std::string("inkscape:groupmode=\"layer\" inkscape:label=\"") +
                               layer + "\""));
}

TEST(Svg, FillsTheWidthThereIsUnlessItsPageIsGiven) {
  EXPECT_THAT(to_svg(sample_diagram()), HasSubstr("width=\"100%\" style=\"max-width:"));
  Diagram diagram = sample_diagram();
  diagram.page.size = Size{300, 200};
  EXPECT_THAT(to_svg(diagram), HasSubstr("width=\"300pt\" height=\"200pt\""));
}

/// The values of an attribute, and those that rules or references name by `#`.
std::set<std::string> found_in(const std::string& svg, const std::string& pattern) {
  std::set<std::string> found;
  for (const test::TextMatch& match : test::matches_in(svg, pattern)) found.insert(match[1]);
  return found;
}

TEST(Svg, OfTwoPicturesInOnePageNeitherTouchesTheOther) {
  Diagram other = sample_diagram();
  other.page.style = style(Theme::dark);
  const std::string first = to_svg(sample_diagram());
  const std::string second = to_svg(other);
  const std::set<std::string> ids = found_in(first, " id=\"([^\"]*)\"");
  ASSERT_GT(ids.size(), 5U);
  for (const std::string& id : found_in(second, " id=\"([^\"]*)\""))
    EXPECT_FALSE(ids.contains(id)) << id << " is in both";
  for (const std::string& svg : {first, second}) {
    const std::set<std::string> own = found_in(svg, " id=\"([^\"]*)\"");
    for (const std::string& named : found_in(svg, "url\\(#([^)]*)\\)"))
      EXPECT_TRUE(own.contains(named)) << named;
    for (const std::string& labels : found_in(svg, "aria-labelledby=\"([^\"]*)\""))
      for (const test::TextMatch& word : test::matches_in(labels, "[^ ]+"))
        EXPECT_TRUE(own.contains(word[0])) << word[0];
    // Every selector of every rule begins with the id of the document's own element.
    const std::size_t begin = svg.find("<style>") + 7;
    const std::string rules = svg.substr(begin, svg.find("</style>") - begin);
    for (const test::TextMatch& rule : test::matches_in(rules, "([^{}]+)\\{[^{}]*\\}"))
      for (const test::TextMatch& selector : test::matches_in(rule[1], "[^,]+"))
        EXPECT_EQ(selector[0].find("#" + test::own_name_of(svg) + " "), 0U) << selector[0];
  }
}

TEST(Svg, FollowsTheReadersScreenWhereItHasALookForDarkOnes) {
  EXPECT_THAT(to_svg(sample_diagram()), Not(HasSubstr("prefers-color-scheme")));
  Diagram diagram = sample_diagram();
  diagram.page.dark = dark_style(Theme::automatic);
  const std::string svg = to_svg(diagram);
  const std::size_t dark = svg.find("@media (prefers-color-scheme:dark){");
  ASSERT_NE(dark, std::string::npos);
  EXPECT_LT(svg.find(to_string(style(Theme::light).background)), dark);
  EXPECT_GT(svg.find(to_string(style(Theme::dark).background)), dark);
  EXPECT_THAT(svg.substr(svg.find("</style>")), Not(HasSubstr("#1F2933"))) << "rules have colours";
}

TEST(Svg, HasAWrappedNameAsOneText) {
  Diagram diagram = sample_diagram();
  diagram.nodes[0].names = {{"The Organisation of a Name that is Wrapped over Lines", "en"}};
  const std::string node = group_of(bare(to_svg(diagram)), "n_" + diagram.nodes[0].id);
  const std::size_t text = node.find("<text");
  EXPECT_EQ(node.find("<text", text + 1), std::string::npos);
  std::string name;
  for (const test::TextMatch& span : test::matches_in(node, "<tspan[^>]*>([^<]*)</tspan>"))
    name += span[1];
  EXPECT_THAT(name, HasSubstr("of a Name that is Wrapped over Lines"));
}

TEST(Svg, LinksToTheWebOnly) {
  EXPECT_THAT(to_svg(sample_diagram()), HasSubstr("<a href=\"https://example.org/ipcp\">"));
  Diagram d = sample_diagram();
  d.nodes[0].url = "javascript:alert(1)";
  EXPECT_THAT(to_svg(d), Not(HasSubstr("<a ")));
}

TEST(Svg, SetsTextInTheFaceOfItsLanguage) {
  const std::string svg = to_svg(sample_diagram());
  EXPECT_THAT(svg, HasSubstr("xml:lang=\"ja\">日本</tspan>"));
  EXPECT_THAT(svg, HasSubstr("'Noto Sans','Noto Sans CJK SC'"));
}

TEST(Svg, IsTheSameEveryTime) {
  EXPECT_EQ(to_svg(sample_diagram()), to_svg(sample_diagram()));
}

class HostileSvg : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Names, HostileSvg, testing::ValuesIn(test::hostile_names()));

TEST_P(HostileSvg, StaysWellFormedAndInert) {
  const std::string svg = to_svg(test::with_name(GetParam()));
  EXPECT_EQ(svg.find("<b>"), std::string::npos);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("<IMG"), std::string::npos);
  setenv("ENTENTE_DRAW", ENTENTE_DRAW_PROGRAM, 1);
  EXPECT_THAT(draw_guarded(svg, ImageFormat::png, {.dpi = 36}).bytes, StartsWith("\x89PNG"));
}

TEST(Coordinate, HasAtMostTwoDecimals) {
  EXPECT_EQ(coordinate(0), "0");
  EXPECT_EQ(coordinate(12), "12");
  EXPECT_EQ(coordinate(-1.5), "-1.5");
  EXPECT_EQ(coordinate(3.14159), "3.14");
  EXPECT_EQ(coordinate(0.05), "0.05");
  EXPECT_EQ(coordinate(-0.001), "0");
}

TEST(SvgWriter, ClosesWhatWasOpened) {
  SvgWriter svg;
  svg.open("g", {{"id", "a\"<"}});
  svg.leaf("title", {}, "x & y\nz");
  const std::string text = svg.take();
  EXPECT_EQ(text.substr(0, 8), "<g id=\"p");
  EXPECT_THAT(text, EndsWith("_a&quot;&lt;\"><title>x &amp; y&#10;z</title></g>\n"));
}

}  // namespace
}  // namespace entente
