#include "io/formats/dot/dot_labels.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(DotLabels, BetweenQuotesAreOnOneLine) {
  EXPECT_EQ(drawn_label("line\\nnext \\N\\l", {.element = "x"}), "line next x");
  EXPECT_EQ(drawn_label("A &amp; B &lt;c&gt; &#233; &#xe9; & &unheard; &#0;", {}),
            "A & B <c> é é & &unheard; &#0;");
}

TEST(DotLabels, OfRecordsAreTheirFields) {
  EXPECT_EQ(drawn_record("{<f0> left|{up|down}|<f1>right\\n}", {}), "left | up | down | right");
  EXPECT_EQ(drawn_record("a \\{b\\| c\\}\\ d <p\\>q> e", {}), "a {b| c} d e");
  EXPECT_EQ(drawn_record("\\N|x", {.element = "n"}), "n | x");
}

TEST(DotLabels, BetweenAnglesAreTheirText) {
  EXPECT_EQ(drawn_html("<b>Bold</b> &amp; <i>it</i>"), "Bold & it");
  EXPECT_EQ(drawn_html("<table><tr><td>a</td><td port=\"p\">b</td></tr><tr><td>c<BR/>d</td></tr>"
                       "</table>"),
            "a b c d");
  EXPECT_EQ(drawn_html("H<sub>2</sub>O<!-- <b> -->&nbsp;x"), "H2O x");
  EXPECT_EQ(drawn_html("never closed <b"), "never closed");
}

}  // namespace
}  // namespace entente
