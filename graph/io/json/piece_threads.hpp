#pragma once

/// Threads that read the pieces of a large input, each to a result of its own.

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/threads.hpp"

namespace entente {

/// How much of an input one reads at a time, in bytes.
constexpr std::size_t piece_size = std::size_t{4} << 20;

/// Reads the first pieces first, on the threads of the current pool; pieces that none has begun
/// when it goes are not read.
template <typename Result>
class PieceThreads {
 public:
  /// `read(i)` reads the i-th of `count` pieces; several are read at once.
  PieceThreads(std::size_t count, std::function<Result(std::size_t)> read)
      : read_(std::move(read)), results_(count), job_(count, [this](std::size_t i) { put(i); }) {
    pool_.begin(job_);
  }
  ~PieceThreads() { pool_.end(job_); }
  PieceThreads(const PieceThreads&) = delete;
  PieceThreads& operator=(const PieceThreads&) = delete;

  /// Waits for a piece, or reads. Ask once for each, in order. @throws what reading it threw.
  [[nodiscard]] Result result(std::size_t index) {
    while (!ready(index)) {
      if (!pool_.help(job_)) pool_.wait(job_, [&] { return ready(index); });
    }
    const std::lock_guard lock(mutex_);
    if (results_[index].failure) std::rethrow_exception(results_[index].failure);
    return *std::exchange(results_[index].value, std::nullopt);
  }

 private:
  struct Slot {
    std::optional<Result> value;
    std::exception_ptr failure;
  };

  void put(std::size_t index) {
    Slot slot;
    try {
      slot.value = read_(index);
    } catch (...) {
      slot.failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    results_[index] = std::move(slot);
  }
  [[nodiscard]] bool ready(std::size_t index) {
    const std::lock_guard lock(mutex_);
    return results_[index].value || results_[index].failure;
  }

  std::function<Result(std::size_t)> read_;
  std::mutex mutex_;
  std::vector<Slot> results_;
  Job job_;
  ThreadScope scope_;
  ThreadPool& pool_ = scope_.pool();
};

}  // namespace entente
