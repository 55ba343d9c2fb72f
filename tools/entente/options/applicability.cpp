#include "options/applicability.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "output_options.hpp"
#include "verb.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

bool is_one_of(std::string_view word, Names names) {
  return std::ranges::find(names, word) != names.end();
}

/// Whether an option may have an effect on something that is one of those it applies to.
bool may_meet(Names applies_to, const std::vector<std::string>& possible) {
  return applies_to.empty() || possible.empty() ||
         std::ranges::any_of(possible,
                             [&](const auto& word) { return is_one_of(word, applies_to); });
}

std::string plural_if(Names names, std::string_view noun) {
  return "the " + std::string(noun) + (names.size() > 1 ? "s " : " ") + listed_in_words(names);
}

/// "no effect on the format json: it applies to the format csv"
std::string on(std::string_view noun, const std::vector<std::string>& possible, Names applies_to) {
  const std::string here = possible.size() == 1
                               ? "on the " + std::string(noun) + " " + possible.front()
                               : std::string("here");
  return "has no effect " + here + "; it applies to " + plural_if(applies_to, noun);
}

std::string input_words(const std::vector<std::string>& inputs, Names applies_to) {
  const std::string given = inputs.empty() || inputs.front() == "nothing"
                                ? "without a dossier"
                                : "on a " + inputs.front();
  return "has no effect " + given + "; it applies to a " + listed_in_words(applies_to);
}

/// What keeps an option from having an effect: each reason in words.
std::vector<std::string> hindrances(const Call& call, const Where& where, const Aspects& aspects) {
  std::vector<std::string> reasons;
  const auto given = [&call](std::string_view option) { return call.has(option); };
  if (!may_meet(where.views, aspects.views))
    reasons.push_back(on("view", aspects.views, where.views));
  if (!may_meet(where.measures, aspects.measures))
    reasons.push_back(on("measure", aspects.measures, where.measures));
  if (!may_meet(where.formats, aspects.formats))
    reasons.push_back(on("format", aspects.formats, where.formats));
  if (!may_meet(where.inputs, aspects.inputs))
    reasons.push_back(input_words(aspects.inputs, where.inputs));
  if (!where.with.empty() && std::ranges::none_of(where.with, given))
    reasons.push_back("has no effect without " + listed_in_words(where.with, " or "));
  for (const std::string_view other : where.without)
    if (given(other)) reasons.push_back("has no effect beside " + std::string(other));
  return reasons;
}

/// Why none of the rows of an option applies: the reason of the one that is nearest to applying.
std::optional<std::string> hindrance(const Call& call, std::string_view name,
                                     const std::vector<Option>& options, const Aspects& aspects) {
  std::optional<std::vector<std::string>> nearest;
  for (const Option& option : options) {
    if (option.name != name) continue;
    auto reasons = hindrances(call, option.where, aspects);
    if (reasons.empty()) return std::nullopt;
    if (!nearest || reasons.size() < nearest->size()) nearest = std::move(reasons);
  }
  if (!nearest) return std::nullopt;
  return nearest->front();
}

/// Tables of nodes and edges.
constexpr std::array<std::string_view, 2> tables_of_graphs = {"csv", "tsv"};
/// Rows of cells whose titles the format fixes.
constexpr std::array<std::string_view, 6> fixed_tables = {"neo4j", "graphframes", "atop",
                                                          "cow",   "icews",       "plover"};

/// Whether one of the files is in one of these formats.
bool names_one_of(const Call& call, Names formats) {
  const auto is_table = [formats](std::string_view format) {
    return std::ranges::find(formats, format) != formats.end();
  };
  if (call.has("--from")) return is_table(call.text("--from"));
  return std::ranges::any_of(call.dossiers, [&](const std::string& path) {
    const auto is_table_file = [&](const std::string& file) {
      const DossierFormat* format = format_of_file(file);
      return format != nullptr && is_table(format->name);
    };
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return is_table_file(path);
    const std::filesystem::directory_iterator files(path, error);
    return std::any_of(begin(files), end(files),
                       [&](const auto& entry) { return is_table_file(entry.path().string()); });
  });
}

std::vector<std::string> inputs_of(const Call& call) {
  if (call.dossiers.empty()) return {"nothing"};
  for (const std::string& path : call.dossiers)
    if (path != "-" && is_snapshot(path)) return {"snapshot"};
  if (names_one_of(call, tables_of_graphs)) return {"dossier", "table"};
  if (names_one_of(call, fixed_tables)) return {"dossier", "CSV of another layout"};
  return {"dossier"};
}

/// A measure that there is not is refused for itself.
void add_measure(const std::string& name, Aspects& aspects) {
  if (is_one_of(name, series_measure_names())) aspects.measures = {name};
}

/// The view a call names, else those that may be chosen for it.
void add_view(const Call& call, Aspects& aspects) {
  const AskedView view = named_view(call);
  aspects.views = {view.name};
  if (view.name.empty()) aspects.views = {"overview", "cards", "matrix"};
  if (view.name == "series") add_measure(view.arguments.front(), aspects);
}

/// Looks at files only where an option depends on them.
bool depends_on_inputs(const Call& call, const std::vector<Option>& options) {
  return std::ranges::any_of(options, [&](const Option& option) {
    return !option.where.inputs.empty() && call.has(option.name);
  });
}

}  // namespace

Aspects aspects_of(const Call& call) {
  Aspects aspects;
  aspects.formats = {asked_format(call)};
  if (call.verb->name == "rank") aspects.measures = {call.text("--by", "degree")};
  if (call.verb->name == "series") add_measure(call.arguments.front(), aspects);
  if (call.verb->name == "render") add_view(call, aspects);
  if (depends_on_inputs(call, options_of(*call.verb))) aspects.inputs = inputs_of(call);
  return aspects;
}

Aspects aspects_of_view(const Call& call, std::string view) {
  Aspects aspects = aspects_of(call);
  aspects.advice =
      "\na dossier of this size is shown as " + view +
      " unless another is named: add --view overview (--max-entities N), or --view ego E";
  aspects.views = {std::move(view)};
  return aspects;
}

void refuse_ignored(const Call& call, const Aspects& aspects) {
  const std::vector<Option> options = options_of(*call.verb);
  for (const auto& [name, values] : call.values)
    if (const auto reason = hindrance(call, name, options, aspects))
      throw InvalidArgument("no-effect", name + " " + *reason + aspects.advice);
}

std::string where_in_words(const Where& where) {
  constexpr std::size_t few = 6;
  std::string words;
  const auto add = [&words](std::string_view noun, Names names) {
    if (names.empty() || names.size() > few) return;
    words += (words.empty() ? "" : ", ") + plural_if(names, noun);
  };
  add("view", where.views);
  add("measure", where.measures);
  return words;
}

std::string listed_in_words(Names names, std::string_view last_word, std::string_view divider) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? divider : last_word;
    text += names[i];
  }
  return text;
}

}  // namespace entente::tool
