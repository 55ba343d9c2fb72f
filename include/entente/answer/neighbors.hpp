#pragma once

/// Who is tied to an entity, and by which relations.

#include <cstdint>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Around whom, and how far.
struct NeighborsParameters {
  std::string entity = {};  ///< an id or a name
  std::uint32_t depth = 1;  ///< hops
};

/// An entity reached, and the relations that reach it from one hop nearer.
struct Neighbour {
  EntityId entity = {};        ///< who
  std::uint32_t distance = 0;  ///< hops
  RelationRows rows = {};      ///< in order of time
};

/// `{"neighbors": [{"entity", "kind", "distance", "relations": [row]}]}`
class NeighborsAnswer : public GraphAnswer {
 public:
  EntityId centre = {};               ///< who is meant
  std::vector<Neighbour> found = {};  ///< nearest first, then by id

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The entities within some hops of one.
/// @throws InvalidArgument as show().
[[nodiscard]] NeighborsAnswer neighbors(const Question& question,
                                        const NeighborsParameters& parameters);

}  // namespace answers
}  // namespace entente
