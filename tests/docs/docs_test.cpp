// Every ```console block of the README and the guide is run and compared. A block holds commands
// after "$ " with the output that follows. With ENTENTE_REFRESH=1 the blocks are rewritten from
// what the tool prints.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/import.hpp>
#include <entente/model/problem.hpp>

#include "support/text_match.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path root = ENTENTE_SOURCE_DIR;

std::string output_of(const std::string& command) {
  const std::string line = "cd '" + root.string() +
                           "' && export PATH='" ENTENTE_TOOL_DIR
                           "':$PATH LC_ALL=C.UTF-8 NO_COLOR=1 && { " +
                           command + "\n} 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return "cannot start a shell";
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    text.append(buffer.data(), n);
  pclose(pipe);
  return text;
}

std::string read(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A page as it should be: the text outside console blocks as it stands, the blocks with their
// output made anew.
struct Page {
  std::string text;
  int commands = 0;
};

Page rerun(const std::string& written) {
  Page page;
  std::istringstream in(written);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "```console")
      inside = true;
    else if (line == "```")
      inside = false;
    if (inside && line != "```console" && line.rfind("$ ", 0) != 0) continue;
    page.text += line + '\n';
    if (!inside || line.rfind("$ ", 0) != 0) continue;
    ++page.commands;
    page.text += output_of(line.substr(2));
    if (page.text.back() != '\n') page.text += '\n';
  }
  return page;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found = {root / "README.md", root / "CONTRIBUTING.md",
                                 root / "examples/README.md", root / "data/japan-nato/README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Docs, ShowWhatTheToolPrints) {
  const bool refresh = std::getenv("ENTENTE_REFRESH") != nullptr;
  int commands = 0;
  for (const auto& file : pages()) {
    const std::string written = read(file);
    const Page page = rerun(written);
    commands += page.commands;
    if (refresh && page.text != written) std::ofstream(file) << page.text;
    if (!refresh) {
      EXPECT_EQ(written, page.text)
          << "in " << fs::relative(file, root) << "; the target refresh-docs rewrites it";
    }
  }
  EXPECT_GE(commands, 5) << "the README alone answers five questions";
}

// Text with every run of white space as one blank, so that layout does not matter.
std::string flat(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return result;
}

// What the blocks of a language in a page hold.
std::vector<std::string> blocks(const std::string& page, const std::string& language) {
  std::vector<std::string> found;
  const std::string fence = "```" + language + "\n";
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    found.push_back(page.substr(at, page.find("\n```", at) - at));
  }
  return found;
}

// The text of all files below these folders that end so.
std::string texts_below(const std::vector<fs::path>& folders, const std::string& ending) {
  std::string text;
  for (const fs::path& folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string name = entry.path().filename().string();
      if (name.size() >= ending.size() &&
          name.compare(name.size() - ending.size(), ending.size(), ending) == 0)
        text += read(entry.path()) + '\n';
    }
  return flat(text);
}

// The lines of a text that are not blank, each flat.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (!flat(line).empty()) lines.push_back(flat(line));
  return lines;
}

// Programs in the guide are ones that the tests build and run.
TEST(Docs, ShowOnlyProgramsThatAreBuilt) {
  const std::string built = texts_below({"examples", "tests/install"}, ".cpp");
  for (const auto& file : pages())
    for (const std::string& block : blocks(read(file), "cpp"))
      EXPECT_NE(built.find(flat(block)), std::string::npos)
          << "in " << fs::relative(file, root) << ": nothing builds\n"
          << block;
}

TEST(Docs, ShowOnlyBuildFilesThatAreTried) {
  const std::string built = texts_below({"tests/install"}, "CMakeLists.txt");
  for (const auto& file : pages())
    for (const std::string& block : blocks(read(file), "cmake"))
      for (const std::string& line : lines_of(block))
        EXPECT_NE(built.find(line), std::string::npos)
            << "in " << fs::relative(file, root) << ": no test has the line " << line;
}

// A block of JSON is a dossier, one of its records, or a mapping.
TEST(Docs, ShowOnlyDossiersThatAreRead) {
  for (const auto& file : pages())
    for (const std::string& block : blocks(read(file), "json")) {
      if (block.find("entente-mapping/1") != std::string::npos) {
        EXPECT_NO_THROW(static_cast<void>(entente::import_tables({}, {block, "block.json"})))
            << "in " << fs::relative(file, root) << '\n'
            << block;
        continue;
      }
      std::string text = block;
      if (text.find("\"entities\"") == std::string::npos) {
        const char* list = text.find("\"type\"") == std::string::npos ? "entities" : "relations";
        text = std::string(R"({"format": "entente/1", "title": {"en": "A block"},
 "vocabulary": "diplomacy", ")") +
               list + "\": [" + text + "]}";
      }
      const auto result = entente::read_records_from_text(text, "block.json");
      EXPECT_TRUE(result.problems.empty())
          << "in " << fs::relative(file, root) << ": "
          << (result.problems.empty() ? "" : describe(result.problems.front())) << '\n'
          << block;
    }
}

// Links lead to files that are there; those to other sites are not followed.
TEST(Docs, LinksLeadSomewhere) {
  int links = 0;
  for (const auto& file : pages()) {
    const std::string page = read(file);
    for (const entente::test::TextMatch& match :
         entente::test::matches_in(page, R"(\]\(([^)#]+)(#[^)]*)?\))")) {
      const std::string& target = match[1];
      if (target.find("://") != std::string::npos) continue;
      ++links;
      EXPECT_TRUE(fs::exists(file.parent_path() / target))
          << "in " << fs::relative(file, root) << ": " << target;
    }
  }
  EXPECT_GE(links, 10);
}

// Characters, not bytes; a table's row, a picture and a block of code are as long as they must be.
TEST(Docs, LinesAreShort) {
  constexpr std::ptrdiff_t longest = 120;
  for (const auto& file : pages()) {
    std::istringstream in(read(file));
    bool code = false;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.find("```") != std::string::npos) code = !code;
      if (code || line.starts_with("    ") || line.starts_with("|") || line.starts_with("!") ||
          line.starts_with("[!"))
        continue;
      const auto length = std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
      });
      EXPECT_LE(length, longest) << fs::relative(file, root) << ':' << number;
    }
  }
}

}  // namespace
