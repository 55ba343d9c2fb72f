#include "base/threads.hpp"

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace entente {
namespace {

// The most that were inside at once.
class Crowd {
 public:
  void enter() {
    const std::lock_guard lock(mutex_);
    ++inside_;
    most_ = std::max(most_, inside_);
    all_.insert(std::this_thread::get_id());
  }
  void leave() {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  [[nodiscard]] std::size_t most() const { return most_; }
  [[nodiscard]] std::size_t threads() const { return all_.size(); }

 private:
  std::mutex mutex_;
  std::size_t inside_ = 0;
  std::size_t most_ = 0;
  std::set<std::thread::id> all_;
};

TEST(SideBySide, DoesEveryTaskOnce) {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    std::vector<int> done(1000);
    side_by_side(done.size(), [&](std::size_t i) { ++done[i]; }, {.threads = threads});
    EXPECT_EQ(done, std::vector<int>(1000, 1));
  }
  side_by_side(0, [](std::size_t) { FAIL(); });
}

TEST(SideBySide, ThrowsWhatTheFirstByNumberThrew) {
  for (int round = 0; round < 50; ++round) {
    try {
      side_by_side(100,
                   [](std::size_t i) {
                     if (i % 10 == 3) throw std::runtime_error(std::to_string(i));
                   },
                   {.threads = 4});
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "3");
    }
  }
}

TEST(SideBySide, TellsProgressOnTheCallingThread) {
  const auto caller = std::this_thread::get_id();
  double last = 0;
  side_by_side(50, [](std::size_t) {}, {.threads = 3, .progress = [&](double share) {
                                          EXPECT_EQ(std::this_thread::get_id(), caller);
                                          EXPECT_GE(share, last);
                                          last = share;
                                        }});
  EXPECT_LE(last, 1.0);
}

TEST(ThreadPool, IsSharedByTasksWithinTasks) {
  constexpr unsigned most = 3;
  Crowd crowd;
  std::atomic<int> done = 0;
  const ThreadPool pool(most);
  side_by_side(8, [&](std::size_t) {
    side_by_side(8, [&](std::size_t) {
      crowd.enter();
      std::this_thread::yield();
      ++done;
      crowd.leave();
    });
  });
  EXPECT_EQ(done, 64);
  EXPECT_LE(crowd.most(), most);
  EXPECT_LE(crowd.threads(), most);
}

TEST(ThreadPool, OfOneWorksAlone) {
  Crowd crowd;
  const ThreadPool pool(1);
  side_by_side(20, [&](std::size_t) {
    crowd.enter();
    crowd.leave();
  });
  EXPECT_EQ(crowd.threads(), 1u);
}

TEST(ThreadPool, IsLeftAsItWasFound) {
  EXPECT_EQ(ThreadPool::current(), nullptr);
  {
    const ThreadPool outer(2);
    EXPECT_EQ(ThreadPool::current(), &outer);
    EXPECT_EQ(&ThreadScope(5).pool(), &outer);
  }
  EXPECT_EQ(ThreadPool::current(), nullptr);
}

TEST(ThreadPool, BeginsNoTaskOfAJobThatEnded) {
  ThreadPool pool(2);
  std::atomic<int> begun = 0;
  {
    Job job(1000, [&](std::size_t) { ++begun; });
    pool.begin(job);
    pool.end(job);
  }
  const int before = begun;
  side_by_side(10, [](std::size_t) {});
  EXPECT_EQ(begun, before);
}

}  // namespace
}  // namespace entente
