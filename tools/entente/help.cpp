#include "help.hpp"

#include <algorithm>

#include <entente/text/width.hpp>

#include "read_limits.hpp"

namespace entente::tool {
namespace {

constexpr std::string_view overview_text =
    R"(entente answers who is tied to whom, how, when, and who says so.

  entente info DOSSIER               what a dossier holds
  entente show DOSSIER NAME          one country, person, agreement…, in sentences with sources
  entente path DOSSIER NAME NAME     how two are connected
  entente rank DOSSIER --by degree   who matters most
  entente render DOSSIER --output picture.svg

A dossier is a file, a folder, or - for standard input; a name is an id or a name in any language.
`entente --help` lists all verbs, `entente VERB --help` explains one. As of a day: --as-of 2013-06-30.
)";

std::string option_lines(const std::vector<Option>& options) {
  constexpr std::size_t column = 27;
  std::string text;
  for (const Option& option : options) {
    std::string name = "  " + std::string(option.name);
    if (!option.value.empty()) name += " " + std::string(option.value);
    text += pad_right(name, column) + " " + std::string(option.help) + "\n";
  }
  return text;
}

std::string section(std::string_view title, const std::string& lines) {
  return lines.empty() ? "" : "\n" + std::string(title) + ":\n" + lines;
}

}  // namespace

std::string overview() {
  return std::string(overview_text);
}

std::string help() {
  std::string text = "usage: entente VERB DOSSIER… [arguments] [options]\n\n";
  for (const Verb& verb : all_verbs())
    text += "  " + pad_right(verb.name, 12) + std::string(verb.summary) + "\n";
  return text +
         "\nA dossier is a file, a folder, or - for standard input; several are read as one. "
         "Without one,\n$ENTENTE_DOSSIER is read, else what the nearest file .entente "
         "lists. Options may stand anywhere and\nmean the same on every verb.\n" +
         section("selection", option_lines(selection_options())) +
         section("output", option_lines(output_options())) +
         section("limits of reading", option_lines(limit_options())) +
         "\nexit status: " + std::string(exit_statuses()) + "\n";
}

std::string help(const Verb& verb) {
  std::string examples;
  for (const std::string_view example : verb.examples)
    examples += "  " + std::string(example) + "\n";
  std::string text = std::string(verb.name) + ": " + std::string(verb.summary) +
                     "\n\nusage: " + usage_line(verb) + "\n";
  text += section("options", option_lines(verb.options));
  if (verb.reads == Reads::selection)
    text += section("selection", option_lines(selection_options()));
  text += section("output", option_lines(output_options()));
  if (verb.reads != Reads::nothing) text += section("limits", option_lines(limit_options()));
  return text + section("examples", examples);
}

std::string usage_line(const Verb& verb) {
  std::string line = "entente " + std::string(verb.name);
  if (verb.reads == Reads::dossier_or_nothing) line += " [DOSSIER…]";
  if (verb.reads == Reads::selection || verb.reads == Reads::dossier) line += " DOSSIER…";
  for (const std::string_view name : verb.arguments.names) line += " " + std::string(name);
  if (verb.arguments.last == Arguments::Last::repeats) line += "…";
  return line + " [options]";
}

std::string_view exit_statuses() {
  return "0 answered, 1 an empty answer, 64 wrong call, 65 bad data, 66 no input,\n"
         "69 no renderer, 70 a bug of ours, 71 out of memory, 73 cannot create output, 74 I/O, "
         "75 limit";
}

std::string version() {
  return "entente " ENTENTE_VERSION "\n";
}

}  // namespace entente::tool
