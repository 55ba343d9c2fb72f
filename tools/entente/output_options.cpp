#include "output_options.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <entente/error.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

std::optional<Format> format_of_ending(const std::string& file) {
  constexpr std::array<std::pair<std::string_view, Format>, 11> endings = {
      {{".json", Format::json},
       {".jsonl", Format::jsonl},
       {".csv", Format::csv},
       {".tsv", Format::tsv},
       {".md", Format::markdown},
       {".dot", Format::dot},
       {".gv", Format::dot},
       {".txt", Format::text},
       {".svg", Format::svg},
       {".png", Format::png},
       {".pdf", Format::pdf}}};
  const std::string ending = std::filesystem::path(file).extension().string();
  const auto found =
      std::ranges::find(endings, ending, [](const auto& pair) { return pair.first; });
  if (found == endings.end()) return std::nullopt;
  return found->second;
}

std::string names_of(const std::vector<Format>& formats) {
  std::string names;
  for (const Format format : formats)
    names += (names.empty() ? "" : ", ") + std::string(to_string(format));
  return names;
}

[[noreturn]] void refuse_format(const Verb& verb, std::string_view name) {
  std::vector<std::string_view> known;
  for (const Format format : verb.formats) known.push_back(to_string(format));
  throw InvalidArgument("unsupported-format", std::string(verb.name) + " has no format '" +
                                                  terminal_safe(name) + "'" +
                                                  did_you_mean(name, known) + "\nit answers as " +
                                                  names_of(verb.formats));
}

bool has(const Verb& verb, Format format) {
  return std::ranges::find(verb.formats, format) != verb.formats.end();
}

Format named_format(const Verb& verb, const std::string& name) {
  const auto format = format_from(name);
  if (!format || !has(verb, *format)) refuse_format(verb, name);
  return *format;
}

Format format_of(const Call& call) {
  const Verb& verb = *call.verb;
  if (call.has("--format")) return named_format(verb, call.text("--format"));
  const auto format = format_of_ending(call.output.file);
  if (!format) return verb.formats.front();
  if (!has(verb, *format)) refuse_format(verb, to_string(*format));
  return *format;
}

}  // namespace

void read_output(Call& call) {
  Output& output = call.output;
  output.file = call.text("--output");
  if (output.file == "-") output.file.clear();
  output.languages = call.text("--lang", "en");
  static_cast<void>(LanguagePreference::parse(output.languages));
  if (call.has("--raw")) output.cells = Cells::raw;
  const std::string colour = call.text("--color", "auto");
  output.colour = colour == "always"  ? ColourMode::always
                  : colour == "never" ? ColourMode::never
                                      : ColourMode::when_terminal;
  if (!call.verb->formats.empty()) output.format = format_of(call);
}

}  // namespace entente::tool
