#include "terminal/signals.hpp"

#include <cmath>
#include <csignal>
#include <string_view>

#include <sys/time.h>
#include <unistd.h>

#include <entente/error.hpp>
#include <entente/system/output.hpp>

#include "verb.hpp"

namespace entente::tool {
namespace {

/// Only calls that are safe in a signal handler.
extern "C" void end_early(int signal) {
  remove_unfinished_outputs();
  if (signal == SIGALRM) {
    constexpr std::string_view message = "entente: the time-out was reached (--timeout)\n";
    static_cast<void>(!::write(STDERR_FILENO, message.data(), message.size()));
    ::_exit(static_cast<int>(Exit::limit));
  }
  if (signal == SIGINT) {
    constexpr std::string_view message = "entente: interrupted\n";
    static_cast<void>(!::write(STDERR_FILENO, message.data(), message.size()));
  }
  ::_exit(128 + signal);
}

void on(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

/// Of some 30 years at most, as the clocks take it.
std::optional<double> seconds_of(const Call& call) {
  const auto seconds = call.number("--timeout");
  if (seconds && !(*seconds > 0 && *seconds <= 1e9))
    throw InvalidArgument("bad-option-value",
                          "--timeout takes a number of seconds above zero, at most 1000000000");
  return seconds;
}

}  // namespace

void prepare_signals() {
  on(SIGPIPE, SIG_IGN);
  on(SIGXFSZ, SIG_IGN);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) on(signal, end_early);
}

std::optional<std::chrono::milliseconds> timeout_of(const Call& call) {
  const auto seconds = seconds_of(call);
  if (!seconds) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(*seconds * 1000)));
}

void set_timeout(const Call& call) {
  const auto seconds = seconds_of(call);
  if (!seconds) return;
  on(SIGALRM, end_early);
  const double whole = std::floor(*seconds);
  itimerval timer{};
  // A query ends itself, and says where it was; the alarm is for what comes before it.
  const time_t grace = call.verb->name == "query" ? 2 : 0;
  timer.it_value.tv_sec = static_cast<time_t>(whole) + grace;
  timer.it_value.tv_usec = static_cast<suseconds_t>((*seconds - whole) * 1e6);
  if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0) timer.it_value.tv_usec = 1;
  setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace entente::tool
