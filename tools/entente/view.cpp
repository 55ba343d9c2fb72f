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
#include <entente/render/matrix.hpp>
#include <entente/render/series_chart.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/view_list.hpp>
#include <entente/render/views.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "dossier_arguments.hpp"
#include "legibility.hpp"
#include "measured_series.hpp"
#include "moments.hpp"
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

Diagram path_of(const Call& call, const Question& question, const View& view,
                const DiagramOptions& options) {
  const answers::PathAnswer found = answers::path(question, path_parameters(call, view.arguments));
  if (found.paths.empty()) return {};
  return path_diagram(question.graph, found.paths, found.selection(), options);
}

Chart series_of(const Call& call, const Question& question, const View& view) {
  SeriesChart chart =
      chart_of(answers::series(question, series_parameters(call, view.arguments[0])),
               diagram_options(call, question));
  return {std::move(chart.svg), chart.lines == 0 ? "no dated relation is selected" : "",
          chart.left_out, "lines"};
}

/// Whether a relation is selected, or an entity with a lifespan, which has a bar of its own.
bool has_bars(const Question& question) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  return !facts.relations.empty() || std::ranges::any_of(facts.entities, [&](EntityId entity) {
    return question.graph.when(entity).has_value();
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

View named_view(const Call& call) {
  View view{call.text("--view"), call.arguments};
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
bool has_regions(const Call& call, const View& view) {
  return view.name == "overview" && !call.has("--max-entities") && !call.has("--pin") &&
         !asks_for_moments(call, view);
}

}  // namespace

DiagramOptions view_options(const Call& call, const Question& question, const View& view) {
  DiagramOptions options = diagram_options(call, question);
  if (asks_for_moments(call, view)) options.folding = Folding::none;  // the same boxes every time
  const bool asked = call.has("--max-entities");
  if (view.name == "columns") options.arrangement = Arrangement::in_columns;
  if (!asked && view.name == "columns") options.max_entities = find_view("columns")->most;
  if (!has_regions(call, view)) options.most_boxes = SIZE_MAX;
  if (has_regions(call, view)) options.max_entities = find_view("overview")->most;
  return options;
}

Diagram view_diagram(const Call& call, const Question& question, const View& view,
                     std::vector<EntityId> among, std::optional<std::size_t> most) {
  DiagramOptions options = view_options(call, question, view);
  if (most) (has_regions(call, view) ? options.most_boxes : options.max_entities) = *most;
  options.among = std::move(among);
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

namespace {

constexpr std::size_t fewest_drawn = 3;

/// How large the smallest text is by what can be read; 1 or more: all can be.
double legibility(const Diagram& diagram) {
  return smallest_text(to_svg(diagram)) / least_readable;
}

/// The most of a diagram that can be read on its page, where `draw` draws at most so many; none if
/// even the fewest cannot.
template <typename Draw>
std::optional<Diagram> most_legible(const Diagram& all, double share, const Draw& draw) {
  // Text is as high as the root of the share of entities; corrected by what comes out.
  std::size_t too_many = all.nodes.size();
  std::size_t few = 0;
  std::optional<Diagram> best;
  std::size_t most = too_many;
  for (int attempt = 0; attempt < 6 && too_many - few > 2; ++attempt) {
    const auto wished = static_cast<std::size_t>(static_cast<double>(most) * share * share);
    most = std::clamp(wished, few + 1, too_many - 1);
    if (attempt > 2) most = (few + too_many) / 2;
    most = std::max(most, fewest_drawn);
    Diagram some = draw(most);
    share = legibility(some);
    if (share >= 1) best = std::move(some);
    if (share < 1 && most == fewest_drawn) break;
    (share >= 1 ? few : too_many) = most;
  }
  // What fits is no steady function of the number.
  for (const double more : {1.6, 1.4, 1.25, 1.1}) {
    if (!best) break;
    const auto tried = static_cast<std::size_t>(more * static_cast<double>(few));
    if (tried <= few || tried >= all.nodes.size()) continue;
    Diagram some = draw(tried);
    if (legibility(some) < 1) continue;
    best = std::move(some);
    break;
  }
  return best;
}

}  // namespace

Diagram legible_diagram(const Call& call, const Question& question, const View& view) {
  Diagram all = view_diagram(call, question, view);
  const bool may_choose = call.has("--size") && !call.has("--max-entities") && !call.has("--pin") &&
                          view.name != "path";  // of which nothing can be left out
  if (!may_choose || all.nodes.size() <= fewest_drawn) return all;
  const double share = legibility(all);
  if (share >= 1) return all;
  const auto as_usual = [&](std::size_t most) {
    return view_diagram(call, question, view, {}, most);
  };
  // A single region groups nothing.
  if (auto found = most_legible(all, share, as_usual); found && found->regions.size() != 1)
    return *std::move(found);
  if (!has_regions(call, view)) return as_usual(fewest_drawn);
  // A page with no room for regions leaves entities out.
  const auto without_regions = [&](std::size_t most) {
    DiagramOptions options = view_options(call, question, view);
    options.most_boxes = SIZE_MAX;
    options.max_entities = most;
    return diagram(question.graph, question.selection, options);
  };
  if (auto found = most_legible(all, share, without_regions)) return *std::move(found);
  return without_regions(fewest_drawn);
}

Chart view_chart(const Call& call, const Question& question, const View& view) {
  if (view.name == "series") return series_of(call, question, view);
  const DiagramOptions options = diagram_options(call, question);
  if (view.name == "cards") {
    CardsPicture picture = cards_picture(question.graph, question.selection, options);
    return {
        std::move(picture.svg),
        picture.cards == 0 ? answers::nothing_to_draw(answers::Drawn::dated_cards, question) : "",
        picture.left_out, "cards"};
  }
  if (view.name == "matrix") {
    MatrixPicture picture = matrix_picture(question.graph, question.selection, options);
    return {
        std::move(picture.svg),
        picture.entities == 0 ? answers::nothing_to_draw(answers::Drawn::anything, question) : "",
        picture.left_out, "entities"};
  }
  if (!has_bars(question))
    return {.nothing = answers::nothing_to_draw(answers::Drawn::anything, question)};
  GanttPicture picture = gantt_picture(question.graph, question.selection, options);
  return {.svg = std::move(picture.svg), .left_out = picture.left_out, .what = "entities"};
}

}  // namespace entente::tool
