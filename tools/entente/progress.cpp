#include "progress.hpp"

#include <algorithm>
#include <chrono>
#include <string>

#include <unistd.h>

namespace entente::tool {
namespace {

using Clock = std::chrono::steady_clock;

/// A line that tells a share, and leaves the cursor at its beginning.
class ProgressLine {
 public:
  void tell(double share) {
    const auto now = Clock::now();
    const bool done = share >= 1;
    if (now < next_ && !(done && shown_)) return;
    next_ = now + std::chrono::milliseconds(100);
    shown_ = !done;
    const int percent = static_cast<int>(100 * share);
    write(done ? "\033[K" : "entente: " + std::to_string(percent) + " %\033[K\r");
  }

 private:
  static void write(const std::string& text) {
    static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
  }

  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
  bool shown_ = false;
};

}  // namespace

RunControl run_control(const Call& call) {
  constexpr std::size_t most_threads = 1024;
  RunControl run;
  run.threads =
      static_cast<unsigned>(std::min(call.count("--threads", 1).value_or(0), most_threads));
  if (isatty(STDERR_FILENO) == 1)
    run.progress = [line = ProgressLine()](double share) mutable { line.tell(share); };
  return run;
}

}  // namespace entente::tool
