#pragma once

/// The cheap side of RunControl: counts work and looks at clock and stop flag once in a while.

#include <cstdint>

#include <entente/algorithm/run_control.hpp>

namespace entente::kernel {

class RunGuard {
 public:
  /// Looks once. @throws LimitReached, Interrupted.
  explicit RunGuard(const RunControl& control) : control_(&control) { check(); }

  /// Counts steps of work. @throws LimitReached, Interrupted.
  void work(std::uint64_t steps = 1) {
    if (steps < left_) {
      left_ -= steps;
    } else {
      check();
    }
  }
  /// Looks at once. @throws LimitReached, Interrupted.
  void check();
  /// Reports the share done. @throws LimitReached, Interrupted.
  void progress(double share);

 private:
  static constexpr std::uint64_t steps_between_looks = 1 << 18;

  const RunControl* control_;
  std::uint64_t left_ = steps_between_looks;
};

}  // namespace entente::kernel
