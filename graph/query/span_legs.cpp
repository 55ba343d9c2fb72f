// What may be chosen for each leg of a common span.

#include <algorithm>
#include <iterator>
#include <utility>

#include "facts/spells.hpp"
#include "query/span_search.hpp"

namespace entente {

/// A period keeps some records of a tie; that it holds since when the others say stays true.
std::vector<RelationId> SpanSearch::beside(const std::vector<RelationId>& relations) const {
  std::vector<RelationId> others;
  if (!criteria_.dated()) return others;
  for (const RelationId relation : relations) {
    const TieKey key = tie_key(graph_.store(), relation);
    const auto of_from = graph_.relations(graph_.from(relation));
    const auto of_to = graph_.relations(graph_.to(relation));
    for (const RelationId other : of_from.size() < of_to.size() ? of_from : of_to)
      if (tie_key(graph_.store(), other) == key &&
          answers_.judge(other, Conditions{}).verdict == Verdict::yes)
        others.push_back(other);
  }
  std::ranges::sort(others);
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase_if(others, [&](RelationId other) {
    return std::ranges::find(relations, other) != relations.end();
  });
  return others;
}

bool SpanSearch::is_in_period(const Piece& piece) const {
  return std::ranges::all_of(criteria_.conditions, [&](const Condition& condition) {
    return condition.coverage == Coverage::every_day ||
           overlaps(piece.bounds, condition.window).verdict != Verdict::no;
  });
}

std::vector<Piece> SpanSearch::leg_of(const std::vector<RelationId>& relations, Dates dates,
                                      const std::optional<DayRange>& years) const {
  std::vector<Piece> own;
  std::vector<Piece> aside;
  for (const RelationId relation : relations) {
    std::vector<Piece> pieces = pieces_of(graph_, answers_, relation, years);
    const auto outside = std::stable_partition(
        pieces.begin(), pieces.end(),
        [&](const Piece& piece) { return dates == Dates::all || is_in_period(piece); });
    const auto kept = outside == pieces.begin() ? pieces.end() : outside;
    std::move(pieces.begin(), kept, std::back_inserter(own));
    std::move(kept, pieces.end(), std::back_inserter(aside));
  }
  const std::vector<RelationId> others = beside(relations);
  if (own.size() + aside.size() + others.size() < 2) return own;
  for (const RelationId relation : others)
    for (Piece& piece : pieces_of(graph_, answers_, relation, years))
      aside.push_back(std::move(piece));
  std::vector<Piece> all = own;
  for (Piece& piece : aside) {
    piece.is_beside = true;
    all.push_back(std::move(piece));
  }
  for (Piece& piece : joined_pieces(graph_.store(), all)) own.push_back(std::move(piece));
  return own;
}

std::vector<std::vector<Piece>> SpanSearch::legs_of(Relations relations, Dates dates,
                                                    const std::optional<DayRange>& years) const {
  std::vector<std::vector<Piece>> legs;
  for (const auto& leg : relations) legs.push_back(leg_of(leg, dates, years));
  return legs;
}

}  // namespace entente
