#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/matrix.hpp>

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

///   p --met_with--> q (twice), q --visited (undated)--> x
Graph matrix_sample(const std::string& name = "P") {
  return Graph(read_records_from_text(
                   R"({"dossier":{"format":"entente/1","title":{"en":"Dyads"}}}
{"entity":{"id":"p","kind":"person","names":{"en":[")" +
                       name + R"("]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"entity":{"id":"x","kind":"country","names":{"en":["X"]}}}
{"relation":{"id":"r1","type":"met_with","from":"p","to":"q","when":"2014-05"}}
{"relation":{"id":"r2","type":"met_with","from":"q","to":"p","when":"2014-06"}}
{"relation":{"id":"r3","type":"visited","from":"q","to":"x"}}
)",
                   "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

bool is_of(std::string_view members, std::string_view some) {
  return std::ranges::all_of(
      some, [&](char each) { return members.find(each) != std::string_view::npos; });
}

TEST(Matrix, CountsBothWaysInTheOneCellOfTwo) {
  const std::string svg = matrix_picture(matrix_sample()).svg;
  EXPECT_EQ(times(svg, ">2</tspan>"), 1U);
  EXPECT_EQ(times(svg, ">1</tspan>"), 0U) << "one needs no number";
  EXPECT_EQ(times(svg, "class=\"grid\""), 3U) << "half of three by three, without the diagonal";
}

TEST(Matrix, IsARectangleWhereTiesLeadFromOneKindToAnother) {
  const std::string svg = matrix_picture(matrix_sample(), {.types = {"visited"}}).svg;
  EXPECT_EQ(times(svg, "class=\"grid\""), 1U) << "a person and a country";
  EXPECT_EQ(times(svg, ">Q<"), 1U);
  EXPECT_EQ(times(svg, ">X<"), 1U);
}

/// Two triangles with a tie between them, and ids that mix them: a-c-e, b-d-f.
TEST(Matrix, PutsWhatIsTiedSideBySide) {
  std::string text = "{\"dossier\":{\"format\":\"entente/1\",\"title\":{\"en\":\"Six\"}}}\n";
  for (const char* id : {"a", "b", "c", "d", "e", "f"})
    text += std::string("{\"entity\":{\"id\":\"") + id +
            "\",\"kind\":\"person\",\"names\":{\"en\":[\"" + id + "\"]}}}\n";
  for (const char* pair : {"ac", "ce", "ae", "bd", "df", "bf", "ab"})
    text += std::string("{\"relation\":{\"id\":\"") + pair +
            "\",\"type\":\"met_with\",\"from\":\"" + pair[0] + "\",\"to\":\"" + pair[1] +
            "\",\"when\":\"2014\"}}\n";
  const Graph graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
  const std::string svg = matrix_picture(graph).svg;
  std::string order;
  for (std::size_t at = svg.find("_n_"); at != std::string::npos; at = svg.find("_n_", at + 1))
    order += svg[at + 3];
  const std::string first(order.substr(0, 3));
  EXPECT_TRUE(std::string("ace").find(first[0]) != std::string::npos ? is_of("ace", first)
                                                                     : is_of("bdf", first))
      << order;
}

/// Groups of three and more, all of whom are tied to each other, with one tie between groups.
Graph groups_sample(int groups, int size) {
  std::string text = "{\"dossier\":{\"format\":\"entente/1\",\"title\":{\"en\":\"Groups\"}}}\n";
  const auto id = [](int group, int member) {
    return std::string(1, static_cast<char>('a' + group)) + std::to_string(member);
  };
  int next = 0;
  const auto tie = [&](const std::string& from, const std::string& to) {
    text += R"({"relation":{"id":"r)" + std::to_string(next++) + R"(","type":"met_with","from":")" +
            from + R"(","to":")" + to + R"(","when":"2014"}})" + "\n";
  };
  for (int group = 0; group < groups; ++group)
    for (int member = 0; member < size; ++member)
      text += R"({"entity":{"id":")" + id(group, member) + R"(","kind":"person","names":{"en":[")" +
              id(group, member) + "\"]}}}\n";
  for (int group = 0; group < groups; ++group) {
    for (int a = 0; a < size; ++a)
      for (int b = a + 1; b < size; ++b) tie(id(group, a), id(group, b));
    tie(id(group, 0), id(group, 1));  // once more
    if (group > 0) tie(id(group - 1, 0), id(group, 0));
  }
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

TEST(Matrix, GivesEveryCommunityItsGround) {
  const MatrixChart chart = matrix_chart(groups_sample(3, 4));
  ASSERT_EQ(chart.blocks.size(), 3U);
  for (const RowBlock& block : chart.blocks) {
    EXPECT_EQ(block.end - block.begin, 4U);
    for (std::size_t row = block.begin; row < block.end; ++row)
      EXPECT_EQ(chart.diagram.nodes[chart.rows[row]].id[0],
                chart.diagram.nodes[chart.rows[block.begin]].id[0]);
  }
  const std::string svg = to_svg(chart);
  EXPECT_EQ(times(svg, "class=\"region\"><polygon"), 3U);
  EXPECT_THAT(svg, HasSubstr("tied to each other more than to others")) << "in the legend";
  EXPECT_THAT(to_svg(matrix_chart(groups_sample(1, 4))), Not(HasSubstr("class=\"region\"")))
      << "a single one is the whole";
}

TEST(Matrix, ListsThoseWithMostRelationsInItsEmptyCorner) {
  const std::string svg = matrix_picture(groups_sample(8, 4)).svg;
  const std::size_t list = svg.find("_most\"");
  ASSERT_NE(list, std::string::npos);
  const std::string part = svg.substr(list, svg.find("_legend\"") - list);
  EXPECT_THAT(part, HasSubstr("Most relations"));
  EXPECT_GE(times(part, ">2</tspan>"), 3U);
  EXPECT_EQ(times(part, ">1</tspan>"), 0U);
  EXPECT_THAT(matrix_picture(groups_sample(2, 3)).svg, Not(HasSubstr("_most\"")))
      << "there is no room";
}

TEST(Matrix, LeavesOutWhatIsOnlySaidUnlessAskedFor) {
  const Graph graph =
      Graph(read_records_from_text(R"({"dossier":{"format":"entente/1","title":{"en":"Said"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"entity":{"id":"s","kind":"statement","names":{"en":["S"]}}}
{"relation":{"id":"r1","type":"met_with","from":"p","to":"q","when":"2014-05"}}
{"relation":{"id":"r2","type":"states","from":"q","to":"s","when":"2014-06"}}
)",
                                   "test.jsonl")
                .dossier,
            builtin_vocabulary());
  EXPECT_EQ(matrix_picture(graph).entities, 2U);
  EXPECT_EQ(matrix_picture(graph, {.types = {"met_with", "states"}}).entities, 3U);
}

TEST(Matrix, HasNoRowWithoutTiesUnlessAskedFor) {
  const Graph graph(read_records_from_text(
                        R"({"dossier":{"format":"entente/1","title":{"en":"Alone"}}}
{"entity":{"id":"p","kind":"person","names":{"en":["P"]}}}
{"entity":{"id":"q","kind":"person","names":{"en":["Q"]}}}
{"entity":{"id":"z","kind":"person","names":{"en":["Z"]}}}
{"relation":{"id":"r1","type":"met_with","from":"p","to":"q","when":"2014-05"}}
)",
                        "test.jsonl")
                        .dossier,
                    builtin_vocabulary());
  EXPECT_EQ(matrix_picture(graph).entities, 2U);
  EXPECT_EQ(matrix_picture(graph, {.isolated = Isolated::always}).entities, 3U);
  EXPECT_EQ(matrix_picture(graph, {}, {.highlight = {graph.entity("z").value()}}).entities, 3U);
}

TEST(Matrix, OutlinesWhatIsOnlyPossible) {
  const std::string svg =
      matrix_picture(matrix_sample(), {.during = "2014", .undated = Undated::listed}).svg;
  EXPECT_EQ(times(svg, "\"dyad possible"), 1U + 1);
  EXPECT_EQ(times(svg, "\"dyad k"), 1U + 3) << "the legend shows three steps";
}

TEST(Matrix, LeavesOutTheLeastConnected) {
  const MatrixPicture picture = matrix_picture(matrix_sample(), {}, {.max_entities = 2});
  EXPECT_EQ(picture.entities, 2U);
  EXPECT_EQ(picture.left_out, 1U);
  EXPECT_THAT(picture.svg, HasSubstr("1 less important"));
}

TEST(Matrix, TellsNamesakesApart) {
  // Both people are called Q; only one has a name in another language.
  const std::string namesake = R"(Q"],"fr":["Quentin)";
  const std::string english = matrix_picture(matrix_sample(namesake)).svg;
  EXPECT_THAT(english, HasSubstr(">p Q<"));
  EXPECT_THAT(english, HasSubstr(">q Q<"));
  const auto both = matrix_picture(matrix_sample(namesake), {}, {.languages = "en,fr"});
  EXPECT_THAT(both.svg, HasSubstr(">Quentin<"));
  EXPECT_THAT(both.svg, HasSubstr(">q Q<"));
}

TEST(Matrix, HasSquaresAsLargeAsThePageAllows) {
  const auto side = [](Size page) {
    const std::string svg = matrix_picture(matrix_sample(), {}, {.page = page}).svg;
    const std::string part = svg.substr(svg.find("class=\"grid\""), 200);
    return std::strtod(part.c_str() + part.find("width=\"") + 7, nullptr);
  };
  EXPECT_EQ(side({1000, 1000}), 34);
  EXPECT_LT(side({1000, 240}), 34);
  EXPECT_GE(side({1000, 240}), 14);
  EXPECT_EQ(side({100, 100}), 14) << "too small a page: all of it is made smaller";
}

TEST(Matrix, OfNothingIsAnEmptyPage) {
  EXPECT_EQ(matrix_picture(matrix_sample(), {.types = {"signed"}}).entities, 0U);
}

TEST(Matrix, KeepsNamesInert) {
  const std::string svg = matrix_picture(matrix_sample("<script>x</script>")).svg;
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
}

}  // namespace
}  // namespace entente
