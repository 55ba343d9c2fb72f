#include "base/threads.hpp"

#include <algorithm>

namespace entente {
namespace {

thread_local ThreadPool* pool_of_this_thread = nullptr;

}  // namespace

unsigned processors() {
  return std::max(std::thread::hardware_concurrency(), 1U);
}

ThreadPool::ThreadPool(unsigned threads)
    : most_(threads != 0 ? threads : processors()),
      outer_(std::exchange(pool_of_this_thread, this)) {}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
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
  const std::lock_guard lock(mutex_);
  jobs_.push_front(&job);  // what is begun last is waited for first
  start_threads(std::min<std::size_t>(most_, job.count_));
  changed_.notify_all();
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

void ThreadPool::work() {
  pool_of_this_thread = this;
  std::unique_lock lock(mutex_);
  while (!over_) {
    const auto job = std::find_if(jobs_.begin(), jobs_.end(), [](const Job* each) {
      return each->next_ < each->count_ && !each->failure_;
    });
    if (job == jobs_.end()) {
      changed_.wait(lock);
      continue;
    }
    Job& chosen = **job;
    if (const auto task = take(chosen)) perform(chosen, *task, lock);
  }
}

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& task,
                  const TaskOptions& options) {
  const auto alone = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      task(i);
      if (options.progress)
        options.progress(static_cast<double>(i + 1) / static_cast<double>(count));
    }
  };
  if (count < 2 || options.threads == 1) return alone();
  Job job(count, task);
  ThreadScope(options.threads).pool().run(job, options.progress);
}

}  // namespace entente
