#include "unit/render/guarded.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>

namespace entente {
namespace {

using test::Guarded;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* small_svg =
    "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'>"
    "<text x='4' y='20' font-family='Noto Sans CJK JP'>日本</text></svg>";

TEST_F(Guarded, DrawsSvgInEveryFormat) {
  EXPECT_THAT(draw_guarded(small_svg, ImageFormat::png).bytes, StartsWith("\x89PNG"));
  EXPECT_THAT(draw_guarded(small_svg, ImageFormat::pdf).bytes, StartsWith("%PDF"));
  EXPECT_EQ(draw_guarded(small_svg, ImageFormat::svg).bytes, small_svg);
}

/// Width and height of a PNG, from its header.
std::pair<int, int> size_of_png(const std::string& png) {
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value * 256 + static_cast<unsigned char>(png[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

TEST_F(Guarded, DrawsAtTheResolutionAskedFor) {
  EXPECT_EQ(size_of_png(draw_guarded(small_svg, ImageFormat::png, {.dpi = 96}).bytes),
            std::pair(96, 48));
  EXPECT_EQ(size_of_png(draw_guarded(small_svg, ImageFormat::png, {.dpi = 192}).bytes),
            std::pair(192, 96));
}

TEST_F(Guarded, LowersTheResolutionOfALargePictureAndSaysSo) {
  const DrawnImage image =
      draw_guarded(small_svg, ImageFormat::png, {.dpi = 192, .most_pixels = 96 * 48});
  EXPECT_EQ(size_of_png(image.bytes), std::pair(96, 48));
  ASSERT_EQ(image.remarks.size(), 1U);
  EXPECT_THAT(image.remarks.front(), HasSubstr("96 dots per inch"));
}

TEST_F(Guarded, TakesAPointForASeventySecondOfAnInch) {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='72pt' height='36pt'><g/></svg>";
  EXPECT_EQ(size_of_png(draw_guarded(svg, ImageFormat::png, {.dpi = 144}).bytes),
            std::pair(144, 72));
}

TEST_F(Guarded, RefusesAPngLargerThanCanBe) {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40000' height='10'><g/></svg>";
  const auto [status, text] = failure(svg);
  EXPECT_EQ(status, 75);
  EXPECT_THAT(text, HasSubstr("--dpi"));
}

TEST_F(Guarded, SaysWhichFontsAreMissing) {
  const std::string config = folder_.write(
      "fonts.conf", "<fontconfig><dir>" + folder_.path().string() + "</dir></fontconfig>");
  setenv("FONTCONFIG_FILE", config.c_str(), 1);
  const DrawnImage image = draw_guarded(small_svg, ImageFormat::pdf);
  unsetenv("FONTCONFIG_FILE");
  ASSERT_EQ(image.remarks.size(), 1U);
  EXPECT_THAT(image.remarks.front(), HasSubstr("no installed font has 2 characters"));
  EXPECT_THAT(image.remarks.front(), HasSubstr("fonts-noto-cjk"));
  EXPECT_TRUE(draw_guarded(small_svg, ImageFormat::pdf).remarks.empty());
}

TEST_F(Guarded, RefusesWhatIsNoPicture) {
  const auto [status, text] = failure("<svg");
  EXPECT_EQ(status, 64);
  EXPECT_THAT(text, HasSubstr("not SVG"));
  EXPECT_THAT(text, Not(EndsWith("\n")));
}

TEST_F(Guarded, EndsARendererThatHangs) {
  replace_drawer("sleep 60");
  const auto [status, text] = failure(small_svg, {.time = std::chrono::milliseconds(100)});
  EXPECT_EQ(status, 75);
  EXPECT_THAT(text, HasSubstr("0.1 seconds"));
  EXPECT_THAT(text, HasSubstr("--view ego")) << "says what to do instead";
}

TEST_F(Guarded, ReportsACrashAsALimit) {
  replace_drawer("kill -SEGV $$");
  const auto [status, text] = failure(small_svg);
  EXPECT_EQ(status, 75);
  EXPECT_THAT(text, HasSubstr("crashed"));
}

TEST_F(Guarded, ReportsStarvationAsALimit) {
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    __has_feature(address_sanitizer)
  GTEST_SKIP() << "a sanitizer's address space cannot be limited";
#endif
  EXPECT_EQ(failure(small_svg, {.memory = std::size_t{64} << 20}).first, 75);
}

TEST_F(Guarded, SaysWhatIsMissing) {
  setenv("ENTENTE_DRAW", "/nonexistent/entente-draw", 1);
  const auto [status, text] = failure(small_svg);
  EXPECT_EQ(status, 69);
  EXPECT_THAT(text, HasSubstr("/nonexistent/entente-draw"));
}

TEST_F(Guarded, SaysWhenTheRendererCannotBeStarted) {
  replace_drawer("");
  chmod(folder_.at("drawer").c_str(), 0644);
  EXPECT_EQ(failure(small_svg).first, 69);
}

TEST_F(Guarded, PassesOnWhatTheRendererSays) {
  replace_drawer("echo a plain reason >&2; exit 70");
  const auto [status, text] = failure(small_svg);
  EXPECT_EQ(status, 70);
  EXPECT_THAT(text, HasSubstr("a plain reason"));
}

}  // namespace
}  // namespace entente
