#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>
#include <entente/render/theme.hpp>

#include "render/diagram/colour.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/sample.hpp"
#include "support/text_match.hpp"

namespace entente {
namespace {

class EveryTheme : public testing::TestWithParam<Theme> {};

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme,
                         testing::Values(Theme::light, Theme::dark, Theme::print),
                         [](const auto& test) { return std::string(to_string(test.param)); });

TEST_P(EveryTheme, DrawsLinesAtThreeToOneOrMore) {
  const Style look = style(GetParam());
  for (const NodeStyle& node : look.nodes) {
    EXPECT_GE(contrast(node.line, look.background), 3.0) << node.drawing_class;
    EXPECT_GE(contrast(node.line, node.fill), 3.0) << node.drawing_class;
  }
  for (const EdgeStyle& edge : look.edges)
    EXPECT_GE(contrast(edge.line, look.background), 3.0) << edge.drawing_class;
  EXPECT_GE(contrast(look.faded_line, look.background), 3.0);
  EXPECT_GE(contrast(look.accent, look.background), 3.0);
}

TEST_P(EveryTheme, WritesTextAtFourAndAHalfToOneOrMore) {
  const Style look = style(GetParam());
  for (const Colour text : {look.text, look.secondary}) {
    EXPECT_GE(contrast(text, look.background), 4.5);
    for (const NodeStyle& node : look.nodes)
      EXPECT_GE(contrast(text, node.fill), 4.5) << node.drawing_class;
  }
  EXPECT_GE(contrast(look.faded_text, look.background), 4.5);
}

/// Rows of matrices in linear RGB: how the channels are seen.
using Vision = std::array<std::array<double, 3>, 3>;

/// Full severity, after Machado, Oliveira, Fernandes, IEEE TVCG 15 (2009) 1291.
constexpr std::array<Vision, 3> colour_blind = {{
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

Colour seen_by(const Vision& vision, Colour colour) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const std::array<double, 3> shown = {linear(colour.red / 255.0), linear(colour.green / 255.0),
                                       linear(colour.blue / 255.0)};
  std::array<std::uint8_t, 3> seen{};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < shown.size(); ++k) sum += vision[i][k] * shown[k];
    const double v = std::clamp(sum, 0.0, 1.0);
    const double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    seen[i] = static_cast<std::uint8_t>(std::lround(255 * encoded));
  }
  return {seen[0], seen[1], seen[2]};
}

TEST_P(EveryTheme, DrawsLinesThatColourBlindReadersSee) {
  const Style look = style(GetParam());
  for (const Vision& vision : colour_blind) {
    const auto seen = [&](Colour a, Colour b) {
      return contrast(seen_by(vision, a), seen_by(vision, b));
    };
    for (const NodeStyle& node : look.nodes)
      EXPECT_GE(seen(node.line, node.fill), 3.0) << node.drawing_class;
    for (const EdgeStyle& edge : look.edges)
      EXPECT_GE(seen(edge.line, look.background), 3.0) << edge.drawing_class;
    EXPECT_GE(seen(look.accent, look.background), 3.0);
  }
}

/// Rows for readers without colour: luminance alone (Rec. 709).
constexpr Vision greyscale = {
    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
constexpr Vision usual = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

/// L*, a*, b* of a colour under D65 (CIE 15:2004).
std::array<double, 3> cielab(Colour colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const auto bent = [](double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  };
  const double r = linear(colour.red);
  const double g = linear(colour.green);
  const double b = linear(colour.blue);
  const double x = bent((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const double y = bent(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  const double z = bent((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// How far two colours are apart for such a reader (CIE76).
double apart(const Vision& vision, Colour a, Colour b) {
  const auto left = cielab(seen_by(vision, a));
  const auto right = cielab(seen_by(vision, b));
  double sum = 0;
  for (std::size_t i = 0; i < left.size(); ++i) sum += std::pow(left[i] - right[i], 2);
  return std::sqrt(sum);
}

constexpr std::array<Vision, 3> most_readers = {usual, colour_blind[0], colour_blind[1]};

TEST_P(EveryTheme, KeepsHuesOfRelationsApartForProtanopesAndDeuteranopes) {
  const Style look = style(GetParam());
  for (const EdgeStyle& a : look.edges)
    for (const EdgeStyle& b : look.edges) {
      if (a.line == b.line) continue;  // one hue for several, told apart by their heads
      for (const Vision& vision : most_readers)
        EXPECT_GE(apart(vision, a.line, b.line), 10) << a.drawing_class << ", " << b.drawing_class;
    }
}

TEST_P(EveryTheme, KeepsKindsApartForProtanopesAndDeuteranopes) {
  const Style look = style(GetParam());
  for (const NodeStyle& a : look.nodes)
    for (const NodeStyle& b : look.nodes) {
      if (a.line == b.line && a.fill == b.fill) continue;  // body and organisation, by design
      for (const Vision& vision : most_readers)
        EXPECT_GE(std::max(apart(vision, a.line, b.line), apart(vision, a.fill, b.fill)), 10)
            << a.drawing_class << ", " << b.drawing_class;
    }
}

TEST_P(EveryTheme, KeepsFillsOfWhatIsDrawnUnaskedApartForProtanopesAndDeuteranopes) {
  if (GetParam() == Theme::print) return;  // no fills
  const Style look = style(GetParam());
  constexpr std::array<std::string_view, 5> drawn = {"country", "organisation", "agreement",
                                                     "person", "event"};
  for (const std::string_view a : drawn)
    for (const std::string_view b : drawn)
      for (const Vision& vision : most_readers) {
        if (a == b) continue;
        EXPECT_GE(apart(vision, node_style(look, a).fill, node_style(look, b).fill), 10)
            << a << ", " << b;
      }
}

TEST_P(EveryTheme, KeepsKindsApartByTheirShapesAlone) {
  const Style look = style(GetParam());
  for (const NodeStyle& a : look.nodes)
    for (const NodeStyle& b : look.nodes)
      if (a.line != b.line || a.fill != b.fill) {
        EXPECT_NE(a.shape, b.shape) << a.drawing_class << ", " << b.drawing_class;
      }
}

TEST_P(EveryTheme, KeepsWhatMeetsMostApartInGreyscaleToo) {
  const Style look = style(GetParam());
  const auto line = [&](std::string_view name) { return edge_style(look, name).line; };
  for (const Vision& vision : {usual, colour_blind[0], colour_blind[1], greyscale}) {
    EXPECT_GE(apart(vision, line("membership"), line("office")), 10);
    EXPECT_GE(apart(vision, line("membership"), line("meeting")), 10);
    EXPECT_GE(apart(vision, line("office"), line("meeting")), 10);
    if (GetParam() == Theme::print) continue;  // no fills
    EXPECT_GE(apart(vision, node_style(look, "organisation").fill, node_style(look, "person").fill),
              10);
  }
}

TEST_P(EveryTheme, KeepsTintsApartForProtanopesAndDeuteranopesAndLegible) {
  const Style look = style(GetParam());
  ASSERT_EQ(look.tints.size(), qualitative_tints + sequential_tints);
  for (std::size_t i = 0; i < look.tints.size(); ++i) {
    EXPECT_GE(contrast(look.tints[i].fill, look.text), 4.5) << i;
    EXPECT_GE(contrast(look.tints[i].line, look.background), 3.0) << i;
    for (std::size_t k = 0; k < i && i < qualitative_tints; ++k)
      for (const Vision& vision : most_readers)
        EXPECT_GE(apart(vision, look.tints[i].fill, look.tints[k].fill), 10) << i << ", " << k;
  }
}

TEST_P(EveryTheme, GetsDarkerStepByStepInGreyscale) {
  const Style look = style(GetParam());
  for (std::size_t i = qualitative_tints + 1; i < look.tints.size(); ++i)
    EXPECT_GE(apart(greyscale, look.tints[i].fill, look.tints[i - 1].fill), 4) << i;
}

TEST_P(EveryTheme, TellsClassesApartWithoutColour) {
  std::set<Head> seen;
  for (const EdgeStyle& edge : style(GetParam()).edges)
    EXPECT_TRUE(seen.insert(edge.head).second) << edge.drawing_class;
}

TEST_P(EveryTheme, BreaksLinesForOneThingEach) {
  const Style look = style(GetParam());
  for (const EdgeStyle& edge : look.edges)
    EXPECT_EQ(edge.stroke, Stroke::solid) << edge.drawing_class << " is not in doubt";
  const Dashes& d = look.dashes;
  std::set<std::vector<double>> seen;
  for (const auto& dashes : {d.doubtful, d.undated, d.dashed, d.dotted}) {
    EXPECT_TRUE(seen.insert(dashes).second);
    EXPECT_EQ(dashes.size() % 2, 0U) << "drawn and left free in turn";
  }
}

TEST_P(EveryTheme, BreaksNoLineButByTheseTokens) {
  const Style look = style(GetParam());
  UsedClasses used;
  for (const NodeStyle& node : look.nodes) used.nodes.insert(node.drawing_class);
  for (const EdgeStyle& edge : look.edges) used.edges.insert(edge.drawing_class);
  const std::string rules = node_rules(look, used) + line_rules(look, used) +
                            bar_rules(look, used) + chart_rules(look) + doubt_rules(look);
  std::map<std::string, std::size_t> counts;
  for (const test::TextMatch& rule : test::matches_in(rules, "stroke-dasharray:([^;}]*)"))
    ++counts[rule[1]];
  const std::set<std::string> known = {"none", dash_array(look.dashes.doubtful),
                                       dash_array(look.dashes.undated)};
  for (const auto& [dashes, count] : counts) EXPECT_TRUE(known.contains(dashes)) << dashes;
  EXPECT_EQ(counts.size(), known.size());
}

TEST(Theme, KnowsTheContrastOfBlackOnWhite) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21.0, 1e-9);
  EXPECT_NEAR(contrast({255, 255, 255}, {255, 255, 255}), 1.0, 1e-9);
}

TEST(Theme, MovesAColourNoFurtherThanContrastNeeds) {
  const Colour white = {255, 255, 255};
  const Colour amber = {0xB3, 0x6B, 0x00};
  const Colour text = readable(amber, white, {0, 0, 0});
  EXPECT_GE(contrast(text, white), 4.5);
  EXPECT_LT(contrast(text, white), 5.2);
  EXPECT_EQ(readable({0, 0, 0}, white, {0, 0, 0}), (Colour{0, 0, 0}));
}

TEST(Theme, HasALookForEverythingInTheBuiltinVocabulary) {
  const Style look = style(Theme::light);
  const Vocabulary vocabulary = builtin_vocabulary();
  for (const Kind& kind : vocabulary.kinds())
    EXPECT_EQ(node_style(look, kind.drawing_class).drawing_class, kind.drawing_class) << kind.id;
  for (const RelationType& type : vocabulary.types())
    EXPECT_EQ(edge_style(look, type.drawing_class).drawing_class, type.drawing_class) << type.id;
}

TEST(Theme, HasALookForEveryClassThatAVocabularyCanName) {
  const Style look = style(Theme::light);
  const auto names = [](const auto& rows) {
    std::set<std::string_view> classes;
    for (const auto& row : rows) classes.insert(row.drawing_class);
    return classes;
  };
  const auto set_of = [](std::span<const std::string_view> classes) {
    return std::set<std::string_view>(classes.begin(), classes.end());
  };
  EXPECT_EQ(names(look.nodes), set_of(kind_drawing_classes()));
  EXPECT_EQ(names(look.edges), set_of(type_drawing_classes()));
}

TEST(Theme, TellsStancesFromConflictsAndAidFromCooperation) {
  const Vocabulary vocabulary = builtin_vocabulary();
  const auto drawn_as = [&](const char* type) { return vocabulary.find_type(type)->drawing_class; };
  EXPECT_NE(drawn_as("takes_stance_on"), drawn_as("in_conflict_with"));
  EXPECT_NE(drawn_as("assists"), drawn_as("cooperates_with"));
  EXPECT_NE(drawn_as("sends_personnel_to"), drawn_as("cooperates_with"));
  EXPECT_NE(drawn_as("located_in"), drawn_as("member_of"));
  EXPECT_NE(drawn_as("states"), drawn_as("published"));
  EXPECT_NE(drawn_as("covers"), drawn_as("party_to"));
}

TEST(Theme, DrawsAnUnknownClassAsOther) {
  const Style look = style(Theme::light);
  EXPECT_EQ(node_style(look, "nonesuch").drawing_class, "other");
  EXPECT_EQ(edge_style(look, "nonesuch").drawing_class, "other");
  EXPECT_EQ(to_string(node_style(look, "country").line), "#006AA9");
}

TEST(Theme, WritesHanCharactersInTheFaceOfTheirLanguage) {
  const Style look = style(Theme::light);
  EXPECT_EQ(font_families(look, "ja"), "Noto Sans,Noto Sans CJK JP");
  EXPECT_EQ(font_families(look, "zh-Hans"), "Noto Sans,Noto Sans CJK SC");
  EXPECT_EQ(font_families(look, "zh"), "Noto Sans,Noto Sans CJK SC");
  EXPECT_EQ(font_families(look, "zh-Hant"), "Noto Sans,Noto Sans CJK TC");
  EXPECT_EQ(font_families(look, "ko"), "Noto Sans,Noto Sans CJK KR");
  EXPECT_EQ(font_families(look, "en"), "Noto Sans,Noto Sans CJK JP");
}

}  // namespace
}  // namespace entente
