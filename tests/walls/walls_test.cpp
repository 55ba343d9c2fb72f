// The layers' walls, read off the include lines: which layer may use which, and where each
// third-party library may be named.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/text_match.hpp"

namespace {

namespace fs = std::filesystem;
using Layers = std::set<std::string>;

const fs::path root = ENTENTE_SOURCE_DIR;

// What each layer may include, itself and error.hpp apart. An arrow never points back.
const std::map<std::string, Layers> may_use = {
    {"base", {}},
    {"system", {"base"}},
    {"time", {"base", "system"}},
    {"text", {"base", "system"}},
    {"model", {"base", "system", "time", "text"}},
    {"facts", {"base", "system", "time", "text", "model"}},
    {"snapshot", {"base", "system", "time", "text", "model", "facts"}},
    {"network", {"base", "system", "time", "text", "model", "facts", "snapshot"}},
    {"words",
     {"base", "system", "time", "text", "model", "facts", "snapshot", "network", "algorithm",
      "query"}},
    {"algorithm", {"base", "system", "time", "text", "model", "facts", "snapshot", "network"}},
    {"query",
     {"base", "system", "time", "text", "model", "facts", "snapshot", "network", "algorithm"}},
    {"answer",
     {"base", "system", "time", "text", "model", "facts", "snapshot", "network", "algorithm",
      "query", "words"}},
    {"io", {"base", "system", "time", "text", "model", "facts"}},
    {"render",
     {"base", "system", "time", "text", "model", "facts", "snapshot", "network", "algorithm",
      "query", "words", "answer"}},
};

struct Include {
  fs::path file;
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_below(const fs::path& folder) {
  const std::string include_line = R"re(\s*#\s*include\s*([<"])([^">]+)[">].*)re";
  std::vector<Include> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".hpp" && extension != ".cpp") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      if (const auto match = entente::test::match_of(line, include_line))
        found.push_back({entry.path(), match->at(2), match->at(1) == "\""});
  }
  return found;
}

// "entente/model/record.hpp" and "model/reader.hpp" both belong to the layer model.
std::string layer_of(std::string target) {
  if (target.rfind("entente/", 0) == 0) target.erase(0, 8);
  const auto slash = target.find('/');
  if (slash == std::string::npos) return {};
  const std::string first = target.substr(0, slash);
  return may_use.count(first) ? first : std::string{};
}

std::string where(const Include& include) {
  return fs::relative(include.file, root).string() + " includes " + include.target;
}

TEST(Walls, LayersUseOnlyTheLayersBelow) {
  for (const auto& [layer, allowed] : may_use)
    for (const auto& folder : {root / "graph" / layer, root / "include/entente" / layer})
      for (const auto& include : includes_below(folder)) {
        const std::string used = layer_of(include.target);
        if (used.empty() || used == layer) continue;
        EXPECT_TRUE(allowed.count(used)) << where(include);
      }
}

// Within the two largest layers, which room may use which beside itself. In `io` formats stand
// beside one another; in `render` charts do, nothing uses what writes files (dot, image, page), and
// the rooms of a diagram draw one picture together.
const std::map<std::string, Layers> rooms = {
    {"io", {"io/formats", "io/json", "io/packing"}},
    {"io/json", {"io"}},
    {"io/packing", {}},
    {"io/xml", {}},
    {"io/tables", {"io", "io/json", "io/packing", "io/xml"}},
    {"io/import", {"io", "io/formats", "io/formats/records", "io/json", "io/tables"}},
    {"io/formats",
     {"io/json", "io/packing", "io/formats/database", "io/formats/datasets", "io/formats/own",
      "io/formats/records", "io/formats/report"}},
    {"io/formats/database", {"io/formats", "io/formats/own", "io/json", "io/tables"}},
    {"io/formats/datasets", {"io/formats", "io/formats/database"}},
    {"io/formats/dot", {"io/formats", "io/formats/own"}},
    {"io/formats/graph_json", {"io/formats"}},
    {"io/formats/own", {"io/formats"}},
    {"io/formats/records", {"io/formats", "io/formats/database", "io/formats/own", "io/json"}},
    {"io/formats/report", {"io/formats"}},
    {"io/formats/tables", {"io/formats", "io/tables"}},
    {"io/formats/xml", {"io/formats", "io/formats/own", "io/xml"}},
    {"render/chart/cards",
     {"render/diagram", "render/diagram/fold", "render/label", "render/layout", "render/mark",
      "render/route", "render/svg"}},
    {"render/chart/gantt", {"render/diagram", "render/label", "render/mark", "render/svg"}},
    {"render/chart/matrix",
     {"render/diagram", "render/label", "render/layout", "render/mark", "render/svg"}},
    {"render/chart/series",
     {"render/diagram", "render/label", "render/layout", "render/mark", "render/svg"}},
    {"render/chart/timeline", {"render/diagram", "render/label", "render/mark", "render/svg"}},
    {"render/diagram",
     {"render/diagram/fold", "render/diagram/places", "render/label", "render/layout",
      "render/mark", "render/route", "render/svg"}},
    {"render/diagram/fold", {"render/diagram"}},
    {"render/diagram/places", {"render/diagram", "render/layout"}},
    {"render/layout", {"render/diagram", "render/label", "render/route"}},
    {"render/route", {"render/diagram", "render/layout", "render/mark"}},
    {"render/label", {"render/diagram", "render/layout", "render/mark", "render/route"}},
    {"render/mark",
     {"render/diagram", "render/label", "render/layout", "render/route", "render/svg"}},
    {"render/svg", {"render/diagram", "render/label", "render/layout", "render/mark"}},
    {"render/dot",
     {"render/diagram", "render/label", "render/layout", "render/mark", "render/route",
      "render/svg"}},
    {"render/image", {"render/diagram"}},
    {"render/page", {"render/diagram", "render/label"}},
};

TEST(Walls, RoomsUseOnlyTheRoomsNamed) {
  std::map<std::string, Layers> used;
  for (const char* layer : {"io", "render"})
    for (const auto& include : includes_below(root / "graph" / layer)) {
      if (!include.quoted) continue;
      const std::string room =
          fs::relative(include.file.parent_path(), root / "graph").generic_string();
      const std::string other = fs::path(include.target).parent_path().generic_string();
      ASSERT_TRUE(rooms.count(room)) << room << " is no room";
      if (other == room || layer_of(include.target) != layer) continue;
      EXPECT_TRUE(rooms.at(room).count(other)) << where(include);
      used[room].insert(other);
    }
  for (const auto& [room, allowed] : rooms) EXPECT_EQ(used[room], allowed) << room;
}

struct Home {
  std::string prefix;                // of a header from outside
  std::vector<std::string> folders;  // that may name it
};

// What comes from outside and where it may be named: third parties, and POSIX in the rooms for it.
const std::vector<Home> homes = {
    {"nlohmann/", {"graph/io/json/"}},
    {"graphviz/", {"graph/render/image/", "tools/dot/"}},
    {"cairo", {"graph/render/image/"}},
    {"librsvg/", {"graph/render/image/"}},
    {"fontconfig/", {"graph/render/image/"}},
    {"xlsxwriter.h", {"graph/io/formats/report/"}},
    {"sqlite3.h", {"graph/io/formats/database/", "graph/io/tables/"}},
    {"zlib.h",
     {"graph/io/packing/", "graph/io/tables/", "graph/render/image/", "graph/render/page/"}},
    {"zstd.h", {"graph/io/packing/"}},
    {"openssl/", {"graph/io/packing/"}},
    {"expat.h", {"graph/io/xml/"}},
    {"readstat.h", {"graph/io/tables/"}},
    {"unicode/", {"graph/text/"}},
    {"opencc/", {"graph/text/"}},
    {"boost/", {"include/entente/network/", "graph/network/", "graph/algorithm/"}},
    {"fmt/", {"graph/", "tools/"}},
    {"histedit.h", {"tools/entente/terminal/"}},
    {"pybind11/", {"bindings/python/"}},
    {"CLI/", {"tools/entente/"}},
    {"dlfcn.h", {"graph/system/"}},
    {"locale.h", {"graph/base/read_number"}},
    {"xlocale.h", {"graph/base/read_number"}},
    {"fcntl.h", {"graph/system/"}},
    {"malloc.h", {"tools/entente/verbs/heap_room"}},
    {"spawn.h", {"graph/system/"}},
    {"sys/",
     {"graph/system/", "tools/entente/terminal/", "tools/entente/verbs/heap_room",
      "tools/harmless"}},
    {"unistd.h", {"graph/system/", "tools/entente/terminal/", "tools/draw/"}},
    {"csignal", {"graph/system/", "tools/entente/terminal/", "tools/harmless"}},
    {"thread",
     {"graph/base/", "graph/system/", "graph/algorithm/parallel", "tools/entente/terminal/"}},
};

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return text.rfind(beginning, 0) == 0; });
}

// A header of the standard library has neither a folder nor an ending.
bool is_from_outside(const std::string& target) {
  return target.rfind("entente/", 0) != 0 &&
         (target.find('/') != target.npos || target.find('.') != target.npos);
}

const std::vector<fs::path> tops = {root / "graph", root / "include", root / "tools",
                                    root / "bindings"};

TEST(Walls, WhatComesFromOutsideStaysInItsRooms) {
  for (const auto& top : tops)
    for (const auto& include : includes_below(top)) {
      if (include.quoted) continue;
      const auto home = std::find_if(homes.begin(), homes.end(), [&](const Home& each) {
        return include.target.rfind(each.prefix, 0) == 0;
      });
      if (home == homes.end()) {
        EXPECT_FALSE(is_from_outside(include.target)) << where(include) << ", which has no home";
        continue;
      }
      const std::string file = fs::relative(include.file, root).string();
      EXPECT_TRUE(begins_with_one_of(file, home->folders)) << where(include);
    }
}

// A wall around what is no longer there guards nothing.
TEST(Walls, NameNothingThatIsGone) {
  for (const auto& [layer, allowed] : may_use) {
    EXPECT_TRUE(fs::exists(root / "graph" / layer)) << layer;
    for (const std::string& used : allowed) EXPECT_TRUE(may_use.count(used)) << used;
  }
  for (const auto& entry : fs::directory_iterator(root / "graph"))
    if (entry.is_directory()) {
      EXPECT_TRUE(may_use.count(entry.path().filename())) << entry.path();
    }
  std::set<std::string> used;
  for (const auto& top : tops)
    for (const auto& include : includes_below(top)) used.insert(include.target);
  for (const Home& home : homes) {
    EXPECT_TRUE(std::any_of(used.begin(), used.end(), [&](const std::string& target) {
      return target.rfind(home.prefix, 0) == 0;
    })) << home.prefix;
    for (const std::string& folder : home.folders)
      EXPECT_TRUE(fs::exists(root / folder) || fs::exists(root / (folder + ".hpp")) ||
                  fs::exists(root / (folder + ".cpp")))
          << folder;
  }
}

TEST(Walls, NoRoomIsCrowded) {
  constexpr int most_sources = 30;
  std::map<std::string, int> sources;
  for (const auto& top : tops)
    for (const auto& entry : fs::recursive_directory_iterator(top))
      if (entry.path().extension() == ".cpp") ++sources[entry.path().parent_path()];
  EXPECT_GT(sources.size(), 10u);
  for (const auto& [folder, count] : sources) EXPECT_LE(count, most_sources) << folder;
}

// The standard hash of texts is the same in every process: whoever writes the texts can make them
// collide, and a table of them quadratic.
TEST(Walls, TablesOfTextsAreSeeded) {
  const std::set<std::string> of_our_own_texts = {"graph/text/countries.cpp"};
  const std::vector<std::string> unseeded = {
      "std::unordered_map<std::string", "std::unordered_set<std::string", "std::hash<std::string"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "graph")) {
    const std::string file = fs::relative(entry.path(), root).string();
    if (!entry.is_regular_file() || file == "graph/base/text_map.hpp") continue;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const bool has = std::any_of(unseeded.begin(), unseeded.end(), [&](const std::string& table) {
      return text.find(table) != std::string::npos;
    });
    EXPECT_EQ(has, of_our_own_texts.count(file) != 0) << file << ": see base/text_map.hpp";
  }
}

// A look is one value: what a style sheet says of lines is taken from it.
TEST(Walls, WidthsOfLinesComeFromTheTheme) {
  const std::regex number(R"(stroke-(?:width|dasharray)(?::|", *")[.\d])");
  for (const auto& entry : fs::recursive_directory_iterator(root / "graph" / "render")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      if (line.find("///") == std::string::npos) {
        EXPECT_FALSE(std::regex_search(line, number)) << entry.path() << ": " << line;
      }
  }
}

// Two types of one name are one to the linker, which keeps the destructor of either.
TEST(Walls, NoTwoHeadersDefineOneType) {
  const std::regex opens(R"(^(?:inline )?namespace (?:ENTENTE_API )?([\w:]+) \{)");
  const std::regex defines(
      R"(^(?:class|struct|union|enum class) (?:ENTENTE_API )?(\w+)(?: final)?(?: : [^;]*| : [^;]*\{.*)?( \{.*)?$)");
  std::map<std::string, std::set<std::string>> files;
  for (const auto& top : tops)
    for (const auto& entry : fs::recursive_directory_iterator(top)) {
      if (entry.path().extension() != ".hpp") continue;
      std::vector<std::string> inside;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        std::smatch found;
        if (std::regex_search(line, found, opens)) {
          inside.push_back(found[1]);
        } else if (line.rfind("}  // namespace", 0) == 0 && !inside.empty()) {
          inside.pop_back();
        } else if (std::regex_match(line, found, defines)) {
          std::string name;
          for (const std::string& room : inside) name += room + "::";
          files[name + found[1].str()].insert(fs::relative(entry.path(), root));
        }
      }
    }
  EXPECT_GT(files.size(), 500u);
  for (const auto& [name, where] : files)
    EXPECT_EQ(where.size(), 1u) << name << ": " << *where.begin() << ", " << *where.rbegin();
}

// A few headers are asked for by name: some bring in Boost, one another library.
TEST(Walls, TheUmbrellaHeaderHoldsEveryOther) {
  const fs::path folder = root / "include";
  std::set<std::string> named = {"entente/entente.hpp",
                                 "entente/network/boost.hpp",
                                 "entente/network/boost_flow.hpp",
                                 "entente/network/boost_iterators.hpp",
                                 "entente/network/boost_undirected.hpp",
                                 "entente/render/image.hpp"};
  for (const auto& include : includes_below(folder))
    if (include.file.filename() == "entente.hpp") named.insert(include.target);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".hpp") {
      const std::string header = fs::relative(entry.path(), folder).string();
      EXPECT_TRUE(named.count(header)) << "entente/entente.hpp does not include " << header;
    }
}

// A declaration outside such a block is missing from the shared library.
TEST(Walls, PublicHeadersShowWhatTheyDeclare) {
  for (const auto& entry : fs::recursive_directory_iterator(root / "include")) {
    if (entry.path().extension() != ".hpp") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);)
      EXPECT_FALSE(line.rfind("namespace entente", 0) == 0)
          << entry.path() << " opens a namespace without ENTENTE_API";
  }
}

TEST(Walls, ThereIsSomethingToCheck) {
  EXPECT_FALSE(includes_below(root / "include").empty());
}

}  // namespace
