// The quick reader of plain XML against the parser for all of it: what it takes the parser takes,
// and both tell the same.

#include "io/xml/plain_xml.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::ElementsAre;

/// Writes down what it hears; texts in one, whatever their pieces.
class Listener : public XmlHandler {
 public:
  void begin(const XmlElement& element) override {
    std::string said = "<" + std::string(element.name()) + "@" + std::to_string(element.at());
    for (const char* name : {"a", "r", "n"})
      if (element.has(name)) said += " " + std::string(name) + "=" + std::string(element[name]);
    for (const char* written : {"x:a", "x:n"}) said += " " + std::string(element.prefixed(written));
    events.push_back(said);
  }
  void text(std::string_view characters) override {
    if (characters.empty()) return;
    if (!events.empty() && events.back().starts_with("=")) return void(events.back() += characters);
    events.push_back("=" + std::string(characters));
  }
  void end(std::string_view name) override {
    events.push_back(">" + std::string(name));
    if (pausing != nullptr) pausing->pause();
  }

  std::vector<std::string> events;
  PlainXml* pausing = nullptr;
};

/// A text in pieces of that size.
PlainXml::Source pieces_of(std::string_view text, std::size_t size) {
  return [text, size](char* buffer, std::size_t room) mutable {
    const std::size_t count = std::min({text.size(), size, room});
    std::copy_n(text.begin(), count, buffer);
    text.remove_prefix(count);
    return count;
  };
}

/// Whether the quick reader takes a text; it is then as the parser has it.
bool is_taken(const std::string& text, std::size_t piece) {
  Listener quick;
  PlainXml plain(pieces_of(text, piece), quick);
  if (plain.run() != XmlProgress::ended) return false;
  Listener exact;
  XmlReader reader(exact, XmlEncoding::as_declared);
  EXPECT_EQ(reader.parse(text, XmlPiece::last), XmlProgress::ended) << text;
  EXPECT_EQ(quick.events, exact.events) << text;
  return true;
}

TEST(PlainXml, TakesWhatProgramsWriteIntoSheets) {
  const std::string sheet =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      "<x:sheet xmlns:x=\"urn:a\" x:a='1'><row r=\"1\" n=\"é\">\n\t<c a=\"A1\"/><c ><v>a &lt; b "
      "&amp;&quot;&apos;&gt; 日本</v></c ></row></x:sheet>\n";
  for (const std::size_t piece : {1U, 7U, 100U, 100'000U}) EXPECT_TRUE(is_taken(sheet, piece));
}

TEST(PlainXml, LeavesTheRestToTheParser) {
  for (const char* text : {"",
                           "<a>",
                           "<a></b>",
                           "<a/><b/>",
                           "x<a/>",
                           "<a>&#65;</a>",
                           "<a><!-- c --></a>",
                           "<a b=\"1\" b=\"2\"/>",
                           "<a><![CDATA[x]]></a>",
                           "<!DOCTYPE a><a/>",
                           "<a b=\"<\"/>",
                           "<a b=1/>",
                           "<a b=\"1\"c=\"2\"/>",
                           "<a>\r</a>",
                           "<a>\x01</a>",
                           "<a>\xC0\x80</a>",
                           "<a>]]></a>",
                           "<1/>",
                           "<a b='&amp;'/>",
                           "<?xml version=\"1.0\" encoding=\"latin1\"?><a/>",
                           "<?xml version='1.0\"?><a/>",
                           "\xEF\xBB\xBF<a/>",
                           "<a>\xEF\xBF\xBF</a>",
                           "<a/>x",
                           "<a",
                           "<a b",
                           "<a b=\"1",
                           "<a>x"})
    EXPECT_FALSE(is_taken(text, 64)) << text;
}

TEST(PlainXml, TakesNothingThatTheParserRefuses) {
  constexpr std::array<std::string_view, 34> parts = {"<a>",         "</a>",
                                                      "<b>",         "</b>",
                                                      "<a/>",        "<b r=\"1\"/>",
                                                      "<x:a n='2'>", "</x:a>",
                                                      "<",           ">",
                                                      "/",           "&amp;",
                                                      "&",           ";",
                                                      "x",           " ",
                                                      "\n",          "\r",
                                                      "\t",          "é",
                                                      "\xC3",        "\"",
                                                      "'",           "=",
                                                      "a",           "!",
                                                      "?",           "<?xml version=\"1.0\"?>",
                                                      "<!--",        "-->",
                                                      "]]>",         "<b a=\"&lt;\">",
                                                      "\x7F",        "\x02"};
  std::mt19937 random(11);
  std::size_t taken = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string text = "<a>";
    for (auto left = random() % 6; left > 0; --left)
      text += parts[random() % (round % 2 == 0 ? parts.size() : 8)];
    text += "</a>";
    taken += is_taken(text, 1 + random() % 9) ? 1U : 0U;
  }
  EXPECT_GT(taken, 1000U);
}

TEST(PlainXml, PausesBehindAnEvent) {
  Listener listener;
  PlainXml plain(pieces_of("<a><b/><c>x</c></a>", 5), listener);
  listener.pausing = &plain;
  std::vector<std::size_t> heard;
  while (plain.run() == XmlProgress::paused) heard.push_back(listener.events.size());
  EXPECT_THAT(heard, ElementsAre(3U, 6U, 7U));
}

}  // namespace
}  // namespace entente
