#include "verbs/conversion.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <sstream>
#include <string_view>
#include <utility>

#include <entente/answer/extract.hpp>
#include <entente/io/compression.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/text/language.hpp>

namespace entente::tool {
namespace {

/// Files of a folder format, kept in memory.
class FilesInMemory : public OutputFiles {
 public:
  std::ostream& open(const std::string& name) override {
    end();
    files_.push_back({name, {}});
    return text_.emplace();
  }
  [[nodiscard]] std::vector<WrittenFile> take() && {
    end();
    return std::move(files_);
  }

 private:
  void end() {
    if (text_) files_.back().bytes = std::move(*text_).str();
    text_.reset();
  }

  std::vector<WrittenFile> files_;
  std::optional<std::ostringstream> text_;
};

LossReport with_other_ends(const Conversion& conversion, LossReport losses) {
  for (const std::string& relation : conversion.other_ends)
    losses.add("inferred-ends", "ends are inferred otherwise where the rest is missing", relation);
  return losses;
}

}  // namespace

LossReport Conversion::write_to(std::ostream& out) const {
  return with_other_ends(*this, target.write(out, dossier, vocabulary, options));
}

LossReport Conversion::write_to(OutputFiles& files) const {
  return with_other_ends(*this, target.write_files(files, dossier, vocabulary, options));
}

Conversion conversion_of(const answers::Question& question, const DossierFormat& target,
                         answers::Cells cells) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  answers::Extract extract = answers::extract_of(question, facts);
  Conversion conversion{target,
                        std::move(extract.dossier),
                        question.graph.vocabulary(),
                        {},
                        std::move(extract.other_ends)};
  Dossier& dossier = conversion.dossier;
  dossier.vocabularies = own_vocabularies(dossier.vocabularies, conversion.vocabulary);
  ConvertOptions& options = conversion.options;
  options.languages = LanguagePreference::parse(question.languages).tags();
  options.selection = answers::selection_text(question);
  if (cells == answers::Cells::raw) options.formulas = Formulas::raw;
  if (!target.is_own()) options.marks = answers::marks_of(question, facts);
  return conversion;
}

Written written(const Conversion& conversion, const std::string& file) {
  Written result;
  if (conversion.target.is_folder()) {
    FilesInMemory files;
    result.losses = conversion.write_to(files);
    result.files = std::move(files).take();
    return result;
  }
  std::ostringstream out;
  CompressedOutput packed(out, compression_of(file));
  result.losses = conversion.write_to(packed.stream());
  packed.finish();
  result.files.push_back({file.empty() ? "<stdout>" : file, std::move(out).str()});
  return result;
}

LossReport changed_in_reading(const std::vector<Problem>& remarks) {
  LossReport losses;
  for (const Problem& remark : remarks)
    for (std::size_t i = 0; i < remark.times; ++i)
      losses.add(remark.code, remark.message,
                 i > 0 ? std::string()
                       : remark.file + ':' + std::to_string(remark.line) + ':' +
                             std::to_string(remark.column));
  return losses;
}

bool is_lossless(const LossReport& reading) {
  constexpr std::array<std::string_view, 5> kept_otherwise = {"spells", "hierarchy", "nested-graph",
                                                              "visible-edit", "unlisted-node"};
  return std::ranges::all_of(reading.losses(), [&](const Loss& loss) {
    return std::ranges::find(kept_otherwise, loss.code) != kept_otherwise.end();
  });
}

}  // namespace entente::tool
