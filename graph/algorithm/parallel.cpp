#include "algorithm/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace entente::kernel {

namespace {

// Threads start in tens of microseconds each, but a busy machine may let them wait; jobs of less
// than a few milliseconds are done sooner by one.
constexpr std::uint64_t steps_worth_a_thread = 8'000'000;

/// What the threads of one job share.
class Job {
 public:
  Job(std::size_t count, const std::function<void(std::size_t)>& task)
      : count_(count), task_(task) {}

  /// Does tasks until none is left or one failed; `done` is called after each.
  template <typename Done>
  void work(Done done) {
    for (std::size_t i = next_++; i < count_ && !failed_; i = next_++) {
      try {
        task_(i);
        done(static_cast<double>(++finished_) / static_cast<double>(count_));
      } catch (...) {
        fail(i, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void fail(std::size_t i, std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_ || i < failed_task_) {
      error_ = std::move(error);
      failed_task_ = i;
    }
    failed_ = true;
  }

  std::size_t count_;
  const std::function<void(std::size_t)>& task_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> finished_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::exception_ptr error_;
  std::size_t failed_task_ = 0;
};

}  // namespace

unsigned threads_for(std::uint64_t steps, const RunControl& run) {
  const unsigned most =
      run.threads != 0 ? run.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t worth = 1 + steps / steps_worth_a_thread;
  return static_cast<unsigned>(std::min<std::uint64_t>(most, worth));
}

void run_tasks(std::size_t count, unsigned threads, const RunControl& run,
               const std::function<void(std::size_t)>& task) {
  Job job(count, task);
  std::vector<std::thread> helpers;
  try {
    for (unsigned i = 1; i < threads && i < count; ++i) {
      helpers.emplace_back([&job] { job.work([](double) {}); });
    }
  } catch (const std::system_error&) {
    // The machine has no more threads to give: those there are do the work.
  }
  job.work([&run](double share) {
    if (run.progress) run.progress(share);
  });
  for (std::thread& helper : helpers) helper.join();
  job.rethrow();
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
