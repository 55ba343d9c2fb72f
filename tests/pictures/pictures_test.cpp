// Every view of the dossier, in each language and theme: nothing overlaps, nothing is clipped.

#include <algorithm>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/cards.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/matrix.hpp>
#include <entente/render/svg.hpp>
#include <entente/render/views.hpp>

#include "pictures/scene.hpp"
#include "pictures/scene_check.hpp"

namespace entente {
namespace {

const Graph& dossier() {
  static const Graph graph(read_dossier({std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato"}),
                           builtin_vocabulary());
  return graph;
}

EntityId entity(const char* id) {
  return dossier().entity(id).value();
}

Diagram route(const char* from, const char* to, const Selection& selection,
              const DiagramOptions& options) {
  const Graph& graph = dossier();
  const auto path = shortest_path(graph.select(selection), entity(from), entity(to));
  return path_diagram(graph, std::vector<Path>{path.value()}, selection, options);
}

DiagramOptions in_columns(DiagramOptions options) {
  options.arrangement = Arrangement::in_columns;
  return options;
}

struct View {
  const char* name;
  std::function<std::string(const DiagramOptions&)> svg;
};

const Selection treaties{.types = {"party_to", "signed", "supersedes", "met_with", "attended"}};
const Selection states{.types = {"party_to", "member_of", "supersedes"}};
const Selection summit{.as_of = "2023-07-12"};
const Selection meetings{.types = {"met_with"}};

const std::vector<View>& views() {
  using O = const DiagramOptions&;
  static const std::vector<View> all = {
      {"overview", [](O o) { return to_svg(diagram(dossier(), {}, o)); }},
      {"overview_of_parties", [](O o) { return to_svg(diagram(dossier(), treaties, o)); }},
      {"overview_as_of", [](O o) { return to_svg(diagram(dossier(), summit, o)); }},
      {"columns", [](O o) { return to_svg(diagram(dossier(), treaties, in_columns(o))); }},
      {"columns_of_states", [](O o) { return to_svg(diagram(dossier(), states, in_columns(o))); }},
      {"cards", [](O o) { return cards_picture(dossier(), {}, o).svg; }},
      {"ego", [](O o) { return to_svg(ego_diagram(dossier(), entity("japan"), {}, o)); }},
      {"ego_of_parties",
       [](O o) { return to_svg(ego_diagram(dossier(), entity("japan"), treaties, o)); }},
      {"path", [](O o) { return to_svg(route("yoon-suk-yeol", "emmanuel-macron", meetings, o)); }},
      {"path_in_all", [](O o) { return to_svg(route("ukraine", "france", {}, o)); }},
      {"diff",
       [](O o) { return to_svg(diff_diagram(dossier(), "2014-06-01", "2024-06-01", {}, o)); }},
      {"diff_of_parties",
       [](O o) {
         return to_svg(diff_diagram(dossier(), "2014-06-01", "2024-06-01", treaties, o));
       }},
      {"gantt", [](O o) { return gantt_svg(dossier(), {}, o); }},
      {"gantt_of_states", [](O o) { return gantt_svg(dossier(), states, o); }},
      {"matrix", [](O o) { return matrix_picture(dossier(), {}, o).svg; }},
      {"matrix_of_states", [](O o) { return matrix_picture(dossier(), states, o).svg; }},
  };
  return all;
}

std::ostream& operator<<(std::ostream& out, const View& view) {
  return out << view.name;
}

class EveryView : public testing::TestWithParam<View> {
 protected:
  /// Hands the picture in each language to `check`.
  template <typename Check>
  static void in_each_language(const Check& check) {
    for (const char* languages : {"en", "ja", "zh-Hans", "ja,en"}) {
      SCOPED_TRACE(languages);
      check(test::scene_of(GetParam().svg({.languages = languages,
                                           .credit = "Drawn from public documents",
                                           .sources = Sources::numbered})));
    }
  }
};

INSTANTIATE_TEST_SUITE_P(Views, EveryView, testing::ValuesIn(views()),
                         [](const testing::TestParamInfo<View>& given) {
                           return std::string(given.param.name);
                         });

void expect_none(const std::vector<std::string>& faults) {
  std::string all;
  constexpr std::size_t told = 8;
  for (std::size_t i = 0; i < std::min(told, faults.size()); ++i) all += "\n  " + faults[i];
  EXPECT_EQ(faults.size(), 0U) << all;
}

TEST_P(EveryView, IsFreeOfOverlaps) {
  in_each_language([](const test::Scene& picture) {
    ASSERT_FALSE(picture.texts.empty());
    expect_none(test::clipped(picture));
    expect_none(test::overlapping_texts(picture));
    expect_none(test::overlapping_shapes(picture));
    expect_none(test::texts_across_shapes(picture));
    expect_none(test::lines_through_shapes(picture));
    // Where lines are many a label may have to stand on one that is not its own.
    const auto labels =
        std::count_if(picture.texts.begin(), picture.texts.end(),
                      [](const test::SceneText& text) { return text.place.section == "labels"; });
    EXPECT_LE(test::lines_through_labels(picture).size(), 2 + static_cast<std::size_t>(labels) / 4)
        << labels << " labels";
  });
}

}  // namespace
}  // namespace entente
