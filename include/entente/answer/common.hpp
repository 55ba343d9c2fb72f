#pragma once

/// What several entities share.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/common.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Among whom.
struct CommonParameters {
  std::vector<std::string> entities = {};  ///< ids or names, all different
};

/// `{"common": [{"entity", "kind", "name", "certainty", "span", "relations": [row]}]}`; the span is
/// the time in which all share it, as in paths.
class CommonAnswer : public GraphAnswer {
 public:
  std::vector<EntityId> entities = {};  ///< who are meant
  std::vector<Shared> found = {};       ///< what all are tied to

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The agreements, bodies, events and other entities that all of several are tied to.
/// @throws InvalidArgument `no-entities` if none is named, `same-entity` if one is named twice, and
/// as show().
[[nodiscard]] CommonAnswer common(const Question& question, const CommonParameters& parameters);

}  // namespace answers
}  // namespace entente
