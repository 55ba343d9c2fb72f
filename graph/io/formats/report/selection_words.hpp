#pragma once

#include <string>
#include <string_view>

namespace entente {

/// What a selection asks for, for people: `as of: 2015; types: party_to, signed`. `selection` is
/// the JSON object of ConvertOptions; members that keep everything (null, false, empty lists, both
/// directions, inference) are not described.
[[nodiscard]] std::string selection_in_words(std::string_view selection);

}  // namespace entente
