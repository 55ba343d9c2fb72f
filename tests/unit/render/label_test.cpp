#include "render/label/label.hpp"

#include <gtest/gtest.h>

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

TEST(Label, GivesDifferentIdsDifferentNames) {
  EXPECT_EQ(element_name("n_", "japan-nato"), "n_japan-nato");
  EXPECT_EQ(element_name("n_", "a_5f"), "n_a_5f5f");
  EXPECT_EQ(element_name("n_", "a_"), "n_a_5f");
  EXPECT_NE(element_name("n_", "a:"), element_name("n_", "a%"));
}

}  // namespace
}  // namespace entente
