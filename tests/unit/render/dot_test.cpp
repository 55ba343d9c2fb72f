#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/render/dot.hpp>

#include "render/image/graphviz.hpp"
#include "unit/render/hostile_names.hpp"
#include "unit/render/sample_diagram.hpp"

namespace entente {
namespace {

using test::sample_diagram;
using testing::HasSubstr;
using testing::Not;

/// What cgraph makes of a text: read, counted and questioned under one lock.
class ReadBack {
 public:
  explicit ReadBack(const std::string& dot) : graph_(agmemread(dot.c_str())) {
    session_.throw_on_error("reading back");
  }
  /// Those that stand for entities and relations; the others are the picture's furniture.
  int nodes() const {
    int count = 0;
    for (Agnode_t* n = agfstnode(graph_.get()); n; n = agnxtnode(graph_.get(), n))
      if (!text(n, "id").empty()) ++count;
    return count;
  }
  int edges() const {
    int count = 0;
    for (Agnode_t* n = agfstnode(graph_.get()); n; n = agnxtnode(graph_.get(), n))
      for (Agedge_t* e = agfstout(graph_.get(), n); e; e = agnxtout(graph_.get(), e))
        if (!text(e, "relations").empty()) ++count;
    return count;
  }
  Agnode_t* node(std::string name) const { return agnode(graph_.get(), name.data(), 0); }
  std::string text(void* object, std::string attribute) const {
    const char* value = agget(object, attribute.data());
    return value ? value : "";
  }
  bool is_html(void* object, std::string attribute) const {
    return aghtmlstr(agget(object, attribute.data())) != 0;
  }

 private:
  GraphvizSession session_;
  GraphvizGraph graph_;
};

TEST(Dot, ReadsBackAsTheSameGraph) {
  const ReadBack back(to_dot(sample_diagram()));
  EXPECT_EQ(back.nodes(), 3);
  EXPECT_EQ(back.edges(), 2);
  Agnode_t* japan = back.node("n_japan");
  ASSERT_NE(japan, nullptr);
  EXPECT_EQ(back.text(japan, "entity"), "japan");
  EXPECT_EQ(back.text(japan, "kind"), "country");
  EXPECT_TRUE(back.is_html(japan, "label"));
}

TEST(Dot, ShowsKindByShapeAndColour) {
  const ReadBack back(to_dot(sample_diagram()));
  EXPECT_EQ(back.text(back.node("n_ipcp"), "shape"), "note");
  EXPECT_EQ(back.text(back.node("n_ipcp"), "fillcolor"), "#FEF5D6");
  EXPECT_EQ(back.text(back.node("n_japan"), "style"), "rounded,filled");
  EXPECT_EQ(back.text(back.node("n_nato"), "peripheries"), "2");
}

TEST(Dot, MarksPossibleRelationsAndPlans) {
  const std::string dot = to_dot(sample_diagram());
  EXPECT_THAT(dot, HasSubstr("style=\"dashed\""));
  EXPECT_THAT(dot, HasSubstr(">planned<"));
  EXPECT_THAT(dot, HasSubstr("arrowtail=\"odiamond\""));
}

TEST(Dot, CarriesTitleSubtitleLegendAndDates) {
  const std::string dot = to_dot(sample_diagram());
  for (const char* text : {"Japan and NATO", "As of 2014", "is party to", "from 2014 on", "日本"})
    EXPECT_THAT(dot, HasSubstr(text));
}

class HostileName : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Names, HostileName, testing::ValuesIn(test::hostile_names()));

TEST_P(HostileName, StaysInertEverywhere) {
  const std::string dot = to_dot(test::with_name(GetParam()));
  const ReadBack back(dot);
  EXPECT_EQ(back.nodes(), 3);
  EXPECT_EQ(back.edges(), 2);
  for (const char* name : {"n_japan", "n_nato", "n_ipcp"}) {
    ASSERT_NE(back.node(name), nullptr);
    EXPECT_TRUE(back.is_html(back.node(name), "label"));
    const std::string label = back.text(back.node(name), "label");
    EXPECT_EQ(label.find("<b>"), std::string::npos);
    EXPECT_EQ(label.find("<IMG"), std::string::npos);
  }
  EXPECT_EQ(dot.find('\x01'), std::string::npos);
}

TEST(Dot, ShortensLongNamesInThePictureButNotInTheTooltip) {
  const std::string name(10000, 'x');
  const ReadBack back(to_dot(test::with_name(name)));
  Agnode_t* japan = back.node("n_japan");
  EXPECT_LT(back.text(japan, "label").size(), 1000U);
  EXPECT_NE(back.text(japan, "label").find("…"), std::string::npos);
  EXPECT_TRUE(back.text(japan, "tooltip") == name);
}

TEST(Dot, ContinuesStringsThatGraphvizWouldRefuse) {
  std::string name;
  for (int i = 0; i < 10'000; ++i) name += "漢";
  const ReadBack back(to_dot(test::with_name(name)));
  EXPECT_TRUE(back.text(back.node("n_japan"), "tooltip") == name);
}

TEST(Dot, NamesNodesInAsciiWhateverTheId) {
  Diagram d = sample_diagram();
  d.nodes[0].id = "50%:a b/\"ü\\";
  d.nodes[1].id = "50%:a b/\"ü/";
  const std::string dot = to_dot(d);
  const ReadBack back(dot);
  EXPECT_EQ(back.nodes(), 3);
  Agnode_t* odd = back.node("n_50_25_3aa_20b_2f_22_c3_bc_5c");
  ASSERT_NE(odd, nullptr);
  EXPECT_EQ(back.text(odd, "entity"), "50%:a b/\"ü\\\\") << "backslashes are doubled";
}

TEST(Dot, LinksOnlyToTheWeb) {
  for (const char* address : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
                              " https://example.org", "//example.org"}) {
    Diagram d = sample_diagram();
    d.nodes[0].url = address;
    EXPECT_THAT(to_dot(d), Not(HasSubstr("URL"))) << address;
  }
  EXPECT_THAT(to_dot(sample_diagram()), HasSubstr("https://example.org/ipcp"));
}

TEST(Dot, WritesNoAttributeThatReadsFiles) {
  const std::string dot = to_dot(test::with_name("image=\"/etc/passwd\""));
  const ReadBack back(dot);
  for (const char* attribute : {"image", "shapefile", "imagepath", "stylesheet", "fontpath"})
    EXPECT_EQ(back.text(back.node("n_japan"), attribute), "") << attribute;
}

TEST(Dot, IsWrittenFromManyThreadsAtOnce) {
  const std::string expected = to_dot(sample_diagram());
  std::vector<std::string> written(8);
  std::vector<std::thread> threads;
  for (std::string& text : written)
    threads.emplace_back([&text] { text = to_dot(sample_diagram()); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : written) EXPECT_EQ(text, expected);
}

TEST(Graphviz, GathersAnErrorThatArrivesInPieces) {
  const GraphvizSession session;
  EXPECT_FALSE(session.failed());
  agerr(AGERR, "syntax error in line %d", 1);
  agerr(AGPREV, " near '%s'", "->");
  EXPECT_EQ(session.messages(), "Error: syntax error in line 1 near '->'");
  EXPECT_THROW(session.throw_on_error("reading"), Error);
}

TEST(Graphviz, TakesWarningsForNoError) {
  const GraphvizSession session;
  agerr(AGWARN, "a small thing");
  EXPECT_FALSE(session.failed());
}

}  // namespace
}  // namespace entente
