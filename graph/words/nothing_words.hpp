#pragma once

/// Why an answer is empty, for people.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace entente {

/// Texts with gaps {a}, {b}.
enum class NothingWord : std::uint8_t {
  no_record_differs,
  nothing_to_rank,
  nothing_selected,
  fewer_than_three,
  no_two_tied,
  nothing_changed,
  no_row,
  nothing_shared,
  one_never_together,
  many_never_together,
  one_not_certainly_together,
  many_not_certainly_together,
  nothing_tied,
  without_limits,
  no_dated_relation,
  nothing_named,
  no_path,
  no_signed_triad,
  no_such_group,
  no_bridge,
  no_cut_vertex,
  not_tied_directly,
  nothing_recorded,
  kind_without_over,
  no_dated_card,
  nothing_to_draw,
  only_undated
};

/// The text in the first of these languages that the library speaks (English otherwise), filled in.
[[nodiscard]] std::string nothing_text(NothingWord word, std::string_view languages,
                                       std::initializer_list<std::string_view> values = {});

}  // namespace entente
