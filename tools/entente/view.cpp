#include "view.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include <entente/answer/answer.hpp>
#include <entente/error.hpp>
#include <entente/render/cards.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/legible.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/series_chart.hpp>
#include <entente/render/view_list.hpp>
#include <entente/render/views.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "dossier_arguments.hpp"
#include "measured_series.hpp"
#include "moments.hpp"
#include "options/applicability.hpp"
#include "options/help.hpp"
#include "path_search.hpp"
#include "picture.hpp"

namespace entente::tool {
namespace {

std::vector<std::string_view> parameters_of(std::string_view name) {
  std::vector<std::string_view> names;
  const entente::View* view = find_view(name);
  if (view == nullptr) return names;
  for (const ViewParameter& parameter : view->parameters) names.push_back(parameter.name);
  return names;
}

bool is_view(std::string_view word) {
  return find_view(word) != nullptr;
}

std::string in_words(std::string_view view) {
  std::string text(view);
  for (const std::string_view name : parameters_of(view)) (text += ' ') += name;
  return text;
}

/// Agreements, organisations, bodies and events with a date, and everything else but documents that
/// are no more than sources.
struct Content {
  std::size_t datable = 0;
  std::size_t entities = 0;
};

Content content_of(const Question& question) {
  Content content;
  const SelectedFacts facts = question.graph.facts(question.selection);
  std::set<EntityId> tied;
  for (const SelectedRelation& row : facts.relations)
    tied.insert({question.graph.from(row.relation), question.graph.to(row.relation)});
  for (const EntityId entity : facts.entities) {
    const Kind* kind = question.graph.vocabulary().find_kind(question.graph.kind(entity));
    const std::string_view look = kind ? std::string_view(kind->drawing_class) : "";
    if (look == "document" && !tied.contains(entity)) continue;
    ++content.entities;
    if (look == "agreement" || look == "organisation" || look == "body" || look == "event")
      ++content.datable;
  }
  return content;
}

Diagram path_of(const Call& call, const Question& question, const AskedView& view,
                const DiagramOptions& options) {
  const answers::PathAnswer found = answers::path(question, path_parameters(call, view.arguments));
  if (found.paths.empty()) return {};
  return path_diagram(question.graph, found.paths, found.selection(), options);
}

std::string why_empty(const answers::SeriesAnswer& answer) {
  return answer.nothing.empty()
             ? answers::nothing_to_draw(answers::Drawn::anything, answer.question)
             : answer.nothing;
}

Chart series_of(const Call& call, const Question& question, const AskedView& view) {
  DiagramOptions options = diagram_options(call, question);
  if (highest_page(call)) options.page_height = PageHeight::at_most;
  const answers::SeriesAnswer answer =
      answers::series(question, series_parameters(call, view.arguments[0]));
  SeriesChart chart = chart_of(answer, options);
  return {
      std::move(chart.svg), {}, chart.lines == 0 ? why_empty(answer) : "", chart.left_out, "lines"};
}

/// Whether a relation is selected, or an entity with a lifespan, which has a bar of its own.
bool has_bars(const Question& question) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  return !facts.relations.empty() || std::ranges::any_of(facts.entities, [&](EntityId entity) {
    return !question.graph.vocabulary().is_a(question.graph.kind(entity), "document") &&
           question.graph.when(entity).has_value();
  });
}

}  // namespace

Arguments view_arguments(const Call& call, const std::vector<std::string>& positionals) {
  const std::size_t first = default_dossiers().empty() ? 1 : 0;
  for (std::size_t i = first; i < positionals.size(); ++i) {
    if (!is_view(positionals[i]) || is_input(positionals[i])) continue;
    if (call.has("--view") && i + 1 + parameters_of(positionals[i]).size() != positionals.size())
      continue;
    Arguments arguments{{find_view(positionals[i])->name}};
    for (const std::string_view name : parameters_of(positionals[i]))
      arguments.names.push_back(name);
    while (arguments.names.size() < positionals.size() - i) arguments.names.emplace_back("…");
    return arguments;
  }
  return {parameters_of(call.text("--view"))};
}

/// A view by the name that somebody gave it. @throws InvalidArgument `usage` for what is none.
void refuse_unknown(const std::string& name) {
  if (name.empty() || find_view(name) != nullptr) return;
  std::vector<std::string_view> names;
  for (const entente::View& view : views()) names.push_back(view.name);
  throw InvalidArgument("usage", "--view cannot be '" + terminal_safe(name) + "'" +
                                     did_you_mean(name, names) + "\nit takes " +
                                     listed_in_words(names, " or "));
}

AskedView named_view(const Call& call) {
  AskedView view{call.text("--view"), call.arguments};
  refuse_unknown(view.name);
  const std::size_t taken = parameters_of(view.name).size();
  if (!view.arguments.empty() && (view.name.empty() || view.arguments.size() > taken)) {
    const std::string word = view.arguments.front();
    if (!view.name.empty() && view.name != word)
      throw InvalidArgument(
          "usage", "--view " + view.name + " and the view " + word + " exclude each other");
    view.name = word;
    view.arguments.erase(view.arguments.begin());
  }
  if (view.arguments.size() != parameters_of(view.name).size())
    throw InvalidArgument("usage", "render: behind the dossier this view is written " +
                                       in_words(view.name) + "\nusage: " + usage_line(*call.verb));
  return view;
}

std::string suitable_view(const Question& question) {
  const Content content = content_of(question);
  if (content.entities <= find_view("overview")->most) return "overview";
  return content.datable * 4 >= content.entities ? "cards" : "matrix";
}

bool is_diagram(std::string_view view) {
  const entente::View* known = find_view(view);
  return known == nullptr || known->draws == Draws::diagram;
}

namespace {

/// Whether an overview may draw some and count the rest: not where a caller says how many are drawn
/// or where they stand.
bool has_regions(const Call& call, const AskedView& view) {
  return view.name == "overview" && !call.has("--max-entities") && !call.has("--pin") &&
         !asks_for_moments(call, view);
}

}  // namespace

DiagramOptions view_options(const Call& call, const Question& question, const AskedView& view) {
  DiagramOptions options = diagram_options(call, question);
  if (asks_for_moments(call, view)) options.folding = Folding::none;  // the same boxes every time
  const bool asked = call.has("--max-entities");
  if (view.name == "columns") options.arrangement = Arrangement::in_columns;
  if (!asked && (view.name == "columns" || view.name == "diff"))
    options.max_entities = find_view(view.name)->most;
  if (!has_regions(call, view)) options.most_boxes = SIZE_MAX;
  if (has_regions(call, view)) options.max_entities = find_view("overview")->most;
  return options;
}

Diagram view_diagram(const Call& call, const Question& question, const AskedView& view,
                     const DiagramOptions& options) {
  const Graph& graph = question.graph;
  if (view.name == "ego") {
    const auto depth = static_cast<std::uint32_t>(call.count("--depth", 1).value_or(1));
    return ego_diagram(graph, question.entity(view.arguments[0]), question.selection, options,
                       depth);
  }
  if (view.name == "path") return path_of(call, question, view, options);
  if (view.name == "diff")
    return diff_diagram(graph, view.arguments[0], view.arguments[1], question.selection, options);
  return diagram(graph, question.selection, options);
}

Diagram legible_diagram(const Call& call, const Question& question, const AskedView& view) {
  const DiagramOptions options = view_options(call, question, view);
  const auto draw = [&](const DiagramOptions& drawn) {
    return view_diagram(call, question, view, drawn);
  };
  if (!call.has("--size") || call.has("--pin")) return draw(options);
  // Nothing of a path can be left out.
  const bool may_choose = !call.has("--max-entities") && view.name != "path";
  return legible(options,
                 {.highest = highest_page(call), .cuts = may_choose ? Cuts::allowed : Cuts::none},
                 draw);
}

Chart view_chart(const Call& call, const Question& question, const AskedView& view) {
  if (view.name == "series") return series_of(call, question, view);
  const DiagramOptions options = chart_options(call, question);
  if (view.name == "cards") {
    CardsPicture picture = cards_picture(question.graph, question.selection, options);
    return {
        std::move(picture.svg), std::move(picture.further_pages),
        picture.cards == 0 ? answers::nothing_to_draw(answers::Drawn::dated_cards, question) : "",
        picture.left_out, "cards"};
  }
  if (view.name == "matrix") {
    MatrixPicture picture = matrix_picture(question.graph, question.selection, options);
    return {
        std::move(picture.svg),
        {},
        picture.entities == 0 ? answers::nothing_to_draw(answers::Drawn::anything, question) : "",
        picture.left_out,
        "entities"};
  }
  if (!has_bars(question))
    return {.nothing = answers::nothing_to_draw(answers::Drawn::anything, question)};
  GanttPicture picture = gantt_picture(question.graph, question.selection, options);
  return {.svg = std::move(picture.svg),
          .further_pages = std::move(picture.further_pages),
          .left_out = picture.left_out,
          .what = "entities"};
}

}  // namespace entente::tool
