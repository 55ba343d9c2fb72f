#pragma once

/// Threads that read the pieces of a large input, each to a result of its own.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <future>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

/// How much of an input one reads at a time, in bytes.
constexpr std::size_t piece_size = std::size_t{4} << 20;

/// Reads the first pieces first, as many at a time as the machine has processors. Ends its threads
/// when it goes; pieces that none has begun are not read then.
template <typename Result>
class PieceThreads {
 public:
  /// `read(i)` reads the i-th of `count` pieces; several are read at once.
  PieceThreads(std::size_t count, std::function<Result(std::size_t)> read)
      : read_(std::move(read)), promises_(count) {
    constexpr std::size_t most_threads = 16;
    const std::size_t threads = std::min<std::size_t>(
        {count, std::max(std::thread::hardware_concurrency(), 1U), most_threads});
    try {
      while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // As many as the system gives; without any, this one reads.
      if (threads_.empty()) work();
    }
  }
  ~PieceThreads() {
    next_ = promises_.size();
    for (std::thread& thread : threads_) thread.join();
  }
  PieceThreads(const PieceThreads&) = delete;
  PieceThreads& operator=(const PieceThreads&) = delete;

  /// Waits for a piece. Ask once for each. @throws what reading it threw.
  [[nodiscard]] Result result(std::size_t index) { return promises_[index].get_future().get(); }

 private:
  void work() {
    for (std::size_t i = next_++; i < promises_.size(); i = next_++) {
      try {
        promises_[i].set_value(read_(i));
      } catch (...) {
        promises_[i].set_exception(std::current_exception());
      }
    }
  }

  std::function<Result(std::size_t)> read_;
  std::vector<std::promise<Result>> promises_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace entente
