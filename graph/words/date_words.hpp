#pragma once

/// Dates, intervals and sets as phrases.

#include <string>

#include <entente/time/when.hpp>

#include "words/sentence_words.hpp"

namespace entente {

/// The date as a phrase: "since 2014-05-06". Says all that is written and nothing more precise, the
/// earlier of several dates first.
[[nodiscard]] std::string date_phrase(const When& when, Reading reading,
                                      const SentenceVoice& voice);

}  // namespace entente
