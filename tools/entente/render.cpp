#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

#include <entente/render/cards.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/guarded.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "path_search.hpp"
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

DiagramOptions diagram_options(const Call& call, const Question& question) {
  const std::string theme = call.text("--theme", "light");
  std::vector<EntityId> highlight;
  for (const std::string& name : call.list("--highlight"))
    highlight.push_back(question.entity(name));
  return {.languages = call.output.languages,
          .theme = theme == "dark"    ? Theme::dark
                   : theme == "print" ? Theme::print
                                      : Theme::light,
          .title = call.text("--title"),
          .credit = call.text("--credit"),
          .highlight = std::move(highlight),
          .sources = call.has("--sources") ? Sources::numbered : Sources::hidden,
          .arrangement =
              call.text("--view") == "columns" ? Arrangement::in_columns : Arrangement::by_ties,
          .max_entities = call.count("--max-entities", 1).value_or(1000)};
}

/// What a view shows; no entities if there is nothing to show.
Diagram view_of(const Call& call, const Question& question) {
  const DiagramOptions options = diagram_options(call, question);
  const std::string view = call.text("--view", "overview");
  const auto& [graph, selection] = std::tie(question.graph, question.selection);
  if (view == "ego") {
    const auto depth = static_cast<std::uint32_t>(call.count("--depth", 1).value_or(1));
    return ego_diagram(graph, question.entity(call.arguments[0]), selection, options, depth);
  }
  if (view == "path") {
    const FoundPaths found = find_paths(call, question, question.entity(call.arguments[0]),
                                        question.entity(call.arguments[1]));
    return found.paths.empty() ? Diagram{} : path_diagram(graph, found.paths, selection, options);
  }
  if (view == "diff")
    return diff_diagram(graph, call.arguments[0], call.arguments[1], selection, options);
  return diagram(graph, selection, options);
}

/// The arguments behind the dossier that the view takes.
Arguments arguments_of(const Call& call, const std::vector<std::string>&) {
  const std::string view = call.text("--view");
  if (view == "ego") return {{"E"}};
  if (view == "path") return {{"A", "B"}};
  if (view == "diff") return {{"D1", "D2"}};
  return {};
}

/// An SVG picture in the format asked for.
std::string as_image(const std::string& format, std::string svg, const ImageOptions& image) {
  if (format == "svg") return svg;
  return draw_guarded(svg, *image_format_from(format), image);
}

/// Pictures that are no graphs have no DOT.
void refuse_dot(const std::string& format) {
  if (format == "dot")
    throw InvalidArgument("unsupported-format",
                          "a chart is no graph and has no DOT; ask for svg, png or pdf");
}

Exit draw_cards(const Call& call, const std::string& format, const ImageOptions& image) {
  refuse_dot(format);
  const Question question = ask(call);
  const CardsPicture picture =
      cards_picture(question.graph, question.selection, diagram_options(call, question));
  if (picture.cards == 0) return say_nothing("no agreement, body or event with a date is selected");
  write(call.output, as_image(format, picture.svg, image));
  if (picture.left_out == 0) return Exit::answered;
  return say_limit(std::to_string(picture.left_out) +
                   " cards are left out; select less (--type, --kind, --during)");
}

Exit draw_matrix(const Call& call, const std::string& format, const ImageOptions& image) {
  refuse_dot(format);
  const Question question = ask(call);
  const MatrixPicture picture =
      matrix_picture(question.graph, question.selection, diagram_options(call, question));
  if (picture.entities == 0) return say_nothing("nothing is selected that could be drawn");
  write(call.output, as_image(format, picture.svg, image));
  if (picture.left_out == 0) return Exit::answered;
  return say_limit(std::to_string(picture.left_out) +
                   " entities are left out; select less (--type, --kind, --during)");
}

Exit draw_gantt(const Call& call, const std::string& format, const ImageOptions& image) {
  refuse_dot(format);
  const Question question = ask(call);
  if (question.graph.facts(question.selection).relations.empty())
    return say_nothing("nothing is selected that could be drawn");
  write(call.output,
        as_image(format,
                 gantt_svg(question.graph, question.selection, diagram_options(call, question)),
                 image));
  return Exit::answered;
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
  if (call.text("--view") == "cards") return draw_cards(call, format, image);
  if (call.text("--view") == "matrix") return draw_matrix(call, format, image);
  if (call.text("--view") == "gantt") return draw_gantt(call, format, image);
  const Question question = ask(call);
  const Diagram drawing = view_of(call, question);
  if (drawing.nodes.empty()) return say_nothing("nothing is selected that could be drawn");
  write(call.output, format == "dot" ? to_dot(drawing) : as_image(format, to_svg(drawing), image));
  if (drawing.left_out == 0) return Exit::answered;
  return say_limit(std::to_string(drawing.left_out) +
                   " entities are left out; --max-entities N draws more");
}

}  // namespace

Verb render_verb() {
  std::vector<Option> options = {
      {"--view",
       "VIEW",
       "overview, columns, cards, ego E, path A B, diff D1 D2, gantt or matrix",
       {"overview", "columns", "cards", "ego", "path", "diff", "gantt", "matrix"}},
      {"--theme", "THEME", "light, dark or print", {"light", "dark", "print"}},
      {"--title", "TEXT", "instead of the dossier's title"},
      {"--credit", "TEXT", "a line below the picture"},
      {.name = "--highlight",
       .value = "E",
       .help = "entities to stress",
       .times = Option::Times::many},
      {"--sources", "", "number the sources and list them below"},
      {"--depth", "N", "hops around E in colour (1)"},
      {"--dpi", "N", "dots per inch of PNG (144)"},
      {"--max-entities", "N", "draw the N best connected (1000)"}};
  for (const Option& option : path_options())
    if (option.name != "--bounds") options.push_back(option);
  return {.name = "render",
          .summary = "a picture: SVG, PNG, PDF or DOT",
          .arguments_for = arguments_of,
          .options = std::move(options),
          .examples = {"entente render data/japan-nato --output overview.svg --lang ja,en",
                       "entente render data/japan-nato --type party_to,supersedes --theme dark "
                       "--output agreements.png"},
          .run = run};
}

}  // namespace entente::tool
