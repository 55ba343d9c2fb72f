#pragma once

// What a format writes, held in memory.

#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <entente/io/conversion_report.hpp>
#include <entente/io/format_list.hpp>

namespace entente::test {

/// Whether a format can be read here: DOT needs a program of its own.
inline bool is_readable_here(const DossierFormat& format) {
  if (format.name != "dot") return format.is_read();
#ifdef ENTENTE_DOT_PROGRAM
  setenv("ENTENTE_DOT", ENTENTE_DOT_PROGRAM, 1);
  return true;
#else
  return false;
#endif
}

class FilesInMemory : public OutputFiles {
 public:
  std::ostream& open(const std::string& name) override {
    end();
    files_.push_back({name, {}});
    return text_.emplace();
  }
  std::vector<WrittenFile> take() {
    end();
    return files_;
  }

 private:
  void end() {
    if (text_) files_.back().bytes = text_->str();
    text_.reset();
  }
  std::vector<WrittenFile> files_;
  std::optional<std::ostringstream> text_;
};

inline std::pair<std::vector<WrittenFile>, LossReport> written_files_of(
    const DossierFormat& format, const Dossier& dossier, const Vocabulary& vocabulary,
    const ConvertOptions& options = {}) {
  if (format.is_folder()) {
    FilesInMemory files;
    LossReport losses = format.write_files(files, dossier, vocabulary, options);
    return {files.take(), std::move(losses)};
  }
  std::ostringstream out;
  LossReport losses = format.write(out, dossier, vocabulary, options);
  return {{{"file", out.str()}}, std::move(losses)};
}

}  // namespace entente::test
