#pragma once

/// The operations that are measured, under the names that all programs share.

#include <cstddef>
#include <functional>
#include <string>

#include <benchmark/benchmark.h>

namespace bench {

/// Small and large graph of a run: exact betweenness and the like would take hours on the large
/// one.
struct Files {
  std::string small;
  std::string large;
};

// How many questions a pair-wise operation answers in one go, and over how many its answer is
// summed.
constexpr std::size_t path_questions = 50;
constexpr std::size_t yen_questions = 5;
constexpr std::size_t yen_paths = 10;
constexpr std::size_t sample_sources = 8;

/// Registers an operation. `answer` is a number that all programs must agree on; `parts` divides
/// the time (of a number of questions, or of sources).
inline void row(const std::string& name, std::function<double()> answer, double parts = 1) {
  benchmark::RegisterBenchmark(name.c_str(),
                               [answer = std::move(answer), parts](benchmark::State& state) {
                                 double last = 0;
                                 for (auto _ : state) benchmark::DoNotOptimize(last = answer());
                                 state.counters["answer"] = last;
                                 state.counters["parts"] = parts;
                               })
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
}

/// Takes the two files off the command line, registers, and runs.
inline int run(int count, char** words, const std::function<void(const Files&)>& add_rows) {
  benchmark::Initialize(&count, words);
  if (count != 3) {
    std::fprintf(stderr, "usage: %s SMALL LARGE [--benchmark_filter=NAME …]\n", words[0]);
    return 64;
  }
  add_rows({words[1], words[2]});
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace bench
