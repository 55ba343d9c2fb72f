// Pictures of several times: side by side, or a frame each.

#include <filesystem>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/drawn.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Render, PutsSeveralTimesSideBySide) {
  const std::string svg = drawn({"--at", "2014,2018,2023", "--type", "party_to,signed"});
  for (const char* text : {"_s1_n_japan\"", "_s3_n_japan\"", ">2018<", ">2023<"})
    EXPECT_NE(svg.find(text), std::string::npos) << text;
  drawn({"--at", "2014", "--view", "gantt"}, 64);
  drawn({"--at", "2014", "--format", "dot"}, 64);
  drawn({"--at", "2014", "--as-of", "2015"}, 64);
  drawn({"--at", "20-14"}, 64);
  drawn({"--step", "month", "--type", "party_to"}, 75);
}

TEST(Render, NamesAStepAsItIsCalled) {
  const std::string years =
      drawn({"--step", "year", "--during", "2014/2015", "--type", "party_to"});
  EXPECT_NE(years.find(">2014<"), std::string::npos);
  const std::string part =
      drawn({"--step", "year", "--during", "2014-05/2015", "--type", "party_to"});
  EXPECT_NE(part.find(">2015<"), std::string::npos);
}

TEST(Render, ChoosesTheSameEntitiesForAllTimes) {
  const auto drawn_at = [](const std::string& dates) {
    const std::string svg =
        drawn({"--at", dates, "--type", "party_to,member_of", "--max-entities", "8"});
    std::set<std::string> ids;
    for (std::size_t at = svg.find("_n_"); at != std::string::npos; at = svg.find("_n_", at + 1))
      ids.insert(svg.substr(at + 3, svg.find('"', at) - at - 3));
    return ids;
  };
  EXPECT_LE(drawn_at("2014,2018,2023-12-31").size(), 8U) << "of all times together";
}

TEST(Render, WritesAFrameAStep) {
  const Folder folder;
  const std::string frames = (folder.path() / "frames").string();
  drawn({"--step", "year", "--during", "2014/2018", "--type", "party_to", "--frames", frames});
  for (const char* name : {"frame-0001.svg", "frame-0005.svg"})
    EXPECT_THAT(read_file(folder.path() / "frames" / name), StartsWith("<?xml")) << name;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "frames/frame-0006.svg"));
  drawn({"--frames", frames}, 64);
  drawn({"--at", "2014", "--frames", (folder.path() / "folders/on/the/way").string()});
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "folders/on/the/way/frame-0001.svg"));
  const std::string file = folder.write("file", "");
  drawn({"--at", "2014", "--frames", file + "/frames"}, 73);
}

TEST(Render, WritesNoFrameUnlessAllAreDrawn) {
  const Folder folder;
  const std::string frames = (folder.path() / "frames").string();
  const Outcome outcome = run_tool({"render", "data/japan-nato", "--at", "2014,2018", "--type",
                                    "party_to", "--frames", frames, "--format", "png"},
                                   {.environment = {{"ENTENTE_DRAW", "/no/such/program"}}});
  EXPECT_EQ(outcome.status, 69);
  EXPECT_FALSE(std::filesystem::exists(frames));
}

TEST(Render, SaysTimesOfPanelsInTheReadersLanguage) {
  const Outcome panels = run_tool({"render", "data/japan-nato", "--type", "party_to", "--at",
                                   "2014-06-01,2023-12-31", "--lang", "ja,en"});
  EXPECT_EQ(panels.status, 0) << panels.err;
  EXPECT_THAT(panels.out, testing::HasSubstr("2014年6月1日"));
  EXPECT_THAT(panels.out, testing::Not(testing::HasSubstr(">2014-06-01<")));
}

}  // namespace
}  // namespace entente::test
