#pragma once

/// What a large picture says with fewer lines and boxes.

#include <string>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

#include "render/diagram/fold/twins.hpp"

namespace entente {

/// Pictures of no more entities are drawn as they are.
inline constexpr std::size_t folded_above = 25;

/// How many things were folded into others.
struct Folded {
  std::size_t agreements = 0;  ///< of two parties, drawn as a line between these
  std::size_t posts = 0;       ///< written below their holder
  std::size_t twins = 0;       ///< boxes that share one with others
  std::size_t hub_ties = 0;    ///< written in the boxes of what they are tied to
};

/// Folds, in this order: a plan and the report of one deed into one line; parallel ties of one
/// class and modality into one with their number; posts that nothing else hangs on into their
/// holder; agreements and events of two parties into a line between these that has their name; the
/// ties of hubs, which are those named (ascending) and all that have more than 25 lines, into words
/// inside what they lead to; entities of one kind with the same ties and value drawn into one box
/// with all their names. What is stressed stays, and so do the ties between two hubs. Every
/// relation stays in an edge's tooltip or in a node's words. Every entity and relation that is
/// folded stands in `stands_for`, `entities` or `relations`.
Folded fold(Diagram& diagram, const std::vector<std::string>& hubs, const Vocabulary& vocabulary,
            const LanguagePreference& languages, const ValueDrawn& value_drawn);

/// Only a plan and the report of one deed, into one line.
void fold_plans(Diagram& diagram, const LanguagePreference& languages);

/// Only plans, parallel ties and posts: what can be folded where entities are only counted as well.
Folded fold_lines(Diagram& diagram, const Vocabulary& vocabulary,
                  const LanguagePreference& languages);

}  // namespace entente
