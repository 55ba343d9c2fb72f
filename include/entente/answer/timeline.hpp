#pragma once

/// The ordered history of entities, or of everything.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/timeline.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Of whom.
struct TimelineParameters {
  /// Of one, all it has to do with; of several, what happened among them; of none, everything.
  std::vector<std::string> entities = {};
};

/// `{"rows": [row]}`; a lifespan is a row `{"entity", "kind", "name", "when", "certainty", "why",
/// "sentence"}`.
class TimelineAnswer : public GraphAnswer {
 public:
  std::vector<EntityId> entities = {};  ///< who are meant
  RelationRows rows = {};               ///< the relations in order of time
  std::vector<DatedFact> history = {};  ///< the relations and lifespans in order of time

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<std::string> document() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
  /// What a picture of it shows, in order of time: of several entities also their ties to the
  /// agreements and events that all of them share.
  [[nodiscard]] RelationRows drawn() const;
};

/// A history in order of time.
/// @throws InvalidArgument as show().
[[nodiscard]] TimelineAnswer timeline(const Question& question,
                                      const TimelineParameters& parameters = {});

}  // namespace answers
}  // namespace entente
