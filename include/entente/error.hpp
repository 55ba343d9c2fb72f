#pragma once

/// Everything that entente throws: one base, a stable code, and the exit status a program should
/// end with.

#include <stdexcept>
#include <string>
#include <utility>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The exit statuses of the tool, after sysexits(3) where it has one.
enum class Exit : int {
  answered = 0,
  empty = 1,              ///< a valid question with an empty or negative answer
  usage = 64,             ///< the call is wrong
  bad_data = 65,          ///< the input is wrong
  input_missing = 66,     ///< the input is not there
  renderer_missing = 69,  ///< a picture was asked for and nothing here can draw it
  internal = 70,          ///< our bug
  out_of_memory = 71,     ///< memory ran out
  cannot_create = 73,     ///< the output cannot be made
  io = 74,                ///< reading or writing failed
  limit = 75,             ///< a limit or a time-out was reached
  interrupted = 130,      ///< SIGINT, or a caller, ended the work
  terminated = 143,       ///< SIGTERM ended it
};

/// Base of all exceptions of the library. `what()` says what is wrong, where, and what to try.
class Error : public std::runtime_error {
 public:
  /// `code` as below; `message` is what what() says.
  Error(Exit exit, std::string code, const std::string& message);

  /// A stable, lower-case, hyphenated name of the failure, such as `unknown-entity`.
  [[nodiscard]] const std::string& code() const& noexcept ENTENTE_LIFETIMEBOUND { return code_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string code() && noexcept { return std::move(code_); }
  /// The status a command-line program should end with.
  [[nodiscard]] int exit_code() const noexcept { return static_cast<int>(exit_); }

 private:
  Exit exit_;
  std::string code_;
};

/// A call that cannot be answered as it stands: an unknown name, a weight below zero.
class InvalidArgument : public Error {
 public:
  /// Ends programs with Exit::usage.
  InvalidArgument(std::string code, const std::string& message);
};

/// Reading or writing failed: a missing file, a full disk, a closed pipe.
class IoError : public Error {
 public:
  /// `exit` says whether it is missing, cannot be made, or failed.
  IoError(Exit exit, std::string code, const std::string& message);
};

/// A limit that the caller can raise was reached: depth, size, time.
class LimitReached : public Error {
 public:
  /// Ends programs with Exit::limit.
  LimitReached(std::string code, const std::string& message);
};

}  // namespace entente
