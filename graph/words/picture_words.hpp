#pragma once

/// The few words a picture says of its own accord.
///
/// Shown by the shared library, because entente::render uses them.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/model/record.hpp>
#include <entente/text/language.hpp>
#include <entente/words/phrase.hpp>

#include "words/wording.hpp"

namespace ENTENTE_API entente {

enum class Word : std::uint8_t {
  as_of,
  during,
  throughout,
  known_at,
  span,
  entities,
  relations,
  possible,
  possible_as,
  left_out,
  only_cited,
  other_kinds,
  sources,
  plan,
  expectation,
  claim,
  derived,
  organisations,
  countries,
  agreements,
  events_and_texts,
  people,
  ties_of,
  from_to,
  changes,
  appeared,
  ended,
  persisted,
  one_entity,
  one_relation,
  state,
  act,
  fading,
  open_end,
  unknown_end,
  events,
  undated_cards,
  left_out_cards,
  first_tie,
  dyad_count,
  attested,
  one_left_out,
  one_left_out_card,
  undated_relations,
  one_undated_relation,
  inferred_ended,
  one_inferred_ended,
  presumed,
  change_counts,
  then_reported,
  ties_in_boxes,
  relations_of_a_line,
  community,
  of_two,
  ended_by,
  more_changes,
  tied_most,
  absent_then,
  gone_since,
  new_since,
  happened,
  happened_count,
  unchanged_left_out,
  labels_without_room,
  certain,
  surroundings,
  only_possible_then,
};

/// The word in the language that serves best; `{}` stands for what is to be filled in.
[[nodiscard]] Phrase word(Word word, const LanguagePreference& languages);

/// The word, filled in.
[[nodiscard]] std::string worded(Word word, const LanguagePreference& languages,
                                 std::initializer_list<std::string_view> values);
[[nodiscard]] inline std::string worded(Word word, const LanguagePreference& languages,
                                        std::string_view value) {
  return worded(word, languages, {value});
}

/// The word for so many, filled in with the number; `one` is that for a single one.
[[nodiscard]] std::string counted(Word many, Word one, const LanguagePreference& languages,
                                  std::size_t count);

/// The mark of anything that is not reported as fact; "" for facts.
[[nodiscard]] Phrase modality_mark(Modality modality, const LanguagePreference& languages);

}  // namespace entente
