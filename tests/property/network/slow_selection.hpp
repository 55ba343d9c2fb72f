#pragma once

/// Which relations a selection keeps whatever their dates, by the letter.

#include <algorithm>
#include <string>

#include "slow_inference.hpp"

namespace entente::verify {

inline bool fits(const Dossier& dossier, const Vocabulary& vocabulary, const Selection& selection,
                 const Relation& relation) {
  const auto among = [](const auto& list, const auto& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
  };
  const auto of_kind = [&](const std::string& end) {
    return selection.kinds.empty() ||
           std::any_of(selection.kinds.begin(), selection.kinds.end(),
                       [&](const std::string& kind) {
                         return vocabulary.is_a(entity_of(dossier, end).kind, kind);
                       });
  };
  const bool sourced =
      selection.sources.empty() ||
      std::any_of(relation.evidence.begin(), relation.evidence.end(),
                  [&](const Evidence& e) { return among(selection.sources, e.source); });
  return among(selection.types, relation.type) && among(selection.modalities, relation.modality) &&
         of_kind(relation.from) && of_kind(relation.to) && sourced;
}

}  // namespace entente::verify
