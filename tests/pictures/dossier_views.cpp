#include "pictures/dossier_views.hpp"

#include <entente/algorithm/shortest_path.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/cards.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

namespace entente::test {
namespace {

using O = const DiagramOptions&;
using G = const Graph&;

const Selection treaties{.types = {"party_to", "signed", "supersedes", "met_with", "attended"}};
const Selection states{.types = {"party_to", "member_of", "supersedes"}};
const Selection summit{.as_of = "2023-07-12"};
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
      {"gantt", whole, {}, [](G g, O o) { return gantt_svg(g, {}, o); }},
      {"gantt_as_of", whole, {}, [](G g, O o) { return gantt_svg(g, summit, o); }},
      {"gantt_of_states", part, {}, [](G g, O o) { return gantt_svg(g, states, o); }},
      {"matrix", whole, {}, [](G g, O o) { return matrix_picture(g, {}, o).svg; }},
      {"matrix_of_states", part, {}, [](G g, O o) { return matrix_picture(g, states, o).svg; }},
  };
  return all;
}

}  // namespace entente::test
