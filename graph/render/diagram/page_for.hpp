#pragma once

/// A page before anything is drawn on it.

#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// A page with nothing on it but a title, in the languages, the look and of the size that the
/// options ask for.
[[nodiscard]] Page page_for(const DiagramOptions& options, const LanguagePreference& languages,
                            Phrase title);

}  // namespace entente
