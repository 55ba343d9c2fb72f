#include <random>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph_builder.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/problem.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::string json(const Graph& graph) {
  std::ostringstream out;
  write_json(out, graph.dossier());
  return out.str();
}

Graph start() {
  return test::graph_of(
      "country japan name=ja:日本\ncountry france\ndocument doc\n"
      "r1: japan partner_of france when=2014/.. by=doc§1~2014\n"
      "r2: france partner_of japan when=2010-XX clause=7\n"
      "r3: japan partner_of france plan when=[2018..]/2020");
}

TEST(Builder, AddsReplacesAndRemoves) {
  const Graph graph = start();
  const std::string before = json(graph);
  GraphBuilder builder(graph);
  builder.put(Entity{.id = "italy", .kind = "country"});
  builder.put(Relation{.id = "r0", .type = "partner_of", .from = "italy", .to = "japan"});
  builder.put(Relation{.id = "r1", .type = "partner_of", .from = "japan", .to = "italy"});
  builder.remove("r2");
  const Graph next = builder.build();
  EXPECT_EQ(json(graph), before);
  EXPECT_EQ(next.relation_count(), 3U);
  EXPECT_EQ(next.id(next.to(next.relation("r1").value())), "italy");
  EXPECT_FALSE(next.relation("r2").has_value());
  EXPECT_EQ(next.titles(), graph.titles());
  EXPECT_EQ(next.find("日本").value(), next.entity("japan"));
}

TEST(Builder, WithoutChangesGivesTheSameGraph) {
  EXPECT_EQ(json(GraphBuilder(start()).build()), json(start()));
}

TEST(Builder, StartsFromNothing) {
  GraphBuilder builder(builtin_vocabulary());
  EXPECT_EQ(builder.build().entity_count(), 0U);
  builder.put(Entity{.id = "a", .kind = "country"}).put(Entity{.id = "b", .kind = "country"});
  builder.put(Relation{.id = "r", .type = "partner_of", .from = "a", .to = "b"});
  EXPECT_EQ(builder.build().relation_count(), 1U);
}

TEST(Builder, RefusesWhatDoesNotFit) {
  GraphBuilder builder(start());
  EXPECT_THROW(builder.remove("nobody"), InvalidArgument);
  builder.remove("japan");
  try {
    (void)builder.build();
    FAIL() << "relations without an end were taken";
  } catch (const DossierError& error) {
    EXPECT_THAT(error.what(), HasSubstr("dangling-end"));
  }
  EXPECT_THROW(builder.remove("japan"), InvalidArgument);
  GraphBuilder other(start());
  other.put(Relation{.id = "", .type = "partner_of", .from = "japan", .to = "france"});
  EXPECT_THROW((void)other.build(), DossierError);
}

// Fast equals slow: whatever is changed, the graph is that of a dossier changed likewise.
TEST(Builder, GivesTheGraphOfTheChangedDossier) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 chance(seed);
    Dossier dossier = start().dossier();
    GraphBuilder builder(start());
    for (int step = 0; step < 6; ++step) {
      const std::string id = "r" + std::to_string(chance() % 6);
      const auto same = [&](const Relation& relation) { return relation.id == id; };
      const auto known = std::find_if(dossier.relations.begin(), dossier.relations.end(), same);
      if (known != dossier.relations.end() && chance() % 2 == 0) {
        dossier.relations.erase(known);
        builder.remove_relation(id);
        continue;
      }
      Relation relation{.id = id, .type = "partner_of", .from = "japan", .to = "france"};
      if (chance() % 2 == 0) relation.when = When::parse("201" + std::to_string(chance() % 10));
      if (chance() % 2 == 0) relation.evidence.push_back({"doc", "§" + std::to_string(step)});
      if (chance() % 3 == 0) relation.attributes.emplace_back("x", Scalar(std::int64_t{step}));
      if (known == dossier.relations.end())
        dossier.relations.push_back(relation);
      else
        *known = relation;
      builder.put(relation);
    }
    EXPECT_EQ(json(builder.build()), json(Graph(dossier, builtin_vocabulary()))) << "seed " << seed;
  }
}

}  // namespace
}  // namespace entente
