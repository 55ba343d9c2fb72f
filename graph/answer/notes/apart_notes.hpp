#pragma once

/// Notes on pairs that share something, but at no one time.

#include <cstddef>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/answer/note.hpp>
#include <entente/network/network.hpp>

namespace entente::answers {

/// How many pairs share nothing at one time only because an end is inferred, with those of the
/// relations that have such an end.
[[nodiscard]] Note note_of_inferred_apart(const Question& question, std::size_t count,
                                          std::vector<RelationId> relations);
/// Which pairs a one-mode network leaves out because what they share they never share at one time,
/// and how many of them only by inference.
[[nodiscard]] std::vector<Note> notes_of_apart(const Question& question, const Network& network);
/// Notes the pairs that a folded network leaves out because they share nothing at one time.
void note_apart(GraphAnswer& answer, const Network& network);

}  // namespace entente::answers
