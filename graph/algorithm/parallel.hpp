#pragma once

/// Tasks on several threads, with results that do not depend on how many.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// How many threads a job of so many elementary steps is worth: one below some milliseconds.
[[nodiscard]] unsigned threads_for(std::uint64_t steps, const RunControl& run);

/// Calls `task(i)` for every i below `count` once, each on some thread, and waits. Tasks must write
/// to places of their own. The first exception by number is thrown again; others are dropped.
/// Progress is reported on the calling thread.
void run_tasks(std::size_t count, unsigned threads, const RunControl& run,
               const std::function<void(std::size_t)>& task);

/// How far the tasks of a job are together, reported on the thread that made it.
class SharedProgress {
 public:
  /// Borrows the control.
  SharedProgress(const RunControl& run, std::size_t total) : run_(run), total_(total) {}
  SharedProgress(const SharedProgress&) = delete;
  SharedProgress& operator=(const SharedProgress&) = delete;

  /// So many more parts are done.
  void add(std::size_t parts) {
    const std::size_t done = done_ += parts;
    if (std::this_thread::get_id() == caller_) report(done);
  }
  /// To be called when all is done.
  void finish() { report(total_); }

 private:
  void report(std::size_t done) const {
    if (run_.progress) run_.progress(static_cast<double>(done) / static_cast<double>(total_));
  }

  const RunControl& run_;
  std::size_t total_;
  std::atomic<std::size_t> done_ = 0;
  std::thread::id caller_ = std::this_thread::get_id();
};

/// The control that tasks on other threads get: all but the progress callback.
[[nodiscard]] RunControl silent(const RunControl& run);

/// Beginnings of blocks of vertices with about equally many slots each, and the end; at most 64
/// blocks, the same whatever the threads.
[[nodiscard]] std::vector<Vertex> even_blocks(const Rows& rows);

}  // namespace entente::kernel
