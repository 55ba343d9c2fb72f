#pragma once

/// The sub-graph around an entity.

#include <cstdint>
#include <map>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Around whom, and how far.
struct EgoParameters {
  std::string entity = {};  ///< an id or a name
  std::uint32_t depth = 1;  ///< hops
};

/// `{"center", "relations": [row], "entities": [{"entity", "kind", "distance"}]}`
class EgoAnswer : public GraphAnswer {
 public:
  EntityId centre = {};                             ///< who is meant
  std::map<EntityId, std::uint32_t> distance = {};  ///< of everyone near, itself at 0
  RelationRows rows = {};                           ///< among them, in order of time

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The entities within some hops of one, and every selected relation among them.
/// @throws InvalidArgument as show().
[[nodiscard]] EgoAnswer ego(const Question& question, const EgoParameters& parameters);

}  // namespace answers
}  // namespace entente
