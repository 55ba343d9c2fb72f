#pragma once

/// Groups of entities: communities, and parts that hang together.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/algorithm/components.hpp>
#include <entente/answer/answer.hpp>
#include <entente/answer/measured.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// How communities are sought.
enum class Community : std::uint8_t { leiden, louvain, label_propagation };

/// Which communities.
struct GroupsParameters {
  Community method = Community::leiden;  ///< how they are sought
  double resolution = 1;                 ///< above 1 smaller groups, below 1 larger ones
  std::uint64_t seed = 1;                ///< of the order entities are looked at in
  FoldingParameters folding = {};        ///< the network
};

/// `{"groups": [[id]], "modularity"}`, with `"projection"` where a parameter chose it; of
/// components `{"groups": [[id]]}`.
class GroupsAnswer : public GraphAnswer {
 public:
  Groups groups = {};                         ///< largest first
  std::optional<double> modularity = {};      ///< of communities
  std::optional<Projection> projection = {};  ///< where a parameter chose it

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// Communities: groups tied among themselves more than to others.
/// @throws InvalidArgument as the methods do.
[[nodiscard]] GroupsAnswer groups(const Question& question,
                                  const GroupsParameters& parameters = {});

}  // namespace answers
}  // namespace entente
