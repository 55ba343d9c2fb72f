#pragma once

/// What changed between two days, or between two dossiers.

#include <optional>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/difference.hpp>
#include <entente/query/record_difference.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Between which days.
struct DiffParameters {
  std::string first = {};   ///< a day, or a coarser date
  std::string second = {};  ///< a later one
};

/// `{"appeared": [row], "ended": [row], "happened": [row], "persisted": n}`
class DiffAnswer : public GraphAnswer {
 public:
  Difference difference = {};  ///< what changed

  using GraphAnswer::GraphAnswer;

  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// What appeared, ended, happened and persisted between two days.
/// @throws InvalidArgument as entente::difference().
[[nodiscard]] DiffAnswer diff(const Question& question, const DiffParameters& parameters);

/// `{"added": [record], "removed": [record], "changed": [{"record": "entity|relation", "id",
/// "members": [{"member", "old", "new"}]}]}`, entities first, each by id.
class RecordDiffAnswer : public GraphAnswer {
 public:
  Question before;                   ///< the older dossier
  RecordDifference difference = {};  ///< what changed

  /// The newer question, and the older.
  RecordDiffAnswer(Question newer, Question older);

  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// The records that two dossiers do not have alike. The selection is that of `newer`.
[[nodiscard]] RecordDiffAnswer diff(const Question& older, const Question& newer);

}  // namespace answers
}  // namespace entente
