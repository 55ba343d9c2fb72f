#pragma once

/// Why an answer is a *maybe*, for people.
///
/// Shown by the shared library, because entente::render uses it too.

#include <string_view>

#include <entente/export.hpp>
#include <entente/text/language.hpp>
#include <entente/time/why.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

/// The reason in the language that serves best: "no end reported"; "" for none.
[[nodiscard]] Phrase why_phrase(Why why, const LanguagePreference& languages);

/// The same of a reason by its word in JSON ("no-end-reported"); an unknown word as it is.
[[nodiscard]] Phrase why_phrase(std::string_view why, const LanguagePreference& languages);

/// Why it is one behind the day until which was observed, where the end is open: "observed until
/// 2010 only".
[[nodiscard]] Phrase observed_only_phrase(std::string_view through,
                                          const LanguagePreference& languages);

}  // namespace entente
