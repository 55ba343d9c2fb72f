/// The files of the dossier are as the canonical writer writes them, so that a change of one fact
/// is a small difference. With ENTENTE_REFRESH=1 they are written anew.

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>

namespace entente::test {
namespace {

namespace fs = std::filesystem;

using Writer = void (*)(std::ostream&, const Dossier&);

const fs::path folder = ENTENTE_SOURCE_DIR "/data/japan-nato";

std::vector<std::string> files() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json") found.push_back(entry.path().filename().string());
  std::ranges::sort(found);
  return found;
}

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::string written(Writer write, const Dossier& dossier) {
  std::ostringstream text;
  write(text, dossier);
  return text.str();
}

class File : public testing::TestWithParam<std::string> {};

TEST_P(File, IsInCanonicalLayout) {
  const fs::path file = folder / GetParam();
  const std::string canonical = written(write_json, read_dossier({file.string()}));
  if (std::getenv("ENTENTE_REFRESH") != nullptr) std::ofstream(file, std::ios::binary) << canonical;
  EXPECT_TRUE(text_of(file) == canonical) << "the target format-dossier writes it anew";
}

INSTANTIATE_TEST_SUITE_P(Dossier, File, testing::ValuesIn(files()), [](const auto& file) {
  std::string name = file.param.substr(0, file.param.rfind('.'));
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

TEST(Layout, StaysTheSameThroughReadingAndWriting) {
  const Dossier dossier = read_dossier({folder.string()});
  for (const Writer write : {Writer{write_json}, Writer{write_json_lines}}) {
    const std::string once = written(write, dossier);
    const ReadResult again = read_records_from_text(once, "written");
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(again.dossier.entities.size(), dossier.entities.size());
    EXPECT_EQ(again.dossier.relations.size(), dossier.relations.size());
    EXPECT_TRUE(written(write, again.dossier) == once);
  }
}

}  // namespace
}  // namespace entente::test
