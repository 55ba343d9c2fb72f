#pragma once

/// What a picture says of the groups that it draws large dossiers in.
///
/// Shown by the shared library, because entente::render uses it.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

enum class RegionWord : std::uint8_t {
  region,       ///< what a ground means
  bundle,       ///< what a line between two grounds means
  around,       ///< a chief member
  apart,        ///< those tied to none of the others
  and_more,     ///< how many, of which kinds
  and_ties,     ///< how many relations without a line
  in_groups,    ///< how many entities and relations are only counted, in how many groups
  in_no_group,  ///< how many relations are left out
};

/// The words in the language that serves best; see filled_in().
[[nodiscard]] Phrase region_word(RegionWord word, const LanguagePreference& languages);

/// The same, filled in.
[[nodiscard]] Phrase region_word(RegionWord word, const LanguagePreference& languages,
                                 std::initializer_list<std::string_view> values);

}  // namespace entente
