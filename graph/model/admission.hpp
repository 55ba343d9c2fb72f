#pragma once

/// What a vocabulary lets relations run between and rest on.

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/model/vocabulary.hpp>

#include "model/references.hpp"

namespace entente {

/// Which relations a vocabulary admits, worked out once for each type and pair of kinds.
class Admission {
 public:
  /// Borrows both. `kinds` are those of entities, by row.
  Admission(const Vocabulary& vocabulary, std::span<const std::uint32_t> kinds)
      : vocabulary_(vocabulary), kinds_(kinds) {}

  /// Whether the type runs between entities of these kinds; true if a part is unknown.
  [[nodiscard]] bool admits(const RelationRows& rows);
  /// The same by rows of the vocabulary.
  [[nodiscard]] bool admits(std::uint32_t type, std::uint32_t from_kind, std::uint32_t to_kind);

 private:
  const Vocabulary& vocabulary_;
  std::span<const std::uint32_t> kinds_;
  struct Known {
    std::uint64_t key = 0;
    bool admitted = false;
  };
  std::unordered_map<std::uint64_t, bool> admitted_;  // by type and both kinds, counted from 1
  std::array<Known, 256> recent_ = {};                // the same, each key at one place
};

/// Which kinds of a vocabulary are documents.
[[nodiscard]] std::vector<bool> document_kinds(const Vocabulary& vocabulary);

/// Which entities are documents.
class Documents {
 public:
  /// Borrows the kinds of entities, by row.
  Documents(const Vocabulary& vocabulary, std::span<const std::uint32_t> kinds)
      : kinds_(kinds), documents_(document_kinds(vocabulary)) {}
  [[nodiscard]] bool hold(std::uint32_t entity) const {
    return kinds_[entity] != no_row && documents_[kinds_[entity]];
  }

 private:
  std::span<const std::uint32_t> kinds_;
  std::vector<bool> documents_;  // by kind
};

/// A step from one row to another.
using RowStep = std::pair<std::uint32_t, std::uint32_t>;

/// Whether some of the steps lead in a circle. Cost: linear.
[[nodiscard]] bool has_circle(const std::vector<RowStep>& steps);

}  // namespace entente
