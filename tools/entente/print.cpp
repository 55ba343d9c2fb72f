#include <algorithm>

#include "answer.hpp"
#include "drawing.hpp"
#include "picture.hpp"
#include "rows.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/pager.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

constexpr auto person = Answer::Reader::person;
constexpr auto program = Answer::Reader::program;

/// Never a rule nor a cut cell in a pipe.
std::string as_table(const Answer& answer, const Output& output) {
  const std::size_t width = goes_to_terminal(output) ? terminal_width() : 0;
  return aligned(answer.table(person), {width, colour_of(output)});
}

std::string as_markdown(const Answer& answer) {
  return answer.markdown ? answer.markdown() : markdown(answer.table(person));
}

std::string tabular(const Answer& answer, const Output& output) {
  switch (output.format) {
    case Format::table:
      return as_table(answer, output);
    case Format::csv:
      return csv(answer.table(program), output.cells);
    case Format::tsv:
      return tsv(answer.table(program), output.cells);
    case Format::jsonl:
      return answer.json().lines();
    case Format::markdown:
      return as_markdown(answer);
    default:
      return answer.text ? answer.text() : as_table(answer, output);
  }
}

bool is_picture(Format format) {
  return format == Format::svg || format == Format::png || format == Format::pdf;
}

/// Nothing is written where there is nothing to show.
void print_picture(const Answer& answer, const Call& call) {
  const std::string_view format = to_string(call.output.format);
  refuse_terminal(call, format);
  if (answer.nothing.empty()) write(call.output, as_picture(call, format, answer.picture()));
}

Exit say_if_nothing(const Answer& answer) {
  return answer.nothing.empty() ? Exit::answered : say_nothing(answer.nothing);
}

}  // namespace

JsonObject& JsonObject::add(std::string name, std::string json) {
  members_.emplace_back(std::move(name), std::move(json));
  return *this;
}

JsonObject& JsonObject::add(std::string name, std::vector<std::string> elements) {
  members_.emplace_back(std::move(name), std::move(elements));
  return *this;
}

std::string JsonObject::pretty() const {
  std::string text = "{";
  std::string_view divider = "\n  ";
  for (const auto& [name, value] : members_) {
    text += std::string(divider) + '"' + name + "\": ";
    divider = ",\n  ";
    if (const auto* json = std::get_if<std::string>(&value)) {
      text += *json;
      continue;
    }
    const auto& elements = std::get<std::vector<std::string>>(value);
    text += '[';
    for (std::size_t i = 0; i < elements.size(); ++i)
      text += (i == 0 ? "\n    " : ",\n    ") + elements[i];
    text += elements.empty() ? "]" : "\n  ]";
  }
  return text + "\n}\n";
}

std::string JsonObject::lines() const {
  std::string text;
  for (const auto& [name, value] : members_)
    if (const auto* elements = std::get_if<std::vector<std::string>>(&value)) {
      for (const std::string& element : *elements) text += element + '\n';
      return text;
    }
  for (const auto& [name, value] : members_)
    text += (text.empty() ? "{\"" : ", \"") + name + "\": " + std::get<std::string>(value);
  return text + "}\n";
}

Exit print(const Answer& answer, const Call& call, const Question& question) {
  const Output& output = call.output;
  if (output.format == Format::json)
    write(output, answer.json()
                      .add("selection", selection_json(question.selection))
                      .add("counts", counts_json(answer.counts))
                      .pretty());
  else if (output.format == Format::dot)
    write(output, drawn(question, answer.facts()));
  else if (output.format == Format::graph)
    write(output, as_dossier(question, answer.facts()));
  else if (is_picture(output.format))
    print_picture(answer, call);
  else if (answer.nothing.empty() || output.format != Format::text)
    write_paged(output, tabular(answer, output));
  return say_if_nothing(answer);
}

Exit print(const Answer& answer, const Call& call) {
  write(call.output,
        call.output.format == Format::json ? answer.json().pretty() : tabular(answer, call.output));
  return say_if_nothing(answer);
}

}  // namespace entente::tool
