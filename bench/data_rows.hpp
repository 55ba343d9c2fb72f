#pragma once

/// What the programs that read dossiers share.

#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>

#include "timer.hpp"

namespace bench {

/// Registers an operation that is too long to be repeated often; `answer` is a number that all
/// programs must agree on.
inline void data_row(const std::string& operation, std::function<double()> answer) {
  benchmark::RegisterBenchmark(
      operation.c_str(),
      [answer = std::move(answer)](benchmark::State& state) { measure(state, answer, 1); })
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
}

/// Takes a dossier as JSON and as JSON Lines off the command line, registers, and runs.
inline int run_data(int count, char** words,
                    const std::function<void(std::string json, std::string lines)>& add_rows) {
  benchmark::Initialize(&count, words);
  if (count != 3) {
    std::fprintf(stderr, "usage: %s DOSSIER.json DOSSIER.jsonl\n", words[0]);
    return 64;
  }
  add_rows(words[1], words[2]);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace bench
