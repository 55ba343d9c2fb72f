/// Whole answers compared with files: a file holds a line of shell behind `$ `, the output it must
/// give, what it must say on stderr, and its exit status. `cmake --build … --target
/// refresh-goldens` writes them anew, to be reviewed.

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(ENTENTE_SOURCE_DIR "/tests/golden/cli"))
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::string transcript(const std::string& line) {
  const Outcome outcome = run_shell(line);
  std::string text = "$ " + line + "\n" + outcome.out;
  if (!outcome.err.empty()) text += "-- stderr --\n" + outcome.err;
  if (outcome.status != 0) text += "-- exit " + std::to_string(outcome.status) + " --\n";
  return text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatTheToolAnswers) {
  const fs::path file = fs::path(ENTENTE_SOURCE_DIR "/tests/golden/cli") / (GetParam() + ".txt");
  const std::string expected = read_file(file);
  ASSERT_TRUE(expected.starts_with("$ ")) << file << " must begin with a command";
  const std::string line = expected.substr(2, expected.find('\n') - 2);
  const std::string actual = transcript(line);
  if (std::getenv("ENTENTE_REFRESH_GOLDENS") != nullptr) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, expected);
}

INSTANTIATE_TEST_SUITE_P(Files, Golden, testing::ValuesIn(golden_files()), [](const auto& file) {
  std::string name = file.param;
  std::ranges::replace_if(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace entente::test
