// Pictures for a page: how large it is, and what can be read on it.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

std::string drawn_for_page(const std::vector<std::string>& more, int status = 0) {
  std::vector<std::string> words = {"render", "data/japan-nato"};
  words.insert(words.end(), more.begin(), more.end());
  const Outcome outcome = run_tool(words);
  EXPECT_EQ(outcome.status, status) << outcome.err;
  return outcome.out;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(PageSize, IsThatAskedFor) {
  EXPECT_NE(drawn_for_page({"--type", "party_to", "--size", "1200x800"}).find("width=\"900pt\""),
            std::string::npos);
  EXPECT_NE(drawn_for_page({"--view", "matrix", "--size", "a4"}).find("width=\"595.28pt\""),
            std::string::npos);
  for (const char* size : {"12", "a9", "0x0", "10x", "1e3x1e3", "100x100km", "-5x5mm"})
    drawn_for_page({"--type", "party_to", "--size=" + std::string(size)}, 64);
}

TEST(PageSize, MayBeAScreenOrAWidth) {
  const auto has = [](const char* size, const char* opening) {
    EXPECT_NE(drawn_for_page({"--type", "party_to", "--size", size}).find(opening),
              std::string::npos);
  };
  has("16:9", "width=\"1440pt\" height=\"810pt\"");
  has("phone", "width=\"292.5pt\" height=\"");
  has("183mm", "width=\"518.74pt\" height=\"");
}

/// Where only the width is asked for, the page ends where the picture does.
TEST(PageSize, OfAWidthIsAsHighAsThePicture) {
  const std::string svg =
      drawn_for_page({"--type", "party_to,signed", "--view", "columns", "--size", "183mm"});
  EXPECT_TRUE(std::regex_search(svg, std::regex(" viewBox=\"[-0-9.]+ 0 ")))
      << "nothing is blank above it";
  const std::string name = " height=\"";
  const double three_quarters = 389.06;
  EXPECT_GT(std::abs(std::stod(svg.substr(svg.find(name) + name.size())) - three_quarters), 1);
}

TEST(PageSize, BoundsTheEntitiesOfAnOverview) {
  const Outcome whole = run_tool({"render", "data/japan-nato"});
  for (const char* size : {"a4", "a4-landscape", "16:9"}) {
    const Outcome fitted = run_tool({"render", "data/japan-nato", "--size", size});
    EXPECT_EQ(fitted.status, 0);
    EXPECT_THAT(fitted.err, AnyOf(HasSubstr("entities counted in groups, not drawn: "),
                                  HasSubstr("entities left out: ")));
    EXPECT_THAT(fitted.err, Not(HasSubstr("points high on this page")));
    EXPECT_GT(count_of(fitted.out, "class=\"node"), 20U) << size;
    EXPECT_LT(count_of(fitted.out, "class=\"node"), count_of(whole.out, "class=\"node"));
  }
}

/// Three hundred people, each of whom met some others, mostly of the same ten.
std::string many_people() {
  std::ostringstream text;
  text << R"({"dossier":{"format":"entente/1","title":{"en":"Many"}}})" << '\n';
  for (int i = 0; i < 300; ++i)
    text << R"({"entity":{"id":"p)" << i << R"(","kind":"person","names":{"en":["Person )" << i
         << "\"]}}}\n";
  for (int i = 0; i < 900; ++i) {
    const int a = i % 300;
    const int b = i % 4 == 0 ? (i * 37 + 11) % 300 : a - a % 10 + (a + i / 300 + 1) % 10;
    if (a != b)
      text << R"({"relation":{"id":"r)" << i << R"(","type":"met_with","from":"p)" << a
           << R"(","to":"p)" << b << "\"}}\n";
  }
  return text.str();
}

double number_behind(const std::string& text, const std::string& name, std::size_t from = 0) {
  return std::stod(text.substr(text.find(name, from) + name.size(), 20));
}

/// Of the smallest text, in points of the page.
double smallest_text_of(const std::string& svg) {
  const std::string size = " font-size=\"";
  double least = 1000;
  for (std::size_t at = svg.find(size); at != std::string::npos; at = svg.find(size, at + 1))
    least = std::min(least, number_behind(svg, size, at));
  std::istringstream seen(svg.substr(svg.find("viewBox=\"") + 9, 60));
  double left = 0;
  double top = 0;
  double units = 1;
  seen >> left >> top >> units;
  return least * number_behind(svg, "width=\"") / units;
}

TEST(PageSize, HasNoSmallTextHoweverLargeTheDossier) {
  const Folder folder;
  const std::string file = folder.write("many.jsonl", many_people());
  for (const char* size : {"a4-landscape", "a4", "183mm", "16:9"}) {
    const Outcome drawn = run_tool({"render", file, "overview", "--size", size});
    EXPECT_EQ(drawn.status, 0) << drawn.err;
    EXPECT_THAT(drawn.err, HasSubstr("entities counted in groups, not drawn: ")) << size;
    EXPECT_THAT(drawn.err, Not(HasSubstr("points high on this page"))) << size;
    EXPECT_GE(smallest_text_of(drawn.out), 6.45) << size;
  }
}

TEST(PageSize, HoldsMuchOnASmallPage) {
  const auto boxes = [](const char* size) {
    const Outcome drawn = run_tool({"render", "data/japan-nato", "overview", "--size", size});
    EXPECT_GE(smallest_text_of(drawn.out), 6.45) << size;
    return count_of(drawn.out, "_n_");
  };
  EXPECT_GE(boxes("183mm"), 28U);
  EXPECT_GE(boxes("phone"), 28U);
  EXPECT_GE(boxes("89mm"), 10U);
}

TEST(PageSize, IsNoHigherThanNeeded) {
  const std::string drawn = drawn_for_page({"overview", "--size", "89mm"});
  const double high = number_behind(drawn, " height=\"");
  EXPECT_LT(high, 2 * number_behind(drawn, " width=\"") + 1);
  std::istringstream seen(drawn.substr(drawn.find("viewBox=\"") + 9, 60));
  double left = 0;
  double top = 0;
  seen >> left >> top;
  EXPECT_NEAR(top, 0, 0.5);
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(PageSize, GoesOnOnFurtherPages) {
  const Folder folder;
  for (const char* view : {"cards", "gantt"}) {
    const Outcome stream = run_tool({"render", "data/japan-nato", view, "--size", "a4"});
    EXPECT_EQ(stream.status, 64) << stream.err;
    EXPECT_THAT(stream.err, HasSubstr("--format pdf holds them all"));
    const std::string file = folder.at(std::string(view) + ".svg");
    const Outcome drawn =
        run_tool({"render", "data/japan-nato", view, "--size", "a4", "--output", file});
    EXPECT_EQ(drawn.status, 0) << drawn.err;
    EXPECT_THAT(drawn.err, Not(HasSubstr("points high on this page")));
    EXPECT_FALSE(std::filesystem::exists(file));
    const auto page_of = [&](std::size_t number) {
      return folder.at(view + ("-" + std::to_string(number)) + ".svg");
    };
    std::size_t pages = 0;
    while (std::filesystem::exists(page_of(pages + 1))) ++pages;
    EXPECT_GT(pages, 1U);
    EXPECT_LT(pages, 12U);
    for (std::size_t i = 1; i <= pages; ++i) {
      const std::string page = text_of(page_of(i));
      EXPECT_GE(smallest_text_of(page), 6.45) << view << i;
      EXPECT_THAT(page, HasSubstr(" " + std::to_string(i) + "/" + std::to_string(pages)));
    }
    const Outcome pdf =
        run_tool({"render", "data/japan-nato", view, "--size", "a4", "--format", "pdf"});
    EXPECT_EQ(pdf.status, 0) << pdf.err;
    EXPECT_THAT(pdf.out, HasSubstr("/Count " + std::to_string(pages)));
  }
}

TEST(PageSize, IsFitForChartsOfAnyWidth) {
  for (const char* view : {"cards", "gantt", "matrix"})
    for (const char* size : {"89mm", "183mm", "phone"}) {
      const Outcome drawn = run_tool({"render", "data/japan-nato", view, "--size", size});
      EXPECT_EQ(drawn.status, 0) << drawn.err;
      EXPECT_GE(smallest_text_of(drawn.out), 6.495) << view << size;
      EXPECT_THAT(drawn.err, Not(HasSubstr("points high on this page"))) << view << size;
    }
}

TEST(PageSize, TurnsNarrowColumnsIntoCards) {
  const Outcome narrow = run_tool({"render", "data/japan-nato", "columns", "--size", "89mm"});
  EXPECT_THAT(narrow.out, HasSubstr("_cards\""));
  EXPECT_THAT(narrow.err, HasSubstr("cards instead"));
  const Outcome wide = run_tool({"render", "data/japan-nato", "columns", "--size", "183mm"});
  EXPECT_THAT(wide.out, Not(HasSubstr("_cards\"")));
  EXPECT_GE(count_of(wide.out, "_n_"), 20U);
  EXPECT_GE(smallest_text_of(wide.out), 6.45);
}

TEST(PageSize, IsFitForSeveralTimesSideBySide) {
  for (const char* size : {"183mm", "a4-landscape"}) {
    const Outcome drawn = run_tool({"render", "data/japan-nato", "--at", "2014,2018,2023", "--type",
                                    "party_to,supersedes", "--size", size});
    EXPECT_EQ(drawn.status, 0) << drawn.err;
    EXPECT_GE(smallest_text_of(drawn.out), 6.45) << size;
    EXPECT_THAT(drawn.out, HasSubstr("_s3_panel\""));
  }
}

TEST(PageSize, MayMakeTextTooSmallToBeRead) {
  const auto said = [](const char* size) {
    return run_tool({"render", "data/japan-nato", "--type", "party_to", "--size", size}).err;
  };
  EXPECT_THAT(said("a7"), HasSubstr("--size takes"));
  // Nothing of a path can be left out; where a page is narrow it runs downward.
  const auto said_of_path = [](const char* size) {
    return run_tool({"render", "data/japan-nato", "path", "yoon-suk-yeol", "emmanuel-macron",
                     "--size", size})
        .err;
  };
  EXPECT_THAT(said_of_path("40x30mm"), HasSubstr("points high on this page"));
  EXPECT_THAT(said_of_path("a6"), Not(HasSubstr("points high on this page")));
  EXPECT_THAT(said_of_path("89mm"), Not(HasSubstr("points high on this page")));
  for (const std::vector<std::string>& view :
       {std::vector<std::string>{"ego", "nato"}, {"diff", "2018-01-01", "2023-12-31"}}) {
    std::vector<std::string> words = {"render", "data/japan-nato"};
    words.insert(words.end(), view.begin(), view.end());
    words.insert(words.end(), {"--size", "a4-landscape"});
    EXPECT_THAT(run_tool(words).err, testing::Not(HasSubstr("points high"))) << view.front();
  }
  EXPECT_EQ(said("a2"), "");
}

}  // namespace
}  // namespace entente::test
