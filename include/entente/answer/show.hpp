#pragma once

/// One entity and all that is said of it.

#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Whom to show.
struct ShowParameters {
  std::string entity = {};  ///< an id or a name
};

/// `{"entity": record, "relations": [row]}`
class ShowAnswer : public GraphAnswer {
 public:
  EntityId entity = {};    ///< who is meant
  RelationRows rows = {};  ///< its relations, in order of time

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The record of an entity, and its selected relations.
/// @throws InvalidArgument `unknown-entity`, `ambiguous-entity`, and as `Graph::facts`.
[[nodiscard]] ShowAnswer show(const Question& question, const ShowParameters& parameters);

}  // namespace answers
}  // namespace entente
