// Whatever a dossier holds, in whatever format it is written: the file and its report together are
// the dossier, byte for byte, and nothing is lost that the report does not count.

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/io/conversion_report.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "property/io/random_dossier.hpp"
#include "property/io/written_files.hpp"

namespace entente {
namespace {

using test::is_readable_here;
using test::written_files_of;
using testing_support::Chance;
using testing_support::random_dossier;

int conversion_rounds() {
  const char* given = std::getenv("ENTENTE_ROUNDS");
  return given == nullptr ? 1000 : std::atoi(given);
}

std::string canonical(const Dossier& dossier) {
  std::ostringstream out;
  write_json(out, dossier);
  return out.str();
}

void expect_restored(const DossierFormat& format, const Dossier& dossier,
                     const Vocabulary& vocabulary) {
  const auto [files, losses] = written_files_of(format, dossier, vocabulary);
  const ConversionReport report = report_on(format, files, dossier, losses);
  EXPECT_TRUE(report.patch.empty() || !report.summary.empty()) << format.name;
  const ConversionReport again = read_conversion_report(to_json(report), "report.json");
  EXPECT_EQ(again.target_sha256, sha256_of(files));
  Dossier read_back;
  if (format.is_read()) read_back = read_written(format, files).dossier;
  const Restoration restoration = restored(again, std::move(read_back));
  EXPECT_TRUE(restoration.misfits.empty());
  ASSERT_EQ(canonical(restoration.dossier), canonical(dossier)) << format.name;
}

class AConversionTo : public testing::TestWithParam<std::string> {};

TEST_P(AConversionTo, IsTheOriginalTogetherWithItsReport) {
  const std::string own = R"({"format": "entente-vocabulary/1", "name": "mine", )"
                          R"("kinds": [{"id": "fleet", "labels": {"ja": "艦隊"}}], "types": []})";
  const Vocabulary vocabulary = builtin_vocabulary();
  const DossierFormat& format = *find_dossier_format(GetParam());
  if (format.is_read() && !is_readable_here(format)) GTEST_SKIP() << "not readable in this build";
  Chance chance;
  SCOPED_TRACE(chance.name());
  // A child for each DOT takes its time.
  const int rounds_here = format.name == "dot" ? conversion_rounds() / 10 : conversion_rounds();
  for (int round = 0; round < rounds_here; ++round) {
    Dossier dossier = random_dossier(chance);
    if (chance.one_in(4)) dossier.vocabularies.emplace_back(own);
    expect_restored(format, dossier, vocabulary);
    if (HasFatalFailure()) return;
  }
}

std::vector<std::string> written_formats() {
  std::vector<std::string> names;
  for (const DossierFormat& format : dossier_formats())
    if (format.is_written()) names.emplace_back(format.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Formats, AConversionTo, testing::ValuesIn(written_formats()),
                         [](const auto& one) {
                           std::string name = one.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

/// What is sound for other programs: ids that are words, texts without controls.
TEST(AConversion, OfAnOrdinaryDossierNeedsNoReport) {
  const CheckedDossier checked = check_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
  for (const DossierFormat& format : dossier_formats()) {
    if (!format.is_written() || !is_readable_here(format)) continue;
    const auto [files, losses] = written_files_of(format, checked.dossier, checked.vocabulary);
    const ConversionReport report = report_on(format, files, checked.dossier, losses);
    EXPECT_EQ(report.patch, std::vector<std::string>()) << format.name;
    EXPECT_LT(to_json(report).size(), 1000U) << format.name;
  }
}

TEST(AConversion, WritesTheSameBytesAgain) {
  Chance chance;
  const Dossier dossier = random_dossier(chance);
  for (const DossierFormat& format : dossier_formats()) {
    if (!format.is_written()) continue;
    const auto once = written_files_of(format, dossier, builtin_vocabulary());
    const auto twice = written_files_of(format, dossier, builtin_vocabulary());
    EXPECT_EQ(sha256_of(once.first), sha256_of(twice.first)) << format.name;
  }
}

}  // namespace
}  // namespace entente
