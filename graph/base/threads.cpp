#include "base/threads.hpp"

#include <algorithm>

#include "base/run_scope.hpp"

namespace entente {

// What an executor was given may be begun late, when the pool is gone.
struct PoolGate {
  std::mutex mutex;
  std::condition_variable left;
  bool open = true;
  std::size_t inside = 0;

  [[nodiscard]] bool enter() {
    const std::lock_guard lock(mutex);
    if (open) ++inside;
    return open;
  }
  void leave() {
    const std::lock_guard lock(mutex);
    --inside;
    left.notify_all();
  }
  void close() {
    std::unique_lock lock(mutex);
    open = false;
    left.wait(lock, [this] { return inside == 0; });
  }
};

namespace {

thread_local ThreadPool* pool_of_this_thread = nullptr;

}  // namespace

unsigned processors() {
  return std::max(std::thread::hardware_concurrency(), 1U);
}

ThreadPool::ThreadPool(unsigned threads, Executor executor)
    : most_(threads != 0 ? threads : processors()),
      executor_(std::move(executor)),
      gate_(executor_ ? std::make_shared<PoolGate>() : nullptr),
      obeyed_(obeyed_control()),
      outer_(std::exchange(pool_of_this_thread, this)) {}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  if (gate_) gate_->close();
  pool_of_this_thread = outer_;
}

ThreadPool* ThreadPool::current() {
  return pool_of_this_thread;
}

std::optional<std::size_t> ThreadPool::take(Job& job) {
  if (job.next_ >= job.count_ || job.failure_) return std::nullopt;
  ++job.running_;
  return job.next_++;
}

void ThreadPool::perform(Job& job, std::size_t task, std::unique_lock<std::mutex>& lock) {
  lock.unlock();
  std::exception_ptr failure;
  try {
    check_run();
    job.task_(task);
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  if (failure && (!job.failure_ || task < job.failed_)) {
    job.failure_ = std::move(failure);
    job.failed_ = task;
  }
  --job.running_;
  ++job.done_;
  changed_.notify_all();
}

void ThreadPool::run(Job& job, const std::function<void(double)>& progress) {
  begin(job);
  std::unique_lock lock(mutex_);
  while (const auto task = take(job)) {
    perform(job, *task, lock);
    if (!progress || job.failure_) continue;
    const double share = static_cast<double>(job.done_) / static_cast<double>(job.count_);
    lock.unlock();
    try {
      progress(share);
    } catch (...) {
      end(job);
      throw;
    }
    lock.lock();
  }
  lock.unlock();
  end(job);
  if (job.failure_) std::rethrow_exception(job.failure_);
}

void ThreadPool::begin(Job& job) {
  const std::size_t wanted = std::min<std::size_t>(most_, job.count_);
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_front(&job);  // what is begun last is waited for first
    if (!executor_) start_threads(wanted);
    changed_.notify_all();
  }
  if (executor_) ask_executor(wanted);
}

bool ThreadPool::help(Job& job) {
  std::unique_lock lock(mutex_);
  const auto task = take(job);
  if (task) perform(job, *task, lock);
  return task.has_value();
}

void ThreadPool::wait(Job& job, const std::function<bool()>& ready) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return ready() || (job.running_ == 0 && (job.next_ >= job.count_ || job.failure_));
  });
  if (!ready() && job.failure_) std::rethrow_exception(job.failure_);
}

void ThreadPool::end(Job& job) {
  std::unique_lock lock(mutex_);
  jobs_.remove(&job);
  job.next_ = job.count_;
  changed_.wait(lock, [&] { return job.running_ == 0; });
}

// Locked. One thread is the caller's own.
void ThreadPool::start_threads(std::size_t wanted) {
  try {
    while (threads_.size() + 1 < wanted) threads_.emplace_back([this] { work(); });
  } catch (const std::exception&) {
    // The machine has no more threads to give: those there are do the work.
  }
}

// Not locked: it may do what it is given at once, on this thread.
void ThreadPool::ask_executor(std::size_t wanted) {
  try {
    while (true) {
      {
        const std::lock_guard lock(mutex_);
        if (asked_ + 1 >= wanted || next_job() == nullptr) return;
        ++asked_;
      }
      executor_([this, gate = gate_] {
        if (!gate->enter()) return;
        help_out();
        gate->leave();
      });
    }
  } catch (const std::exception&) {
    // It has no more to give: the calling thread does the work.
  }
}

// Leaves when no task is left, for the thread is not the pool's.
void ThreadPool::help_out() {
  const Obeying obeying(obeyed_);
  ThreadPool* const before = std::exchange(pool_of_this_thread, this);
  std::unique_lock lock(mutex_);
  while (Job* const job = next_job())
    if (const auto task = take(*job)) perform(*job, *task, lock);
  --asked_;
  pool_of_this_thread = before;
}

Job* ThreadPool::next_job() {
  const auto job = std::find_if(jobs_.begin(), jobs_.end(), [](const Job* each) {
    return each->next_ < each->count_ && !each->failure_;
  });
  return job == jobs_.end() ? nullptr : *job;
}

void ThreadPool::work() {
  const Obeying obeying(obeyed_);
  pool_of_this_thread = this;
  std::unique_lock lock(mutex_);
  while (!over_) {
    Job* const job = next_job();
    if (job == nullptr) {
      changed_.wait(lock);
      continue;
    }
    if (const auto task = take(*job)) perform(*job, *task, lock);
  }
}

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& task,
                  const TaskOptions& options) {
  const auto alone = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      check_run();
      task(i);
      if (options.progress)
        options.progress(static_cast<double>(i + 1) / static_cast<double>(count));
    }
  };
  if (count < 2 || options.threads == 1) return alone();
  Job job(count, task);
  ThreadScope(options.threads, options.executor).pool().run(job, options.progress);
}

}  // namespace entente
