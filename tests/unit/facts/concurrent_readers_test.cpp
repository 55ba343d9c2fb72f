#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/words/sentence.hpp>

#include "facts/counts_by_period.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::graph_of;
using test::selected;

Graph shared() {
  return graph_of(R"(
    country japan name=Japan name=ja:日本 when=1947?/..
    organisation nato name=NATO name=zh-Hans:北约
    agreement old name=Old_pact
    agreement new name=New_pact
    document doc-1 published=2014-06-01
    r1: japan party_to old when=2014-05-06/ by=doc-1§2.1
    r2: nato party_to old when=[2012,2013]/ plan by=doc-1
    r3: new supersedes old when=2018 by=doc-1
    r4: japan cooperates_with nato
  )");
}

/// Everything a reader can ask, as one text.
std::string reading(const Graph& graph) {
  std::string text;
  for (const Selection& selection : {Selection{.as_of = "2016"}, Selection{.known_at = "2014-06"},
                                     Selection{.throughout = "2015"}})
    for (const std::string& kept : selected(graph, selection)) text += kept + " ";
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i)
    text += describe(graph, static_cast<RelationId>(i), "ja,en") + "\n";
  text += graph.id(graph.find("北約").value());
  const auto years = calendar_periods(Window::parse("2010/2020"), CalendarStep::year);
  for (const Counts& counts : counts_by_period(graph, {}, years))
    text += std::to_string(counts.certain) + " ";
  const Network g = graph.select({}, {.over = {"agreement"}});
  return text + std::to_string(g.edge_count()) + std::to_string(reversed(g).vertex_count());
}

TEST(Graph, AnswersManyThreadsAtOnceAsItAnswersOne) {
  const Graph graph = shared();
  const std::string alone = reading(graph);
  std::vector<std::string> heard(8);
  std::vector<std::thread> readers;
  for (std::string& answer : heard)
    readers.emplace_back([&answer, copy = graph] { answer = reading(copy); });
  for (std::thread& reader : readers) reader.join();
  for (const std::string& answer : heard) EXPECT_EQ(answer, alone);
}

}  // namespace
}  // namespace entente
