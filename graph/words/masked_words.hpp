#pragma once

/// Dates of which parts are unknown (`XXXX-XX-23`), in words.

#include <string>
#include <string_view>

#include "words/sentence_words.hpp"

namespace entente {

/// A date as it is written, without marks of doubt: in words if a part of it is masked, else as it
/// is. The words say which dates are admitted, the earlier first: `2X14` is one of the years 2014,
/// 2114, … 2914, `1984-X1` month 1 or 11, `-004X` one of the years -0049 to -0040.
[[nodiscard]] std::string with_masks_worded(std::string_view date, const SentenceVoice& voice);

}  // namespace entente
