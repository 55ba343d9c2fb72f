#include "output_options.hpp"

#include <algorithm>
#include <filesystem>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/io/format_list.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

/// In small letters: `.JSON` is an ending like `.json`.
std::string ending_of(const std::string& file) {
  std::string ending = std::filesystem::path(uncompressed_name(file)).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
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

std::string endings_of(const std::vector<Format>& formats) {
  std::string endings;
  for (const AnswerFormat& row : answer_formats())
    if (std::ranges::find(formats, row.format) != formats.end())
      for (const std::string_view ending : row.endings)
        endings += (endings.empty() ? "" : ", ") + std::string(ending);
  return endings;
}

[[noreturn]] void refuse_ending(const Verb& verb, std::string_view ending) {
  throw InvalidArgument("unsupported-format",
                        "--output: " + std::string(verb.name) + " writes no file that ends in '" +
                            terminal_safe(ending) + "'\nits endings are " +
                            endings_of(verb.formats) + "; --format names one of " +
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
  const std::string ending = ending_of(call.output.file);
  if (ending.empty()) return verb.formats.front();
  const auto format = format_of_ending(ending);
  if (!format || !has(verb, *format)) refuse_ending(verb, ending);
  return *format;
}

}  // namespace

void refuse_endings_of_other_formats(const Call& call, std::string_view own) {
  const std::string ending = ending_of(call.output.file);
  const bool is_answer = format_of_ending(ending).has_value();
  const bool is_dossier =
      std::ranges::any_of(dossier_formats(), [&ending](const DossierFormat& format) {
        return std::ranges::find(format.endings, ending) != format.endings.end();
      });
  if (!ending.empty() && (is_answer || is_dossier || ending == ".xlsx"))
    throw InvalidArgument("unsupported-format", "--output: " + std::string(call.verb->name) +
                                                    " writes no file that ends in '" + ending +
                                                    "'\nits ending is " + std::string(own));
}

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

std::string asked_format(const Call& call) {
  if (!call.verb->formats.empty()) return std::string(to_string(call.output.format));
  if (call.has("--to")) return call.text("--to");
  if (call.has("--format")) return call.text("--format");
  const std::string ending = ending_of(call.output.file);
  if (call.verb->name == "convert")
    if (const DossierFormat* format = format_of_file(call.output.file))
      return std::string(format->name);
  if (call.verb->name == "render" && (ending == ".html" || ending == ".htm")) return "page";
  if (const auto format = format_of_ending(ending)) return std::string(to_string(*format));
  if (ending.empty()) return call.verb->name == "render" ? "svg" : "json";
  return ending.substr(1);
}

}  // namespace entente::tool
