#pragma once

/// Questions in words: a verb of the tool, a selection and parameters as texts, as other languages
/// hand them over. Each name is that of the tool's long option, with `_` for `-`.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>

namespace entente::bindings {

/// Texts by name; an option given several times, or a list, has several.
using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A selection from its options: `as_of`, `during`, `throughout`, `known_at`, `observed_through`,
/// `attested_within`, `type`, `kind`, `modality`, `source`, `direction` (both, out, in), and the
/// switches `certain`, `undated`, `isolated`, `presume_lasting`, `no_inference`, which are "true"
/// or "false". Types, kinds and modalities may be lists with commas.
/// @throws InvalidArgument `unknown-option`, `bad-option-value`; what the texts mean is looked at
/// when they are asked with.
[[nodiscard]] Selection selection_of(const Words& words);

/// A question as other languages ask it.
struct Asked {
  Graph graph;
  Words selection = {};
  std::string verb;
  Words parameters = {};
  std::string languages = "en";
  /// For all of it, writing the answer included.
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
};

/// An answer as other languages take it.
struct Answered {
  std::string json;
  std::string text;
  bool empty = false;
  std::string left_out;  ///< what a limit that nobody asked for left out
};

/// The answer of the verb.
/// @throws InvalidArgument `unknown-verb`, `unknown-option`, `missing-option`, `bad-option-value`,
/// `usage` for options that exclude each other, `no-effect` for those that would be ignored;
/// LimitReached `time-out`; and what the verb throws.
[[nodiscard]] Answered answer(const Asked& asked);

}  // namespace entente::bindings
