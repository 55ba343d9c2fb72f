#pragma once

/// The part of a snapshot that is no column: vocabulary, titles, sources.

#include <span>
#include <string>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/snapshot/snapshot.hpp>

namespace entente::snapshot {

struct Words {
  Vocabulary vocabulary;
  Labels titles;
  std::vector<std::string> vocabularies;
  std::vector<SnapshotSource> sources;
};

[[nodiscard]] std::vector<char> encode(const Words& words);
/// @throws Error `bad-snapshot`, InvalidArgument `bad-vocabulary` if the bytes are none.
[[nodiscard]] Words decode(std::span<const char> bytes);

}  // namespace entente::snapshot
