// Columns of formats with typed cells: numbers are found by other programs whatever stands beside
// them, and read back as what they were.

#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/conversion_report.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::records_of;
using testing::HasSubstr;

class Files : public OutputFiles {
 public:
  std::ostream& open(const std::string& name) override {
    end();
    files_.push_back({name, {}});
    return text_;
  }
  std::vector<WrittenFile> take() {
    end();
    return files_;
  }

 private:
  void end() {
    if (!files_.empty()) files_.back().bytes = text_.str();
    text_.str({});
  }

  std::vector<WrittenFile> files_;
  std::ostringstream text_;
};

std::vector<WrittenFile> written(const std::string& name, const Dossier& dossier) {
  const DossierFormat& format = *find_dossier_format(name);
  if (format.is_folder()) {
    Files files;
    static_cast<void>(format.write_files(files, dossier, builtin_vocabulary(), {}));
    return files.take();
  }
  std::ostringstream out;
  static_cast<void>(format.write(out, dossier, builtin_vocabulary(), {}));
  return {{"file", out.str()}};
}

Dossier with(const std::vector<Attributes>& attributes) {
  Dossier dossier{.titles = {{"en", "T"}}, .vocabularies = {"diplomacy"}};
  for (const Attributes& each : attributes)
    dossier.entities.push_back({.id = "e" + std::to_string(dossier.entities.size()),
                                .kind = "country",
                                .attributes = each});
  dossier.relations.push_back({.id = "r", .type = "partner_of", .from = "e0", .to = "e1"});
  return dossier;
}

const std::vector<std::string> formats = {"graphml", "gexf", "csv", "tsv"};

TEST(MixedColumns, AreThoseOfNumbersBesideAnythingElse) {
  const Dossier dossier = with({{{"weight", Scalar(std::int64_t{3})}},
                                {{"weight", Scalar(2.5)}},
                                {{"weight", Scalar(3.0)}},
                                {{"weight", Scalar(std::int64_t{9'007'199'254'740'993})}},
                                {{"weight", Scalar(std::string("n/a"))}},
                                {{"weight", Scalar()}},
                                {{"weight", std::vector<Scalar>{Scalar(true)}}}});
  for (const std::string& name : formats) {
    const std::vector<WrittenFile> files = written(name, dossier);
    EXPECT_EQ(records_of(read_written(*find_dossier_format(name), files).dossier),
              records_of(dossier))
        << name;
  }
  EXPECT_THAT(written("graphml", dossier).front().bytes,
              HasSubstr(R"(attr.name="weight" attr.type="double")"));
}

TEST(MixedColumns, AreNoTwoThatDifferInCaseAlone) {
  const Dossier dossier = with({{{"Weight", Scalar(2.5)}, {"weight", Scalar(3.5)}},
                                {{"Share", Scalar(std::int64_t{1})}, {"note", Scalar(true)}}});
  for (const std::string& name : formats)
    EXPECT_EQ(records_of(read_written(*find_dossier_format(name), written(name, dossier)).dossier),
              records_of(dossier))
        << name;
}

}  // namespace
}  // namespace entente
