#pragma once

/// The one pool of threads: numbered tasks, done side by side, with results that do not depend on
/// how many threads there are.

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

struct ObeyedControl;  // base/run_scope.hpp

/// As many as the machine has processors, one at least.
[[nodiscard]] unsigned processors();

/// Tasks that threads take, the first ones first. A pool's, but for its owner's part of the work.
class Job {
 public:
  /// Calls `task(i)` for i below `count`.
  Job(std::size_t count, std::function<void(std::size_t)> task)
      : count_(count), task_(std::move(task)) {}

 private:
  friend class ThreadPool;

  std::size_t count_;
  std::function<void(std::size_t)> task_;
  // Under the lock of the pool.
  std::size_t next_ = 0;
  std::size_t running_ = 0;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::exception_ptr failure_;  // of the first task, by number, that failed
};

/// The helping threads of a pool that come from an executor: they may begin when the pool is gone.
struct PoolGate;

/// Threads for one piece of work. While a pool lives, all work in tasks on the thread that made it,
/// and inside its tasks, shares its threads, so that no more than `threads` ever run for it.
/// Threads start when they are wanted, and end with the pool. They obey the control (run_scope.hpp)
/// that the thread obeyed which made the pool; no task begins after that says stop.
class ThreadPool {
 public:
  using Executor = std::function<void(std::function<void()>)>;

  /// @param threads at most, with the one that makes the pool; 0: as many as there are processors
  /// @param executor gives the threads; none: they are the pool's own
  explicit ThreadPool(unsigned threads = 0, Executor executor = {});
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// The pool that this thread works in, or none.
  [[nodiscard]] static ThreadPool* current();

  /// Does a job with the help of this thread; `progress` gets the share done after each task of
  /// this thread. After a failure no further tasks begin. @throws what the first one, by number,
  /// threw.
  void run(Job& job, const std::function<void(double)>& progress = {});

  /// Lets the pool's threads begin a job. Whoever begins one must end it.
  void begin(Job& job);
  /// Does one task of the job on this thread, if one is left.
  bool help(Job& job);
  /// Waits until `ready()`, which tasks of the job make true under their own locks, or until no
  /// task of it runs or is left. @throws what a task threw for which it never will be.
  void wait(Job& job, const std::function<bool()>& ready);
  /// Begins no further tasks and waits for those that run.
  void end(Job& job);

 private:
  std::optional<std::size_t> take(Job& job);  // locked
  void perform(Job& job, std::size_t task, std::unique_lock<std::mutex>& lock);
  [[nodiscard]] Job* next_job();  // locked
  void start_threads(std::size_t wanted);
  void ask_executor(std::size_t wanted);
  void help_out();
  void work();

  unsigned most_;
  Executor executor_;
  std::shared_ptr<PoolGate> gate_;  // if there is an executor
  std::size_t asked_ = 0;           // of the executor: helpers that have not left yet
  const ObeyedControl* obeyed_;     // of the thread that made this one
  ThreadPool* outer_;               // of the thread that made this one
  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<Job*> jobs_;
  std::vector<std::thread> threads_;
  bool over_ = false;
};

/// For those who begin a larger piece of work: the pool of this thread, or one of its own as long
/// as the scope lives.
class ThreadScope {
 public:
  explicit ThreadScope(unsigned threads = 0, ThreadPool::Executor executor = {}) {
    if (!ThreadPool::current()) own_.emplace(threads, std::move(executor));
  }
  [[nodiscard]] ThreadPool& pool() const { return *ThreadPool::current(); }

 private:
  std::optional<ThreadPool> own_;
};

/// How work is done in tasks.
struct TaskOptions {
  unsigned threads = 0;  ///< at most, where no pool says; 1: this one alone; 0: as the machine has
  ThreadPool::Executor executor = {};         ///< gives them, where no pool does
  std::function<void(double)> progress = {};  ///< the share done, called on the calling thread
};

/// Calls `task(i)` for every i below `count` once, the first ones first, on the threads of the
/// current pool or of a passing one, and waits. Tasks must write to places of their own. The first
/// exception by number is thrown again.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& task,
                  const TaskOptions& options = {});

}  // namespace entente
