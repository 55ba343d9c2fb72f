#include <cstdint>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/eccentricity.hpp>
#include <entente/algorithm/measures.hpp>
#include <entente/algorithm/path.hpp>
#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/version.hpp>

#include "support/graph_of.hpp"
#include "support/network_of.hpp"

namespace entente {
namespace {

using test::graph_of;
using test::network_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "out-of-range");
    return error.what();
  }
  return "no error";
}

TEST(Numbers, StandForNothingByDefault) {
  EXPECT_FALSE(is_valid(EntityId{}));
  EXPECT_FALSE(is_valid(RelationId{}));
  EXPECT_FALSE(is_valid(EdgeIndex{}));
  EXPECT_FALSE(is_valid(Step{}.edge));
  EXPECT_TRUE(is_valid(EntityId(0)));
  EXPECT_NE(EntityId{}, EntityId(0));
  const std::unordered_map<EntityId, int> table = {{EntityId(3), 4}};
  EXPECT_EQ(table.at(EntityId(3)), 4);
}

TEST(Numbers, OfEdgesAreNoVertices) {
  static_assert(!std::is_convertible_v<Vertex, EdgeIndex>);
  static_assert(!std::is_convertible_v<EdgeIndex, Vertex>);
  static_assert(!std::is_convertible_v<EdgeIndex, EntityId>);
  static_assert(sizeof(EdgeIndex) == sizeof(std::uint32_t));
  const auto net = network_of("a-b:3 b-c:5");
  std::unordered_map<EdgeIndex, double> weights;
  std::vector<std::uint32_t> numbers;
  for (const EdgeIndex e : net.g.edges()) {
    weights[e] = net.g.weight(e);
    numbers.push_back(index(e));
    EXPECT_LT(e, EdgeIndex(2));
  }
  EXPECT_THAT(numbers, ElementsAre(0U, 1U));
  EXPECT_EQ(weights.at(EdgeIndex(0)) + weights.at(EdgeIndex(1)), 8.0);
  EXPECT_TRUE(Network(0, {}, Directedness::directed).edges().empty());
}

TEST(Numbers, OfAnotherGraphAreRefusedByTheCallThatGotThem) {
  const Graph graph = graph_of("country a\ncountry b\na partner_of b");
  EXPECT_THAT(message_of([&] { (void)graph.name(EntityId{}); }), HasSubstr("Graph::name"));
  EXPECT_THAT(message_of([&] { (void)graph.id(EntityId(2)); }), HasSubstr("Graph::id"));
  EXPECT_THAT(message_of([&] { (void)graph.kind(EntityId(2)); }), HasSubstr("Graph::kind"));
  EXPECT_THAT(message_of([&] { (void)graph.record(EntityId(2)); }), HasSubstr("Graph::record"));
  EXPECT_THAT(message_of([&] { (void)graph.relations(EntityId(9)); }),
              HasSubstr("Graph::relations"));
  EXPECT_THAT(message_of([&] { (void)graph.type(RelationId(1)); }), HasSubstr("Graph::type"));
  EXPECT_THAT(message_of([&] { (void)graph.bounds(RelationId{}); }), HasSubstr("Graph::bounds"));
  EXPECT_THAT(message_of([&] { (void)graph.evidence(RelationId(1)); }),
              HasSubstr("Graph::evidence"));
  EXPECT_THAT(message_of([&] { (void)graph.attribute(EntityId(7), "x"); }),
              HasSubstr("Graph::attribute"));
}

#if ENTENTE_HARDENED
TEST(Numbers, OfAnotherNetworkAreRefusedWhereHardened) {
  const Network g = network_of("a-b b-c").g;
  EXPECT_THAT(message_of([&] { (void)g.out(3); }), HasSubstr("Network::out"));
  EXPECT_THAT(message_of([&] { (void)g.in_edges(3); }), HasSubstr("Network::in_edges"));
  EXPECT_THAT(message_of([&] { (void)g.entity(3); }), HasSubstr("Network::entity"));
  EXPECT_THAT(message_of([&] { (void)g.weight(EdgeIndex(2)); }), HasSubstr("Network::weight"));
  EXPECT_THAT(message_of([&] { (void)g.ends(EdgeIndex(2)); }), HasSubstr("Network::ends"));
  EXPECT_THAT(message_of([&] { (void)degree(g)[3]; }), HasSubstr("Ranking::operator[]"));
}
#endif

TEST(Ranges, HoldEveryRecordAndVertexOnce) {
  const Graph graph = graph_of("country b\ncountry a\na partner_of b");
  std::vector<std::string> ids;
  for (const EntityId entity : graph.entities()) ids.emplace_back(graph.id(entity));
  for (const RelationId relation : graph.relations()) ids.emplace_back(graph.id(relation));
  EXPECT_THAT(ids, ElementsAre("a", "b", "r01"));
  std::vector<Vertex> vertices;
  for (const Vertex v : graph.select().vertices()) vertices.push_back(v);
  EXPECT_THAT(vertices, ElementsAre(0U, 1U));
  EXPECT_TRUE(Network(0, {}, Directedness::directed).vertices().empty());
}

TEST(Rankings, AreRangesAndFindAScoreAtOnce) {
  const auto net = network_of("a-b b-c x");
  const Ranking ranking = degree(net.g);
  EXPECT_EQ(ranking.size(), 4U);
  EXPECT_EQ(ranking.begin()->first, net.entity("b"));
  double sum = 0;
  for (const auto& [entity, score] : degree(net.g)) {
    EXPECT_EQ(ranking.score(entity), score);
    EXPECT_EQ(ranking[ranking.place(entity).value()].first, entity);
    sum += score;
  }
  EXPECT_EQ(sum, 4.0);
  EXPECT_EQ(ranking.score(EntityId{}), std::nullopt);
  EXPECT_EQ(ranking.place(EntityId(99)), std::nullopt);
}

TEST(Diameters, OfNothingAreNone) {
  EXPECT_FALSE(diameter(Network(0, {}, Directedness::undirected)).has_value());
  EXPECT_EQ(diameter(network_of("a-b b-c").g).value().hops, 2U);
  EXPECT_EQ(diameter(network_of("a").g).value().hops, 0U);
}

TEST(Measures, OfAProgramAreTakenByName) {
  const auto net = network_of("a-b b-c");
  RankOptions options;
  options.own["twice"] = [](const Network& g, const RankOptions& how) {
    std::vector<Ranking::Row> rows;
    for (const auto& [entity, score] : rank(g, "degree", how)) rows.emplace_back(entity, 2 * score);
    return Ranking("twice", std::move(rows));
  };
  EXPECT_EQ(rank(net.g, "twice", options).score(net.entity("b")), 4.0);
  EXPECT_EQ(rank(net.g, "degree", options).score(net.entity("b")), 2.0);
  try {
    (void)rank(net.g, "thrice", options);
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_THAT(error.what(), HasSubstr("twice"));
  }
}

TEST(Version, IsThatOfTheHeaders) {
  EXPECT_EQ(version(), ENTENTE_VERSION_TEXT);
  EXPECT_EQ(ENTENTE_VERSION,
            ENTENTE_VERSION_MAJOR * 10000 + ENTENTE_VERSION_MINOR * 100 + ENTENTE_VERSION_PATCH);
}

}  // namespace
}  // namespace entente
