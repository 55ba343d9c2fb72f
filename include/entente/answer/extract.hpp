#pragma once

/// Facts of an answer as a dossier of their own.

#include <string>
#include <utility>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A dossier of these facts as they are recorded, with the entities they need: ends, sources, those
/// who assert.
/// @throws InvalidArgument `out-of-range` for facts of another graph, and `bad-facts` where a
/// relation's ends are not among them; so do `extract_of` and `marks_of`.
[[nodiscard]] Dossier dossier_of(const Graph& graph, const SelectedFacts& facts);

/// A part of a dossier that is one itself.
struct Extract {
  Dossier dossier;  ///< the facts with the entities they need
  /// Ids of the relations of which somebody who asks the part infers another end than the question
  /// did, and which no date can say: in several dates or days, or because what spoke against an
  /// inference is not among the facts. In the order of the relations.
  std::vector<std::string> other_ends;
};

/// A dossier of these facts as a question found them. A relation that only may hold says so in its
/// attributes: `"certainty": "possible"`, and `why`; one that is presumed to last, `"presumed":
/// true`. An inferred end is written down as
/// `[..DAY]`, with what it is `inferred_from`, where the relation that it rests on is not among the
/// facts; an end that the relation's own date reports never is. Of evidence it has what the
/// question's sources and its `known_at` see, and of dates those that then count. Attributes of
/// these names that a relation has already are kept as they are.
/// Cost: as much as loading the part, where ends are inferred or may be.
[[nodiscard]] Extract extract_of(const Question& question, const SelectedFacts& facts);
/// The dossier of that extract.
[[nodiscard]] Dossier dossier_of(const Question& question, const SelectedFacts& facts);

/// What the question says of each of the relations, by their ids in order, for programs that infer
/// nothing: `certainty`, `why`, and of inferred ends `inferred_end` and `inferred_from`.
[[nodiscard]] std::vector<std::pair<std::string, Attributes>> marks_of(const Question& question,
                                                                       const SelectedFacts& facts);

/// What of the question's options is understood otherwise than it is written: `matched-by`, one for
/// each name that is found by less than itself. For callers that take a dossier and no answer.
[[nodiscard]] std::vector<Note> notes_of_names(const Question& question);

/// What a selection leaves out because it is inferred to have ended, and what it keeps because it
/// is presumed to last. For callers that take a dossier and no answer.
[[nodiscard]] std::vector<Note> notes_of_left_out(const Question& question,
                                                  const SelectedFacts& facts);

/// The question's selection as JSON, for formats that have a place for it; empty if it selects
/// everything.
[[nodiscard]] std::string selection_text(const Question& question);

}  // namespace answers
}  // namespace entente
