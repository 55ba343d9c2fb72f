#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/answer/one_mode.hpp>
#include <entente/error.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/svg.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "legibility.hpp"
#include "moments.hpp"
#include "options/applicability.hpp"
#include "output_options.hpp"
#include "page.hpp"
#include "picture.hpp"
#include "question.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "verbs.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

/// The format asked for, else that of the file's ending, else SVG.
std::string picture_format(const Call& call) {
  const std::string name = asked_format(call);
  if (std::ranges::find(picture_formats, name) != picture_formats.end()) return name;
  throw InvalidArgument("unsupported-format",
                        "there is no picture format '" + terminal_safe(name) + "'" +
                            did_you_mean(name, {picture_formats.begin(), picture_formats.end()}) +
                            "\nthe endings .svg, .png, .pdf, .dot and .html of --output choose "
                            "one, or --format does");
}

/// Which kinds an overview does not draw unasked.
void say_other_kinds(const Diagram& drawing) {
  if (drawing.other_kinds.empty()) return;
  std::size_t count = 0;
  std::string kinds;
  for (const auto& [kind, members] : drawing.other_kinds) {
    count += members;
    (kinds += kinds.empty() ? "" : ", ") += terminal_safe(kind);
  }
  say_remark("entities not drawn unless asked for: " + std::to_string(count) +
             "; --kind draws these kinds too: " + kinds);
}

/// How much an overview in regions only counts, or leaves out.
void say_counted(const Diagram& drawing) {
  std::size_t entities = 0;
  for (const DiagramRegion& region : drawing.regions) entities += region.rest.size();
  if (entities > 0)
    say_remark("entities counted in groups, not drawn: " + std::to_string(entities) +
               "; --max-entities N draws N, --view ego E what one is tied to");
  if (!drawing.outside_backbone.empty())
    say_remark("relations between groups left out, outside the backbone: " +
               std::to_string(drawing.outside_backbone.size()));
}

Exit draw_diagram(const Call& call, const Question& question, const AskedView& view,
                  const std::string& format) {
  const Diagram drawing = with_pins(call, legible_diagram(call, question, view));
  if (drawing.nodes.empty())
    return say_nothing(answers::nothing_to_draw(answers::Drawn::anything, question));
  write(call.output, format == "dot" ? to_dot(drawing) : as_picture(call, format, to_svg(drawing)));
  keep_pins(call, drawing);
  say_other_kinds(drawing);
  say_counted(drawing);
  if (drawing.left_out == 0) return Exit::answered;
  return say_entities_left_out(drawing);
}

Exit draw_chart(const Call& call, const Question& question, const AskedView& view,
                const std::string& format) {
  const Chart chart = view_chart(call, question, view);
  if (!chart.nothing.empty()) return say_nothing(chart.nothing);
  if (chart.further_pages.empty())
    write(call.output, as_picture(call, format, chart.svg));
  else {
    std::vector<std::string> pages = {chart.svg};
    pages.insert(pages.end(), chart.further_pages.begin(), chart.further_pages.end());
    write_pages(call, format, pages);
  }
  if (chart.left_out == 0) return Exit::answered;
  return say_left_out(chart.left_out, chart.what,
                      chart.what == "lines" ? "name entities (--entity)"
                                            : "select less (--type, --kind, --during)");
}

void check_render(const Call& call) {
  const std::string format = picture_format(call);
  refuse_terminal(call, format);
  if (format == "page") return check_page(call);
  if (format == "dot" && !is_diagram(named_view(call).name))
    throw InvalidArgument("unsupported-format",
                          "a chart is no graph and has no DOT; ask for svg, png or pdf");
}

/// Whether columns become cards: on pages that are too narrow for more than two columns.
bool turns_into_cards(const Call& call, const AskedView& view, const std::string& format) {
  constexpr double narrow = 320;  // points
  const auto page = page_width(call);
  return view.name == "columns" && format != "dot" && !asks_for_moments(call, view) &&
         !call.has("--max-entities") && page && *page < narrow;
}

/// The question that a view is about: with `--over` that of the folded ties. A series folds each of
/// its networks by itself.
Question drawn_question(const Call& call, const Question& question, std::string_view view) {
  const std::vector<std::string> over = call.list("--over");
  return over.empty() || view == "series" ? question : answers::folded_over(question, over);
}

Exit run_render(const Call& call, const Question& asked) {
  remark_on_names(call, asked.graph);
  const std::string format = picture_format(call);
  if (format == "page") return draw_page(call, asked);
  AskedView view = named_view(call);
  const Question question = drawn_question(call, asked, view.name);
  const bool was_chosen = view.name.empty();
  if (was_chosen) view.name = format == "dot" ? "overview" : suitable_view(question);
  if (was_chosen) refuse_ignored(call, aspects_of_view(call, view.name));
  if (turns_into_cards(call, view, format)) {
    say_remark("columns have no room on so narrow a page: it has cards instead");
    view.name = "cards";
  }
  if (asks_for_moments(call, view)) return draw_moments(call, question, view, format);
  return is_diagram(view.name) ? draw_diagram(call, question, view, format)
                               : draw_chart(call, question, view, format);
}

}  // namespace

Verb render_verb() {
  Verb verb;
  verb.name = "render";
  verb.summary = "a picture: SVG, PNG, PDF or DOT; or an interactive page";
  verb.arguments = {{"[VIEW", "…]"}};
  verb.arguments_for = view_arguments;
  verb.examples = {"entente render data/japan-nato ego nato --output nato.svg --lang ja,en",
                   "entente render data/japan-nato --type party_to,supersedes --theme dark "
                   "--output agreements.png",
                   "entente render data/japan-nato --output japan-nato.html"};
  verb.check = check_render;
  verb.run = run_render;
  return verb;
}

}  // namespace entente::tool
