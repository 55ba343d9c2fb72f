// The DOT of every view, read by Graphviz' own reader.

#include <set>
#include <string>

#include <gtest/gtest.h>

#include <entente/render/dot.hpp>

#include "pictures/dossier_views.hpp"
#include "render/image/graphviz.hpp"

namespace entente::test {
namespace {

class EveryDot : public testing::TestWithParam<View> {};

std::vector<View> graphs() {
  std::vector<View> result;
  for (const View& view : views())
    if (view.diagram) result.push_back(view);
  return result;
}

INSTANTIATE_TEST_SUITE_P(Views, EveryDot, testing::ValuesIn(graphs()),
                         [](const auto& given) { return std::string(given.param.name); });

/// Entities and relations of a DOT text: "entity" and "type: from to (relations)".
std::multiset<std::string> read_back(const std::string& dot) {
  const GraphvizSession session;
  const GraphvizGraph graph(agmemread(dot.c_str()));
  session.throw_on_error("reading back");
  const auto text = [](void* object, std::string name) {
    const char* value = agget(object, name.data());
    return std::string(value ? value : "");
  };
  std::multiset<std::string> result;
  for (Agnode_t* node = agfstnode(graph.get()); node; node = agnxtnode(graph.get(), node)) {
    if (const std::string entity = text(node, "entity"); !entity.empty()) result.insert(entity);
    for (Agedge_t* edge = agfstout(graph.get(), node); edge; edge = agnxtout(graph.get(), edge))
      if (const std::string relations = text(edge, "relations"); !relations.empty())
        result.insert(text(edge, "type") + ": " + text(agtail(edge), "entity") + " " +
                      text(aghead(edge), "entity") + " (" + relations + ")");
  }
  return result;
}

TEST_P(EveryDot, ReadsBackFromDotAsTheSameGraph) {
  const Diagram drawn = GetParam().diagram(dossier(), {});
  std::multiset<std::string> expected;
  for (const DiagramNode& node : drawn.nodes) expected.insert(node.id);
  for (const DiagramEdge& edge : drawn.edges) {
    std::string relations;
    for (const std::string& relation : edge.relations)
      relations += (relations.empty() ? "" : " ") + relation;
    expected.insert(edge.type + ": " + drawn.nodes[edge.from].id + " " + drawn.nodes[edge.to].id +
                    " (" + relations + ")");
  }
  EXPECT_EQ(read_back(to_dot(drawn)), expected);
}

TEST_P(EveryDot, HoldsHostileNamesAsData) {
  const Diagram drawn = GetParam().diagram(hostile_dossier(), {});
  EXPECT_EQ(read_back(to_dot(drawn)).size(), drawn.nodes.size() + drawn.edges.size());
}

}  // namespace
}  // namespace entente::test
