#pragma once

/// Words that tables use for what an assertion is: "planned", "alleged", "予定".

#include <optional>
#include <string_view>

#include <entente/model/record.hpp>

namespace entente::import {

/// The modality that a word stands for, in any case; nothing if it is none of those known.
[[nodiscard]] std::optional<Modality> modality_word(std::string_view text);

}  // namespace entente::import
