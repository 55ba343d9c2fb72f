#include <string>
#include <type_traits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/problem.hpp>
#include <entente/network/network.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::dossier_of;
using test::graph_of;
using test::ids;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Korea's and Japan's programmes share their Chinese name.
constexpr auto programmes = R"(
  organisation nato name=NATO name=zh-Hans:北约
  country japan name=Japan name=ja:日本 name=zh-Hans:日本
  country south-korea name=South_Korea
  agreement japan-itpp name=Japan-NATO_ITPP name=ITPP name=zh-Hans:个别针对性伙伴关系计划
  agreement korea-itpp name=Korea-NATO_ITPP name=ITPP name=zh-Hans:个别针对性伙伴关系计划
  document doc-1 published=2023-07-13 language=zh
  r1: japan party_to japan-itpp when=2023-07-12/ by=doc-1§2.1@nato,doc-1§3~2023-07 role=host n=2
  r2: nato party_to japan-itpp
  r3: south-korea party_to korea-itpp
  r4: nato party_to korea-itpp plan
)";

TEST(Graph, NumbersRecordsInTheByteOrderOfTheirIds) {
  const Graph graph = graph_of(R"(
    country b
    country a
    r2: a cooperates_with b
    r10: b cooperates_with a
  )");
  EXPECT_EQ(graph.id(EntityId{0}), "a");
  EXPECT_EQ(graph.id(RelationId{0}), "r10");
  EXPECT_EQ(graph.entity("b"), EntityId{1});
  EXPECT_EQ(graph.relation("r2"), RelationId{1});
  EXPECT_FALSE(graph.entity("c").has_value());
  EXPECT_FALSE(graph.relation("r").has_value());
}

TEST(Graph, ReadsRecordsBackAsWritten) {
  const Dossier dossier = dossier_of(programmes);
  const Graph graph(dossier, builtin_vocabulary());
  const Dossier back = graph.dossier();
  ASSERT_EQ(back.entities.size(), dossier.entities.size());
  const Relation relation = graph.record(graph.relation("r1").value());
  EXPECT_EQ(relation.type, "party_to");
  EXPECT_EQ(relation.when, dossier.relations[0].when);
  EXPECT_EQ(relation.attributes, dossier.relations[0].attributes);
  EXPECT_EQ(relation.evidence, dossier.relations[0].evidence);
  EXPECT_EQ(graph.record(graph.relation("r4").value()).modality, Modality::plan);
  const Entity entity = graph.record(graph.entity("japan").value());
  EXPECT_EQ(entity.kind, "country");
  EXPECT_EQ(entity.names, dossier.entities[1].names);
  EXPECT_EQ(graph.titles(), dossier.titles);
}

TEST(Graph, ListsTheRelationsOfAnEntityAscending) {
  const Graph graph = graph_of(programmes);
  EXPECT_THAT(ids(graph, graph.relations(graph.entity("nato").value())), ElementsAre("r2", "r4"));
  EXPECT_THAT(ids(graph, graph.relations(graph.entity("doc-1").value())), IsEmpty());
}

TEST(Graph, NamesEntitiesInTheLanguagesAskedFor) {
  const Graph graph = graph_of(programmes);
  const EntityId nato = graph.entity("nato").value();
  EXPECT_EQ(graph.name(nato), "NATO");
  EXPECT_EQ(graph.name(nato, "zh-Hans"), "北约");
  EXPECT_EQ(graph.name(nato, "ja"), "NATO");
  EXPECT_EQ(graph.name(graph.entity("doc-1").value()), "doc-1");
}

TEST(Graph, FindsEntitiesByIdAndByNameInAnyScript) {
  const Graph graph = graph_of(programmes);
  EXPECT_EQ(graph.find("nato").value(), graph.entity("nato"));
  EXPECT_EQ(graph.find("北約").value(), graph.entity("nato"));
  EXPECT_EQ(*graph.find("ＪＡＰＡＮ"), graph.entity("japan"));
}

TEST(Graph, ListsCandidatesWithKindAndPartiesWhenANameIsAmbiguous) {
  const Graph graph = graph_of(programmes);
  const Lookup lookup = graph.find("ITPP");
  EXPECT_FALSE(lookup.has_value());
  EXPECT_THAT(ids(graph, lookup.candidates()), ElementsAre("japan-itpp", "korea-itpp"));
  try {
    (void)lookup.value();
    FAIL() << "nothing may be guessed";
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "ambiguous-entity");
    EXPECT_EQ(error.exit_code(), 64);
    EXPECT_THAT(error.what(),
                HasSubstr("japan-itpp: Japan-NATO ITPP (agreement, parties: Japan, NATO)"));
    EXPECT_THAT(error.what(), HasSubstr("korea-itpp: Korea-NATO ITPP (agreement, parties: NATO, "
                                        "South Korea)"));
  }
}

TEST(Graph, SuggestsNamesWhenNothingMatches) {
  const Graph graph = graph_of(programmes);
  try {
    (void)graph.find("Jappan").value();
    FAIL() << "nobody is called so";
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "unknown-entity");
    EXPECT_THAT(error.what(), HasSubstr("did you mean"));
    EXPECT_THAT(error.what(), HasSubstr("japan: Japan (country)"));
  }
}

TEST(Graph, IsNotBuiltFromADossierWithErrors) {
  Dossier dossier = dossier_of("country japan");
  dossier.relations.push_back({"r1", "party_to", "japan", "nowhere"});
  EXPECT_THROW(Graph(dossier, builtin_vocabulary()), DossierError);
}

TEST(Graph, MayBeEmpty) {
  const Graph graph = graph_of("");
  EXPECT_EQ(graph.entity_count(), 0U);
  EXPECT_EQ(graph.select().vertex_count(), 0U);
  EXPECT_FALSE(graph.find("x").has_value());
}

TEST(Graph, LooksSingleAttributesUp) {
  const Graph graph = graph_of(programmes);
  const RelationId relation = graph.relation("r1").value();
  EXPECT_EQ(graph.attribute(relation, "role"), AttributeValue(Scalar("host")));
  EXPECT_EQ(graph.attribute(relation, "n"), AttributeValue(Scalar(std::int64_t{2})));
  EXPECT_FALSE(graph.attribute(relation, "mode").has_value());
}

TEST(Graph, ShowsAttributesInPlace) {
  Dossier dossier = dossier_of("country japan");
  Attributes& attributes = dossier.entities.front().attributes;
  const std::string text(1000, 'x');
  const std::vector<Scalar> list{Scalar("long enough to be kept apart"), Scalar(std::int64_t{-3}),
                                 Scalar(true), Scalar(0.5), Scalar()};
  attributes = {{"text", Scalar(text)},
                {"list", list},
                {"none", std::vector<Scalar>{}},
                {"last", Scalar(std::uint64_t{7})}};
  const Graph graph(dossier, builtin_vocabulary());
  const EntityId japan = graph.entity("japan").value();

  const auto first = graph.attribute_view(japan, "text").value();
  const auto again = graph.attribute_view(japan, "text").value();
  const auto& words = std::get<std::string_view>(std::get<ScalarView>(first));
  EXPECT_EQ(words, text);
  EXPECT_EQ(words.data(), std::get<std::string_view>(std::get<ScalarView>(again)).data());

  const auto view = graph.attribute_view(japan, "list").value();
  const auto& scalars = std::get<ScalarListView>(view);
  EXPECT_EQ(scalars.size(), list.size());
  EXPECT_EQ(std::get<std::string_view>(*scalars.begin()), "long enough to be kept apart");
  EXPECT_EQ(copy_of(view), AttributeValue(list));
  EXPECT_TRUE(std::get<ScalarListView>(graph.attribute_view(japan, "none").value()).empty());
  EXPECT_EQ(graph.attribute(japan, "last"), AttributeValue(Scalar(std::uint64_t{7})));
  EXPECT_FALSE(graph.attribute_view(japan, "lasting").has_value());
  EXPECT_EQ(graph.record(japan).attributes, attributes);
}

TEST(Graph, IsStillThereAfterItWasMoved) {
  Graph graph = graph_of(programmes);
  { const Graph taken = std::move(graph); }
  EXPECT_EQ(graph.id(graph.find("japan").value()), "japan");
}

TEST(Graph, NeedNotOutliveItsNetworks) {
  const Network network = graph_of(programmes).select();
  EXPECT_EQ(network.vertex_count(), 6U);
  EXPECT_EQ(network.relations(EdgeIndex(0)).size(), 1U);
}

// A loop over `graph.find("…").candidates()` would run over what is gone, were it a reference.
TEST(Lookup, HandsItsCandidatesOverIfItIsATemporary) {
  std::size_t count = 0;
  for ([[maybe_unused]] const EntityId each : graph_of(programmes).find("ITPP").candidates())
    ++count;
  EXPECT_EQ(count, 2U);
  static_assert(!std::is_reference_v<decltype(Lookup({}, "").candidates())>);
}

}  // namespace
}  // namespace entente
