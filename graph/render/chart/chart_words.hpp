#pragma once

/// What the axes of a chart are called.

#include <cstdint>
#include <string>
#include <string_view>

#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

enum class ChartWord : std::uint8_t {
  of_each,    ///< "{} by {}": a measure, a step
  of_entity,  ///< "{}: {}": who, and the line above
  year,
  quarter,
  month,
  certain,
  possible,
  left_out_lines,
};

/// The words in the first of the languages that pictures are worded in.
[[nodiscard]] Phrase chart_word(ChartWord word, const LanguagePreference& languages);

/// A measure's name for people; of an unknown one the name as it is.
[[nodiscard]] Phrase measure_label(std::string_view measure, const LanguagePreference& languages);

}  // namespace entente
