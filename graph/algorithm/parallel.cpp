#include "algorithm/parallel.hpp"

#include <algorithm>

#include "base/threads.hpp"

namespace entente::kernel {

namespace {

// Threads start in tens of microseconds each, but a busy machine may let them wait; jobs of less
// than a few milliseconds are done sooner by one.
constexpr std::uint64_t steps_worth_a_thread = 8'000'000;

}  // namespace

unsigned threads_for(std::uint64_t steps, const RunControl& run) {
  const unsigned most = run.threads != 0 ? run.threads : processors();
  const std::uint64_t worth = 1 + steps / steps_worth_a_thread;
  return static_cast<unsigned>(std::min<std::uint64_t>(most, worth));
}

void run_tasks(std::size_t count, unsigned threads, const RunControl& run,
               const std::function<void(std::size_t)>& task) {
  side_by_side(count, task,
               {.threads = threads, .executor = run.executor, .progress = run.progress});
}

std::vector<Vertex> even_blocks(const Rows& rows) {
  constexpr std::uint64_t most = 64;
  const std::uint64_t n = rows.offsets.size() - 1;
  const std::uint64_t work = n + rows.neighbours.size();
  std::vector<Vertex> blocks{0};
  for (Vertex v = 0; v < n; ++v) {
    if ((v + rows.offsets[v]) * most >= work * blocks.size() && v > blocks.back()) {
      blocks.push_back(v);
    }
  }
  blocks.push_back(static_cast<Vertex>(n));
  return blocks;
}

RunControl silent(const RunControl& run) {
  RunControl quiet = run;
  quiet.progress = nullptr;
  return quiet;
}

}  // namespace entente::kernel
