#include "options/help.hpp"

#include <algorithm>

#include <entente/text/width.hpp>

#include "options/applicability.hpp"
#include "options/topics.hpp"

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

constexpr std::size_t page_width = 100;

/// Words in lines that fit a page, each but the first begun with that many blanks.
std::string wrapped(std::string text, std::size_t used, std::size_t indent) {
  std::string lines;
  std::size_t column = used;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = std::string_view(text).substr(begin, end - begin);
    const std::size_t width = display_width(word);
    const bool at_start = column == indent || begin == 0;
    if (!at_start && column + 1 + width > page_width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (begin > 0) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width;
    begin = end + 1;
  }
  return lines + '\n';
}

/// A name and what it is, in two columns.
std::string row_lines(std::string_view name, const std::string& text) {
  constexpr std::size_t column = 25;
  return pad_right("  " + std::string(name), column - 1) + " " + wrapped(text, column, column);
}

std::string written(const Option& option) {
  std::string name(option.name);
  if (!option.value.empty()) (name += ' ') += option.value;
  return name;
}

std::string option_lines(const std::vector<Option>& options) {
  std::string text;
  for (const Option& option : once_each(options))
    text += row_lines(written(option), explained(option, options));
  return text;
}

/// The options of a group by name alone, in a few lines.
std::string brief(const std::string& title, const std::vector<Option>& options) {
  std::string names;
  for (const Option& option : once_each(options))
    names += (names.empty() ? "" : ", ") + written(option);
  return title + ": " + wrapped(std::move(names), title.size() + 2, 2);
}

std::string format_lines() {
  std::string text;
  for (const AnswerFormat& format : answer_formats()) {
    std::string description(format.description);
    for (const std::string_view ending : format.endings) (description += ", ") += ending;
    text += row_lines(format.name, description);
  }
  return text;
}

std::string formats_line(const Verb& verb) {
  if (verb.formats.empty()) return "";
  std::string names;
  for (const Format format : verb.formats)
    names += (names.empty() ? "" : ", ") + std::string(to_string(format));
  return "formats: " + wrapped(std::move(names), 9, 2);
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
         section("formats of answers, as far as a verb has them", format_lines()) +
         "\nexit status: " + std::string(exit_statuses()) + "\n";
}

std::string help(const Verb& verb) {
  std::string examples;
  for (const std::string_view example : verb.examples)
    examples += "  " + std::string(example) + "\n";
  std::string text = std::string(verb.name) + ": " + std::string(verb.summary) +
                     "\n\nusage: " + usage_line(verb) + "\n";
  text += section("options", option_lines(verb.options));
  for (const Topic& topic : topics_of(verb)) {
    std::string rows;
    for (const Topic::Row& row : topic.rows) rows += row_lines(row.name, row.text);
    text += section(topic.title, rows);
  }
  text += '\n';
  if (verb.reads == Reads::selection) text += brief("selection", selection_options());
  text += brief("output", output_options_of(verb));
  text += formats_line(verb);
  if (verb.reads != Reads::nothing) text += brief("limits", limit_options_of(verb));
  text += "`entente --help` explains these.\n";
  return text + section("examples", examples);
}

std::string explained(const Option& option, const std::vector<Option>& rows) {
  std::string text(option.help);
  std::string where;
  for (const Option& row : rows) {
    if (row.name != option.name) continue;
    const std::string words = where_in_words(row.where);
    if (words.empty()) where.clear();
    if (words.empty()) break;
    where += (where.empty() ? "" : "; ") + words;
  }
  if (!where.empty()) text += "; for " + where;
  if (!option.alias.empty()) text += " (once " + std::string(option.alias) + ")";
  return text;
}

std::string usage_line(const Verb& verb) {
  std::string line = "entente " + std::string(verb.name);
  if (verb.reads == Reads::dossier_or_nothing) line += " [DOSSIER…]";
  if (verb.reads == Reads::selection || verb.reads == Reads::dossier) line += " DOSSIER…";
  for (const std::string_view name : verb.arguments.names) line += " " + std::string(name);
  if (verb.arguments.last == Arguments::Last::repeats) line += "…";
  line += " [options]";
  if (!verb.other_arguments.empty())
    line.append(", or entente ").append(verb.name).append(" ").append(verb.other_arguments);
  return line;
}

std::string_view exit_statuses() {
  return "0 answered, 1 an empty answer, 64 wrong call, 65 bad data, 66 no input,\n"
         "69 no renderer, 70 a bug of ours, 71 out of memory, 73 cannot create output, 74 I/O, "
         "75 limit, 129, 130 and 143 ended by a signal";
}

std::string version() {
  return "entente " ENTENTE_VERSION "\n";
}

}  // namespace entente::tool
