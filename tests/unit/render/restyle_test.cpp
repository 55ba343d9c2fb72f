#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/settings.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/restyle.hpp>
#include <entente/render/svg.hpp>

#include "support/bare_svg.hpp"
#include "unit/render/sample_diagram.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

Style look_of(const std::string& settings) {
  return restyled(style(Theme::light), read_settings_from_text(settings, "look.json"),
                  builtin_vocabulary());
}

/// The first problem, as people read it; "" if there is none.
std::string problem_of(const std::string& settings) {
  try {
    (void)look_of(settings);
  } catch (const DossierError& error) {
    return describe(error.problems().front());
  }
  return {};
}

TEST(Restyled, ChangesWhatTheFileSaysAndNothingElse) {
  const Style look = look_of(R"({"format": "entente-style/1", "background": "#fffbf0",
    "font": "Noto Serif", "title_size": 30,
    "nodes": {"country": {"fill": "#003366", "shape": "hexagon", "text_size": 15}},
    "edges": {"treaty": {"stroke": "dotted", "head": "vee", "width": 2.5}}})");
  EXPECT_EQ(to_string(look.background), "#FFFBF0");
  EXPECT_EQ(look.font, "Noto Serif");
  EXPECT_EQ(look.title_size, 30);
  EXPECT_EQ(node_style(look, "country").shape, Shape::hexagon);
  EXPECT_EQ(node_style(look, "country").text_size, 15);
  EXPECT_EQ(node_style(look, "country").line, node_style(style(Theme::light), "country").line);
  EXPECT_EQ(edge_style(look, "treaty").head, Head::vee);
  EXPECT_EQ(edge_style(look, "office").width, edge_style(style(Theme::light), "office").width);
}

TEST(Restyled, SaysWhereANameIsWrongAndWhatWasMeant) {
  EXPECT_EQ(problem_of("{\"backgruond\": \"#FFFFFF\"}"),
            "look.json:1:2: error: unknown member `backgruond` [unknown-member]\n"
            "  hint: did you mean `background`?");
  EXPECT_THAT(problem_of(R"({"nodes": {"contry": {"fill": "#FFFFFF"}}})"),
              HasSubstr("look.json:1:12: error: unknown drawing class `contry`"));
  EXPECT_THAT(problem_of(R"({"edges": {"treaty": {"colour": "#FFFFFF"}}})"),
              HasSubstr("look.json:1:23"));
}

TEST(Restyled, RefusesValuesThatAreNone) {
  for (const char* text :
       {R"x({"background": "red"})x", R"x({"background": "#FFF"})x", R"x({"background": 7})x",
        R"x({"background": "#FFFFFF;}"})x", R"x({"font": "../../etc/passwd"})x",
        R"x({"font": "x',url(http://example.org)"})x", R"x({"font": "http://example.org/a.ttf"})x",
        R"x({"font": ""})x", R"x({"title_size": 1000})x", R"x({"title_size": "20"})x",
        R"x({"nodes": 1})x", R"x({"nodes": {"country": "#FFFFFF"}})x",
        R"x({"nodes": {"country": {"shape": "star"}}})x", R"x({"text": {"a": {"b": 1}}})x",
        R"x({"edges": {"treaty": {"head": "open_inverse"}}})x",
        R"x({"edges": {"treaty": {"width": -1}}})x", R"x({"format": "entente/1"})x"})
    EXPECT_THAT(problem_of(text), HasSubstr("look.json:1:")) << text;
}

TEST(Restyled, TellsAllThatIsWrongAtOnce) {
  try {
    (void)look_of(R"({"a": 1, "b": 2, "text": 3})");
    FAIL();
  } catch (const DossierError& error) {
    EXPECT_EQ(error.problems().size(), 3U);
    EXPECT_EQ(error.exit_code(), 65);
  }
}

TEST(Restyled, DarkFillsGetLegibleNames) {
  Diagram diagram = test::sample_diagram();
  diagram.page.style = look_of(R"({"nodes": {"country": {"fill": "#001122"}}})");
  EXPECT_THAT(test::bare(to_svg(diagram)),
              HasSubstr(".node.country text,.node.country .s{fill:#FFFFFF}"));
}

TEST(Page, FitsTheDrawingIntoTheSizeAskedFor) {
  Diagram diagram = test::sample_diagram();
  diagram.page.size = Size{600, 300};
  const std::string svg = to_svg(diagram);
  EXPECT_THAT(svg, HasSubstr("width=\"600pt\" height=\"300pt\""));
  EXPECT_THAT(svg, Not(HasSubstr("viewBox=\"0 0 600 300\""))) << "the drawing is scaled, not cut";
}

}  // namespace
}  // namespace entente
