#pragma once

/// The counts and notes of answers: which relations they rest on, and what is left out.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/answer/note.hpp>

namespace entente::answers {

/// A note names so many relations, the first ones.
inline constexpr std::size_t most_named_by_a_note = 20;

/// Counts and notes of an answer that rests on all that is selected.
void rest_on(GraphAnswer& answer, const SelectedFacts& facts);

/// Counts and notes of an answer that is about some entities: it rests on the relations that begin
/// or end at one of them, and on its rows.
void rest_on(GraphAnswer& answer, const SelectedFacts& facts, const std::vector<EntityId>& entities,
             const RelationRows& rows = {});

/// A note about relations, of which it names the first.
[[nodiscard]] Note note_of(const Graph& graph, std::string_view code, std::string text,
                           const std::vector<RelationId>& relations);

/// Notes which of these names are not written so in the dossier, and who is meant.
void note_names(GraphAnswer& answer, const std::vector<std::string>& names);
/// Notes what every answer rests on: which names of sources are not written so, and how many
/// records were left out on reading.
void note_reading(GraphAnswer& answer);
/// Notes which selected relations lack the number they are weighed by, and what became of them:
/// `value` is what they weigh with MissingWeight::value.
void note_weights(GraphAnswer& answer, const std::string& attribute, MissingWeight missing,
                  double value);
/// Notes which relations hold only because they are presumed to last.
void note_presumed(GraphAnswer& answer, const std::vector<RelationId>& relations);
/// Those of the rows.
[[nodiscard]] std::vector<RelationId> presumed_of(const RelationRows& rows);
/// Notes how many scores are infinite.
void note_infinite(GraphAnswer& answer, std::size_t count);
/// Notes how many costs are, because their weights add up to more than a number can be.
void note_infinite_costs(GraphAnswer& answer, std::size_t count);

/// Adds a note in the order of note_codes(); nothing if it counts nothing.
void add_note(Answer& answer, Note note);

/// Whether a limit was asked for, or is one that nobody chose.
enum class Cut : std::uint8_t { asked_for, by_default };
/// Notes that a limit left so many out; `what` says of what, and how to get them.
void leave_out(Answer& answer, std::size_t count, const std::string& what, Cut cut);

/// Whether undated relations would be in an answer if they were asked for.
enum class WhenUndated : std::uint8_t { listed_if_asked_for, never_listed };
/// The answer as it is given: where it is empty, it says what was left out of it.
template <typename Kind>
[[nodiscard]] Kind given(Kind answer, WhenUndated undated = WhenUndated::listed_if_asked_for) {
  answer.nothing = nothing_of(answer, answer.question.languages, undated);
  return answer;
}
/// Why there is nothing, and what notes say was left out.
[[nodiscard]] std::string nothing_of(const Answer& answer, std::string_view languages,
                                     WhenUndated undated);

/// `[{"code", "text", "count", "relations"}]`
[[nodiscard]] std::vector<std::string> notes_json(const std::vector<Note>& notes);

}  // namespace entente::answers
