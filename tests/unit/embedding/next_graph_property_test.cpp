// Fast equals slow: a graph that was made from another by a few changes, and again from that one,
// gives the bytes of every answer that a graph built from scratch gives.

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/answer/groups.hpp>
#include <entente/answer/info.hpp>
#include <entente/answer/lineage.hpp>
#include <entente/answer/rank.hpp>
#include <entente/answer/series.hpp>
#include <entente/answer/show.hpp>
#include <entente/answer/timeline.hpp>
#include <entente/facts/graph_builder.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/model/problem.hpp>

#include "support/graph_of.hpp"
#include "support/seed.hpp"
#include "support/snapshot_bytes.hpp"

namespace entente {
namespace {

using testing_support::Chance;

// Everything inference goes by: agreements that supersede one another and their parties, posts of
// one seat, of two and of unsaid, and documents with and without a date.
constexpr const char* people_and_places =
    "country jp name=ja:日本 when=1947/..\ncountry fr\ncountry us\norganisation nato\n"
    "agreement a0\nagreement a1\nagreement a2\nagreement a3\n"
    "post chief\npost pair seats=2\npost envoy\n"
    "person ann when=1950/2020\nperson bob\nperson cy name=en:Cy\nperson dee\n"
    "document d0 when=2015-02-03\ndocument d1 when=2020\ndocument d2\n";

std::string date(Chance& chance) {
  const std::string year = std::to_string(chance.number(2000, 2024));
  const std::string later = std::to_string(chance.number(2025, 2030));
  const std::string month = "-0" + std::to_string(chance.number(1, 9));
  switch (chance.number(0, 8)) {
    case 0:
      return year;
    case 1:
      return year + month + "-15";
    case 2:
      return year + "/";
    case 3:
      return year + month + "/..";
    case 4:
      return "/" + year;
    case 5:
      return year + "?/" + later;
    case 6:
      return "[" + year + "," + later + "]";
    default:
      return year + month + "/" + later;
  }
}

std::string one_of(Chance& chance, const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(chance.number(0, static_cast<int>(words.size()) - 1))];
}

Relation relation(Chance& chance, std::string id) {
  const std::vector<std::string> people = {"ann", "bob", "cy", "dee"};
  const std::vector<std::string> agreements = {"a0", "a1", "a2", "a3"};
  const std::vector<std::string> parties = {"jp", "fr", "us", "nato"};
  Relation made{.id = std::move(id)};
  const int kind = chance.number(0, 4);
  if (kind == 0) {
    made.type = "supersedes";  // the newer one has the greater number, so that no circle arises
    const int older = chance.number(0, 2);
    made.from = agreements[static_cast<std::size_t>(chance.number(older + 1, 3))];
    made.to = agreements[static_cast<std::size_t>(older)];
    if (chance.one_in(4)) made.attributes.emplace_back("closes", Scalar(std::string("all")));
  } else if (kind == 1) {
    made.type = "party_to";
    made.from = one_of(chance, parties);
    made.to = one_of(chance, agreements);
  } else if (kind == 2) {
    made.type = "holds_post";
    made.from = one_of(chance, people);
    made.to = one_of(chance, {"chief", "pair", "envoy"});
  } else if (kind == 3) {
    made.type = "met_with";
    made.from = one_of(chance, people);
    made.to = one_of(chance, people);  // with themselves, too: a loop
  } else {
    made.type = "cooperates_with";
    made.from = one_of(chance, parties);
    made.to = one_of(chance, parties);
  }
  if (!chance.one_in(6)) made.when = When::from_text(date(chance));
  if (chance.one_in(5)) made.modality = chance.one_in(2) ? Modality::plan : Modality::derived;
  for (int i = chance.number(0, 2); i > 0; --i) {
    Evidence evidence{one_of(chance, {"d0", "d1", "d2"})};
    if (chance.one_in(2)) evidence.at = "§" + std::to_string(chance.number(1, 5));
    if (chance.one_in(3)) evidence.asserted_by = one_of(chance, parties);
    if (chance.one_in(4)) evidence.when = When::from_text(date(chance));
    made.evidence.push_back(evidence);
  }
  if (chance.one_in(4))
    made.attributes.emplace_back("n", Scalar(std::int64_t{chance.number(0, 9)}));
  return made;
}

std::string json_of(const Graph& graph) {
  std::ostringstream out;
  write_json(out, graph.dossier());
  return out.str();
}

std::vector<Selection> selections(Chance& chance) {
  const std::string year = std::to_string(chance.number(2000, 2030));
  const std::string later = std::to_string(chance.number(2012, 2022));
  return {{},
          {.as_of = year},
          {.during = year + "-03/" + year + "-09"},
          {.throughout = year},
          {.as_of = year, .known_at = later + "-06-01"},
          {.as_of = year, .sources = {"d0", "d2"}},
          {.as_of = year, .inference = Inference::off},
          {.during = year, .presume_lasting = Lasting::presumed},
          {.during = year, .types = {"holds_post", "party_to"}, .modalities = {Modality::fact}},
          {.as_of = year, .kinds = {"country"}, .attested_within = "5y"}};
}

/// Every answer of some verbs to every selection, as one text.
std::string answers_of(const Graph& graph, const std::vector<Selection>& asked) {
  std::string all;
  for (const Selection& selection : asked) {
    const answers::Question question{.graph = graph, .selection = selection};
    const auto add = [&](const answers::Answer& answer) { all += answer.json().pretty(); };
    add(answers::timeline(question));
    add(answers::timeline(question, {{"jp", "a1"}}));
    add(answers::info(question));
    add(answers::rank(question));
    add(answers::groups(question));
    add(answers::lineage(question, {"a1"}));
    add(answers::show(question, {"chief"}));
  }
  return all;
}

/// What no answer shows: how records are found and how inference came to an end.
void expect_same_records(const Graph& fast, const Graph& slow) {
  ASSERT_EQ(fast.relation_count(), slow.relation_count());
  for (const RelationId relation : slow.relations()) {
    EXPECT_EQ(fast.id(relation), slow.id(relation));
    EXPECT_EQ(fast.relation(slow.id(relation)), relation);
    EXPECT_EQ(fast.bounds(relation), slow.bounds(relation)) << slow.id(relation);
    EXPECT_EQ(fast.bounds(relation, Inference::off), slow.bounds(relation, Inference::off));
    EXPECT_EQ(fast.inferred_from(relation), slow.inferred_from(relation)) << slow.id(relation);
    EXPECT_EQ(fast.attribute(relation, "n"), slow.attribute(relation, "n"));
  }
  for (const EntityId entity : slow.entities()) {
    const auto one = fast.relations(entity);
    const auto other = slow.relations(entity);
    EXPECT_TRUE(std::equal(one.begin(), one.end(), other.begin(), other.end())) << slow.id(entity);
  }
  EXPECT_EQ(Viewpoint(fast, {}).inferred_ends(), Viewpoint(slow, {}).inferred_ends());
  EXPECT_EQ(fast.find("日本").value(), slow.find("日本").value());
}

class NextGraph : public ::testing::Test {
 protected:
  NextGraph() : records_(test::dossier_of(people_and_places)), graph_(from_scratch()) {}

  [[nodiscard]] Graph from_scratch() const {
    Dossier dossier = records_;
    for (const auto& [id, relation] : relations_) dossier.relations.push_back(relation);
    return Graph(dossier, builtin_vocabulary());
  }

  /// Puts, replaces and removes a few relations in the next graph and in the records.
  void change(int count) {
    GraphBuilder builder(graph_);
    for (; count > 0; --count) {
      const std::string id = "r" + std::to_string(chance_.number(0, most_relations_));
      if (relations_.contains(id) && chance_.one_in(2)) {
        builder.remove_relation(id);
        relations_.erase(id);
        continue;
      }
      const Relation made = relation(chance_, id);
      builder.put(made);
      relations_.insert_or_assign(id, made);
    }
    graph_ = builder.build();
  }

  void expect_same_answers() {
    const Graph slow = from_scratch();
    EXPECT_EQ(json_of(graph_), json_of(slow));
    EXPECT_TRUE(test::snapshot_of(graph_) == test::snapshot_of(slow));
    expect_same_records(graph_, slow);
    const std::vector<Selection> asked = selections(chance_);
    EXPECT_EQ(answers_of(graph_, asked), answers_of(slow, asked));
  }

  Chance chance_;
  int most_relations_ = 30;
  Dossier records_;
  std::map<std::string, Relation> relations_;
  Graph graph_;
};

TEST_F(NextGraph, GivesTheAnswersOfOneBuiltFromScratch) {
  for (int round = 0; round < 60 && !HasFailure(); ++round) {
    SCOPED_TRACE(chance_.name() + ", round " + std::to_string(round));
    const Graph before = graph_;
    const std::string json = json_of(before);
    change(chance_.number(1, 5));
    expect_same_answers();
    EXPECT_EQ(json_of(before), json);
  }
}

TEST_F(NextGraph, OfManyRelationsIsRebuiltInTimeAndStaysTheSame) {
  most_relations_ = 600;
  change(900);
  for (int round = 0; round < 12 && !HasFailure(); ++round) {
    SCOPED_TRACE(chance_.name() + ", round " + std::to_string(round));
    change(chance_.one_in(2) ? 2 : 40);
    expect_same_answers();
  }
}

TEST_F(NextGraph, RefusesCirclesOfSuccession) {
  GraphBuilder builder(graph_);
  builder.put(Relation{.id = "up", .type = "supersedes", .from = "a1", .to = "a0"});
  graph_ = builder.build();
  GraphBuilder next(graph_);
  next.put(Relation{.id = "down", .type = "supersedes", .from = "a0", .to = "a1"});
  EXPECT_THROW((void)next.build(), DossierError);
}

TEST_F(NextGraph, RefusesWhatNamesNoRecord) {
  const std::vector<Relation> bad = {
      {.id = "r", .type = "no_such_type", .from = "jp", .to = "fr"},
      {.id = "r", .type = "cooperates_with", .from = "jp", .to = "nobody"},
      {.id = "r", .type = "met_with", .from = "jp", .to = "fr"},
      {.id = "r", .type = "cooperates_with", .from = "jp", .to = "fr", .evidence = {{"fr"}}},
      {.id = "r",
       .type = "cooperates_with",
       .from = "jp",
       .to = "fr",
       .evidence = {{.source = "d0", .asserted_by = "nobody"}}}};
  for (const Relation& relation : bad)
    EXPECT_THROW((void)GraphBuilder(graph_).put(relation).build(), DossierError) << relation.type;
}

TEST_F(NextGraph, MayHaveNoRelationLeft) {
  GraphBuilder builder(graph_);
  builder.put(Relation{.id = "r", .type = "cooperates_with", .from = "jp", .to = "fr"});
  const Graph one = builder.build();
  const Graph none = GraphBuilder(one).remove("r").build();
  EXPECT_EQ(one.relation_count(), 1U);
  EXPECT_EQ(none.relation_count(), 0U);
  EXPECT_EQ(json_of(none), json_of(from_scratch()));
}

}  // namespace
}  // namespace entente
