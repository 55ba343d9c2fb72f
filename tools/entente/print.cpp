#include "print.hpp"

#include "drawing.hpp"
#include "picture.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/pager.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

using answers::Reader;
using answers::Table;
using answers::Titles;

/// Never a rule nor a cut cell in a pipe.
std::string on_lines(const Table& table, const Output& output) {
  return answers::aligned(table, table_style(output));
}

std::string tabular(const Answer& answer, const Output& output) {
  switch (output.format) {
    case Format::table:
      return on_lines(answer.table(Reader::person), output);
    case Format::csv:
      return answers::csv(answer.table(Reader::program), output.cells);
    case Format::tsv:
      return answers::tsv(answer.table(Reader::program), output.cells);
    case Format::jsonl:
      return to_json_lines(answer);
    case Format::markdown:
      return to_markdown(answer);
    case Format::html:
      return to_html(answer);
    default:
      const auto sentences = answer.sentences();
      return (sentences ? *sentences : on_lines(answer.table(Reader::person), output)) +
             notes_text(answer);
  }
}

/// Nothing is written where there is nothing to show.
void print_picture(const Answer& answer, const Call& call, const Pages& picture) {
  const std::string_view format = to_string(call.output.format);
  refuse_terminal(call, format);
  if (!answer.nothing.empty()) return;
  const std::vector<std::string> pages = picture();
  if (pages.size() == 1)
    write(call.output, as_picture(call, format, pages.front()));
  else
    write_pages(call, format, pages);
}

/// The facts of an answer as a graph: DOT, or a dossier.
void print_facts(const GraphAnswer& answer, const Call& call) {
  const SelectedFacts facts = answer.facts().value();
  write(call.output, call.output.format == Format::dot ? drawn(answer.question, facts)
                                                       : as_dossier(answer.question, facts));
}

void print_as(const Answer& answer, const Call& call, const Pages& picture) {
  const Output& output = call.output;
  if (output.format == Format::json)
    write(output, to_json(answer));
  else if (output.format == Format::dot || output.format == Format::graph)
    print_facts(dynamic_cast<const GraphAnswer&>(answer), call);
  else if (is_picture(output.format))
    print_picture(answer, call, picture);
  else if (answer.nothing.empty() || output.format != Format::text)
    write_paged(output, tabular(answer, output));
}

/// How the call was understood, which belongs to no table.
void say_understanding(const Answer& answer) {
  for (const answers::Note& note : answer.notes)
    if (note.code == "matched-by" || note.code == "missing-weight") say_remark(note.text);
}

/// Where the format has no room for notes, they are said on stderr; what says why there is nothing
/// says them, too.
void say_notes(const Answer& answer, Format format) {
  if (format == Format::json) return;
  say_understanding(answer);
  if (format == Format::text || !answer.nothing.empty()) return;
  const std::string text = notes_text(answer);
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1)
    say_remark(std::string_view(text).substr(begin, text.find('\n', begin) - begin));
}

/// What is said behind an answer that is written.
Exit say_rest(const Answer& answer, const Call& call) {
  say_notes(answer, call.output.format);
  if (!answer.left_out.empty()) return say_limit(answer.left_out);
  return answer.nothing.empty() ? Exit::answered : say_nothing(answer.nothing);
}

}  // namespace

answers::TableStyle table_style(const Output& output) {
  const std::size_t width = goes_to_terminal(output) ? terminal_width() : 0;
  const bool coloured = colour_of(output) == ColourMode::always;
  return {width, coloured ? Titles::bold : Titles::plain};
}

bool is_picture(Format format) {
  return format == Format::svg || format == Format::png || format == Format::pdf;
}

Exit print(const Answer& answer, const Call& call, const std::function<std::string()>& picture) {
  return print_pages(answer, call, [&] { return std::vector<std::string>{picture()}; });
}

Exit print_pages(const Answer& answer, const Call& call, const Pages& picture) {
  print_as(answer, call, picture);
  return say_rest(answer, call);
}

Exit print(const Answer& answer, const Call& call,
           const std::function<void(std::ostream&)>& writer) {
  const Format format = call.output.format;
  if (format == Format::json)
    write(call.output, writer);
  else if (answer.nothing.empty() || format != Format::text)
    write_paged(call.output, writer);
  return say_rest(answer, call);
}

Exit print_query(const std::string& query, const Call& call) {
  write(call.output, query + '\n');
  return Exit::answered;
}

Exit print(const Table& table, const Call& call) {
  const Output& output = call.output;
  write_paged(output, output.format == Format::csv        ? answers::csv(table, output.cells)
                      : output.format == Format::tsv      ? answers::tsv(table, output.cells)
                      : output.format == Format::markdown ? answers::markdown(table)
                      : output.format == Format::html     ? answers::html(table)
                                                          : on_lines(table, output));
  return Exit::answered;
}

}  // namespace entente::tool
