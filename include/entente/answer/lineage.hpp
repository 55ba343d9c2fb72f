#pragma once

/// What an agreement replaced and was replaced by.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/lineage.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Of which agreement.
struct LineageParameters {
  std::string agreement = {};  ///< an id or a name
};

/// `{"chain": [{"entity", "in_force", "relations": [row]}]}`, newest first
class LineageAnswer : public GraphAnswer {
 public:
  EntityId agreement = {};            ///< which is meant
  std::vector<Successor> chain = {};  ///< newest first

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The agreements that succession ties to one, and which are in force.
/// @throws InvalidArgument `no-lineage`, and as show().
[[nodiscard]] LineageAnswer lineage(const Question& question, const LineageParameters& parameters);

}  // namespace answers
}  // namespace entente
