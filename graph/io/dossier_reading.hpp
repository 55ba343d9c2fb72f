#pragma once

/// A dossier on its way from one input after another.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/format_list.hpp>

#include "io/formats/foreign.hpp"
#include "io/input.hpp"
#include "io/json/json_part.hpp"
#include "io/loaded_inputs.hpp"
#include "io/uniting.hpp"

namespace entente {

class DossierReading {
 public:
  /// @throws InvalidArgument `unknown-format`
  explicit DossierReading(const ReadLimits& limits, RelationsAs relations = RelationsAs::records);

  void add_problems(const std::vector<Problem>& problems);

  /// Without bytes it was larger than the limit.
  PartKind read_input(const InputFile& input, const std::optional<InputBytes>& bytes,
                      JsonPasses passes = JsonPasses::quick_then_exact);

  /// The bytes must stay while relations are columns, and those of a folder until `finish`.
  PartKind read_part(const InputBytes& bytes, const InputFile& input,
                     JsonPasses passes = JsonPasses::quick_then_exact);

  /// Reads an input that is held, and notes in it what became of it.
  void read_loaded(LoadedInput& input, JsonPasses passes);

  /// Whether files that were read are still needed.
  [[nodiscard]] bool holds_files() const { return !folder_.files.empty(); }

  [[nodiscard]] ReadResult finish() &&;
  [[nodiscard]] std::optional<DossierColumns> finish_columns() &&;

 private:
  /// Files that are one input together, whether they lie in a folder or are named one by one.
  struct Folder {
    const DossierFormat* format = nullptr;
    std::size_t number = 0;
    std::vector<ForeignFile> files = {};
  };

  /// Of what is not ours graphs alone are read quickly.
  PartKind read_foreign(const DossierFormat& format, std::string_view text, const InputFile& input,
                        JsonPasses passes);
  void end_folder();
  /// By the dossier's vocabulary, which is read when it is first asked; one that is wrong knows no
  /// type and no kind.
  [[nodiscard]] Meanings meanings() const;
  void refuse_large(const InputFile& input);
  void require_header();

  ReadLimits limits_;
  DossierDraft draft_;
  Folder folder_;
};

}  // namespace entente
