#include "dossier_arguments.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>
#include <entente/text/safe.hpp>

#include "options/help.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> colon_list(std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(':', begin), text.size());
    if (end > begin) items.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

/// The paths a `.entente` file lists, one a line, `#` for comments, relative to its folder.
std::vector<std::string> listed_in(const fs::path& file) {
  std::vector<std::string> paths;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    paths.push_back((file.parent_path() / line).lexically_normal().string());
  }
  return paths;
}

/// How many positionals are the verb's arguments.
std::size_t argument_count(const Arguments& arguments,
                           const std::vector<std::string>& positionals) {
  const std::size_t least = arguments.names.size();
  if (arguments.last == Arguments::Last::once) return std::min(least, positionals.size());
  auto first = std::ranges::find_if_not(positionals, is_input);
  if (first == positionals.begin() && default_dossiers().empty() && !positionals.empty()) ++first;
  const auto arguments_seen = static_cast<std::size_t>(positionals.end() - first);
  return std::max(arguments_seen, std::min(least, positionals.size()));
}

[[noreturn]] void refuse_line(const Call& call, const std::string& message) {
  throw InvalidArgument("usage", std::string(call.verb->name) + ": " + message +
                                     "\nusage: " + usage_line(*call.verb));
}

/// Of several dossiers the first is there and another is not: rather an argument too many.
void refuse_surplus(const Call& call, const Arguments& arguments) {
  if (arguments.names.empty() || call.dossiers.size() < 2 || !is_input(call.dossiers.front()))
    return;
  for (const std::string& word : call.dossiers)
    if (!is_input(word))
      refuse_line(call, "too many arguments, or '" + terminal_safe(word) +
                            "' is a dossier that is not there");
}

bool are_one_input(const std::string& a, const std::string& b) {
  std::error_code error;
  return a == b || fs::equivalent(a, b, error);
}

/// Read as one, a dossier and itself would clash in every id.
void refuse_repetition(const Call& call) {
  const auto& all = call.dossiers;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (are_one_input(all[i], all[j]))
        refuse_line(call, "the dossier '" + terminal_safe(all[i]) + "' is given twice");
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) (text += text.empty() ? "" : " ") += name;
  return text;
}

}  // namespace

bool is_input(const std::string& word) {
  std::error_code error;
  return word == "-" || fs::exists(fs::status(word, error));
}

bool looks_like_path(std::string_view word) {
  if (word.ends_with(".entente") || format_of_file(word) != nullptr) return true;
  return word.find('/') != word.npos && word.find(' ') == word.npos;
}

std::vector<std::string> default_dossiers() {
  if (const char* named = std::getenv("ENTENTE_DOSSIER"); named != nullptr && *named != '\0')
    return colon_list(named);
  std::error_code error;
  fs::path folder = fs::current_path(error);
  while (!folder.empty()) {
    std::error_code ignored;
    if (fs::is_regular_file(folder / ".entente", ignored)) return listed_in(folder / ".entente");
    if (folder == folder.root_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

void split_positionals(Call& call, const std::vector<std::string>& positionals) {
  const Verb& verb = *call.verb;
  const Arguments arguments =
      verb.arguments_for ? verb.arguments_for(call, positionals) : verb.arguments;
  if (positionals.size() < arguments.names.size())
    refuse_line(call, "it needs " + joined(arguments.names));
  const bool takes_files =
      verb.reads == Reads::nothing && arguments.last == Arguments::Last::repeats;
  const std::size_t count =
      takes_files ? positionals.size() : argument_count(arguments, positionals);
  const auto middle = positionals.end() - static_cast<std::ptrdiff_t>(count);
  call.dossiers.assign(positionals.begin(), middle);
  call.arguments.assign(middle, positionals.end());
  if (verb.reads == Reads::nothing) {
    if (!call.dossiers.empty())
      refuse_line(call, "it takes no argument '" + terminal_safe(call.dossiers.front()) + "'");
    return;
  }
  refuse_surplus(call, arguments);
  const bool compares = arguments.names.size() < verb.arguments.names.size();
  if (!compares) refuse_repetition(call);
  if (!call.dossiers.empty() || verb.reads == Reads::dossier_or_nothing) return;
  call.dossiers = default_dossiers();
  if (!call.dossiers.empty()) return;
  const bool only_a_dossier = !call.arguments.empty() && is_input(call.arguments.front());
  refuse_line(call, only_a_dossier
                        ? "behind the dossier it needs " + joined(arguments.names)
                        : "it needs a dossier: a file, a folder, or - for standard input "
                          "(or set ENTENTE_DOSSIER, or list it in a file .entente)");
}

}  // namespace entente::tool
