#pragma once

/// What a verb of the tool is: its words for the help, its options, the formats of its answer, and
/// its action. One file a verb defines one of these; verbs.cpp lists them.

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include <entente/answer/question.hpp>
#include <entente/error.hpp>

#include "call.hpp"
#include "options/formats.hpp"
#include "options/rows.hpp"

namespace entente::tool {

using answers::Question;

/// What a verb reads: a selection of a dossier's facts, a dossier as a whole (or nothing, if none
/// is named), or nothing.
enum class Reads : std::uint8_t { selection, dossier, dossier_or_nothing, nothing };

struct Verb {
  std::string_view name;
  std::string_view summary;  ///< one line, without a full stop
  Arguments arguments = {};
  /// Where the arguments depend on how the verb is called; otherwise empty.
  std::function<Arguments(const Call&, const std::vector<std::string>& positionals)> arguments_for =
      {};
  std::string_view other_arguments = {};  ///< of another way to call it, for the help
  Reads reads = Reads::selection;
  std::vector<Option> options = {};
  std::vector<Format> formats = {};
  std::vector<std::string_view> examples = {};
  /// What a call is refused for before anything is read.
  std::function<void(const Call&)> check = {};
  /// The dossiers whose graph the question is about, if not all that are named.
  std::function<std::vector<std::string>(const Call&)> dossiers = {};
  /// Answers a question about the graph of the call's dossiers.
  std::function<Exit(const Call&, const Question&)> run = {};
  /// Of verbs that ask no graph: does all of it.
  std::function<Exit(const Call&)> run_alone = {};
};

/// All verbs, in the order of the help.
[[nodiscard]] const std::vector<Verb>& all_verbs();
/// The verb of that name, or nullptr.
[[nodiscard]] const Verb* find_verb(std::string_view name);

/// Whether a word is a verb that a later version will have.
[[nodiscard]] bool is_planned_verb(std::string_view name);

}  // namespace entente::tool
