// Reads a file into a graph and prints how many relations it has: any format that we read.

#include <cstdio>
#include <exception>

#include <entente/io/load.hpp>

int main(int count, char** words) try {
  if (count != 2) {
    std::fprintf(stderr, "usage: bench_load FILE\n");
    return 64;
  }
  const entente::Graph graph = entente::load_graph(words[1]);
  std::printf("%zu\n", graph.relation_count());
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "bench_load: %s\n", error.what());
  return 65;
}
