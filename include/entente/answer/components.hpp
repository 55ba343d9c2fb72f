#pragma once

/// The parts that hang together, and what holds them together.

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/answer/groups.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// What holds a part together: any path, paths both ways, paths whichever one entity is lost.
enum class Part : std::uint8_t { connected, strong, biconnected };

/// Which parts.
struct ComponentsParameters {
  Part part = Part::connected;              ///< what holds them together
  Parallels parallels = Parallels::merged;  ///< `kept`: a tie of several relations is no bridge
};

/// The parts of the network. Strong ones follow relations as the selection directs; `both` makes
/// them those connected by any path.
[[nodiscard]] GroupsAnswer components(const Question& question,
                                      const ComponentsParameters& parameters = {});

/// `{"bridges": [row]}`: each shows the first of the relations merged into it.
class BridgesAnswer : public GraphAnswer {
 public:
  RelationRows rows = {};  ///< by edge

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// `{"cut_vertices": [id]}`
class CutVerticesAnswer : public GraphAnswer {
 public:
  std::vector<EntityId> entities = {};  ///< by id

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// Ties without which a part would fall in two.
[[nodiscard]] BridgesAnswer bridges(const Question& question,
                                    const ComponentsParameters& parameters = {});
/// Entities without which a part would fall in two or more.
[[nodiscard]] CutVerticesAnswer cut_vertices(const Question& question,
                                             const ComponentsParameters& parameters = {});

}  // namespace answers
}  // namespace entente
