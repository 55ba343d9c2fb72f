#pragma once

/// What the tool's tables of options say, in the spelling of other languages: `_` for `-`, no
/// dashes before a name.

#include <string>
#include <string_view>

#include "ask/ask.hpp"

namespace entente::bindings {

/// The options with lists of types, kinds and modalities taken apart at their commas, as the tool
/// takes them. Names of entities may have commas, and stay whole.
[[nodiscard]] Words selection_taken_apart(const Words& selection);
[[nodiscard]] Words parameters_taken_apart(std::string_view verb, const Words& parameters);

/// A message with the options in it as other languages write them: `max_hops` for `--max-hops`.
[[nodiscard]] std::string respelled(std::string_view message);

/// Refuses what the verb would ignore beside the others, or for the measure they name.
/// @throws InvalidArgument `no-effect`.
void refuse_ignored(std::string_view verb, const Words& parameters);

}  // namespace entente::bindings
