#pragma once

/// What is wrong with a dossier: one Problem a finding, all of a run in one DossierError.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// An error forbids building a graph; a warning is what a careful reader would question.
enum class Severity : std::uint8_t { error, warning };

/// "error" or "warning".
[[nodiscard]] std::string_view to_string(Severity severity);

/// What is wrong: one record, without which the rest could be read, or more than that.
enum class Concerns : std::uint8_t { dossier, record };

/// One finding. Line and column count from 1, columns in characters (code points); 0 where a
/// finding has no place in a text, as for records made by a program.
struct Problem {
  Severity severity = Severity::error;  ///< whether it forbids a graph
  std::string code = {};   ///< stable, such as `unknown-type`; all are listed in docs/validation.md
  std::string file = {};   ///< as given
  std::uint32_t line = 0;  ///< from 1; 0: none
  std::uint32_t column = 0;               ///< from 1
  std::string record = {};                ///< the id of the record concerned; empty if none
  std::string message = {};               ///< what is wrong
  std::string hint = {};                  ///< what to try; may be empty
  Concerns concerns = Concerns::dossier;  ///< whether a record can be left out for it
  std::size_t times = 1;                  ///< how often it is so; the place is the first
};

/// `file:line:column: error: record: message [code]`, with the hint on a second line. Characters
/// that could command a terminal or deceive the eye are shown as `\u{…}`.
[[nodiscard]] std::string describe(const Problem& problem);

/// Whether one of them is an error.
[[nodiscard]] bool has_errors(const std::vector<Problem>& problems);

/// A dossier that cannot be read or built. what() lists the first hundred errors and counts the
/// rest; problems() has all, warnings included, in the order of their places.
class DossierError : public Error {
 public:
  /// One of the problems at least is an error.
  explicit DossierError(std::vector<Problem> problems);
  /// All of them, warnings too.
  [[nodiscard]] const std::vector<Problem>& problems() const& noexcept ENTENTE_LIFETIMEBOUND {
    return problems_;
  }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::vector<Problem> problems() && noexcept { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

}  // namespace entente
