#pragma once

/// Inputs that are held in memory, to be read in one way or another.

#include <optional>
#include <string>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "facts/relation_chunk.hpp"
#include "io/input.hpp"

namespace entente {

struct LoadedInput {
  InputFile file;
  std::optional<InputBytes> bytes = {};  ///< nothing: more than the limit
};

struct LoadedInputs {
  std::vector<LoadedInput> files = {};
  std::vector<Problem> problems = {};  ///< of folders without any
};

/// @throws IoError as `read_records`.
[[nodiscard]] LoadedInputs load_inputs(const std::vector<std::string>& paths,
                                       const ReadLimits& limits);

/// As `read_records` of their paths.
[[nodiscard]] ReadResult read_loaded(const LoadedInputs& inputs, const ReadLimits& limits);

/// A dossier whose relations are in chunks, which borrow the texts of the inputs.
struct DossierColumns {
  Dossier dossier;
  std::vector<RelationChunk> chunks;
};
/// What a graph needs; nothing if reading finds a problem, even a small one. Several times as fast
/// as reading records.
[[nodiscard]] std::optional<DossierColumns> read_columns(const LoadedInputs& inputs,
                                                         const ReadLimits& limits);

}  // namespace entente
