#include "terminal/progress.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace entente::tool {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{1};
constexpr const char* clear_line = "\033[K";

bool on_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

/// Writes a line that the next one overwrites.
void write_line(const std::string& words) {
  const std::string text = "entente: " + words + clear_line + "\r";
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

void erase_line() {
  const std::string text = clear_line;
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

/// A line that shows a share, and leaves the cursor at its beginning.
class ProgressLine {
 public:
  void show(double share) {
    const auto now = Clock::now();
    const bool done = share >= 1;
    if (now < next_ && !(done && shown_)) return;
    next_ = now + std::chrono::milliseconds(100);
    shown_ = !done;
    if (done)
      erase_line();
    else
      write_line(std::to_string(static_cast<int>(100 * share)) + " %");
  }

 private:
  Clock::time_point next_ = Clock::now() + patience;
  bool shown_ = false;
};

}  // namespace

unsigned thread_limit(const Call& call) {
  constexpr std::size_t most_threads = 1024;
  return static_cast<unsigned>(std::min(call.count("--threads", 1).value_or(0), most_threads));
}

RunControl run_control(const Call& call) {
  RunControl run;
  run.threads = thread_limit(call);
  if (on_terminal())
    run.progress = [line = ProgressLine()](double share) mutable { line.show(share); };
  return run;
}

WaitingLine::WaitingLine(std::string words) : words_(std::move(words)) {
  if (!on_terminal()) return;
  try {
    thread_ = std::thread([this] { wait(); });
  } catch (const std::system_error&) {
    // Without a thread nothing is shown.
  }
}

WaitingLine::~WaitingLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void WaitingLine::wait() {
  std::unique_lock lock(mutex_);
  const auto over = [this] { return over_; };
  if (ended_.wait_for(lock, patience, over)) return;
  write_line(words_);
  ended_.wait(lock, over);
  erase_line();
}

}  // namespace entente::tool
