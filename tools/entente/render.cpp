#include <algorithm>
#include <array>
#include <filesystem>

#include <entente/render/dot.hpp>
#include <entente/render/guarded.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "question.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

constexpr std::array<std::string_view, 4> picture_formats = {"svg", "png", "pdf", "dot"};

/// The format asked for, else that of the file's ending, else SVG.
std::string format_of(const Call& call) {
  std::string name = call.text("--format");
  const std::string ending = std::filesystem::path(call.output.file).extension().string();
  if (name.empty() && !ending.empty()) name = ending.substr(1);
  if (name.empty()) name = "svg";
  if (name == "gv") name = "dot";
  if (std::ranges::find(picture_formats, name) != picture_formats.end()) return name;
  throw InvalidArgument(
      "unsupported-format",
      "there is no picture format '" + terminal_safe(name) + "'" +
          did_you_mean(name, {picture_formats.begin(), picture_formats.end()}) +
          "\nthe endings .svg, .png, .pdf and .dot of --output choose one, or --format does");
}

DiagramOptions diagram_options(const Call& call) {
  const std::string theme = call.text("--theme", "light");
  return {.languages = call.output.languages,
          .theme = theme == "dark"    ? Theme::dark
                   : theme == "print" ? Theme::print
                                      : Theme::light,
          .title = call.text("--title"),
          .sources = call.has("--sources") ? Sources::numbered : Sources::hidden,
          .max_entities = call.count("--max-entities", 1).value_or(1000)};
}

ImageOptions image_options(const Call& call) {
  const double dpi = call.number("--dpi").value_or(144);
  if (dpi < 10 || dpi > 1200)
    throw InvalidArgument("bad-option-value", "--dpi takes a number from 10 to 1200");
  return {.dpi = dpi};
}

Exit run(const Call& call) {
  const std::string format = format_of(call);
  const ImageOptions image = image_options(call);
  const bool binary = format == "png" || format == "pdf";
  if (binary && goes_to_terminal(call.output))
    throw InvalidArgument("usage", "a terminal cannot show " + format + "; use --output FILE");
  const Question question = ask(call);
  const SelectedFacts facts = question.graph.facts(question.selection);
  if (facts.entities.empty()) return say_nothing("nothing is selected that could be drawn");
  const Diagram drawing = diagram(question.graph, facts, question.selection, diagram_options(call));
  const std::string dot = to_dot(drawing);
  write(call.output, format == "dot" ? dot : draw_guarded(dot, *image_format_from(format), image));
  if (drawing.left_out == 0) return Exit::answered;
  return say_limit(std::to_string(drawing.left_out) +
                   " entities are left out; --max-entities N draws more");
}

}  // namespace

Verb render_verb() {
  return {.name = "render",
          .summary = "a picture: SVG, PNG, PDF or DOT",
          .options = {{"--view", "VIEW", "overview", {"overview"}},
                      {"--theme", "THEME", "light, dark or print", {"light", "dark", "print"}},
                      {"--title", "TEXT", "instead of the dossier's title"},
                      {"--sources", "", "number the sources and list them below"},
                      {"--dpi", "N", "dots per inch of PNG (144)"},
                      {"--max-entities", "N", "draw the N best connected (1000)"}},
          .examples = {"entente render data/japan-nato --output overview.svg --lang ja,en",
                       "entente render data/japan-nato --type party_to,supersedes --theme dark "
                       "--output agreements.png"},
          .run = run};
}

}  // namespace entente::tool
