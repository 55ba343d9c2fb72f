#pragma once

/// The operations that are measured, under the names that all programs share.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <benchmark/benchmark.h>

#include "edges.hpp"
#include "timer.hpp"

namespace bench {

// How many questions a pair-wise operation answers in one go.
constexpr std::size_t path_questions = 200;
constexpr std::size_t yen_questions = 5;
constexpr std::size_t yen_paths = 10;
constexpr std::size_t flow_questions = 5;
constexpr std::size_t sample_sources = 8;

/// Operations that take hours on a large graph, or days for some peer, are measured on some alone.
inline bool measured_on(std::string_view operation, std::string_view graph) {
  constexpr std::array small_only{std::string_view("betweenness"), std::string_view("harmonic"),
                                  std::string_view("yen"), std::string_view("constraint"),
                                  std::string_view("max-flow")};
  constexpr std::array not_kronecker{std::string_view("louvain"), std::string_view("leiden")};
  constexpr std::array sizes{std::string_view("memory"), std::string_view("resident")};
  const auto among = [operation](const auto& names) {
    return std::find(names.begin(), names.end(), operation) != names.end();
  };
  if (among(sizes)) return graph == "rel200k";
  if (graph == "rel10k") return operation != "betweenness-sampled";
  return !among(small_only) && !(graph == "kronecker" && among(not_kronecker));
}

/// The rows of one graph.
class Rows {
 public:
  explicit Rows(std::string graph) : graph_(std::move(graph)) {}

  /// Registers an operation, as `operation@graph`. `answer` is a number that all programs must
  /// agree on; `parts` divides the time (of a number of questions, or of sources).
  void add(const std::string& operation, std::function<double()> answer, double parts = 1) const {
    if (!measured_on(operation, graph_)) return;
    benchmark::RegisterBenchmark((operation + "@" + graph_).c_str(),
                                 [answer = std::move(answer), parts](benchmark::State& state) {
                                   measure(state, answer, parts);
                                 })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  }

 private:
  std::string graph_;
};

/// Takes NAME=FILE off the command line for each graph, registers its rows, and runs.
inline int run(int count, char** words,
               const std::function<void(const Rows&, Edges edges)>& add_rows) {
  benchmark::Initialize(&count, words);
  if (count < 2) {
    std::fprintf(stderr, "usage: %s GRAPH=FILE… [--benchmark_filter=NAME …]\n", words[0]);
    return 64;
  }
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto equals = word.find('=');
    add_rows(Rows(word.substr(0, equals)), read_edges(word.substr(equals + 1)));
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace bench
