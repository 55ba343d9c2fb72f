#pragma once

/// A dossier on its way into another format: what is written of it, and what that loses.

#include <iosfwd>
#include <string>
#include <vector>

#include <entente/answer/question.hpp>
#include <entente/answer/table.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/convert.hpp>
#include <entente/model/problem.hpp>

namespace entente::tool {

/// What of a dossier is written, into which format, and how.
struct Conversion {
  const DossierFormat& target;
  Dossier dossier;
  Vocabulary vocabulary;
  ConvertOptions options;
  std::vector<std::string> other_ends;  ///< see answers::Extract

  [[nodiscard]] LossReport write_to(std::ostream& out) const;
  [[nodiscard]] LossReport write_to(OutputFiles& files) const;
};

/// What the question selects.
[[nodiscard]] Conversion conversion_of(const answers::Question& question,
                                       const DossierFormat& target, answers::Cells cells);

/// What is written, packed if the file's name says so, and what that loses.
struct Written {
  std::vector<WrittenFile> files;
  LossReport losses;
};

/// The same in memory; an empty name stands for standard output.
[[nodiscard]] Written written(const Conversion& conversion, const std::string& file);

/// What reading another program's file has changed, which was reported then.
[[nodiscard]] LossReport changed_in_reading(const std::vector<Problem>& remarks);
/// Whether any of it is lost; what is kept otherwise is not.
[[nodiscard]] bool is_lossless(const LossReport& reading);

}  // namespace entente::tool
