#pragma once

/// The least time of many, of the processor and by the clock: what a busy machine disturbs least.

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <limits>

#include <benchmark/benchmark.h>

namespace bench {

/// Seconds that all threads of this process have worked.
inline double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Runs an operation as often as Google Benchmark asks for; tells the least milliseconds, the
/// answer, and by how many parts to divide.
inline void measure(benchmark::State& state, const std::function<double()>& answer, double parts) {
  using Clock = std::chrono::steady_clock;
  double least = std::numeric_limits<double>::max();
  double least_by_clock = least;
  double last = 0;
  for (auto _ : state) {
    const auto begin = Clock::now();
    const double begin_of_work = processor_seconds();
    benchmark::DoNotOptimize(last = answer());
    least = std::min(least, processor_seconds() - begin_of_work);
    const std::chrono::duration<double> span = Clock::now() - begin;
    least_by_clock = std::min(least_by_clock, span.count());
  }
  state.counters["least"] = 1000 * least;
  state.counters["least_by_clock"] = 1000 * least_by_clock;
  state.counters["answer"] = last;
  state.counters["parts"] = parts;
}

}  // namespace bench
