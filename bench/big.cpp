// A network of millions of edges from a file to a ranking: time and peak memory, step by step.

#include <chrono>
#include <cstdio>
#include <string>

#include <sys/resource.h>

#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/pagerank.hpp>

#include "network.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Does a step and prints its seconds, and the most memory the process has held so far.
template <typename Step>
auto step(const char* name, Step step) {
  const auto begin = Clock::now();
  auto result = step();
  const std::chrono::duration<double> span = Clock::now() - begin;
  std::printf("| %s | %.2f s | %.0f MB |\n", name, span.count(), peak_megabytes());
  return result;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "usage: bench_big EDGES\n");
    return 64;
  }
  const std::string file = words[1];
  auto edges = step("read the file of edges", [&] { return bench::read_edges(file); });
  const auto g =
      step("build the network", [&] { return bench::network_of(edges, bench::Weighed::no); });
  edges = {};
  const auto top = [](const entente::Ranking& ranking) { return ranking.top(1); };
  const auto degrees = step("rank by degree", [&] { return top(entente::degree(g)); });
  const auto ranks = step("rank by PageRank", [&] { return top(entente::pagerank(g)); });
  std::printf(
      "\n%u vertices, %u edges, %.0f MB in memory; first by degree and by PageRank: %u, %u\n",
      g.vertex_count(), g.edge_count(), static_cast<double>(g.memory()) / 1e6,
      entente::index(degrees.front().first), entente::index(ranks.front().first));
}
