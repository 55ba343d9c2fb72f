// Each verb against the pattern query that it says it asks.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/answer/as_query.hpp>
#include <entente/error.hpp>
#include <entente/io/load.hpp>
#include <entente/query/pattern.hpp>

namespace {

using namespace entente;
using answers::as_query;
using answers::Question;
using answers::Routes;

const Graph& dossier() {
  static const Graph graph = load_graph(std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato");
  return graph;
}

const query::Source& source() {
  static const query::Source source(dossier());
  return source;
}

std::vector<Selection> selections() {
  return {{},
          {.as_of = "2019"},
          {.during = "2014/2023", .keep = Keep::certain_only},
          {.throughout = "2015/2016"},
          {.known_at = "2023-07-11"},
          {.as_of = "2023-07-12", .undated = Undated::listed},
          {.types = {"party_to", "supersedes", "met_with"}},
          {.kinds = {"country", "agreement", "person"}},
          {.during = "../2023", .modalities = {Modality::fact}, .direction = Direction::out},
          {.sources = {"doc-001"}, .direction = Direction::in}};
}

query::Result answer_to(const std::string& text) {
  return query::prepare(source(), text).run();
}

std::string id_of(EntityId entity) {
  return std::string(dossier().id(entity));
}

// Every third entity, and those that verbs are mostly asked about.
std::vector<EntityId> some_entities() {
  std::vector<EntityId> entities;
  for (std::uint32_t i = 0; i < dossier().entity_count(); i += 3) entities.push_back(EntityId{i});
  for (const char* name : {"japan", "nato", "fumio-kishida", "japan-nato-itpp-2023"})
    entities.push_back(dossier().find(name).value());
  return entities;
}

TEST(ShowQuery, OfShowFindsItsRelations) {
  for (const Selection& selection : selections())
    for (const EntityId entity : some_entities()) {
      const Question question{.graph = dossier(), .selection = selection};
      const answers::ShowParameters parameters{id_of(entity)};
      std::set<std::string> wanted;
      for (const SelectedRelation& row : answers::show(question, parameters).rows)
        wanted.emplace(dossier().id(row.relation));
      const std::string text = as_query(question, parameters);
      std::set<std::string> found;
      for (const auto& row : answer_to(text).rows) found.insert(*row[0].text());
      EXPECT_EQ(found, wanted) << text;
    }
}

TEST(ShowQuery, OfNeighborsFindsThemAsFarAway) {
  for (const Selection& selection : selections())
    for (const EntityId entity : some_entities())
      for (const std::uint32_t depth : {1U, 2U}) {
        const Question question{.graph = dossier(), .selection = selection};
        const answers::NeighborsParameters parameters{id_of(entity), depth};
        std::vector<std::pair<std::string, std::int64_t>> wanted;
        for (const auto& each : answers::neighbors(question, parameters).found)
          wanted.emplace_back(id_of(each.entity), each.distance);
        const std::string text = as_query(question, parameters);
        std::vector<std::pair<std::string, std::int64_t>> found;
        for (const auto& row : answer_to(text).rows)
          found.emplace_back(*row[0].text(), *row[1].integer());
        EXPECT_EQ(found, wanted) << text;
      }
}

std::vector<std::vector<std::string>> listed(const query::Result& result) {
  std::vector<std::vector<std::string>> paths;
  for (const auto& row : result.rows) {
    auto& path = paths.emplace_back();
    for (const query::Value& id : *row[0].list()) path.push_back(*id.text());
  }
  return paths;
}

TEST(ShowQuery, OfPathFindsTheSamePaths) {
  const std::vector<std::pair<const char*, const char*>> ends = {
      {"yoon-suk-yeol", "emmanuel-macron"},
      {"japan", "nato"},
      {"japan", "japan"},
      {"france", "south-korea"},
      {"fumio-kishida", "nato"}};
  for (const Selection& selection : selections())
    for (const auto& [from, to] : ends)
      for (const Routes routes : {Routes::shortest, Routes::all_shortest, Routes::within_hops}) {
        const Question question{.graph = dossier(), .selection = selection};
        answers::PathParameters parameters;
        parameters.from = from;
        parameters.to = to;
        parameters.routes = routes;
        parameters.max_hops = 2;
        parameters.avoid = {"china"};
        std::vector<std::vector<std::string>> wanted;
        for (const Path& path : answers::path(question, parameters).paths) {
          auto& one = wanted.emplace_back();
          for (const EntityId entity : path.entities) one.push_back(id_of(entity));
        }
        const std::string text = as_query(question, parameters);
        auto found = listed(answer_to(text));
        std::sort(found.begin(), found.end());
        std::sort(wanted.begin(), wanted.end());
        EXPECT_EQ(found, wanted) << text;
      }
}

TEST(ShowQuery, OfLineageFindsTheChain) {
  for (const Selection& selection : selections())
    for (const char* agreement : {"japan-nato-itpp-2023", "korea-nato-itpp-2023"}) {
      const Question question{.graph = dossier(), .selection = selection};
      std::set<std::string> wanted;
      for (const Successor& each : answers::lineage(question, {agreement}).chain)
        wanted.insert(id_of(each.agreement));
      const std::string text = as_query(question, answers::LineageParameters{agreement});
      std::set<std::string> found;
      for (const auto& row : answer_to(text).rows) found.insert(*row[0].text());
      EXPECT_EQ(found, wanted) << text;
    }
}

TEST(ShowQuery, RefusesWhatNoPatternSays) {
  const auto code = [](const Selection& selection) -> std::string {
    try {
      const Question question{.graph = dossier(), .selection = selection};
      return as_query(question, answers::ShowParameters{"japan"});
    } catch (const InvalidArgument& error) {
      return error.code();
    }
  };
  EXPECT_EQ(code({.as_of = "2019", .inference = Inference::off}), "no-query");
  EXPECT_EQ(code({.as_of = "2019", .presume_lasting = Lasting::presumed}), "no-query");
  EXPECT_EQ(code({.keep = Keep::certain_only}), "no-query");
  answers::PathParameters weighted;
  weighted.from = "japan";
  weighted.to = "nato";
  weighted.weight = "amount";
  EXPECT_THROW(static_cast<void>(as_query({.graph = dossier()}, weighted)), InvalidArgument);
}

}  // namespace
