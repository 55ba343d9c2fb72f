#include "io/xml/xml_reader.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Writes down what it hears; what stands in an element in one text, whatever its pieces.
class Listener : public XmlHandler {
 public:
  void begin(const XmlElement& element) override {
    events.push_back("<" + std::string(element.name()) + " " + std::string(element["n"]));
    heard();
  }
  void text(std::string_view characters) override {
    if (!events.empty() && events.back().starts_with("=")) return void(events.back() += characters);
    events.push_back("=" + std::string(characters));
  }
  void end(std::string_view name) override {
    events.push_back(">" + std::string(name));
    heard();
  }

  std::vector<std::string> events;
  XmlReader* pausing = nullptr;

 private:
  void heard() const {
    if (pausing != nullptr) pausing->pause();
  }
};

constexpr std::string_view sample_text =
    "<?xml version=\"1.0\"?>\n<!-- a > b --><a:g xmlns:a=\"urn:a\" a:n=\"&lt;1&#x20AC;\">"
    "x<b/>é&amp;<![CDATA[<c>]]></a:g>";

/// What a text is refused for, as `code line:column`; empty if it is not.
std::string fault_of(std::string_view text, const XmlLimits& limits = {}) {
  Listener listener;
  XmlReader reader(listener, XmlEncoding::utf8, limits);
  if (reader.parse(text, XmlPiece::last) != XmlProgress::refused) return {};
  return reader.fault().code + " " + std::to_string(reader.fault().line) + ":" +
         std::to_string(reader.fault().column);
}

TEST(XmlReader, TellsElementsAndTextsInOrder) {
  Listener listener;
  XmlReader reader(listener, XmlEncoding::utf8);
  EXPECT_EQ(reader.parse(sample_text, XmlPiece::last), XmlProgress::ended);
  EXPECT_THAT(listener.events, ElementsAre("<g <1€", "=x", "<b ", ">b", "=é&<c>", ">g"));
}

TEST(XmlReader, HearsTheSameHoweverTheTextIsCut) {
  Listener whole;
  XmlReader reader(whole, XmlEncoding::utf8);
  ASSERT_EQ(reader.parse(sample_text, XmlPiece::last), XmlProgress::ended);
  for (std::size_t size = 1; size < sample_text.size(); ++size) {
    Listener cut;
    XmlReader pieces(cut, XmlEncoding::as_declared);
    XmlProgress progress = XmlProgress::under_way;
    for (std::size_t at = 0; at < sample_text.size(); at += size) {
      const std::string_view piece = sample_text.substr(at, size);
      piece.copy(pieces.buffer(size), piece.size());
      const bool is_last = at + size >= sample_text.size();
      progress =
          pieces.parse_buffer(piece.size(), is_last ? XmlPiece::last : XmlPiece::one_of_more);
      ASSERT_NE(progress, XmlProgress::refused) << size;
    }
    EXPECT_EQ(progress, XmlProgress::ended);
    EXPECT_EQ(cut.events, whole.events) << size;
  }
}

TEST(XmlReader, HearsTheSameWithPauses) {
  Listener whole;
  XmlReader reader(whole, XmlEncoding::utf8);
  ASSERT_EQ(reader.parse(sample_text, XmlPiece::last), XmlProgress::ended);
  Listener paused;
  XmlReader pausing(paused, XmlEncoding::utf8);
  paused.pausing = &pausing;
  std::size_t pauses = 0;
  XmlProgress progress = pausing.parse(sample_text, XmlPiece::last);
  for (; progress == XmlProgress::paused; progress = pausing.resume()) ++pauses;
  EXPECT_EQ(progress, XmlProgress::ended);
  EXPECT_EQ(pauses, 3U);  // `<b/>` is one event
  EXPECT_EQ(paused.events, whole.events);
}

TEST(XmlReader, RefusesAnyDocumentTypeBeforeItsEntities) {
  EXPECT_EQ(fault_of("<?xml version=\"1.0\"?>\n<!DOCTYPE g><g/>"), "xml-doctype 2:12");
  EXPECT_EQ(fault_of("<!DOCTYPE g SYSTEM \"file:///etc/passwd\"><g/>").substr(0, 11),
            "xml-doctype");
  std::string flood = "<!DOCTYPE g [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i)
    flood += "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" +
             std::to_string(i - 1) + ";\">";
  EXPECT_EQ(fault_of(flood + "]><g>&a29;</g>").substr(0, 11), "xml-doctype");
  EXPECT_EQ(fault_of("<g>&a;</g>").substr(0, 7), "bad-xml");
}

TEST(XmlReader, SaysWhereATextIsNotWellFormed) {
  EXPECT_EQ(fault_of("<g>\n  <a></b>\n</g>"), "bad-xml 2:8");
  EXPECT_EQ(fault_of("<g><a"), "bad-xml 1:4");
  EXPECT_EQ(fault_of(""), "bad-xml 1:1");
  EXPECT_EQ(fault_of("<g a=\"1\" a=\"2\"/>").substr(0, 7), "bad-xml");
  EXPECT_EQ(fault_of("<g>\x01</g>").substr(0, 7), "bad-xml");
}

TEST(XmlReader, KeepsItsLimits) {
  XmlLimits limits;
  limits.depth = 3;
  limits.string = 4;
  limits.attributes = 2;
  EXPECT_EQ(fault_of("<a><a><a>1234</a></a></a>", limits), "");
  EXPECT_EQ(fault_of("<a><a><a><a/></a></a></a>", limits), "limit-depth 1:10");
  EXPECT_EQ(fault_of("<a>12<b>1234</b>345</a>", limits).substr(0, 12), "limit-string");
  EXPECT_EQ(fault_of("<a x='12345'/>", limits), "limit-string 1:1");
  EXPECT_EQ(fault_of("<a x='1' y='2'/>", limits), "");
  EXPECT_EQ(fault_of("<a x='1' y='2' z='3'/>", limits), "limit-values 1:1");
}

TEST(XmlReader, LetsThroughWhatAHandlerThrows) {
  class Thrower : public Listener {
    void end(std::string_view name) override { throw std::runtime_error(std::string(name)); }
  };
  Thrower thrower;
  XmlReader reader(thrower, XmlEncoding::utf8);
  EXPECT_THROW(static_cast<void>(reader.parse(sample_text, XmlPiece::last)), std::runtime_error);
}

TEST(XmlReader, FindsAttributesWithAndWithoutTheirPrefix) {
  class Looker : public Listener {
    void begin(const XmlElement& element) override {
      EXPECT_EQ(element["type"], "first");
      EXPECT_EQ(element.prefixed("b:type"), "second");
      EXPECT_EQ(element.prefixed("type"), "");
      EXPECT_TRUE(element.has("type"));
      EXPECT_FALSE(element.has("b:type"));
      EXPECT_EQ(element.at(), 2U);
    }
  };
  Looker looker;
  XmlReader reader(looker, XmlEncoding::utf8);
  EXPECT_EQ(reader.parse("\n\n<g a:type='first' b:type='second'/>", XmlPiece::last),
            XmlProgress::ended);
}

TEST(XmlRoot, IsTheOutermostElement) {
  EXPECT_EQ(xml_root("<?xml version='1.0'?>\n<!-- x --><a:gexf version='1'>"), "gexf");
  EXPECT_EQ(xml_root("<graphml/>"), "graphml");
  EXPECT_EQ(xml_root("{}"), "");
  EXPECT_EQ(xml_root("<!-- without an end"), "");
}

}  // namespace
}  // namespace entente
