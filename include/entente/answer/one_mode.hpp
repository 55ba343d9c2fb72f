#pragma once

/// One-mode pictures and dossiers: who shares agreements, bodies or events with whom, as facts of
/// their own.

#include <string>
#include <vector>

#include <entente/answer/note.hpp>
#include <entente/answer/question.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// The question about ties over things of these kinds, and below them: its graph has a relation for
/// each two entities and each thing that selected relations tie both to. That relation lasts as
/// long as the two share the thing (folding keeps time: see query/common.hpp), is marked `?` where
/// they only may, has the evidence of what it is folded from, is reported as the less certain of
/// its two ends is, and says in its attributes what is shared: `over`, an id, and `through`, a name
/// in the question's languages. Its type is `shares_KIND`, of a vocabulary that extends the
/// graph's. Things that are shared are no entities of the graph; entities that share nothing are
/// kept only if the selection asks for isolated ones always. What the selection says of types,
/// documents and directions is used up, its periods and kinds stay; kinds need not name what is
/// shared. Cost: that of a one-mode network, and of common() for each tie.
/// @throws InvalidArgument `unknown-kind`, and as Graph::facts; LimitReached `projection-size` past
/// 200,000 ties.
[[nodiscard]] Question folded_over(const Question& question, const std::vector<std::string>& kinds);

/// Which pairs that has no relation for, because what they share they never share at one time.
[[nodiscard]] std::vector<Note> notes_of_folds(const Question& question,
                                               const std::vector<std::string>& kinds);

}  // namespace answers
}  // namespace entente
