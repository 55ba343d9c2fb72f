#pragma once

/// Looser forms of folded names, each bringing more spellings together than the one before.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A folded text without accents: marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters and
/// nuktas are dropped, and letters that are no other with an accent (ł, ø, đ, ı, æ) are written
/// in ASCII as ICU's Latin-ASCII does. Marks that make another sound of kana or an Indic or Thai
/// vowel stay. Doing it twice changes nothing more.
[[nodiscard]] std::string without_accents(std::string_view folded);

/// A folded text with ä, ö, ü, å, ø and đ spelt as ae, oe, ue, aa, oe and dj, then without accents.
[[nodiscard]] std::string with_umlauts_spelt(std::string_view folded);

/// A text without accents in one spelling: letters, digits and signs alone, no punctuation and no
/// spaces (but between two digits), apostrophes, hyphens and points of initials gone; one kana for
/// each sound; variants of characters in names (髙 as 高, 斉 as 斎); Persian and Arabic forms of
/// one letter, and all digits, alike. "" if nothing is left. Doing it twice changes nothing more.
[[nodiscard]] std::string spelling_key(std::string_view accent_free);

/// The words of a text without accents, each as its key; none empty.
[[nodiscard]] std::vector<std::string> word_keys(std::string_view accent_free);

}  // namespace entente
