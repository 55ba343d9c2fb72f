#pragma once

/// Every problem of a dossier.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Whether warnings are errors.
enum class Strictness : std::uint8_t { usual, strict };

/// `{"problems": [{"severity", "code", "file", "line", "column", "record", "message", "hint"}]}`
class ValidationAnswer : public Answer {
 public:
  Selection selected = {};             ///< as understood
  std::vector<Problem> problems = {};  ///< by their places
  std::size_t entities = 0;            ///< that could be read, or are selected
  std::size_t relations = 0;           ///< that could be read, or are selected

  [[nodiscard]] const Selection& selection() const ENTENTE_LIFETIMEBOUND override {
    return selected;
  }
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// What check_dossier() found, as an answer. A selection narrows the warnings of a sound dossier to
/// those of the records it keeps; errors stand whatever it says, since of an unsound dossier
/// nothing can be selected. A note `left-out` says how many warnings are passed over.
/// @throws InvalidArgument as `Graph::facts`.
[[nodiscard]] ValidationAnswer validation(const Dossier& dossier, const Vocabulary& vocabulary,
                                          std::vector<Problem> problems,
                                          const Selection& selection = {},
                                          Strictness strictness = Strictness::usual);

/// Problems line by line, errors before warnings, the first `most`; then how many more there are.
[[nodiscard]] std::string problem_lines(const std::vector<Problem>& problems, std::size_t most);

}  // namespace answers
}  // namespace entente
