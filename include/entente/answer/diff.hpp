#pragma once

/// What changed between two days, or between two dossiers.

#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/difference.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Between which days.
struct DiffParameters {
  std::string first = {};   ///< a day, or a coarser date
  std::string second = {};  ///< a later one
};

/// `{"appeared": [row], "ended": [row], "persisted": n}`
class DiffAnswer : public GraphAnswer {
 public:
  Question before;             ///< the older dossier; the same one where days are compared
  Difference difference = {};  ///< what changed

  /// The newer question, and the older.
  DiffAnswer(Question newer, Question older);
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// What appeared, ended and persisted between two days.
/// @throws InvalidArgument as entente::difference().
[[nodiscard]] DiffAnswer diff(const Question& question, const DiffParameters& parameters);
/// What one dossier has and the other has not. The selection is that of `newer`.
[[nodiscard]] DiffAnswer diff(const Question& older, const Question& newer);

}  // namespace answers
}  // namespace entente
