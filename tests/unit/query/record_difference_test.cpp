#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/record_difference.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "+id", "-id", "id: member member", entities first.
std::vector<std::string> changes(const Graph& first, const Graph& second,
                                 const Selection& selection = {}) {
  const RecordDifference found = record_difference(first, second, selection);
  std::vector<std::string> list;
  const auto add = [&](const auto& added, const auto& removed, const auto& changed) {
    for (const auto id : added) list.push_back("+" + std::string(second.id(id)));
    for (const auto id : removed) list.push_back("-" + std::string(first.id(id)));
    for (const auto& record : changed) {
      EXPECT_EQ(first.id(record.before), second.id(record.after));
      std::string text = std::string(first.id(record.before)) + ":";
      for (const std::string& member : record.members) text += " " + member;
      list.push_back(text);
    }
  };
  add(found.added_entities, found.removed_entities, found.changed_entities);
  add(found.added_relations, found.removed_relations, found.changed_relations);
  EXPECT_EQ(found.empty(), list.empty());
  return list;
}

Graph old_dossier() {
  return test::graph_of(R"(
    country a name=A name=ja:日本
    country b
    event gone when=1950
    person p name=Nikki
    document d
    r1: a cooperates_with b when=2014 by=d§1
    r2: a cooperates_with b when=2015
    r3: p visited b when=2016
  )");
}

TEST(RecordDifference, IsByIdMemberByMember) {
  const Graph second = test::graph_of(R"(
    country a name=ja:日本 name=A
    organisation b
    person p name=Nimrata name=ja:ニッキー when=1972-01-20
    person new
    document d
    r1: a cooperates_with b when=2014-05 by=d§2 plan
    r3: p visited a when=2016 role=guest
    r4: a cooperates_with b
  )");
  EXPECT_THAT(changes(old_dossier(), second),
              ElementsAre("+new", "-gone", "b: kind", "p: names when", "+r4", "-r2",
                          "r1: when modality evidence", "r3: to attributes"));
}

TEST(RecordDifference, IsNotOfTheEncodingOfAccents) {
  const Graph composed = test::graph_of(
      "country a name=Caf\u00E9\ncountry b name=ja:ガス\ndocument d\n"
      "r1: a partner_of b place=Caf\u00E9 by=d§\u00E9\n");
  const Graph decomposed = test::graph_of(
      "country a name=Cafe\u0301\ncountry b name=ja:カ\u3099ス\ndocument d\n"
      "r1: a partner_of b place=Cafe\u0301 by=d§e\u0301\n");
  EXPECT_THAT(changes(composed, decomposed), IsEmpty());
  const RecordDifference found = record_difference(composed, decomposed);
  EXPECT_EQ(found.reencoded_entities.size(), 2u);
  EXPECT_EQ(found.reencoded_relations.size(), 1u);
  // These two look different, and a family writes its name with one of them.
  EXPECT_THAT(changes(test::graph_of("country a name=ja:\uFA19谷"),
                      test::graph_of("country a name=ja:\u795E谷")),
              ElementsAre("a: names"));
}

TEST(RecordDifference, OfADossierWithItselfIsEmpty) {
  EXPECT_THAT(changes(old_dossier(), old_dossier()), IsEmpty());
}

TEST(RecordDifference, DoesNotMindASymmetricTieTurnedRound) {
  const auto of = [](const std::string& line) {
    return test::graph_of("country a\ncountry b\ncountry c\n" + line);
  };
  EXPECT_THAT(changes(of("r1: a cooperates_with b"), of("r1: b cooperates_with a")), IsEmpty());
  EXPECT_THAT(changes(of("r1: a assists b"), of("r1: b assists a")), ElementsAre("r1: from to"));
  EXPECT_THAT(changes(of("r1: a cooperates_with b"), of("r1: c cooperates_with a")),
              ElementsAre("r1: from to"));
  EXPECT_THAT(changes(of("r1: a cooperates_with b"), of("r1: c cooperates_with b")),
              ElementsAre("r1: from"));
}

TEST(RecordDifference, KeepsToTheSelectionOfEitherDossier) {
  const Graph second = test::graph_of(R"(
    country a name=A name=ja:日本
    country b
    event gone when=1950
    person p name=Nikki
    document d
    r1: a partner_of b when=2014 by=d§1
    r2: a cooperates_with b when=2015
    r3: p visited b when=2017
  )");
  EXPECT_THAT(changes(old_dossier(), second), ElementsAre("r1: type", "r3: when"));
  EXPECT_THAT(changes(old_dossier(), second, {.types = {"partner_of"}}), ElementsAre("r1: type"));
  EXPECT_THAT(changes(old_dossier(), second, {.types = {"visited"}}), ElementsAre("r3: when"));
}

}  // namespace
}  // namespace entente
