// Pictures: every view and format, from the command line to the bytes.

#include <string>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/drawn.hpp"

namespace entente::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Render, DrawsTheDossierAsSvgWithTitleLegendAndTooltips) {
  const std::string svg = drawn({"--type", "party_to,supersedes", "--format", "svg"});
  for (const char* text :
       {"<svg", "role=\"graphics-document document\"", "Japan, NATO and partners", "_legend\"",
        "is party to", "_n_japan\"", "[doc-004"})
    EXPECT_NE(svg.find(text), std::string::npos) << text;
}

TEST(Render, TiesThoseWhoShareSomethingInEveryView) {
  for (const std::vector<std::string>& view :
       std::vector<std::vector<std::string>>{{"overview"},
                                             {"columns"},
                                             {"ego", "japan"},
                                             {"path", "japan", "south-korea"},
                                             {"diff", "2013-01-01", "2023-12-31"},
                                             {"gantt"},
                                             {"matrix"}}) {
    std::vector<std::string> words = view;
    words.insert(words.end(), {"--over", "agreement", "--type", "party_to"});
    const std::string svg = drawn(words);
    EXPECT_THAT(svg, testing::ContainsRegex("(is|are) connected with the same agreement"))
        << view.front();
    EXPECT_EQ(svg.find("_n_japan-nato-itpp-2023\""), std::string::npos) << view.front();
  }
}

TEST(Render, RefusesAttributesThatNobodyHas) {
  for (const auto& [option, name, meant] : {std::tuple("--size-by", "betweeness", "betweenness"),
                                            std::tuple("--color-by", "comunity", "community"),
                                            std::tuple("--width-by", "cuont", "count"),
                                            std::tuple("--label-by", "editon", "edition")}) {
    const Outcome outcome = run_tool({"render", "data/japan-nato", option, name});
    EXPECT_EQ(outcome.status, 64) << option;
    EXPECT_NE(outcome.err.find(std::string("did you mean ") + meant + "?"), std::string::npos)
        << outcome.err;
  }
}

TEST(Render, TheFormatFollowsTheEnding) {
  const Folder folder;
  for (const auto& [ending, magic] : {std::pair("png", "\x89PNG"), std::pair("pdf", "%PDF"),
                                      std::pair("dot", "digraph"), std::pair("svg", "<?xml")}) {
    const std::string file = (folder.path() / ("a." + std::string(ending))).string();
    drawn({"--type", "party_to", "--output", file});
    EXPECT_THAT(read_file(file).substr(0, 8), StartsWith(magic));
  }
}

TEST(Render, DrawsEveryView) {
  EXPECT_NE(drawn({"--view", "columns", "--type", "party_to"}).find(">Agreements<"),
            std::string::npos);
  EXPECT_NE(drawn({"--view", "ego", "岸田文雄"}).find("Ties of Fumio Kishida"), std::string::npos);
  const std::string path = drawn({"--view", "path", "尹锡悦", "马克龙", "--type", "met_with"});
  EXPECT_NE(path.find("From Yoon Suk-yeol to Emmanuel Macron"), std::string::npos);
  EXPECT_NE(path.find("met with \u00B7 12 Jul 2023"), std::string::npos);
  EXPECT_NE(drawn({"--view", "diff", "2015-01-01", "2024-01-01", "--type", "party_to"})
                .find("What changed between 1 Jan 2015 and 1 Jan 2024"),
            std::string::npos);
}

TEST(Render, DrawsBarsAlongATimeAxisButNotAsDot) {
  const std::string svg = drawn({"--view", "gantt", "--type", "party_to,signed"});
  EXPECT_NE(svg.find("_axis\""), std::string::npos);
  EXPECT_NE(svg.find("no beginning or end reported"), std::string::npos);
  drawn({"--view", "gantt", "--format", "dot"}, 64);
}

TEST(Render, DrawsCardsAlongTheYearsButNotAsDot) {
  const std::string svg = drawn({"--view", "cards", "--lang", "ja,en"});
  for (const char* text : {"_cards\"", ">2014<", "_n_japan-nato-itpp-2023\"", "取って代わる",
                           "日付のない合意・組織・出来事"})
    EXPECT_NE(svg.find(text), std::string::npos) << text;
  drawn({"--view", "cards", "--format", "dot"}, 64);
  EXPECT_EQ(drawn({"--view", "cards", "--type", "met_with"}, 1), "");
}

TEST(Render, CountsDyadsInAMatrixButNotAsDot) {
  const std::string svg = drawn({"--view", "matrix", "--type", "met_with,visited"});
  EXPECT_NE(svg.find("class=\"dyad "), std::string::npos);
  drawn({"--view", "matrix", "--format", "dot"}, 64);
}

TEST(Render, DrawsMeasuresOverTimeAsLines) {
  const std::string svg =
      drawn({"series", "degree", "--entity", "japan,nato", "--step", "quarter"});
  for (const char* text : {"Degree by quarter", "_n_japan\"", ">NATO<"})
    EXPECT_NE(svg.find(text), std::string::npos) << text;
  drawn({"series", "degree", "--entity", "japan", "--format", "dot"}, 64);
  EXPECT_EQ(drawn({"series", "relations", "--type", "supersedes", "--kind", "person"}, 1), "");
}

TEST(Render, TakesAViewByOptionOrBehindTheDossier) {
  for (const auto& words : {std::vector<std::string>{"ego", "nato"},
                            {"path", "japan", "nato"},
                            {"diff", "2015-01-01", "2024-01-01"},
                            {"series", "relations"}}) {
    std::vector<std::string> by_option = words;
    by_option.front() = "--view";
    by_option.insert(by_option.begin() + 1, words.front());
    EXPECT_EQ(drawn(words), drawn(by_option)) << words.front();
  }
}

TEST(Render, SaysWhatAViewTakes) {
  for (const auto& words : {std::vector<std::string>{"ego"},
                            {"ego", "japan", "nato"},
                            {"series", "degre"},
                            {"cards", "japan"}}) {
    std::vector<std::string> call = {"render", "data/japan-nato"};
    call.insert(call.end(), words.begin(), words.end());
    const Outcome outcome = run_tool(call);
    EXPECT_EQ(outcome.status, 64) << words.front();
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_EQ(run_tool({"render", "data/japan-nato", "ego", "nato", "--view", "cards"}).status, 64);
}

TEST(Render, KeepsEntitiesWhereAFileHasThem) {
  const Folder folder;
  const std::string pins = (folder.path() / "pins.json").string();
  const std::string first = drawn({"--type", "party_to", "--pin", pins});
  EXPECT_THAT(read_file(pins), HasSubstr("\"japan\": ["));
  drawn({"--type", "party_to,signed,met_with", "--pin", pins});
  EXPECT_THAT(read_file(pins), HasSubstr("\"yoon-suk-yeol\": ["));
  EXPECT_EQ(drawn({"--type", "party_to", "--pin", pins}), first);
}

TEST(Render, RefusesAFileThatHoldsNoPositions) {
  const Folder folder;
  const std::string bad =
      folder.write("bad.json", "{\"format\": \"entente-positions/1\",\n \"postions\": {}}");
  const Outcome outcome =
      run_tool({"render", "data/japan-nato", "--type", "party_to", "--pin", bad});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("bad.json:2:2"), HasSubstr("did you mean `positions`")));
  EXPECT_EQ(outcome.out, "");
  drawn({"--view", "columns", "--pin", bad}, 64);
  drawn({"--view", "gantt", "--type", "party_to", "--pin", bad}, 64);
}

TEST(Render, LooksAsAStyleFileSays) {
  const Folder folder;
  const std::string look = folder.write(
      "look.json", R"({"background": "#FFFBF0", "nodes": {"country": {"fill": "#003366"}}})");
  EXPECT_NE(drawn({"--type", "party_to", "--style", look}).find("#FFFBF0"), std::string::npos);
  EXPECT_NE(drawn({"--view", "gantt", "--type", "party_to", "--style", look}).find("#FFFBF0"),
            std::string::npos);
  const std::string bad = folder.write("bad.json", "{\n \"edges\": {\"traety\": {}}}");
  const Outcome outcome =
      run_tool({"render", "data/japan-nato", "--type", "party_to", "--style", bad});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("bad.json:2:12"), HasSubstr("did you mean `treaty`")));
  EXPECT_EQ(outcome.out, "");
  drawn({"--style", (folder.path() / "none.json").string()}, 66);
}

TEST(Render, NumbersSourcesInEveryView) {
  for (const std::vector<std::string>& view : {std::vector<std::string>{"overview"},
                                               {"columns"},
                                               {"cards"},
                                               {"gantt"},
                                               {"matrix"},
                                               {"ego", "nato"},
                                               {"diff", "2015", "2024"},
                                               {"series", "relations"}}) {
    std::vector<std::string> words = view;
    words.insert(words.end(), {"--notes", "--type", "party_to"});
    EXPECT_NE(drawn(words).find("_sources\""), std::string::npos) << view.front();
  }
  EXPECT_NE(drawn({"gantt", "--notes", "--type", "party_to"}).find("ended by 2018 ["),
            std::string::npos);
}

TEST(Render, LabelsSayWhatIsAskedFor) {
  const std::string svg = drawn({"--type", "party_to", "--label", "id,type"});
  EXPECT_NE(svg.find(">japan-nato-ipcp-2014<"), std::string::npos);
  EXPECT_NE(svg.find(">is party to<"), std::string::npos);
  drawn({"--label", "colour"}, 64);
}

/// People who all met one another: n of them.
std::string crowd(int n) {
  std::string text =
      R"({"dossier":{"format":"entente/1","vocabulary":"diplomacy","title":{"en":"Crowd"}}})";
  for (int i = 0; i < n; ++i)
    text += "\n{\"entity\":{\"id\":\"p" + std::to_string(i) +
            R"(","kind":"person","names":{"en":["P"]}}})";
  for (int i = 1; i < n; ++i)
    text += "\n{\"relation\":{\"id\":\"r" + std::to_string(i) + R"(","type":"met_with","from":"p)" +
            std::to_string(i) + R"(","to":"p)" + std::to_string(i / 2) + R"(","when":"2014-05"}})";
  return text;
}

TEST(Render, ChoosesAViewBySizeAndContent) {
  const auto view = [](const std::string& dossier) {
    return run_tool({"render", "-"}, {.input = dossier}).out;
  };
  EXPECT_NE(view(crowd(40)).find("_edges\""), std::string::npos);
  EXPECT_NE(view(crowd(400)).find("class=\"region\""), std::string::npos) << "in groups";
  EXPECT_NE(view(crowd(5200)).find("class=\"dyad "), std::string::npos) << "a matrix";
  EXPECT_NE(run_tool({"render", "-", "--format", "dot"}, {.input = crowd(400)}).out.find("digraph"),
            std::string::npos);
}

TEST(Render, RefusesWhatNobodyCouldReadAndLeavesTheOutputAlone) {
  const Folder folder;
  const std::string old = folder.write("old.png", "old");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--view", "gantt", "--max-entities", "2000"},
        {"--view", "overview", "--dpi", "1200", "--size", "a0", "--max-entities", "300"}}) {
    std::vector<std::string> call = {"render", "-", "--output", old};
    call.insert(call.end(), words.begin(), words.end());
    const Outcome outcome = run_tool(call, {.input = crowd(1200)});
    EXPECT_EQ(outcome.status, 75) << words[1];
    EXPECT_NE(outcome.err, "");
    EXPECT_EQ(read_file(old), "old");
  }
}

TEST(Render, HistoriesAndSeriesAreDrawnByTheirOwnVerbsToo) {
  const Outcome history = run_tool({"timeline", "data/japan-nato", "岸田文雄", "--format", "svg"});
  EXPECT_EQ(history.status, 0) << history.err;
  EXPECT_NE(history.out.find("Fumio Kishida met with"), std::string::npos);
  const Folder folder;
  const std::string file = (folder.path() / "a.png").string();
  EXPECT_EQ(run_tool({"series", "data/japan-nato", "relations", "--output", file}).status, 0);
  EXPECT_THAT(read_file(file), StartsWith("\x89PNG"));
  const std::string old = folder.write("old.png", "old");
  EXPECT_EQ(
      run_tool({"timeline", "data/japan-nato", "japan", "--type", "supersedes", "--output", old})
          .status,
      1);
  EXPECT_EQ(read_file(old), "old") << "nothing to show leaves the file alone";
}

TEST(Render, AHistoryOfSeveralPagesSaysWhatItLeavesOut) {
  const Folder folder;
  const Outcome history =
      run_tool({"timeline", "data/japan-nato", "japan", "nato", "--as-of", "2020", "--size",
                "89x120mm", "--output", (folder.path() / "a.svg").string()});
  EXPECT_EQ(history.status, 0);
  EXPECT_THAT(history.err, HasSubstr("this picture has 3 pages"));
  EXPECT_THAT(history.err, HasSubstr("undated relations; --undated lists them"));
  EXPECT_THAT(read_file(folder.path() / "a-3.svg"), HasSubstr("undated relations"));
}

TEST(Render, SpeaksTheLanguagesAskedFor) {
  const std::string svg = drawn({"--type", "party_to", "--lang", "ja,en", "--as-of", "2023-12-31"});
  for (const char* text : {"日本とNATO", "2023年12月31日時点", ">日本<", ">Japan<"})
    EXPECT_NE(svg.find(text), std::string::npos) << text;
}

TEST(Render, HasNothingToDrawWhereNothingIsSelected) {
  EXPECT_EQ(drawn({"--type", "met_with", "--as-of", "1800-01-01", "--certain"}, 1), "");
}

TEST(Render, SaysWhenEntitiesAreLeftOut) {
  const Outcome outcome = run_tool({"render", "data/japan-nato", "--max-entities", "20"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("entities left out: "));
  EXPECT_THAT(outcome.err, HasSubstr("--max-entities"));
  EXPECT_NE(outcome.out.find("less important entities are left out: "), std::string::npos);
}

TEST(Render, DrawsLifespansWithoutARelation) {
  const Folder folder;
  const std::string dossier = folder.write("d.json", R"({"format": "entente/1",
 "title": {"en": "T"}, "vocabulary": "diplomacy", "relations": [],
 "entities": [{"id": "t1", "kind": "agreement", "when": "1351-08-01/1371-07-31"},
              {"id": "t2", "kind": "agreement"}]})");
  const Outcome bars = run_tool({"render", dossier, "--view", "gantt"});
  EXPECT_EQ(bars.status, 0) << bars.err;
  EXPECT_THAT(bars.out, HasSubstr("1351–1371"));
  EXPECT_EQ(run_tool({"render", dossier, "--view", "gantt", "--kind", "country"}).status, 1);
}

TEST(Render, CountsStatementsAroundACentreOfManyTies) {
  const Outcome around = run_tool({"render", "data/japan-nato", "ego", "nato"});
  EXPECT_EQ(around.status, 0) << around.err;
  EXPECT_THAT(around.out, testing::HasSubstr("not drawn unless asked for: statement "));
  EXPECT_THAT(around.out, testing::Not(testing::HasSubstr("class=\"node statement")));
  const Outcome asked = run_tool(
      {"render", "data/japan-nato", "ego", "nato", "--kind", "statement,country,organisation"});
  EXPECT_THAT(asked.out, testing::HasSubstr("class=\"node statement"));
}

}  // namespace
}  // namespace entente::test
