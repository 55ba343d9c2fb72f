#pragma once

/// The few words a picture says of its own accord, in the languages it knows.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/model/record.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

enum class Word : std::uint8_t {
  as_of,
  during,
  throughout,
  known_at,
  span,
  entities,
  relations,
  possible,
  possible_legend,
  left_out,
  only_cited,
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
  undated,
  events,
  undated_cards,
  left_out_cards,
  uncertain_date,
  dyad_count,
  approximate_date,
  doubtful_date,
  unknown_date,
  earliest_date,
  latest_date,
};

/// The word in the first of the languages that pictures are worded in: English, Japanese, Chinese
/// in both scripts; else in English. `{}` stands for what is to be filled in.
[[nodiscard]] Phrase word(Word word, const LanguagePreference& languages);

/// The text with its gaps `{}` filled, one after the other.
[[nodiscard]] std::string filled_in(std::string text,
                                    std::initializer_list<std::string_view> values);

/// The word, filled in.
[[nodiscard]] std::string worded(Word word, const LanguagePreference& languages,
                                 std::initializer_list<std::string_view> values);
[[nodiscard]] inline std::string worded(Word word, const LanguagePreference& languages,
                                        std::string_view value) {
  return worded(word, languages, {value});
}

/// What stands between clauses, and between things that are listed, in a text of the language.
[[nodiscard]] std::string_view comma_of(std::string_view language);
[[nodiscard]] std::string_view list_comma_of(std::string_view language);

/// The mark of anything that is not reported as fact; "" for facts.
[[nodiscard]] Phrase modality_mark(Modality modality, const LanguagePreference& languages);

}  // namespace entente
