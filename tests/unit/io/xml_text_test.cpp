#include "io/formats/xml/xml_text.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace entente {
namespace {

/// What is between two texts of every length up to two words of eight bytes.
void expect_everywhere(std::string_view between, std::string_view written, bool whole) {
  for (std::size_t before = 0; before < 17; ++before)
    for (const std::size_t behind : {0U, 1U, 7U, 8U, 9U}) {
      const std::string head(before, 'a');
      const std::string tail(behind, '~');
      std::string out = "x";
      EXPECT_EQ(append_xml(out, head + std::string(between) + tail), whole);
      EXPECT_EQ(out, "x" + head + std::string(written) + tail) << before << ' ' << behind;
    }
}

TEST(XmlText, WritesEveryCharacterWhereverItStands) {
  using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
  for (const auto& [text, written] : Pairs{{"", ""},
                                           {"&", "&amp;"},
                                           {"<\">", "&lt;&quot;&gt;"},
                                           {"\t\r\n", "&#9;&#13;&#10;"},
                                           {" \x7F'", " \x7F'"},
                                           {"é葉😀", "é葉😀"}})
    expect_everywhere(text, written, true);
  for (const auto& [text, written] : Pairs{{"\x1F", "\uFFFD"}, {"\uFFFF<", "\uFFFD&lt;"}})
    expect_everywhere(text, written, false);
}

TEST(XmlText, IsATextIfXmlHasItsCharacters) {
  using Texts = std::vector<std::string_view>;
  for (const std::string_view text : Texts{"", "a long text of ASCII", "tab\t", "葉", "\x7F"})
    EXPECT_TRUE(is_xml_text(text)) << text;
  for (const std::string_view text : Texts{"a long text \x1F", "\xC3", "\uFFFE"})
    EXPECT_FALSE(is_xml_text(text)) << text;
}

TEST(XmlText, TakesIdsThatAreNames) {
  EXPECT_EQ(name_token("a-1_b.c:D"), "a-1_b.c:D");
  EXPECT_EQ(name_token("葉"), "葉");
  EXPECT_EQ(name_token("a b"), "n_a_20b");
  EXPECT_EQ(name_token("n_a"), "n_n_5fa");
  EXPECT_EQ(name_token("\xC3"), "n__c3");
  EXPECT_EQ(name_token(""), "n_");
}

}  // namespace
}  // namespace entente
