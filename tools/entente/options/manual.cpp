#include "options/manual.hpp"

#include "options/help.hpp"
#include "options/topics.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

/// Text that roff shows as it is: no requests, no escapes, dashes that can be copied.
std::string plain(std::string_view text) {
  std::string safe;
  if (text.starts_with('.') || text.starts_with('\'')) safe += "\\&";
  for (const char c : text) {
    if (c == '\\')
      safe += "\\e";
    else if (c == '-')
      safe += "\\-";
    else
      safe += c;
  }
  return safe;
}

std::string options_list(const std::vector<Option>& options) {
  std::string text;
  for (const Option& option : once_each(options)) {
    text += ".TP\n.B " + plain(option.name);
    if (!option.value.empty()) text += " \\fI" + plain(option.value) + "\\fR";
    text += "\n" + plain(explained(option, options)) + "\n";
  }
  return text;
}

std::string topic_list(const Topic& topic) {
  std::string text = ".PP\n" + plain(topic.title) + ":\n";
  for (const Topic::Row& row : topic.rows)
    text += ".TP\n.B " + plain(row.name) + "\n" + plain(row.text) + "\n";
  return text;
}

std::string verb_section(const Verb& verb) {
  std::string text = ".SS " + plain(verb.name) + "\n" + plain(verb.summary) + ".\n.PP\n.B " +
                     plain(usage_line(verb)) + "\n" + options_list(verb.options);
  for (const Topic& topic : topics_of(verb)) text += topic_list(topic);
  text += ".PP\n.nf\n";
  for (const std::string_view example : verb.examples) text += plain(example) + "\n";
  return text + ".fi\n";
}

}  // namespace

std::string manual_page() {
  std::string text = ".TH ENTENTE 1 \"\" \"" + plain("entente " ENTENTE_VERSION) + "\"\n";
  text += ".SH NAME\nentente \\- who is tied to whom, how, when, and who says so\n";
  text += ".SH SYNOPSIS\n.B entente\n\\fIVERB DOSSIER\\fR… [arguments] [options]\n";
  text +=
      ".SH DESCRIPTION\nA dossier is a file, a folder, or \\- for standard input; several are "
      "read as one. Names are ids or names in any language. Options may stand anywhere and "
      "mean the same on every verb.\n";
  text += ".SH VERBS\n";
  for (const Verb& verb : all_verbs()) text += verb_section(verb);
  text += ".SH SELECTION\n" + options_list(selection_options());
  text += ".SH OUTPUT\n" + options_list(output_options());
  text += ".SH LIMITS\n" + options_list(limit_options());
  text +=
      ".SH ENVIRONMENT\n.TP\n.B ENTENTE_DOSSIER\nThe dossiers of a call that names none, apart "
      "by colons; without it, what the nearest file .entente lists.\n.TP\n.B PAGER\nShows long "
      "answers on a terminal.\n.TP\n.B NO_COLOR\nNo colours.\n";
  return text + ".SH \"EXIT STATUS\"\n" + plain(exit_statuses()) + "\n";
}

}  // namespace entente::tool
