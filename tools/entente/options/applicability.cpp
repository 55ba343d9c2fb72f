#include "options/applicability.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "output_options.hpp"
#include "verb.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

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
      " unless told otherwise: add --view overview (--max-entities N), or --view ego E";
  aspects.views = {std::move(view)};
  return aspects;
}

void refuse_ignored(const Call& call, const Aspects& aspects) {
  const std::vector<Option> options = options_of(*call.verb);
  const auto given = [&call](std::string_view option) { return call.has(option); };
  for (const auto& [name, values] : call.values)
    if (const auto reason = hindrance(name, options, aspects, given))
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

}  // namespace entente::tool
