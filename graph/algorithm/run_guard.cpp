#include "algorithm/run_guard.hpp"

namespace entente {

Interrupted::Interrupted()
    : Error(Exit::interrupted, "interrupted",
            "the computation was interrupted before it had an answer") {}

std::chrono::steady_clock::time_point deadline_in(std::chrono::milliseconds span) {
  return std::chrono::steady_clock::now() + span;
}

namespace kernel {

void RunGuard::check() {
  left_ = steps_between_looks;
  if (control_->stop != nullptr && control_->stop->load(std::memory_order_relaxed)) {
    throw Interrupted();
  }
  if (control_->deadline && std::chrono::steady_clock::now() >= *control_->deadline) {
    throw LimitReached("time-out",
                       "the computation did not end in the time it was given; narrow the selection "
                       "or allow more time");
  }
}

void RunGuard::progress(double share) {
  check();
  if (control_->progress) control_->progress(share);
}

}  // namespace kernel
}  // namespace entente
