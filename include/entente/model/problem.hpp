#pragma once

/// What is wrong with a dossier: one Problem a finding, all of a run in one DossierError.

#include <cstdint>
#include <string>
#include <vector>

#include <entente/error.hpp>

namespace entente {

enum class Severity : std::uint8_t { error, warning };

/// One finding. Line and column count from 1; 0 where a finding has no place of its own.
struct Problem {
  Severity severity = Severity::error;
  std::string code;     ///< stable, such as `unknown-type`
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string record;   ///< the id of the record concerned; empty if none
  std::string message;
  std::string hint;     ///< what to try; may be empty
};

/// `file:line:column: error: message [code]`, with the hint on a second line, safe for a terminal.
[[nodiscard]] std::string describe(const Problem& problem);

/// A dossier that cannot be read or built; what() lists every problem.
class DossierError : public Error {
 public:
  explicit DossierError(std::vector<Problem> problems);
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};

}  // namespace entente
