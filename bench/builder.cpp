// What the next graph costs: so many relations put into one of so many, the least of three times.
// usage: bench_builder [RELATIONS]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include <entente/facts/graph_builder.hpp>
#include <entente/io/vocabulary.hpp>

namespace {

using entente::Dossier;
using entente::Entity;
using entente::Graph;
using entente::GraphBuilder;
using entente::Relation;

Relation relation(std::size_t number, std::size_t entities) {
  char id[32];
  std::snprintf(id, sizeof id, "r%08zu", number);
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
  double by_clock = 1e9;       ///< milliseconds
  double of_processors = 1e9;  ///< of all threads
};

Cost cost_of(const GraphBuilder& builder) {
  Cost least;
  for (int round = 0; round < 3; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t work = std::clock();
    const Graph next = builder.build();
    const double worked = static_cast<double>(std::clock() - work);
    const std::chrono::duration<double, std::milli> span = std::chrono::steady_clock::now() - begin;
    least.by_clock = std::min(least.by_clock, span.count());
    least.of_processors = std::min(least.of_processors, 1000 * worked / CLOCKS_PER_SEC);
  }
  return least;
}

}  // namespace

int main(int count, char** words) {
  const std::size_t relations =
      count > 1 ? std::strtoull(words[1], nullptr, 10) : std::size_t{1'000'000};
  const std::size_t entities = std::max<std::size_t>(2, relations / 20);
  const Graph graph = start(relations, entities);
  for (const std::size_t changes : {std::size_t{1}, std::size_t{10'000}}) {
    GraphBuilder builder(graph);
    for (std::size_t i = 0; i < changes; ++i) builder.put(relation(relations + i, entities));
    const Cost cost = cost_of(builder);
    std::printf("%zu into %zu relations: %.1f ms by the clock, %.1f ms of processors\n", changes,
                relations, cost.by_clock, cost.of_processors);
  }
  return 0;
}
