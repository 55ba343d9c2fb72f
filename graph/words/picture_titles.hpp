#pragma once

/// What a picture of ties is called: "Meetings and memberships reported, 2023".
///
/// Shown by the shared library, because entente::render uses it.

#include <span>
#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

/// Ties of these drawing classes, by their nouns; of more than three classes, or none, just ties.
[[nodiscard]] Phrase ties_reported(std::span<const std::string_view> drawing_classes,
                                   const LanguagePreference& languages);

/// A title with the period it is about, in words: ", as of 12 Jul 2023", "（2023年）".
[[nodiscard]] Phrase with_period(Phrase title, std::string_view period);

}  // namespace entente
