// What the next graph costs: so many relations put into one of so many, the median of nine times.
// They come behind all others or, numbered between them, in the middle; and one by one, each into
// the graph made before. usage: bench_builder [RELATIONS]

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <entente/facts/graph_builder.hpp>
#include <entente/io/vocabulary.hpp>

namespace {

using entente::Dossier;
using entente::Entity;
using entente::Graph;
using entente::GraphBuilder;
using entente::Relation;

/// `mark` comes behind the number in its id.
Relation relation(std::size_t number, std::size_t entities, const char* mark = "") {
  char id[32];
  std::snprintf(id, sizeof id, "r%08zu%s", number, mark);
  return {.id = id,
          .type = "partner_of",
          .from = "e" + std::to_string(number % entities),
          .to = "e" + std::to_string((number * 7919 + 1) % entities),
          .when = entente::When::parse(std::to_string(1900 + number % 120))};
}

Graph start(std::size_t relations, std::size_t entities) {
  Dossier dossier;
  for (std::size_t i = 0; i < entities; ++i)
    dossier.entities.push_back(Entity{.id = "e" + std::to_string(i), .kind = "country"});
  for (std::size_t i = 0; i < relations; ++i) dossier.relations.push_back(relation(i, entities));
  return Graph(dossier, entente::builtin_vocabulary());
}

struct Cost {
  double by_clock = 0;       ///< milliseconds
  double of_processors = 0;  ///< of all threads
};

template <class Work>
Cost cost_of(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t before = std::clock();
  work();
  const double worked = static_cast<double>(std::clock() - before);
  const std::chrono::duration<double, std::milli> span = std::chrono::steady_clock::now() - begin;
  return {span.count(), 1000 * worked / CLOCKS_PER_SEC};
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

void print(const char* what, std::size_t relations, const std::vector<Cost>& costs) {
  std::vector<double> by_clock;
  std::vector<double> of_processors;
  for (const Cost& cost : costs) {
    by_clock.push_back(cost.by_clock);
    of_processors.push_back(cost.of_processors);
  }
  std::printf("%s into %zu relations: %.2f ms by the clock, %.2f ms of processors\n", what,
              relations, median(by_clock), median(of_processors));
}

constexpr int rounds = 9;

void bench_changes(const Graph& graph, std::size_t changes, bool in_the_middle) {
  const std::size_t relations = graph.relation_count();
  const std::size_t entities = graph.entity_count();
  GraphBuilder builder(graph);
  for (std::size_t i = 0; i < changes; ++i)
    builder.put(in_the_middle ? relation((2 * i + 1) * relations / (2 * changes), entities, "-more")
                              : relation(relations + i, entities));
  std::vector<Cost> costs;
  for (int round = 0; round < rounds; ++round)
    costs.push_back(cost_of([&] { const Graph next = builder.build(); }));
  const std::string what =
      std::to_string(changes) + (in_the_middle ? " in the middle" : " behind all");
  print(what.c_str(), relations, costs);
}

void bench_one_by_one(const Graph& graph) {
  Graph next = graph;
  std::vector<Cost> costs;
  for (std::size_t i = 0; i < 100; ++i)
    costs.push_back(cost_of([&] {
      next = GraphBuilder(next)
                 .put(relation(i * 7919 % graph.relation_count(), graph.entity_count(), "-more"))
                 .build();
    }));
  print("one after another", graph.relation_count(), costs);
}

}  // namespace

int main(int count, char** words) {
  const std::size_t relations =
      count > 1 ? std::strtoull(words[1], nullptr, 10) : std::size_t{1'000'000};
  const Graph graph = start(relations, std::max<std::size_t>(2, relations / 20));
  for (const std::size_t changes : {std::size_t{1}, std::size_t{10'000}})
    for (const bool in_the_middle : {false, true}) bench_changes(graph, changes, in_the_middle);
  bench_one_by_one(graph);
  return 0;
}
