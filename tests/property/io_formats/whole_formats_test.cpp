// Formats that hold all of a dossier: what was written is read back the same.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "property/io/random_dossier.hpp"
#include "support/folder.hpp"
#include "support/output_folder.hpp"

namespace entente {
namespace {

using test::Folder;
using test::OutputFolder;
using testing_support::Chance;
using testing_support::random_dossier;

std::string canonical(const Dossier& dossier) {
  std::ostringstream out;
  write_json(out, dossier);
  return out.str();
}

/// Writes a dossier and gives the path of what was written.
std::string written(const DossierFormat& format, const Dossier& dossier, const Folder& folder) {
  const Vocabulary vocabulary = builtin_vocabulary();
  if (format.is_folder()) {
    OutputFolder files(folder);
    static_cast<void>(format.write_files(files, dossier, vocabulary, {}));
    files.close();
    return folder.path().string();
  }
  const std::string path = folder.at("file" + std::string(format.endings.front()));
  std::ofstream out(path, std::ios::binary);
  static_cast<void>(format.write(out, dossier, vocabulary, {}));
  return path;
}

class WholeFormats : public testing::TestWithParam<const char*> {};

TEST_P(WholeFormats, GiveBackWhatWasWritten) {
  const DossierFormat& format = *find_dossier_format(GetParam());
  Chance chance;
  SCOPED_TRACE(chance.name());
  for (int round = 0; round < 200; ++round) {
    const Dossier dossier = random_dossier(chance);
    if (dossier.entities.empty() && dossier.relations.empty()) continue;
    const Folder folder;
    const std::string path = written(format, dossier, folder);
    const ReadResult result = read_records({path}, {.format = std::string(format.name)});
    ASSERT_TRUE(result.problems.empty()) << describe(result.problems.front()) << "\n"
                                         << canonical(dossier);
    ASSERT_EQ(canonical(result.dossier), canonical(dossier));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, WholeFormats, testing::Values("ftm", "neo4j", "sqlite"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace entente
