// Every view of the dossier: nothing overlaps, nothing is clipped, names stay inert, and the
// structure of what is written stays what it was.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/dot.hpp>
#include <entente/render/svg.hpp>

#include "pictures/dossier_views.hpp"
#include "pictures/scene.hpp"
#include "pictures/scene_check.hpp"
#include "support/text_match.hpp"

namespace entente::test {
namespace {

namespace fs = std::filesystem;

std::string name_of(const testing::TestParamInfo<View>& given) {
  return given.param.name;
}

template <typename Wanted>
std::vector<View> views_that(const Wanted& wanted) {
  std::vector<View> result;
  std::copy_if(views().begin(), views().end(), std::back_inserter(result), wanted);
  return result;
}

class EveryView : public testing::TestWithParam<View> {};
class EverySmallView : public testing::TestWithParam<View> {};  ///< can be reviewed as a text
class EveryGraph : public testing::TestWithParam<View> {};      ///< and no chart

INSTANTIATE_TEST_SUITE_P(Views, EveryView, testing::ValuesIn(views()), name_of);
INSTANTIATE_TEST_SUITE_P(Views, EverySmallView, testing::ValuesIn(views_that([](const View& view) {
                           return view.extent == Extent::part;
                         })),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Views, EveryGraph, testing::ValuesIn(views_that([](const View& view) {
                           return static_cast<bool>(view.diagram);
                         })),
                         name_of);

void expect_none(const std::vector<std::string>& faults) {
  std::string all;
  constexpr std::size_t most_shown = 8;
  for (std::size_t i = 0; i < std::min(most_shown, faults.size()); ++i) all += "\n  " + faults[i];
  EXPECT_EQ(faults.size(), 0U) << all;
}

TEST_P(EveryView, IsFreeOfOverlaps) {
  for (const char* languages : {"en", "ja", "zh-Hans", "zh-Hant,en"}) {
    SCOPED_TRACE(languages);
    const Scene picture =
        scene_of(GetParam().svg(dossier(), {.languages = languages,
                                            .credit = "Drawn from public documents",
                                            .sources = Sources::numbered}));
    ASSERT_FALSE(picture.texts.empty());
    for (const SceneText& text : picture.texts)
      EXPECT_FALSE(text.text.empty()) << text.place.section;
    expect_none(clipped(picture));
    expect_none(overlapping_texts(picture));
    expect_none(overlapping_shapes(picture));
    expect_none(texts_across_shapes(picture));
    expect_none(lines_through_shapes(picture));
    expect_none(labels_on_heads(picture));
    expect_none(bars_on_names(picture));
    expect_none(texts_without_face(picture));
    // Where lines are many a label may have to stand on one that is not its own.
    const auto labels =
        std::count_if(picture.texts.begin(), picture.texts.end(),
                      [](const SceneText& text) { return text.place.section == "edges"; });
    EXPECT_LE(lines_through_labels(picture).size(), 2 + static_cast<std::size_t>(labels) * 3 / 10)
        << labels << " labels";
  }
}

/// What of a mark looks as nothing else does: shapes and colours of kinds, which several share.
Mark look_of(const Style& style, Mark mark) {
  if (auto* node = std::get_if<NodeMark>(&mark))
    node->drawing_class =
        "shape " + std::to_string(static_cast<int>(node_style(style, node->drawing_class).shape));
  return mark;
}

TEST_P(EveryGraph, HasALegendOfExactlyWhatOccurs) {
  const Diagram drawn = GetParam().diagram(dossier(), {});
  const Style& style = drawn.page.style;
  std::set<Mark> occurring;
  const auto add = [&](const Mark& mark) {
    for (const Mark& aspect : aspects(mark)) occurring.insert(look_of(style, aspect));
  };
  for (const DiagramEdge& edge : drawn.edges) {
    if (edge.emphasis == Emphasis::faded) continue;
    const bool is_sure = edge.certainty == Verdict::yes;
    EXPECT_TRUE(is_sure || edge.doubt != Why::none);
    EXPECT_TRUE(!is_sure || edge.doubt == Why::none || edge.doubt == Why::imprecise);
    add(LineMark{edge.drawing_class, edge.ends, edge.modality, edge.doubt, edge.change});
  }
  for (const DiagramNode& node : drawn.nodes) {
    if (node.emphasis != Emphasis::faded)
      add(NodeMark{.drawing_class = node.drawing_class, .certainty = node.certainty});
    else if (node.change != Change::persisted)
      add(ContextMark{});
  }
  std::set<Mark> explained;
  for (const LegendEntry& entry : drawn.page.legend) {
    EXPECT_FALSE(entry.label.text.empty());
    EXPECT_TRUE(explained.insert(look_of(style, entry.mark)).second)
        << entry.label.text << " is explained twice";
  }
  EXPECT_EQ(explained, occurring);
}

/// What elements of a part of a document are called of their looks; broken lines look alike.
std::set<std::string> looks_in(std::string_view svg) {
  const std::set<std::string, std::less<>> looks = {"undated",
                                                    "imprecise",
                                                    "witness",
                                                    "inferred",
                                                    "no-start-reported",
                                                    "no-end-reported",
                                                    "appeared",
                                                    "ended",
                                                    "persisted",
                                                    "outlined",
                                                    "fade",
                                                    "stop",
                                                    "tick",
                                                    "band",
                                                    "hollow"};
  const std::set<std::string, std::less<>> reports = {"plan", "expectation", "claim", "derived"};
  std::set<std::string> result;
  for (const TextMatch& attribute : matches_in(std::string(svg), "class=\"([^\"]*)\"")) {
    std::vector<std::string> words;
    for (const TextMatch& word : matches_in(attribute[1], "[a-z-]+")) words.push_back(word[0]);
    if (words.empty()) continue;
    if (std::find(words.begin(), words.end(), "faded") != words.end()) continue;
    for (std::string& word : words) {
      if (word == "published" || word == "identity") word = "imprecise";
      if (looks.contains(word) || (words.front() == "edge" && reports.contains(word)))
        result.insert(word);
    }
  }
  return result;
}

TEST_P(EveryView, ExplainsTheLooksItHas) {
  const std::string svg = GetParam().svg(dossier(), {});
  const std::size_t begin = svg.find("</style>");
  const std::size_t legend = svg.find("_legend\"");
  ASSERT_LT(begin, legend);
  const std::set<std::string> explained = looks_in(std::string_view(svg).substr(legend));
  const std::set<std::string> drawn = looks_in(std::string_view(svg).substr(begin, legend - begin));
  // The frames of one series share a legend, which explains what any of them has.
  if (std::string_view(GetParam().name) == "frame")
    EXPECT_TRUE(std::includes(explained.begin(), explained.end(), drawn.begin(), drawn.end()));
  else
    EXPECT_EQ(explained, drawn);
}

/// Whether somebody reads words in a script of another language.
bool has_latin_word(const std::string& text) {
  return !test::matches_in(text, "[A-Za-z][a-z]").empty();
}

TEST_P(EveryView, ExplainsItselfInTheLanguageAskedFor) {
  for (const char* languages : {"ja", "zh-Hans", "zh-Hant"}) {
    SCOPED_TRACE(languages);
    const Scene picture = scene_of(GetParam().svg(dossier(), {.languages = languages}));
    for (const SceneText& text : picture.texts) {
      if (text.place.section != "legend" && text.place.section != "heading") continue;
      EXPECT_FALSE(has_latin_word(text.text)) << text.text;
    }
  }
}

TEST(Path, TellsWhatAndWhenOfEveryStepInEveryLanguage) {
  for (const View& view : views()) {
    if (!std::string_view(view.name).starts_with("path")) continue;
    for (const char* languages : {"en", "ja", "zh-Hans", "zh-Hant"}) {
      SCOPED_TRACE(std::string(view.name) + " in " + languages);
      const Diagram drawn = view.diagram(dossier(), {.languages = languages});
      std::set<std::string> labelled;
      for (const SceneText& text : scene_of(to_svg(drawn)).texts)
        if (text.place.section == "edges") labelled.insert(text.place.owner);
      const auto strong =
          std::count_if(drawn.edges.begin(), drawn.edges.end(),
                        [](const DiagramEdge& edge) { return edge.emphasis == Emphasis::strong; });
      EXPECT_EQ(labelled.size(), static_cast<std::size_t>(strong));
    }
  }
}

std::string file_text(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

void expect_golden(const std::string& name, const std::string& actual) {
  const fs::path file = fs::path(ENTENTE_SOURCE_DIR "/tests/golden/pictures") / name;
  if (std::getenv("ENTENTE_REFRESH_GOLDENS") != nullptr) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, file_text(file)) << "the target refresh-pictures-goldens writes it anew";
}

/// DOT without what hangs on the widths of fonts: places and sizes.
std::string without_places(const std::string& dot) {
  return test::with_matches_replaced(
      dot, R"re((pos|lp|width|height|len|WIDTH|HEIGHT)="[^"]*"|(width|height)=[0-9.]+)re",
      "$1$2=…");
}

TEST_P(EverySmallView, HasTheStructureItHad) {
  const std::string name = GetParam().name;
  expect_golden(name + ".svg.txt", scene_of(GetParam().svg(dossier())).structure);
  if (GetParam().diagram)
    expect_golden(name + ".dot", without_places(to_dot(GetParam().diagram(dossier(), {}))));
}

/// The dossier with its files, and with them the records, the other way round.
const Graph& turned_round() {
  static const Graph graph = [] {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(ENTENTE_SOURCE_DIR "/data/japan-nato"))
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    std::sort(files.rbegin(), files.rend());
    Dossier turned = read_dossier(files);
    std::reverse(turned.entities.begin(), turned.entities.end());
    std::reverse(turned.relations.begin(), turned.relations.end());
    return Graph(std::move(turned), builtin_vocabulary());
  }();
  return graph;
}

TEST_P(EveryView, IsTheSameWhateverTheOrderOfTheRecords) {
  EXPECT_EQ(GetParam().svg(turned_round()), GetParam().svg(dossier()));
}

/// The dossier with very long names.
const Graph& wordy_dossier() {
  static const Graph graph = [] {
    Dossier changed = read_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
    for (Entity& entity : changed.entities)
      for (LanguageNames& in_language : entity.names)
        for (std::string& name : in_language.names)
          name += " of the honourable 統一連合共和国および周辺地域の諸島と河川の間にあるすべて";
    return Graph(std::move(changed), builtin_vocabulary());
  }();
  return graph;
}

TEST_P(EveryView, HasRoomForLongNames) {
  const Scene picture = scene_of(GetParam().svg(wordy_dossier(), {.languages = "ja,en"}));
  expect_none(clipped(picture));
  expect_none(overlapping_texts(picture));
  expect_none(overlapping_shapes(picture));
  expect_none(texts_across_shapes(picture));
  expect_none(labels_on_heads(picture));
  expect_none(bars_on_names(picture));
}

TEST_P(EveryView, KeepsHostileNamesInert) {
  const std::string svg =
      GetParam().svg(hostile_dossier(), {.languages = "ja,en", .sources = Sources::numbered});
  const Scene picture = scene_of(svg);
  for (const char* element : {"script", "image", "foreignObject", "b #", "IMG", "iframe"})
    EXPECT_EQ(picture.structure.find(std::string(" ") + element + "\n"), std::string::npos)
        << element;
  EXPECT_EQ(svg.find("href=\"javascript"), std::string::npos);
  expect_none(clipped(picture));
}

}  // namespace
}  // namespace entente::test
