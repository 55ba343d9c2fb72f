// Records that become text on several threads: the same file, and the same losses, as on one.

#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "base/threads.hpp"
#include "property/io/random_dossier.hpp"

namespace entente {
namespace {

using testing_support::Chance;
using testing_support::random_dossier;

/// Files under their names.
class Texts : public OutputFiles {
 public:
  std::ostream& open(const std::string& name) override { return files_[name]; }
  [[nodiscard]] std::string all() const {
    std::string text;
    for (const auto& [name, file] : files_) text += name + "\n" + file.str();
    return text;
  }

 private:
  std::map<std::string, std::ostringstream> files_;
};

/// The file, or the files, and what was lost on the way.
std::string written(const DossierFormat& format, const Dossier& dossier, unsigned threads) {
  const ThreadScope scope(threads);
  const Vocabulary vocabulary = builtin_vocabulary();
  if (format.is_folder()) {
    Texts files;
    const LossReport losses = format.write_files(files, dossier, vocabulary, {});
    return files.all() + to_json(losses);
  }
  std::ostringstream out;
  const LossReport losses = format.write(out, dossier, vocabulary, {});
  return out.str() + to_json(losses);
}

/// Random records, more than threads take at a time.
Dossier long_dossier(Chance& chance) {
  constexpr std::size_t most = 3000;
  Dossier all;
  for (std::size_t part = 0; all.relations.size() < most || all.entities.size() < most; ++part) {
    const std::string suffix = "-" + std::to_string(part);
    Dossier few = random_dossier(chance);
    for (Entity& entity : few.entities) {
      entity.id += suffix;
      all.entities.push_back(std::move(entity));
    }
    for (Relation& relation : few.relations) {
      relation.id += suffix;
      relation.from += suffix;
      relation.to += suffix;
      all.relations.push_back(std::move(relation));
    }
  }
  return all;
}

class WrittenByThreads : public testing::TestWithParam<std::string> {};

TEST_P(WrittenByThreads, IsWhatOneThreadWrites) {
  const DossierFormat& format = *find_dossier_format(GetParam());
  Chance chance;
  SCOPED_TRACE(chance.name());
  const Dossier dossier = long_dossier(chance);
  const std::string alone = written(format, dossier, 1);
  EXPECT_GT(alone.size(), 3000U);
  // Not EXPECT_EQ, which would print both.
  EXPECT_TRUE(written(format, dossier, 4) == alone);
}

/// All but Mermaid, which refuses so many.
std::vector<std::string> text_formats() {
  std::vector<std::string> names;
  for (const DossierFormat& format : dossier_formats())
    if (format.is_written() && format.content == Content::text && format.name != "mermaid")
      names.emplace_back(format.name);
  return names;
}

std::string word_of(const testing::TestParamInfo<std::string>& one) {
  std::string word = one.param;
  for (char& c : word)
    if (c == '-') c = '_';
  return word;
}

INSTANTIATE_TEST_SUITE_P(Formats, WrittenByThreads, testing::ValuesIn(text_formats()), word_of);

}  // namespace
}  // namespace entente
