#include "render/svg/svg.hpp"

#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/render/guarded.hpp>
#include <entente/render/svg.hpp>

#include "unit/render/hostile_names.hpp"
#include "unit/render/sample_diagram.hpp"

namespace entente {
namespace {

using test::sample_diagram;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Svg, SaysWhatItIsToScreenReaders) {
  const std::string svg = to_svg(sample_diagram());
  EXPECT_THAT(svg, HasSubstr("role=\"img\""));
  EXPECT_THAT(svg, HasSubstr("aria-labelledby=\"title desc\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"title\">Japan and NATO</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"desc\">As of 2014</desc>"));
}

TEST(Svg, NamesEveryEntityAndRelation) {
  const std::string svg = to_svg(sample_diagram());
  EXPECT_THAT(svg, HasSubstr("<g id=\"n_japan\" class=\"node country\"><title>Japan (country)"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"e_r1\" class=\"edge treaty fact\"><title>Japan is party"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"e_r2\" class=\"edge treaty plan possible imprecise\">"));
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
  EXPECT_EQ(svg.take(), "<g id=\"a&quot;&lt;\"><title>x &amp; y&#10;z</title></g>\n");
}

}  // namespace
}  // namespace entente
