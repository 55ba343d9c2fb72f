#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "support/text_match.hpp"

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Codes stand first in the braces that make a finding: {"bad-date", or {Severity::error,
// "no-dossier",
TEST(ValidationPage, ListsEveryCode) {
  const std::filesystem::path root = ENTENTE_SOURCE_DIR;
  const std::string page = text_of(root / "docs/validation.md");
  const std::string code =
      R"re((?:\{|\{Severity::error, |warn\(|refuse\(source, |add\(.*, )"([a-z0-9]+(?:-[a-z0-9]+)+)",)re";
  std::set<std::string> codes;
  for (const char* folder : {"graph/io", "graph/model"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file() || entry.path().parent_path().filename() == "formats") continue;
      const std::string source = text_of(entry.path());
      for (const entente::test::TextMatch& match : entente::test::matches_in(source, code))
        codes.insert(match[1]);
    }
  EXPECT_GE(codes.size(), 30u);
  for (const std::string& one : codes)
    EXPECT_NE(page.find('`' + one + '`'), page.npos) << one << " is not explained";
}

}  // namespace
