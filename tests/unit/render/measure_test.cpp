#include "render/label/measure.hpp"

#include <memory>
#include <string>
#include <vector>

#include <cairo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::ElementsAre;

/// The width that the installed fonts give a text.
double width_in_installed_font(const std::string& text, const std::string& family,
                               const Font& font) {
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen(cairo_create(surface.get()),
                                                               cairo_destroy);
  cairo_select_font_face(
      pen.get(), family.c_str(), CAIRO_FONT_SLANT_NORMAL,
      font.weight == FontWeight::bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  constexpr double fine = 100;  // hinted widths of small sizes are rounded
  cairo_set_font_size(pen.get(), font.size * fine);
  cairo_text_extents_t extents;
  cairo_text_extents(pen.get(), text.c_str(), &extents);
  return extents.x_advance / fine;
}

TEST(SetInLines, LeavesABracketWithWhatItEncloses) {
  const Font font{10};
  for (const double width : {20.0, 30.0, 40.0, 50.0, 60.0, 70.0})
    for (const std::string& line :
         set_in_lines("日本協定(改訂)と北約(暫定)文書", font, width, 20)) {
      EXPECT_FALSE(line.ends_with("(")) << line;
      EXPECT_FALSE(line.starts_with(")")) << line;
    }
}

TEST(TextWidth, IsThatOfTheFontsInstalled) {
  for (const FontWeight weight : {FontWeight::regular, FontWeight::bold}) {
    const Font font{12, weight};
    for (const char* text : {"Partnership Programme", "1951–2026", "Größe, œuvre, Łódź", "Ελλάδα",
                             "Организация", "(?) [1,2] %"})
      EXPECT_NEAR(text_width(text, font), width_in_installed_font(text, "Noto Sans", font),
                  0.02 * text_width(text, font))
          << text;
    for (const char* text : {"北大西洋条約機構", "かな カナ", "漢、。"})
      EXPECT_NEAR(text_width(text, font), width_in_installed_font(text, "Noto Sans CJK JP", font),
                  0.05 * text_width(text, font))
          << text;
    EXPECT_NEAR(text_width("대한민국", font),
                width_in_installed_font("대한민국", "Noto Sans CJK KR", font), 0.5);
  }
}

TEST(TextWidth, OfCombiningMarksIsNothing) {
  EXPECT_EQ(text_width("e\xCC\x81", {10}), text_width("e", {10}));
  EXPECT_EQ(text_width("", {10}), 0);
}

TEST(SetInLines, BreaksAtSpacesAndBalances) {
  EXPECT_THAT(set_in_lines("North Atlantic Treaty Organization", {10}, 150, 2),
              ElementsAre("North Atlantic", "Treaty Organization"));
  EXPECT_THAT(set_in_lines("Japan", {10}, 150, 2), ElementsAre("Japan"));
  EXPECT_THAT(set_in_lines("", {10}, 150, 2), ElementsAre(""));
}

TEST(SetInLines, BreaksBetweenTheNamesOfAForeigner) {
  EXPECT_THAT(set_in_lines("イェンス・ストルテンベルグ", {10}, 90, 2),
              ElementsAre("イェンス・", "ストルテンベルグ"));
}

TEST(SetInLines, BeginsNoLineWithWhatStandsBetweenSayings) {
  for (double width = 60; width < 200; width += 3)
    for (const std::string& line :
         set_in_lines("Japan, NATO \u00B7 10 entities \u00B7 36 relations", {10}, width, 6))
      EXPECT_FALSE(line.starts_with("\u00B7")) << width;
}

TEST(SetInLines, BreaksBetweenCharactersWhereThereAreNoSpaces) {
  EXPECT_THAT(set_in_lines("北大西洋条約機構", {10}, 45, 2), ElementsAre("北大西洋", "条約機構"));
}

TEST(SetInLines, BeginsNoLineWithAClosingMark) {
  EXPECT_THAT(set_in_lines("日本と（北約）の、協力", {10}, 61, 3),
              testing::Each(testing::Not(testing::AnyOf(
                  testing::StartsWith("、"), testing::StartsWith("）"), testing::EndsWith("（")))));
}

std::string one_line(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

TEST(SetInLines, LeavesOutTheMiddle) {
  const auto lines = set_in_lines("one two three four five six seven", {10}, 65, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(is_cut("one two three four five six seven", lines));
  EXPECT_THAT(one_line(lines), testing::StartsWith("one two"));
  EXPECT_THAT(one_line(lines), testing::EndsWith("seven"));
  for (const std::string& line : lines) EXPECT_LE(text_width(line, {10}), 65);
}

TEST(SetInLines, KeepsNamesThatEndDifferentlyDifferent) {
  const std::string name = "Agreement between the Government of Aland and that of Borvia on fish";
  for (const double width : {100.0, 150.0, 220.0}) {
    const std::string older = one_line(set_in_lines(name + " (1999)", {10}, width, 1));
    const std::string newer = one_line(set_in_lines(name + " (2012)", {10}, width, 1));
    EXPECT_NE(older, newer) << width;
    EXPECT_THAT(newer, testing::EndsWith("(2012)"));
  }
}

TEST(SetInLines, EndsWithAMarkWhereThereIsRoomForAFewLettersOnly) {
  EXPECT_THAT(set_in_lines("Liechtenstein and Luxembourg", {10}, 30, 1).front(),
              testing::EndsWith("\u2026"));
}

TEST(SetInLines, TakesNamesOfAnyLength) {
  const auto lines = set_in_lines(std::string(1000000, 'x'), {10}, 100, 3);
  for (const std::string& line : lines) EXPECT_LE(text_width(line, {10}), 100);
  EXPECT_THAT(one_line(lines), testing::HasSubstr("\u2026"));
}

}  // namespace
}  // namespace entente
