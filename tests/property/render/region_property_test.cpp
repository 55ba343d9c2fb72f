// Pictures of random dossiers: everything is drawn or counted, once, and where it belongs.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/svg.hpp>

#include "property/render/random_ties.hpp"
#include "render/diagram/drawing.hpp"

namespace entente {
namespace {

using test::RandomTies;

constexpr int cases = 40;

bool is_apart(const Diagram& d) {
  return !d.regions.empty();
}

Graph graph_of(const RandomTies& made) {
  return Graph(read_records_from_text(made.text(), "made-up.jsonl").dossier, builtin_vocabulary());
}

using Ids = std::vector<std::string>;

void add(Ids& to, const Ids& more) {
  to.insert(to.end(), more.begin(), more.end());
}

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

Ids relation_ids(std::size_t count) {
  Ids ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back("r" + std::to_string(i));
  return sorted(std::move(ids));
}

Ids entities_in(const Diagram& d) {
  Ids ids;
  for (const DiagramNode& node : d.nodes) {
    ids.push_back(node.id);
    add(ids, node.stands_for);
  }
  for (const DiagramEdge& edge : d.edges) add(ids, edge.entities);
  for (const DiagramRegion& region : d.regions) add(ids, region.rest);
  return sorted(std::move(ids));
}

Ids relations_in(const Diagram& d) {
  Ids ids = d.outside_backbone;
  for (const DiagramNode& node : d.nodes) add(ids, node.relations);
  for (const DiagramEdge& edge : d.edges) add(ids, edge.relations);
  for (const DiagramRegion& region : d.regions) add(ids, region.relations);
  for (const DiagramBundle& bundle : d.bundles) add(ids, bundle.relations);
  return sorted(std::move(ids));
}

/// Where each entity is to be seen: as a box, by all that it stands for, or on a line.
std::set<std::string> at_end(const Diagram& d, std::size_t node) {
  std::set<std::string> ids(d.nodes[node].stands_for.begin(), d.nodes[node].stands_for.end());
  ids.insert(d.nodes[node].id);
  return ids;
}

/// Everything that belongs to a region.
std::vector<std::set<std::string>> members_of_regions(const Diagram& d) {
  std::vector<std::set<std::string>> result;
  for (const DiagramRegion& region : d.regions) {
    std::set<std::string> ids(region.rest.begin(), region.rest.end());
    for (const std::size_t member : region.members) ids.merge(at_end(d, member));
    result.push_back(std::move(ids));
  }
  return result;
}

std::pair<std::string, std::string> ends_of(const Graph& graph, const std::string& relation) {
  const RelationId id = graph.relation(relation).value();
  return {std::string(graph.id(graph.from(id))), std::string(graph.id(graph.to(id)))};
}

class RandomPicture : public testing::Test {
 protected:
  /// Calls `check(dossier, graph, diagram)` for many dossiers of 30 to 330 entities.
  template <typename Check>
  void for_many(const Check& check) {
    testing_support::Chance chance;
    for (int i = 0; i < cases; ++i) {
      SCOPED_TRACE(chance.name() + ", dossier " + std::to_string(i));
      const RandomTies made = test::random_ties(chance, chance.number(30, 330));
      const Graph graph = graph_of(made);
      check(made, graph, diagram(graph, {}, {.max_entities = 1000}));
      if (HasFailure()) return;
    }
  }
};

TEST_F(RandomPicture, HasEveryEntityOnce) {
  for_many([](const RandomTies& made, const Graph&, const Diagram& d) {
    EXPECT_EQ(entities_in(d), sorted(made.entities));
  });
}

TEST_F(RandomPicture, HasEveryRelationOnce) {
  for_many([](const RandomTies& made, const Graph&, const Diagram& d) {
    EXPECT_EQ(relations_in(d), relation_ids(made.relations));
  });
}

TEST_F(RandomPicture, DrawsOnlyLinesOfTiesBetweenTheirEnds) {
  for_many([](const RandomTies&, const Graph& graph, const Diagram& d) {
    for (const DiagramEdge& edge : d.edges) {
      std::set<std::string> ends = at_end(d, edge.from);
      ends.merge(at_end(d, edge.to));
      ends.insert(edge.entities.begin(), edge.entities.end());
      for (const std::string& relation : edge.relations) {
        const auto [from, to] = ends_of(graph, relation);
        EXPECT_TRUE(ends.contains(from) && ends.contains(to)) << relation;
      }
    }
  });
}

TEST_F(RandomPicture, BundlesOnlyWhatIsBetweenTwoRegions) {
  for_many([](const RandomTies&, const Graph& graph, const Diagram& d) {
    const auto members = members_of_regions(d);
    for (const DiagramBundle& bundle : d.bundles)
      for (const std::string& relation : bundle.relations) {
        const auto [from, to] = ends_of(graph, relation);
        const bool there = members[bundle.from].contains(from) && members[bundle.to].contains(to);
        const bool back = members[bundle.to].contains(from) && members[bundle.from].contains(to);
        EXPECT_TRUE(there || back) << relation;
      }
    for (std::size_t i = 0; i < d.regions.size(); ++i)
      for (const std::string& relation : d.regions[i].relations) {
        const auto [from, to] = ends_of(graph, relation);
        EXPECT_TRUE(members[i].contains(from) && members[i].contains(to)) << relation;
      }
  });
}

TEST_F(RandomPicture, SaysHowManyItCounts) {
  for_many([](const RandomTies& made, const Graph&, const Diagram& d) {
    std::size_t entities = 0;
    for (std::size_t i = 0; i < d.regions.size(); ++i) {
      const DiagramRegion& region = d.regions[i];
      EXPECT_EQ(region.entities, members_of_regions(d)[i].size());
      entities += region.entities;
      std::string told;
      for (const Phrase& phrase : region.detail_lines) told += phrase.text + "\n";
      if (!region.rest.empty()) {
        EXPECT_THAT(told,
                    testing::HasSubstr("and " + std::to_string(region.rest.size()) + " more"));
      }
      if (!region.relations.empty()) {
        EXPECT_THAT(told, testing::HasSubstr(": " + std::to_string(region.relations.size())));
      }
    }
    if (is_apart(d)) {
      EXPECT_EQ(entities, made.entities.size());
    }
    if (!d.outside_backbone.empty()) {
      EXPECT_THAT(
          d.page.subtitle.text,
          testing::HasSubstr("backbone only: " + std::to_string(d.outside_backbone.size())));
    }
  });
}

TEST_F(RandomPicture, StaysSmallEnoughToBeRead) {
  int in_regions = 0;
  for_many([&](const RandomTies&, const Graph&, const Diagram& d) {
    EXPECT_LE(d.nodes.size(), 120U);
    EXPECT_LE(d.edges.size(), 150U);
    EXPECT_LE(d.regions.size(), 17U);
    EXPECT_LE(d.bundles.size(), 2 * d.regions.size());
    in_regions += is_apart(d) ? 1 : 0;
  });
  EXPECT_GT(in_regions, cases / 3);
  EXPECT_LT(in_regions, cases);
}

TEST_F(RandomPicture, ExplainsTheMarksItHas) {
  for_many([](const RandomTies&, const Graph&, const Diagram& d) {
    const auto explains = [&]<typename Kind>(Kind) {
      return std::any_of(d.page.legend.begin(), d.page.legend.end(), [](const LegendEntry& entry) {
        return std::holds_alternative<Kind>(entry.mark);
      });
    };
    EXPECT_EQ(explains(RegionMark{}), !d.regions.empty());
    EXPECT_EQ(explains(BundleMark{}), !d.bundles.empty());
    std::set<std::string> drawn;
    std::set<std::string> explained;
    for (const DiagramEdge& edge : d.edges) drawn.insert(edge.drawing_class);
    for (const LegendEntry& entry : d.page.legend)
      if (const auto* line = std::get_if<LineMark>(&entry.mark))
        if (!line->drawing_class.empty()) explained.insert(line->drawing_class);
    EXPECT_EQ(drawn, explained);
  });
}

TEST_F(RandomPicture, IsTheSameWhateverTheOrderOfRecords) {
  testing_support::Chance chance;
  for (int i = 0; i < 4; ++i) {
    SCOPED_TRACE(chance.name() + ", dossier " + std::to_string(i));
    RandomTies made = test::random_ties(chance, 200);
    const std::string svg = to_svg(diagram(graph_of(made)));
    std::reverse(made.lines.begin() + 1, made.lines.end());
    EXPECT_EQ(svg, to_svg(diagram(graph_of(made))));
  }
}

/// Whether one box holds another.
bool holds(const Box& outer, const Box& inner) {
  return outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top &&
         outer.bottom >= inner.bottom;
}

TEST_F(RandomPicture, SetsGroundsApartWithTheirMembersOnThem) {
  testing_support::Chance chance;
  for (int i = 0; i < 6; ++i) {
    SCOPED_TRACE(chance.name() + ", dossier " + std::to_string(i));
    const Diagram d = diagram(graph_of(test::random_ties(chance, 250)));
    ASSERT_TRUE(is_apart(d));
    const Drawing drawing = arrange(d);
    ASSERT_EQ(drawing.regions.size(), d.regions.size());
    ASSERT_EQ(drawing.bundles.size(), d.bundles.size());
    for (std::size_t a = 0; a < d.regions.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_FALSE(drawing.regions[a].ground.overlaps(drawing.regions[b].ground))
            << a << ' ' << b;
      for (const std::size_t member : d.regions[a].members)
        EXPECT_TRUE(holds(drawing.regions[a].ground, drawing.nodes[member].box))
            << d.nodes[member].id;
    }
    for (std::size_t b = 0; b < d.bundles.size(); ++b) {
      ASSERT_FALSE(drawing.bundles[b].label.spans.empty());
      EXPECT_EQ(drawing.bundles[b].label.spans.front().text,
                std::to_string(d.bundles[b].relations.size()));
    }
  }
}

TEST_F(RandomPicture, SetsNumbersOfBundlesApartOnUprightPages) {
  testing_support::Chance chance;
  for (int i = 0; i < 4; ++i) {
    SCOPED_TRACE(chance.name() + ", dossier " + std::to_string(i));
    const Graph graph = graph_of(test::random_ties(chance, 600));
    const Drawing drawing =
        arrange(diagram(graph, {}, {.page = Size{595, 842}, .max_entities = 1000}));
    for (std::size_t b = 0; b < drawing.bundles.size(); ++b) {
      ASSERT_TRUE(drawing.bundles[b].label_box);
      for (std::size_t a = 0; a < b; ++a)
        EXPECT_FALSE(drawing.bundles[a].label_box->overlaps(*drawing.bundles[b].label_box))
            << a << " and " << b;
    }
  }
}

}  // namespace
}  // namespace entente
