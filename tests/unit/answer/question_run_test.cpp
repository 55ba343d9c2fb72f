// Every verb obeys the control of its question, beside that of the scopes around it.

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/answer/balance.hpp>
#include <entente/answer/common.hpp>
#include <entente/answer/components.hpp>
#include <entente/answer/diff.hpp>
#include <entente/answer/ego.hpp>
#include <entente/answer/extract.hpp>
#include <entente/answer/find.hpp>
#include <entente/answer/groups.hpp>
#include <entente/answer/info.hpp>
#include <entente/answer/lineage.hpp>
#include <entente/answer/neighbors.hpp>
#include <entente/answer/path.hpp>
#include <entente/answer/query.hpp>
#include <entente/answer/rank.hpp>
#include <entente/answer/series.hpp>
#include <entente/answer/show.hpp>
#include <entente/answer/structure.hpp>
#include <entente/answer/timeline.hpp>
#include <entente/base/run_control.hpp>
#include <entente/query/pattern.hpp>

#include "support/code_of.hpp"
#include "support/graph_of.hpp"

namespace entente::answers {
namespace {

using namespace std::chrono_literals;
using entente::test::code_of;

Graph some_graph() {
  return entente::test::graph_of(
      "country a\ncountry b\ncountry c\nagreement d\nagreement e\n"
      "r1: a partner_of b when=2010/2014\nr2: b partner_of c when=2012/..\n"
      "r3: a party_to d when=2011/..\nr4: c party_to d when=2011/..\nr5: e supersedes d when=2013\n");
}

std::vector<std::pair<std::string, std::function<void(const Question&)>>> long_verbs() {
  return {
      {"balance", [](const Question& q) { (void)balance(q, {}); }},
      {"bridges", [](const Question& q) { (void)bridges(q, {}); }},
      {"census", [](const Question& q) { (void)census(q, {}); }},
      {"common",
       [](const Question& q) {
         (void)common(q, {.entities = {"a", "c"}});
       }},
      {"components", [](const Question& q) { (void)components(q, {}); }},
      {"cut vertices", [](const Question& q) { (void)cut_vertices(q, {}); }},
      {"diff",
       [](const Question& q) {
         (void)diff(q, DiffParameters{"2012", "2015"});
       }},
      {"diff of the newer", [](const Question& q) { (void)diff(Question{.graph = q.graph}, q); }},
      {"diff of the older", [](const Question& q) { (void)diff(q, Question{.graph = q.graph}); }},
      {"dossier_of", [](const Question& q) { (void)dossier_of(q, q.graph.facts()); }},
      {"ego", [](const Question& q) { (void)ego(q, {.entity = "a"}); }},
      {"extract_of", [](const Question& q) { (void)extract_of(q, q.graph.facts()); }},
      {"find", [](const Question& q) { (void)find(q, {.text = "a"}); }},
      {"groups", [](const Question& q) { (void)groups(q, {}); }},
      {"info", [](const Question& q) { (void)info(q); }},
      {"lineage", [](const Question& q) { (void)lineage(q, {.agreement = "d"}); }},
      {"marks_of", [](const Question& q) { (void)marks_of(q, q.graph.facts()); }},
      {"mixing", [](const Question& q) { (void)mixing_of_kinds(q); }},
      {"neighbors", [](const Question& q) { (void)neighbors(q, {.entity = "a"}); }},
      {"path", [](const Question& q) { (void)path(q, {.from = "a", .to = "c"}); }},
      {"query", [](const Question& q) { (void)query(q, query::prepare(q.graph, "RETURN 1"), {}); }},
      {"rank", [](const Question& q) { (void)rank(q, {}); }},
      {"rank by core", [](const Question& q) { (void)rank(q, {.measure = "core"}); }},
      {"series", [](const Question& q) { (void)series(q, {}); }},
      {"show", [](const Question& q) { (void)show(q, {.entity = "a"}); }},
      {"timeline", [](const Question& q) { (void)timeline(q, {}); }},
  };
}

TEST(QuestionRun, IsObeyedByEveryVerb) {
  const Graph graph = some_graph();
  std::atomic<bool> stop = false;
  for (const auto& each : long_verbs()) {
    stop = false;
    EXPECT_NO_THROW(
        each.second({.graph = graph, .run = {.deadline = deadline_in(10min), .stop = &stop}}))
        << each.first;
    EXPECT_EQ(
        code_of([&] { each.second({.graph = graph, .run = {.deadline = deadline_in(-1ms)}}); }),
        "time-out")
        << each.first;
    stop = true;
    EXPECT_THROW(each.second({.graph = graph, .run = {.stop = &stop}}), Interrupted) << each.first;
  }
}

TEST(QuestionRun, HoldsBesideThatOfTheScopeAroundIt) {
  const Graph graph = some_graph();
  std::atomic<bool> stop = false;
  const RunScope scope({.stop = &stop});
  for (const auto& each : long_verbs())
    EXPECT_NO_THROW(each.second({.graph = graph, .run = {.threads = 1}})) << each.first;
  stop = true;
  for (const auto& each : long_verbs())
    EXPECT_THROW(each.second({.graph = graph, .run = {.deadline = deadline_in(10min)}}),
                 Interrupted)
        << each.first;
}

TEST(QuestionRun, IsOverWithTheAnswer) {
  const Graph graph = some_graph();
  std::atomic<bool> stop = false;
  const TimelineAnswer answer = timeline({.graph = graph, .run = {.stop = &stop}}, {});
  stop = true;
  EXPECT_NO_THROW((void)to_json(answer));
  EXPECT_NO_THROW((void)graph.facts());
}

}  // namespace
}  // namespace entente::answers
