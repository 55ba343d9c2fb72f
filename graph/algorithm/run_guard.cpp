#include "algorithm/run_guard.hpp"

#include "base/run_scope.hpp"

namespace entente {

namespace kernel {

void RunGuard::check() {
  left_ = steps_between_looks;
  check_control(*control_);
  check_run();
}

void RunGuard::progress(double share) {
  check();
  if (control_->progress) control_->progress(share);
}

}  // namespace kernel
}  // namespace entente
