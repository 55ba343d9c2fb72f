#pragma once

/// Entities by name.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// What to look for.
struct FindParameters {
  std::string text = {};  ///< an id or a name, in any language or script variant
};

/// `{"matches": [{"entity", "kind", "name", "matched", "how"}]}`
class FindAnswer : public GraphAnswer {
 public:
  std::vector<Match> matches = {};  ///< best first

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
};

/// The entities of that name among those the selection keeps; what no relation touches is kept
/// too. @throws InvalidArgument as `Graph::facts`.
[[nodiscard]] FindAnswer find(const Question& question, const FindParameters& parameters);

}  // namespace answers
}  // namespace entente
