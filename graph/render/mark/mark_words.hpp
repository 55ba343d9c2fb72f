#pragma once

/// What marks mean, in words.

#include <entente/render/page.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// The meaning of a mark of one aspect and no drawing class, in the first of the languages that
/// pictures are worded in; empty for the days asked about, which only their picture knows.
[[nodiscard]] Phrase words_of(const Mark& mark, const LanguagePreference& languages);

}  // namespace entente
