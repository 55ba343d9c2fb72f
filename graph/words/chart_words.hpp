#pragma once

/// What the axes of a chart are called.
///
/// Shown by the shared library, because entente::render uses it.

#include <cstdint>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

enum class ChartWord : std::uint8_t {
  of_each,    ///< "{} by {}": a measure, a step
  of_entity,  ///< "{}: {}": who, and the line above
  year,
  quarter,
  month,
  certain,
  possible,
  left_out_lines,
  left_out_line,
};

/// The words in the language that serves best.
[[nodiscard]] Phrase chart_word(ChartWord word, const LanguagePreference& languages);

/// A measure's name for people; of an unknown one the name as it is.
[[nodiscard]] Phrase measure_label(std::string_view measure, const LanguagePreference& languages);

}  // namespace entente
