#include "base/run_scope.hpp"

#include <utility>

#include "base/threads.hpp"

namespace entente {

namespace {

thread_local const ObeyedControl* control_of_this_thread = nullptr;

}  // namespace

Interrupted::Interrupted()
    : Error(Exit::interrupted, "interrupted",
            "the computation was interrupted before it had an answer") {}

std::chrono::steady_clock::time_point deadline_in(std::chrono::milliseconds span) {
  using Clock = std::chrono::steady_clock;
  const auto now = Clock::now();
  const auto floored = [](Clock::duration most) {
    return std::chrono::floor<std::chrono::milliseconds>(most);
  };
  if (span > floored(Clock::time_point::max() - now)) return Clock::time_point::max();
  if (span < -floored(now - Clock::time_point{})) return Clock::time_point{};
  return now + span;
}

const ObeyedControl* obeyed_control() {
  return control_of_this_thread;
}

Obeying::Obeying(const ObeyedControl* control)
    : before_(std::exchange(control_of_this_thread, control)) {}

Obeying::~Obeying() {
  control_of_this_thread = before_;
}

void check_control(const RunControl& control) {
  if (control.stop != nullptr && control.stop->load(std::memory_order_relaxed)) throw Interrupted();
  if (control.deadline && std::chrono::steady_clock::now() >= *control.deadline)
    throw LimitReached("time-out",
                       "the computation did not end in the time it was given; narrow the selection "
                       "or allow more time");
}

void check_run() {
  for (const ObeyedControl* one = control_of_this_thread; one != nullptr; one = one->outer)
    check_control(*one->control);
}

void report_progress(double share) {
  check_run();
  const ObeyedControl* const one = control_of_this_thread;
  if (one != nullptr && one->control->progress && one->caller == std::this_thread::get_id())
    one->control->progress(share);
}

// Members are destroyed in the reverse order: the threads first, which obey the control.
struct RunScope::Held {
  explicit Held(RunControl given)
      : control(std::move(given)),
        obeyed{&control, obeyed_control(), std::this_thread::get_id()},
        obeying(&obeyed),
        pool(control.threads, control.executor) {}

  RunControl control;
  ObeyedControl obeyed;
  Obeying obeying;
  ThreadPool pool;
};

RunScope::RunScope(RunControl control) : held_(std::make_unique<Held>(std::move(control))) {
  check_run();
}

RunScope::~RunScope() = default;

}  // namespace entente
