#pragma once

/// How long a computation may go on, how many threads it may use, and who may stop it.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
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
  /// Told the share done, 0 … 1, now and then, on the calling thread only.
  std::function<void(double)> progress = {};
  /// How many threads to use at most; 0 means as many as the machine has. Small jobs use one.
  /// Results do not depend on it.
  unsigned threads = 0;
};

/// Whether a list holds all there is, or stopped at its limit.
enum class Completeness : std::uint8_t { complete, limited };

/// A computation stopped because its RunControl::stop became true.
class Interrupted : public Error {
 public:
  /// Ends programs with 130, as SIGINT does.
  Interrupted();
};

/// The deadline so far from now.
[[nodiscard]] std::chrono::steady_clock::time_point deadline_in(std::chrono::milliseconds span);

}  // namespace entente
