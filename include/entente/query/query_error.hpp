#pragma once

/// What is wrong with a query, and where.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace query {

/// When an error showed.
enum class Phase : std::uint8_t {
  compile_time,  ///< the text does not make a query
  runtime,       ///< it met a value that it cannot work with
};

/// "compile time", "runtime".
[[nodiscard]] constexpr std::string_view to_string(Phase phase) {
  return phase == Phase::compile_time ? "compile time" : "runtime";
}

/// What an error says. Types and codes are those of the openCypher TCK: `SyntaxError`,
/// `UndefinedVariable`.
struct Fault {
  Phase phase = Phase::compile_time;  ///< when it showed
  std::string type = {};              ///< "SyntaxError", "TypeError", "ArgumentError" …
  std::string code = {};              ///< "UndefinedVariable"
  std::string message = {};           ///< one line, without a full stop
  std::size_t line = 0;               ///< from 1; 0: no place in the text
  std::size_t column = 0;             ///< from 1, in characters
  std::size_t length = 0;             ///< in characters of that line
  std::string hint = {};              ///< what to write instead; may be empty
};

/// A query that cannot be answered. `what()` shows the line with a caret below the place.
/// Ends programs with Exit::usage at compile time, Exit::bad_data at run time.
class QueryError : public Error {
 public:
  /// `text` is the whole query.
  QueryError(Fault fault, std::string_view text);

  /// The parts of what it says.
  [[nodiscard]] const Fault& fault() const noexcept ENTENTE_LIFETIMEBOUND { return fault_; }
  /// `{"error": {"phase", "type", "code", "message", "line", "column", "length", "hint"}}` on one
  /// line.
  [[nodiscard]] std::string json() const;

 private:
  Fault fault_;
};

/// A limit that a run reached, with the place in the query where it did.
class QueryLimit : public LimitReached {
 public:
  /// `error` says what the limit is and where it was reached.
  explicit QueryLimit(QueryError error)
      : LimitReached(error.fault().code, error.what()), error_(std::move(error)) {}

  /// The parts of what it says; its phase is runtime.
  [[nodiscard]] const QueryError& error() const noexcept ENTENTE_LIFETIMEBOUND { return error_; }

 private:
  QueryError error_;
};

}  // namespace query
}  // namespace entente
