#pragma once

/// One form for the many ways a name is written, so that they can be compared.

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Whether the Chinese and Japanese variants of a character are brought to one form.
enum class HanVariants { keep, unify };

/// Folds a text for comparison: NFKC with case folding (ICU's NFKC_Casefold, which also drops
/// invisible characters and unifies width), white space trimmed and squeezed to single spaces and,
/// unless kept, variant Chinese and Japanese characters brought to one form (国際 國際 国际 agree,
/// so do 沢 澤 泽) with the dictionaries of OpenCC's `jp2t` and `t2s`.
///
/// Guarantees: `fold(fold(x)) == fold(x)`; texts that NFC, NFD, case or width alone distinguish
/// fold alike, and so do a text and what OpenCC makes of it. The result is for comparing, not for
/// showing. Malformed UTF-8 becomes U+FFFD.
/// Cost: linear; ASCII needs no data, other text ICU's. OpenCC's dictionaries are compiled in.
/// @throws LimitReached `text-too-long` past 512 MiB.
/// @see UAX #15, UTS #30; https://github.com/BYVoid/OpenCC
[[nodiscard]] std::string fold(std::string_view text, HanVariants variants = HanVariants::unify);

}  // namespace entente
