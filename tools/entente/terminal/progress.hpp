#pragma once

/// Word of long work on a terminal: of a computation, how far it is; of what cannot know that, that
/// it goes on.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include <entente/algorithm/run_control.hpp>

#include "call.hpp"

namespace entente::tool {

/// The most threads that `--threads` allows, 0 without it.
/// @throws InvalidArgument unless it is a number above 0.
[[nodiscard]] unsigned thread_limit(const Call& call);

/// How a computation runs. With `--threads`, no more than so many. On a terminal, whatever takes
/// over a second reports the share done on standard error, in a line that the next message
/// overwrites.
/// @throws InvalidArgument unless the number of threads is one.
[[nodiscard]] RunControl run_control(const Call& call);

/// On a terminal, what takes over a second while the object lives is reported on standard error, in
/// a line that goes with it.
class WaitingLine {
 public:
  /// @param words what is done
  explicit WaitingLine(std::string words);
  ~WaitingLine();
  WaitingLine(const WaitingLine&) = delete;
  WaitingLine& operator=(const WaitingLine&) = delete;

 private:
  void wait();

  std::string words_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace entente::tool
