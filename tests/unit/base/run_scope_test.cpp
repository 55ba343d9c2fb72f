// One control for everything that can run long, whichever room it is in.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/answer/query.hpp>
#include <entente/answer/timeline.hpp>
#include <entente/base/run_control.hpp>
#include <entente/error.hpp>
#include <entente/io/load.hpp>
#include <entente/io/merge.hpp>
#include <entente/model/validate.hpp>
#include <entente/network/network.hpp>
#include <entente/query/pattern.hpp>
#include <entente/query/record_difference.hpp>
#include <entente/query/series.hpp>
#include <entente/query/spells.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/layout.hpp>
#include <entente/snapshot/snapshot.hpp>
#include <entente/words/sentence.hpp>

#include "base/threads.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using namespace std::chrono_literals;

Graph some_graph() {
  return test::graph_of(
      "country a\ncountry b\ncountry c\n"
      "r1: a partner_of b when=2010/2014\nr2: b partner_of c when=2012/..\n");
}

std::string seed_dossier() {
  return std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato";
}

std::vector<SelectedRelation> graph_rows(const Graph& graph) {
  std::vector<SelectedRelation> rows;
  for (const RelationId relation : graph.relations()) rows.push_back({.relation = relation});
  return rows;
}

answers::TimelineAnswer history_of(const Graph& graph) {
  return answers::timeline({.graph = graph});
}

/// Everything that is promised to obey, by name.
std::vector<std::pair<std::string, std::function<void()>>> long_work(const Graph& graph) {
  return {
      {"loading", [] { (void)load_graph(seed_dossier()); }},
      {"selecting facts", [&] { (void)graph.facts({.as_of = "2013"}); }},
      {"selecting a network", [&] { (void)graph.select(); }},
      {"writing a snapshot",
       [&] {
         std::ostringstream out;
         write_snapshot(out, graph);
       }},
      {"a layout", [&] { (void)layout(graph.select()); }},
      {"a series", [&] { (void)entity_series(graph); }},
      {"a query",
       [&] { (void)query::prepare(graph, "UNWIND range(1, 100000) AS i RETURN count(i)").run(); }},
      {"an answer to a query",
       [&] {
         (void)answers::query({.graph = graph},
                              query::prepare(graph, "UNWIND range(1, 100000) AS i RETURN i"));
       }},
      {"validation", [&] { (void)validate(graph.dossier(), graph.vocabulary()); }},
      {"all records", [&] { (void)graph.dossier(); }},
      {"spells",
       [&] {
         (void)spells(graph, std::vector{RelationId(0), RelationId(1)});
       }},
      {"a history", [&] { (void)in_order_of_time(graph, graph_rows(graph)); }},
      {"sentences", [&] { (void)describe(graph, RelationId(0)); }},
      {"uniting dossiers", [d = graph.dossier()] { (void)merge(d, d); }},
      {"a difference of records", [&] { (void)record_difference(graph, graph); }},
      {"a diagram", [&] { (void)diagram(graph); }},
      {"an answer as JSON", [a = history_of(graph)] { (void)to_json(a); }},
      {"an answer as text", [a = history_of(graph)] { (void)to_text(a); }},
      {"a search", [&] { (void)graph.search("nobody"); }},
      {"an algorithm", [&] { (void)betweenness(graph.select()); }}};
}

TEST(RunScope, StopsEverythingThatRunsLong) {
  const Graph graph = some_graph();
  for (const auto& [name, work] : long_work(graph)) {
    std::atomic<bool> stop = false;
    const RunScope scope({.stop = &stop});
    EXPECT_NO_THROW(work()) << name;
    stop = true;
    EXPECT_THROW(work(), Interrupted) << name;
  }
}

TEST(RunScope, EndsEverythingAtItsDeadline) {
  const Graph graph = some_graph();
  for (const auto& [name, work] : long_work(graph)) {
    const RunScope scope({.deadline = deadline_in(10s)});
    EXPECT_NO_THROW(work()) << name;
  }
  try {
    const RunScope scope({.deadline = deadline_in(-1ms)});
    FAIL() << "a scope began after its deadline";
  } catch (const LimitReached& reached) {
    EXPECT_EQ(reached.code(), "time-out");
  }
}

TEST(RunScope, HoldsWhileItLivesAndInInnerScopes) {
  const Graph graph = some_graph();
  std::atomic<bool> stop = false;
  {
    const RunScope outer({.stop = &stop});
    const RunScope inner({.threads = 1});
    stop = true;
    EXPECT_THROW((void)graph.facts(), Interrupted);
  }
  EXPECT_NO_THROW((void)graph.facts());
}

TEST(RunScope, IsOfItsThread) {
  const Graph graph = some_graph();
  std::atomic<bool> stop = false;
  const RunScope scope({.stop = &stop});
  stop = true;
  std::size_t found = 0;
  std::thread([&] { found = graph.facts().relations.size(); }).join();
  EXPECT_EQ(found, 2U);
}

TEST(RunScope, TellsProgressOnItsThread) {
  std::vector<double> shares;
  const auto caller = std::this_thread::get_id();
  const RunScope scope({.progress = [&](double share) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    shares.push_back(share);
  }});
  const Graph graph = load_graph(seed_dossier());
  ASSERT_FALSE(shares.empty());
  EXPECT_EQ(shares.back(), 1);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
}

TEST(RunScope, StopsTasksOfOtherThreads) {
  std::atomic<bool> stop = false;
  std::atomic<int> begun = 0;
  const RunScope scope({.stop = &stop, .threads = 2});
  EXPECT_THROW(side_by_side(1000,
                            [&](std::size_t) {
                              ++begun;
                              stop = true;
                            }),
               Interrupted);
  EXPECT_LE(begun, 2);
}

/// Sums 1 … 1000 in a thousand tasks.
long sum_side_by_side() {
  std::vector<long> values(1000);
  side_by_side(values.size(), [&](std::size_t i) { values[i] = static_cast<long>(i) + 1; });
  long sum = 0;
  for (const long value : values) sum += value;
  return sum;
}

TEST(Executor, GivesTheThreads) {
  std::vector<std::thread> threads;
  {
    const RunScope scope({.threads = 3, .executor = [&](std::function<void()> work) {
                            threads.emplace_back(std::move(work));
                          }});
    EXPECT_EQ(sum_side_by_side(), 500'500);
    EXPECT_GE(threads.size(), 1U);
    EXPECT_LE(threads.size(), 2U);
    for (std::thread& thread : threads) thread.join();
  }
}

TEST(Executor, MayBeginLateOrNeverOrAtOnce) {
  std::vector<std::function<void()>> kept;
  {
    const RunScope scope(
        {.threads = 4, .executor = [&](std::function<void()> work) { kept.push_back(work); }});
    EXPECT_EQ(sum_side_by_side(), 500'500);
  }
  for (const auto& work : kept) work();  // the scope is gone: nothing is left to do
  const RunScope scope(
      {.threads = 4, .executor = [](const std::function<void()>& work) { work(); }});
  EXPECT_EQ(sum_side_by_side(), 500'500);
}

TEST(Executor, MayRefuse) {
  const RunScope scope({.threads = 4, .executor = [](const std::function<void()>&) {
                          throw std::runtime_error("the queue is full");
                        }});
  EXPECT_EQ(sum_side_by_side(), 500'500);
}

TEST(Deadlines, AreAsFarAsTheClockGoesAtMost) {
  using Clock = std::chrono::steady_clock;
  EXPECT_GT(deadline_in(std::chrono::milliseconds::max()), Clock::now() + std::chrono::hours(9999));
  EXPECT_LT(deadline_in(std::chrono::milliseconds::min()), Clock::now());
  EXPECT_LT(deadline_in(-1ms), Clock::now());
  EXPECT_GT(deadline_in(1h), Clock::now() + 59min);
  EXPECT_LT(deadline_in(1h), Clock::now() + 61min);
  EXPECT_NO_THROW(RunScope({.deadline = deadline_in(std::chrono::milliseconds::max())}));
}

}  // namespace
}  // namespace entente
