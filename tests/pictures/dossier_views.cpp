#include "pictures/dossier_views.hpp"

#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/network/network.hpp>
#include <entente/query/series.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/cards.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/series_chart.hpp>
#include <entente/render/snapshots.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/timeline_chart.hpp>
#include <entente/render/views.hpp>

#include "unit/render/hostile_names.hpp"

namespace entente::test {
namespace {

using O = const DiagramOptions&;
using G = const Graph&;

const Selection treaties{.types = {"party_to", "signed", "supersedes", "met_with", "attended"}};
const Selection states{.types = {"party_to", "member_of", "supersedes"}};
const Selection summit{.as_of = "2023-07-12"};
const Selection later{.as_of = "2031-05-01", .types = {"party_to", "supersedes"}};
const Selection meetings{.types = {"met_with"}};

Diagram route(G graph, const char* from, const char* to, const Selection& selection, O options) {
  const auto path =
      shortest_path(graph.select(selection), graph.entity(from).value(), graph.entity(to).value());
  return path_diagram(graph, std::vector<Path>{path.value()}, selection, options);
}

Diagram around_japan(G graph, const Selection& selection, O options) {
  return ego_diagram(graph, graph.entity("japan").value(), selection, options);
}

Diagram changed(G graph, const Selection& selection, O options) {
  return diff_diagram(graph, "2014-06-01", "2024-06-01", selection, options);
}

Diagram in_columns(G graph, const Selection& selection, DiagramOptions options) {
  options.arrangement = Arrangement::in_columns;
  return diagram(graph, selection, options);
}

/// A measure of some entities by year.
std::string degrees(G graph, const Selection& selection, DiagramOptions options) {
  for (const char* id : {"japan", "nato", "france", "south-korea", "ukraine"})
    options.highlight.push_back(graph.entity(id).value());
  const std::vector<SeriesPoint> points = series(
      graph,
      [](const Network& network) {
        std::vector<MeasuredValue> values;
        const Ranking ranking = degree(network);
        for (const auto& [entity, score] : ranking.rows()) values.push_back({entity, score});
        return values;
      },
      selection);
  return series_chart(graph, periods(graph, selection), points, {.measure = "degree"}, selection,
                      options)
      .svg;
}

std::string relations_by_year(G graph, O options) {
  return series_chart(graph, periods(graph), relation_series(graph), {.measure = "relations"}, {},
                      options)
      .svg;
}

std::string history(G graph, const char* of, const Selection& selection, O options) {
  const std::vector<EntityId> entities = {graph.entity(of).value()};
  return timeline_svg(graph, timeline(graph, entities, selection), entities, selection, options);
}

std::vector<Snapshot> snapshots(G graph, const std::vector<std::string>& dates, Selection selection,
                                O options) {
  std::vector<Snapshot> result;
  for (const std::string& date : dates) {
    selection.as_of = date;
    result.push_back({date, diagram(graph, selection, options)});
  }
  return result;
}

std::string side_by_side(G graph, const std::vector<std::string>& dates, const Selection& selection,
                         O options) {
  const std::vector<Snapshot> all = snapshots(graph, dates, selection, options);
  return side_by_side_svg(merged(all), all);
}

std::string last_frame(G graph, const std::vector<std::string>& dates, O options) {
  const std::vector<Snapshot> all = snapshots(graph, dates, states, options);
  return frame_svgs(merged(all), all).back();
}

}  // namespace

std::string View::svg(const Graph& graph, const DiagramOptions& options) const {
  return diagram ? to_svg(diagram(graph, options)) : chart(graph, options);
}

std::ostream& operator<<(std::ostream& out, const View& view) {
  return out << view.name;
}

const Graph& dossier() {
  static const Graph graph(read_dossier({std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato"}),
                           builtin_vocabulary());
  return graph;
}

const Graph& hostile_dossier() {
  static const Graph graph = [] {
    Dossier changed = read_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
    const std::vector<std::string> names = hostile_names();
    std::size_t next = 0;
    for (Entity& entity : changed.entities)
      for (LanguageNames& in_language : entity.names)
        for (std::string& name : in_language.names) name = names[next++ % names.size()];
    for (auto& [language, title] : changed.titles) title = "<script>alert(1)</script> ]]> \\";
    return Graph(std::move(changed), builtin_vocabulary());
  }();
  return graph;
}

const std::vector<View>& views() {
  constexpr Extent whole = Extent::whole;
  constexpr Extent part = Extent::part;
  static const std::vector<View> all = {
      {"overview", whole, [](G g, O o) { return diagram(g, {}, o); }},
      {"overview_as_of", whole, [](G g, O o) { return diagram(g, summit, o); }},
      {"overview_of_treaties", part, [](G g, O o) { return diagram(g, treaties, o); }},
      {"columns", part, [](G g, O o) { return in_columns(g, treaties, o); }},
      {"columns_of_states", part, [](G g, O o) { return in_columns(g, states, o); }},
      {"ego", whole, [](G g, O o) { return around_japan(g, {}, o); }},
      {"ego_of_treaties", part, [](G g, O o) { return around_japan(g, treaties, o); }},
      {"path", part,
       [](G g, O o) { return route(g, "yoon-suk-yeol", "emmanuel-macron", meetings, o); }},
      {"path_in_all", whole, [](G g, O o) { return route(g, "ukraine", "france", {}, o); }},
      {"diff", whole, [](G g, O o) { return changed(g, {}, o); }},
      {"diff_of_states", part, [](G g, O o) { return changed(g, states, o); }},
      {"cards", whole, {}, [](G g, O o) { return cards_picture(g, {}, o).svg; }},
      {"cards_of_states", part, {}, [](G g, O o) { return cards_picture(g, states, o).svg; }},
      {"gantt", whole, {}, [](G g, O o) { return gantt_picture(g, {}, o).svg; }},
      {"gantt_as_of", whole, {}, [](G g, O o) { return gantt_picture(g, summit, o).svg; }},
      {"gantt_of_states", part, {}, [](G g, O o) { return gantt_picture(g, states, o).svg; }},
      {"gantt_as_of_a_later_day",
       part,
       {},
       [](G g, O o) { return gantt_picture(g, later, o).svg; }},
      {"series", whole, {}, [](G g, O o) { return degrees(g, {}, o); }},
      {"series_of_the_whole", part, {}, relations_by_year},
      {"timeline", whole, {}, [](G g, O o) { return history(g, "japan", {}, o); }},
      {"timeline_as_of", part, {}, [](G g, O o) { return history(g, "nato", summit, o); }},
      {"snapshots",
       whole,
       {},
       [](G g, O o) {
         return side_by_side(g, {"2014", "2018", "2023"}, states, o);
       }},
      {"snapshots_in_columns",
       part,
       {},
       [](G g, DiagramOptions o) {
         o.arrangement = Arrangement::in_columns;
         return side_by_side(g, {"2018", "2023"}, treaties, o);
       }},
      {"frame",
       part,
       {},
       [](G g, O o) {
         return last_frame(g, {"2014", "2023"}, o);
       }},
      {"matrix", whole, {}, [](G g, O o) { return matrix_picture(g, {}, o).svg; }},
      {"matrix_of_states", part, {}, [](G g, O o) { return matrix_picture(g, states, o).svg; }},
  };
  return all;
}

}  // namespace entente::test
