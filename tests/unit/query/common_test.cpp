#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/common.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> shared(const Graph& graph, const std::vector<std::string>& names,
                                const Selection& selection = {}) {
  std::vector<EntityId> entities;
  for (const std::string& name : names) entities.push_back(graph.entity(name).value());
  std::vector<std::string> list;
  for (const Shared& one : common(graph, entities, selection)) {
    std::string text(graph.id(one.entity));
    for (const SelectedRelation& row : one.relations)
      text += " " + std::string(graph.id(row.relation));
    list.push_back(text);
  }
  return list;
}

///   japan ── pact ── nato      japan ── summit ── nato
///   japan ── topic? no: both take a stance on china
Graph ties() {
  return test::graph_of(R"(
    country japan
    country china
    organisation nato
    agreement pact
    agreement other
    event summit
    r1: japan party_to pact when=2014/2018
    r2: nato party_to pact when=2014/..
    r3: japan attended summit when=2023-07-12
    r4: nato attended summit when=2023-07-12
    r5: japan takes_stance_on china
    r6: nato takes_stance_on china
    r7: japan party_to other
    r8: japan partner_of nato
  )");
}

TEST(Common, ListsAgreementsThenEventsThenTheRest) {
  EXPECT_THAT(shared(ties(), {"japan", "nato"}),
              ElementsAre("pact r2 r1", "summit r3 r4", "china r5 r6"));
}

TEST(Common, NeedsATieToEveryOne) {
  EXPECT_THAT(shared(ties(), {"japan", "nato", "china"}), IsEmpty());
}

TEST(Common, KeepsToTheSelection) {
  EXPECT_THAT(shared(ties(), {"japan", "nato"}, {.as_of = "2020-01-01", .types = {"party_to"}}),
              IsEmpty());
  EXPECT_THAT(shared(ties(), {"japan", "nato"}, {.types = {"attended"}}),
              ElementsAre("summit r3 r4"));
}

TEST(Common, WalksAsDirected) {
  EXPECT_THAT(shared(ties(), {"pact", "summit"}, {.direction = Direction::in}),
              ElementsAre("japan r1 r3", "nato r2 r4"));
  EXPECT_THAT(shared(ties(), {"pact", "summit"}, {.direction = Direction::out}), IsEmpty());
}

}  // namespace
}  // namespace entente
