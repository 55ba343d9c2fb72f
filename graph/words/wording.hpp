#pragma once

/// The one mechanism of all that the library says of its own accord: texts with gaps, each in all
/// the languages it speaks. A table is an array of rows in the order of an enumeration.
///
/// Shown by the shared library, because entente::render uses it too.

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

/// The languages the library speaks.
inline constexpr std::array<std::string_view, 4> spoken_languages = {"en", "ja", "zh-Hans",
                                                                     "zh-Hant"};

/// One text in each of them, in that order.
using Wording = std::array<std::string_view, spoken_languages.size()>;

/// The place among them of the one that serves the preference best; English if none does.
[[nodiscard]] std::size_t spoken_in(const LanguagePreference& languages);

/// The text in the language that serves best, and which that is.
[[nodiscard]] Phrase phrase_of(const Wording& wording, const LanguagePreference& languages);

/// The text with its gaps filled: `{}` with the next value, `{a}`, `{b}`, `{c}` with the first,
/// second, third, where languages differ in order. Values may hold braces; gaps without a value
/// stay.
[[nodiscard]] std::string filled_in(std::string_view text,
                                    std::initializer_list<std::string_view> values);

/// Whether its texts are written with Han characters, which other languages have no face for.
[[nodiscard]] bool is_written_in_han(std::string_view language);

/// What stands between clauses, and between things that are listed, in a text of the language.
[[nodiscard]] std::string_view comma_of(std::string_view language);
[[nodiscard]] std::string_view list_comma_of(std::string_view language);

}  // namespace entente
