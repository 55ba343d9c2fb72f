#include "answer/notes/apart_notes.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "answer/notes/notes.hpp"
#include "query/span_search.hpp"
#include "words/note_words.hpp"

namespace entente::answers {
namespace {

/// The pairs that would be together, had no end been inferred.
std::vector<ApartPair> apart_by_inference(const Question& question,
                                          std::span<const ApartPair> pairs) {
  std::vector<ApartPair> found;
  if (question.selection.inference == Inference::off || !question.viewpoint) return found;
  Selection reported = question.selection;
  reported.inference = Inference::off;
  std::optional<SpanSearch> search;
  for (const ApartPair& pair : pairs) {
    const auto is_closed = [&](RelationId relation) {
      return question.viewpoint->inferred_end(relation).has_value();
    };
    if (!is_closed(pair.of_a) && !is_closed(pair.of_b)) continue;
    if (!search) search.emplace(question.graph, reported);
    const std::vector<std::vector<RelationId>> legs = {{pair.of_a}, {pair.of_b}};
    if (search->best(legs).span) found.push_back(pair);
  }
  return found;
}

}  // namespace

Note note_of_inferred_apart(const Question& question, std::size_t count,
                            std::vector<RelationId> relations) {
  std::erase_if(relations, [&](RelationId relation) {
    return !question.viewpoint || !question.viewpoint->inferred_end(relation);
  });
  std::ranges::sort(relations);
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  Note note =
      note_of(question.graph, "inferred-ended",
              counted_note(NoteWord::one_apart_as_inferred, count, question.languages), relations);
  note.count = count;
  return note;
}

std::vector<Note> notes_of_apart(const Question& question, const Network& network) {
  const auto pairs = network.apart();
  if (pairs.empty()) return {};
  std::vector<RelationId> relations;
  for (const ApartPair& pair : pairs.first(std::min(most_named_by_a_note, pairs.size())))
    relations.insert(relations.end(), {pair.of_a, pair.of_b});
  const NoteWord one = question.selection.keep == Keep::certain_only
                           ? NoteWord::one_not_certainly_together
                           : NoteWord::one_apart;
  Note note = note_of(question.graph, "never-together",
                      counted_note(one, pairs.size(), question.languages,
                                   question.name(pairs.front().a), question.name(pairs.front().b)),
                      relations);
  note.count = pairs.size();
  const std::vector<ApartPair> inferred = apart_by_inference(question, pairs);
  relations.clear();
  for (const ApartPair& pair : inferred) relations.insert(relations.end(), {pair.of_a, pair.of_b});
  std::vector<Note> notes{std::move(note)};
  if (!inferred.empty())
    notes.push_back(note_of_inferred_apart(question, inferred.size(), std::move(relations)));
  return notes;
}

void note_apart(GraphAnswer& answer, const Network& network) {
  for (Note& note : notes_of_apart(answer.question, network)) add_note(answer, std::move(note));
}

}  // namespace entente::answers
