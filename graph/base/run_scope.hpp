#pragma once

/// What work below all rooms looks at to obey the RunScope it is done in.

#include <cstdint>
#include <thread>

#include <entente/base/run_control.hpp>

namespace entente {

/// A control that work obeys, and the one around it.
struct ObeyedControl {
  const RunControl* control = nullptr;
  const ObeyedControl* outer = nullptr;
  std::thread::id caller = {};  ///< to which alone progress is reported
};

/// The control that this thread obeys, or none.
[[nodiscard]] const ObeyedControl* obeyed_control();

/// Lets this thread obey another control, or none, as long as it lives.
class Obeying {
 public:
  explicit Obeying(const ObeyedControl* control);
  ~Obeying();
  Obeying(const Obeying&) = delete;
  Obeying& operator=(const Obeying&) = delete;

 private:
  const ObeyedControl* before_;
};

/// Looks at a control once. @throws LimitReached `time-out`, Interrupted.
void check_control(const RunControl& control);

/// Looks at those that this thread obeys. For steps of a fraction of a millisecond and more.
/// Cost: without a scope a comparison, else some 30 ns. @throws LimitReached, Interrupted.
void check_run();

/// Looks once in a thousand steps, at the first of them too. For steps of less than a microsecond.
class Looks {
 public:
  /// @throws LimitReached, Interrupted.
  void step() {
    if (steps_++ % steps_between == 0) check_run();
  }

 private:
  static constexpr std::uint64_t steps_between = 1 << 10;
  std::uint64_t steps_ = 0;
};

/// Reports to the innermost scope how far its work is, if this is the thread that began it.
/// @throws LimitReached, Interrupted.
void report_progress(double share);

}  // namespace entente
