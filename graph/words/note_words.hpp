#pragma once

/// What answers say of their own accord: their notes, and the words around paths and lineages.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace entente {

/// Texts with gaps {a}, {b}, {c}. Of a pair for one and for many, that for one stands first.
enum class NoteWord : std::uint8_t {
  one_undated,
  undated,
  one_left_out_as_ended,
  left_out_as_ended,
  one_ended,
  ended,
  one_ended_with_an_end,
  ended_with_an_end,
  one_presumed,
  presumed,
  accounts_differ,
  one_apart,
  apart,
  one_not_certainly_together,
  not_certainly_together,
  one_apart_as_inferred,
  apart_as_inferred,
  one_without_weight,
  without_weight,
  one_weighing,
  weighing,
  one_infinite,
  infinite,
  one_row_left_out,
  rows_left_out,
  triads_left_out,
  paths_as_short_left_out,
  paths_of_hops_left_out,
  one_faulty,
  faulty,
  one_at_different_times,
  at_different_times,
  only_planned,
  only_claimed,
  only_planned_or_claimed,
  not_in_force_as_inferred,
  no_party_known,
  // Who is taken to be meant, and by what.
  taken_for,
  by_folding,
  by_accents,
  by_spelling,
  by_order,
  by_surname,
  // Around paths.
  and_more,
  all_together,
  possibly_together,
  when_is_unknown,
  never_together,
  same_day_different_times,
  // Whether an agreement is in force; {a} is the period or nothing.
  in_force,
  possibly_in_force,
  not_in_force,
  not_in_force_inferred,
  not_known_planned,
  not_known_claimed,
  not_known_planned_or_claimed,
  not_known_no_party,
  on_day,
  in_period,
  during,
  throughout,
  has_parties,
  has_planned_parties,
  has_claimed_parties,
  has_planned_or_claimed_parties,
  has_no_parties,
  was_in_force,
  existed,
  possibly_existed,
  did_not_exist,
  has_no_dates,
  // Of paths and what is shared.
  one_hop,
  hops,
  at_cost,
  and_possible,
  bounds,
  unreached,
  shared_during,
  possibly_shared_during,
  // Of a difference.
  one_without_date,
  without_date,
  added,
  removed,
  changed,
  no_value,
  same_text,
  // Of what is around an entity: {b} with {c} of them, and {a} relations.
  around_it_one,
  around_it,
  // Of costs of paths, and of records that only look different to a program.
  one_cost_infinite,
  costs_infinite,
  one_same_text,
  are_same_text
};

/// The text in the first of these languages that the library speaks (English otherwise), filled in.
[[nodiscard]] std::string note_text(NoteWord word, std::string_view languages,
                                    std::initializer_list<std::string_view> values = {});

/// The text for so many, whose number is {a}; further values follow. `one` is that for one, and the
/// text for many stands behind it.
[[nodiscard]] std::string counted_note(NoteWord one, std::size_t count, std::string_view languages,
                                       std::string_view b = {}, std::string_view c = {});

}  // namespace entente
