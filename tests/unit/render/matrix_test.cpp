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
  EXPECT_EQ(times(svg, ">1</tspan>"), 1U);
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

TEST(Matrix, OutlinesWhatIsOnlyPossible) {
  const std::string svg =
      matrix_picture(matrix_sample(), {.during = "2014", .undated = Undated::listed}).svg;
  EXPECT_EQ(times(svg, "\"dyad possible"), 1U + 1);
  EXPECT_EQ(times(svg, "\"dyad\""), 1U + 1);
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
