#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/load.hpp>
#include <entente/io/schema.hpp>

namespace entente {
namespace {

std::vector<std::string> samples(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/schema/" + folder))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(Schema, IsCompiledIn) {
  std::ifstream file(ENTENTE_SOURCE_DIR "/data/schema/dossier.schema.json");
  EXPECT_EQ(dossier_schema(), std::string(std::istreambuf_iterator<char>(file), {}));
}

// tests/schema/check_schema.py asks the schema about the same files.
TEST(Schema, AgreesWithTheReader) {
  EXPECT_GE(samples("good").size(), 3u);
  EXPECT_GE(samples("bad").size(), 20u);
  for (const std::string& path : samples("good"))
    for (const Problem& problem : check_dossier({path}).problems)
      EXPECT_EQ(problem.severity, Severity::warning) << describe(problem);
  for (const std::string& path : samples("bad"))
    EXPECT_TRUE(has_errors(check_dossier({path}).problems)) << path;
}

TEST(Problems, ComeWithAHint) {
  for (const std::string& path : samples("bad"))
    for (const Problem& problem : check_dossier({path}).problems)
      EXPECT_FALSE(problem.hint.empty()) << describe(problem);
}

}  // namespace
}  // namespace entente
