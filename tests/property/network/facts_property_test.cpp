// Selections, series and snapshots against a slow, plain reading of the rules, on random dossiers.

#include <map>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/problem.hpp>
#include <entente/network/network.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "facts/counts_by_period.hpp"
#include "slow_facts.hpp"

namespace entente {
namespace {

constexpr std::uint32_t facts_seeds = 300;

std::string told(const Selection& s) {
  return "as of '" + s.as_of + "', during '" + s.during + "', throughout '" + s.throughout +
         "', known at '" + s.known_at + "', observed '" + s.observed_through + "'" +
         (s.keep == Keep::certain_only ? ", certain" : "") +
         (s.inference == Inference::off ? ", no inference" : "") +
         (s.presume_lasting == Lasting::presumed ? ", presumed" : "") +
         (s.undated == Undated::listed ? ", undated" : "") +
         (s.sources.empty() ? "" : ", sources") + (s.modalities.empty() ? "" : ", modalities") +
         ", within '" + s.attested_within + "'";
}

std::string told(const Relation& relation) {
  std::string text = relation.from + " " + relation.type + " " + relation.to + " '" +
                     (relation.when ? relation.when->text() : "undated") + "'";
  for (const Evidence& evidence : relation.evidence)
    text += " " + evidence.source + (evidence.when ? "~" + evidence.when->text() : "");
  return text;
}

using Kept = std::map<std::string, verify::SlowAnswer>;

Kept kept(const Graph& graph, const Selection& selection) {
  Kept found;
  for (const SelectedRelation& selected : graph.facts(selection).relations)
    found[std::string(graph.id(selected.relation))] = {selected.verdict, selected.qualified,
                                                       selected.why, selected.presumed};
  return found;
}

std::vector<std::string> ids(const Graph& graph, const std::vector<RelationId>& relations) {
  std::vector<std::string> texts;
  for (const RelationId relation : relations) texts.emplace_back(graph.id(relation));
  return texts;
}

/// Random dossiers, each with a few random selections.
template <class Check>
void for_all_selections(Check check) {
  const Vocabulary vocabulary = builtin_vocabulary();
  for (std::uint32_t seed = 0; seed < facts_seeds; ++seed) {
    std::mt19937 chance(seed);
    const Dossier dossier = verify::random_dossier(chance);
    const Graph graph(dossier, vocabulary);
    for (int i = 0; i < 10; ++i) {
      const Selection selection = verify::random_selection(chance);
      SCOPED_TRACE("seed " + std::to_string(seed) + ": " + told(selection));
      check(dossier, graph, selection);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(FactsProperty, AreWhatTheRulesSay) {
  const Vocabulary vocabulary = builtin_vocabulary();
  for_all_selections([&](const Dossier& dossier, const Graph& graph, const Selection& selection) {
    const auto fast = kept(graph, selection);
    const auto slow = verify::slow_facts(dossier, vocabulary, selection);
    for (const Relation& relation : dossier.relations) {
      const auto ours = fast.find(relation.id);
      const auto theirs = slow.kept.find(relation.id);
      ASSERT_EQ(ours == fast.end(), theirs == slow.kept.end()) << told(relation);
      if (theirs == slow.kept.end()) continue;
      EXPECT_EQ(ours->second.verdict, theirs->second.verdict) << told(relation);
      if (theirs->second.of_tie) continue;
      EXPECT_EQ(ours->second.qualified, theirs->second.qualified) << told(relation);
      EXPECT_EQ(ours->second.why, theirs->second.why) << told(relation);
      EXPECT_EQ(ours->second.presumed, theirs->second.presumed) << told(relation);
    }
    const SelectedFacts facts = graph.facts(selection);
    EXPECT_EQ(ids(graph, facts.undated), slow.undated);
    EXPECT_EQ(ids(graph, facts.inferred_ended), slow.inferred_ended);
  });
}

TEST(FactsProperty, AreWhatAViewpointSaysOfEach) {
  for_all_selections([&](const Dossier& dossier, const Graph& graph, Selection selection) {
    selection.throughout.clear();  // of which ties decide
    const Viewpoint viewpoint(graph, selection);
    const auto fast = kept(graph, selection);
    for (const auto& [id, answer] : fast) {
      const SelectedRelation judged = viewpoint.judge(graph.relation(id).value());
      EXPECT_EQ(judged.verdict, answer.verdict) << id;
      EXPECT_EQ(judged.qualified, answer.qualified) << id;
      EXPECT_EQ(judged.why, answer.why) << id;
      EXPECT_EQ(judged.presumed, answer.presumed) << id;
    }
    EXPECT_EQ(dossier.relations.size(), graph.relation_count());
  });
}

TEST(FactsProperty, CountWhatTheyKeep) {
  for_all_selections([](const Dossier&, const Graph& graph, const Selection& selection) {
    const SelectedFacts facts = graph.facts(selection);
    EXPECT_EQ(facts.counts.certain + facts.counts.possible, facts.relations.size());
    EXPECT_EQ(graph.select(selection).counts(), facts.counts);
    EXPECT_TRUE(std::is_sorted(facts.entities.begin(), facts.entities.end()));
  });
}

TEST(FactsProperty, AreFewerWhenOnlyTheCertainAreKept) {
  for_all_selections([](const Dossier&, const Graph& graph, Selection selection) {
    selection.keep = Keep::certain_and_possible;
    const auto all = graph.facts(selection);
    selection.keep = Keep::certain_only;
    const auto certain = graph.facts(selection);
    EXPECT_EQ(certain.relations.size(), all.counts.certain);
  });
}

TEST(FactsProperty, AreTheSameFromASnapshot) {
  for_all_selections([](const Dossier&, const Graph& graph, const Selection& selection) {
    std::ostringstream bytes;
    write_snapshot(bytes, graph);
    const Graph again = read_snapshot(bytes.str());
    const auto ours = kept(again, selection);
    const auto theirs = kept(graph, selection);
    ASSERT_EQ(ours.size(), theirs.size());
    for (const auto& [id, answer] : theirs) EXPECT_TRUE(ours.at(id) == answer) << id;
  });
}

TEST(CountsByPeriodProperty, AreThoseOfOneSnapshotAfterAnother) {
  for_all_selections([](const Dossier&, const Graph& graph, Selection selection) {
    selection.during.clear();
    const auto periods = calendar_periods(Window::parse("2010-11/2017-02"), CalendarStep::quarter);
    const std::vector<Counts> counts = counts_by_period(graph, selection, periods);
    ASSERT_EQ(counts.size(), periods.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      Selection then = selection;
      then.during = format(periods[i]);
      EXPECT_EQ(counts[i], graph.facts(then).counts) << then.during;
    }
  });
}

}  // namespace
}  // namespace entente
