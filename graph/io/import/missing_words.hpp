#pragma once

/// Words that people write into a cell of dates where there is none to write.

#include <optional>
#include <string_view>

#include "io/import/mapping.hpp"

namespace entente::import {

/// What such a word says in any of the languages known here: `present` that there is no end, `?`
/// that it is unknown; nothing if it is no such word. Letters of either case.
[[nodiscard]] std::optional<MissingCode> missing_word(std::string_view text);

/// As a mapping writes it: `unknown`, `none`, `not observed`.
[[nodiscard]] std::string_view to_string(MissingCode code);
[[nodiscard]] std::optional<MissingCode> missing_code_from(std::string_view name);

}  // namespace entente::import
