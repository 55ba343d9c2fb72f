// Every ```console block of the README and the guide is run and compared. A block holds commands
// after "$ " with the output that follows. With ENTENTE_REFRESH=1 the blocks are rewritten from
// what the tool prints.

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
  std::vector<fs::path> found = {root / "README.md", root / "data/japan-nato/README.md"};
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

}  // namespace
