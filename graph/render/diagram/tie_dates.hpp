#pragma once

/// Since when and until when ties last, however many records report them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/query/spells.hpp>
#include <entente/render/mark.hpp>

#include "words/short_dates.hpp"

namespace entente {

/// The spells of relations, those among them that a period leaves out as well: a picture of a day
/// says since when a tie has lasted.
class TieDates {
 public:
  /// Cost: that of Graph::facts, if a period is asked for, and O(relations log relations).
  TieDates(const Graph& graph, const SelectedFacts& facts, const Selection& selection);

  /// The spell that a relation belongs to; nullptr for one that is not selected.
  [[nodiscard]] const Spell* spell_of(RelationId relation) const;
  /// The dates of its spell, else its own, as far as the selection lets one see them.
  [[nodiscard]] std::optional<When> when(RelationId relation) const;

  /// The same in words; of what has ended, for no source says when, by when it must have: "2012,
  /// ended by 2023". "" where nothing is known.
  [[nodiscard]] std::string in_words(RelationId relation, DateDetail detail, Change change,
                                     const LanguagePreference& languages) const;

  /// What the selection lets one see of single relations.
  [[nodiscard]] const Viewpoint& viewpoint() const { return viewpoint_; }

 private:
  Viewpoint viewpoint_;
  std::vector<Spell> spells_ = {};
  std::map<RelationId, std::size_t> of_ = {};
};

}  // namespace entente
