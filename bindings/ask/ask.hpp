#pragma once

/// Questions in words: a verb of the tool, a selection and parameters as texts, as other languages
/// hand them over. Each name is that of the tool's long option, with `_` for `-`.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/facts/selection.hpp>

namespace entente::bindings {

/// Texts by name; an option given several times, or a list, has several.
using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A selection from its options: `as_of`, `during`, `throughout`, `known_at`, `observed_through`,
/// `attested_within`, `type`, `kind`, `modality`, `source`, `direction` (both, out, in), and the
/// switches `certain`, `undated`, `isolated`, `presume_lasting`, `no_inference`, which are "true"
/// or "false".
/// @throws InvalidArgument `unknown-option`, `bad-option-value`; what the texts mean is looked at
/// when they are asked with.
[[nodiscard]] Selection selection_of(const Words& words);

/// The answer of the verb of that name.
/// @throws InvalidArgument `unknown-verb`, `unknown-option`, `bad-option-value`; and what the verb
/// throws.
[[nodiscard]] std::unique_ptr<answers::Answer> ask(const answers::Question& question,
                                                   const std::string& verb, const Words& words);

}  // namespace entente::bindings
