// Which way edges run, as the programs that draw them say it.

#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::read_foreign_text;
using test::records_of;
using test::warnings_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string ends(const std::string& type, const std::string& from, const std::string& to) {
  return R"("type": ")" + type + R"(", "from": ")" + from + R"(", "to": ")" + to + "\"";
}

TEST(Directions, AreNoneWhereCytoscapesWholeSaysSo) {
  const std::string elements =
      R"("elements": {"nodes": [{"data": {"id": "a"}}, {"data": {"id": "b"}}], "edges": )"
      R"([{"data": {"source": "a", "target": "b"}}]})";
  const auto types = [&](const std::string& members) {
    const CheckedDossier read = read_foreign_text("{" + members + "}", "c.cyjs", "cytoscape");
    return read.vocabulary.types().front().symmetry;
  };
  EXPECT_EQ(types(R"("directed": false, )" + elements), Symmetry::symmetric);
  EXPECT_EQ(types(elements + R"(, "directed": false)"), Symmetry::symmetric);
  EXPECT_EQ(types(R"("directed": true, )" + elements), Symmetry::directed);
  EXPECT_EQ(types(elements), Symmetry::directed);
}

std::string yed_edge(const std::string& source, const std::string& target) {
  const CheckedDossier read = read_foreign_text(
      R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d" for="edge" )"
      R"(yfiles.type="edgegraphics"/><graph edgedefault="directed"><node id="a"/><node id="b"/>)"
      R"(<edge source="a" target="b" sourceport="p"><data key="d"><y:PolyLineEdge )"
      R"(xmlns:y="http://www.yworks.com/xml/graphml"><y:Arrows source=")" +
          source + R"(" target=")" + target +
          R"("/></y:PolyLineEdge></data></edge></graph></graphml>)",
      "y.graphml");
  const bool symmetric = read.vocabulary.types().front().symmetry == Symmetry::symmetric;
  return (symmetric ? "symmetric " : "") + records_of(read.dossier);
}

TEST(Directions, AreThoseOfYedsArrows) {
  EXPECT_THAT(yed_edge("none", "standard"),
              AllOf(HasSubstr(ends("edge", "a", "b")), Not(HasSubstr("symmetric"))));
  EXPECT_THAT(yed_edge("standard", "none"),
              AllOf(HasSubstr(ends("edge", "b", "a")), HasSubstr(R"("targetport": "p")"),
                    Not(HasSubstr("symmetric"))));
  EXPECT_THAT(yed_edge("standard", "delta"),
              AllOf(HasSubstr("symmetric"), HasSubstr(R"("mutual": true)")));
  EXPECT_THAT(yed_edge("none", "none"), AllOf(HasSubstr("symmetric"), Not(HasSubstr("mutual"))));
}

TEST(Directions, OfAHyperedgeThatTiesTwoAreNone) {
  const auto read = [](const std::string& endpoints) {
    return read_foreign_text(
        R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="all" )"
        R"(attr.name="weight" attr.type="int"/><graph edgedefault="directed"><node id="a"/>)"
        R"(<node id="b"/><node id="c"/><hyperedge id="h"><data key="w">4</data>)" +
            endpoints + "</hyperedge></graph></graphml>",
        "h.graphml");
  };
  const CheckedDossier two = read(R"(<endpoint node="b"/><endpoint node="c" type="undir"/>)");
  EXPECT_THAT(warnings_of(two), Not(HasSubstr("hyperedge")));
  EXPECT_THAT(records_of(two.dossier), AllOf(HasSubstr(R"("id": "h", )" + ends("edge", "b", "c")),
                                             HasSubstr(R"("weight": 4)")));
  EXPECT_EQ(two.vocabulary.types().front().symmetry, Symmetry::symmetric);
  EXPECT_THAT(warnings_of(read(R"(<endpoint node="a"/>)")), HasSubstr("does not tie two"));
  EXPECT_THAT(warnings_of(read(R"(<endpoint node="a"/><endpoint node="b"/><endpoint node="c"/>)")),
              HasSubstr("does not tie two"));
  EXPECT_THAT(warnings_of(read(R"(<endpoint node="a" type="in"/><endpoint node="b" type="out"/>)")),
              HasSubstr("with ends `in` and `out`"));
}

#ifdef ENTENTE_DOT_PROGRAM
TEST(Directions, AreThoseThatDotDraws) {
  setenv("ENTENTE_DOT", ENTENTE_DOT_PROGRAM, 1);
  const CheckedDossier read = read_foreign_text(
      "digraph { a -> b [dir=back, headport=n, arrowtail=dot, label=\"\\T to \\H\"];\n"
      " c -> d [dir=none]; e -> f [dir=both]; g -> h [dir=forward] }",
      "d.dot");
  EXPECT_THAT(records_of(read.dossier),
              AllOf(HasSubstr(ends("edge", "b", "a") +
                              R"(, "modality": "fact", "attributes": {"arrowhead": "dot", )"
                              R"("label": "a to b", "tailport": "n"})"),
                    HasSubstr(ends("edge-undirected", "c", "d")),
                    HasSubstr(ends("edge-undirected", "e", "f")),
                    HasSubstr(ends("edge", "g", "h") + R"(, "modality": "fact"})")));
  const CheckedDossier graph = read_foreign_text("graph { a -- b [dir=back]; c -- d }", "g.dot");
  EXPECT_THAT(records_of(graph.dossier), AllOf(HasSubstr(ends("edge", "b", "a")),
                                               HasSubstr(ends("edge-undirected", "c", "d"))));
}

TEST(DotLabels, AreNamesWithoutMarkup) {
  setenv("ENTENTE_DOT", ENTENTE_DOT_PROGRAM, 1);
  const CheckedDossier read = read_foreign_text(
      "digraph { a [label=<<b>Bold</b> &amp; <i>it</i>>]; b [shape=record, label=\"{<f0> "
      "left|r}\"];"
      " subgraph cluster_x { label=<<u>In</u>>; c } }",
      "l.dot");
  EXPECT_THAT(records_of(read.dossier), AllOf(HasSubstr(R"("names": {"und": ["Bold & it"]})"),
                                              HasSubstr(R"("names": {"und": ["left | r"]})"),
                                              HasSubstr(R"("cluster": "In")")));
}
#endif

}  // namespace
}  // namespace entente
