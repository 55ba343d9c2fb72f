#pragma once

/// Inputs that are held in memory, to be read in one way or another.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "facts/build/relation_chunk.hpp"
#include "io/input.hpp"

namespace entente {

struct LoadedInput {
  InputFile file;
  std::optional<InputBytes> bytes = {};  ///< nothing: more than the limit
  bool refused = false;                  ///< by the quick pass of `read_columns`
  std::size_t passes = 0;                ///< over the text so far, if it is one JSON value
};

struct LoadedInputs {
  std::vector<LoadedInput> files = {};
  std::vector<Problem> problems = {};  ///< of folders without any
};

/// @throws IoError as `read_records`.
[[nodiscard]] LoadedInputs load_inputs(const std::vector<std::string>& paths,
                                       const ReadLimits& limits);

/// As `read_records` of their paths. What `read_columns` has refused gets the exact pass alone, so
/// that no text is read more than twice.
[[nodiscard]] ReadResult read_loaded(LoadedInputs& inputs, const ReadLimits& limits);

/// A dossier whose relations are in chunks, which borrow the texts of the inputs and of the
/// keepers.
struct DossierColumns {
  Dossier dossier;
  std::vector<RelationChunk> chunks;
  std::vector<std::shared_ptr<const void>> keepers;
  std::vector<Problem> remarks;
};
/// What a graph needs; nothing if reading finds a problem, even a small one. Several times as fast
/// as reading records.
[[nodiscard]] std::optional<DossierColumns> read_columns(LoadedInputs& inputs,
                                                         const ReadLimits& limits);

}  // namespace entente
