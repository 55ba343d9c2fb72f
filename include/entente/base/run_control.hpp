#pragma once

/// How long work may go on, how many threads it may use and where they come from, and who may stop
/// it: one control for everything that can run long.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include <entente/error.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Checked regularly (at least every few milliseconds) by everything that can run long.
struct RunControl {
  /// Past it the call throws LimitReached `time-out`.
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
  /// Once true, the call throws Interrupted; a signal handler or another thread may set it.
  const std::atomic<bool>* stop = nullptr;
  /// Called with the share done, 0 … 1, now and then, on the calling thread only.
  std::function<void(double)> progress = {};
  /// How many threads to use at most; 0 means as many as the machine has. Small jobs use one.
  /// Results do not depend on it.
  unsigned threads = 0;
  /// Where helping threads come from. It is given work that waits to be done on another thread, and
  /// may do it soon, late (then there is nothing left to do), or not at all: the calling thread
  /// never waits for work that was not begun. None: threads of the library's own.
  std::function<void(std::function<void()>)> executor = {};
};

/// Work stopped because its RunControl::stop became true.
class Interrupted : public Error {
 public:
  /// Ends programs with 130, as SIGINT does.
  Interrupted();
};

/// The deadline so far from now; the last there is for one farther than the clock goes, such as
/// milliseconds::max().
[[nodiscard]] std::chrono::steady_clock::time_point deadline_in(std::chrono::milliseconds span);

/// While it lives, all that its thread asks of the library obeys a control: loading, selecting,
/// snapshots, layouts, series, and the algorithms beside the control that they are given.
///
///     const RunScope scope({.deadline = deadline_in(2s), .threads = 2});
///     const Graph graph = load_graph("data/japan-nato");
///
/// Scopes of one thread end in the reverse of the order in which they began; in an inner one the
/// outer ones' deadlines and stops hold, too. Whatever is stopped throws and leaves nothing behind.
/// Progress is reported of loading, of writing snapshots, of layouts component by component and of
/// series step by step; it does not go back within one call. Work is looked after between steps
/// that take milliseconds in a million relations.
class RunScope {
 public:
  /// Begins. @throws LimitReached `time-out` if the deadline, or that of a scope around it, has
  /// passed; Interrupted if the stop is true already.
  explicit RunScope(RunControl control);
  ~RunScope();
  RunScope(const RunScope&) = delete;
  RunScope& operator=(const RunScope&) = delete;

 private:
  struct Held;
  std::unique_ptr<Held> held_;
};

}  // namespace entente
