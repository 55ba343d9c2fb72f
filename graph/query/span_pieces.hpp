#pragma once

/// The dates of a relation as pieces of time that may be chosen for a common span.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/endpoint.hpp>
#include <entente/time/when.hpp>

#include "facts/answers.hpp"
#include "facts/graph_store.hpp"
#include "time/clock_point.hpp"

namespace entente {

/// One end of a piece or a span: what is known of it, and how it is written.
struct SpanEnd {
  EndState state = EndState::unknown;
  Day low = day_min;
  Day high = day_max;
  std::string text = {};
  bool is_date = false;  ///< of an act or a witness: the other end is the same date
};

/// What a piece can show: that the relation held, that it may have, or both. A date with gaps is
/// one piece that vouches for what is certain and some, one a stretch, for what is possible.
enum class Vouches : std::uint8_t { for_both, for_certain, for_possible };

/// A stretch of time in which a relation holds, by one of the dates that vouch for it.
struct Piece {
  RelationId relation = {};
  Bounds bounds = {};
  SpanEnd start = {};
  SpanEnd end = {};
  /// How the ends are written where the piece is certain: a witness stands for its own day.
  std::optional<std::pair<SpanEnd, SpanEnd>> when_certain = {};
  Vouches vouches = Vouches::for_both;
  bool dated = true;
  bool is_act = false;
  bool is_joined = false;       ///< of several records: chosen only where none alone is as good
  bool is_doubted = false;      ///< its date is marked ? or ~: one without is chosen before it
  bool is_beside = false;       ///< of a record that may lengthen a tie, and is not asked about
  bool is_of_any_year = false;  ///< the hull of a date with gaps whose year is unknown
  /// Of the hull of an act that is on one of several stretches of days: these.
  std::vector<DayRange> days = {};
  std::optional<ClockPoint> clock = {};
};

/// The pieces of a relation: of its own date and those of its evidence, or one that nothing limits
/// if it is undated. Several events are a piece each. Cost: linear in the dates' lengths; of a date
/// with more than a few hundred gaps the hull stands for what is possible, and also of one whose
/// year is unknown, unless `years` says between which days its stretches are asked for.
[[nodiscard]] std::vector<Piece> pieces_of(const Graph& graph, const Answers& answers,
                                           RelationId relation,
                                           const std::optional<DayRange>& years = {});

/// Between which days dates of unknown year need to be looked at so that no common day of the legs
/// is missed: before and after all days that the others name the calendar comes round once. None if
/// these are too many.
[[nodiscard]] std::optional<DayRange> years_to_compare(const std::vector<std::vector<Piece>>& legs);

/// The pieces that records of one tie make together, beside their own: a tie that one record says
/// ended on a day and another, that it began then, held throughout. So did one of which accounts
/// tell a part each. Each stands for the record asked about that certainly held for longest. What
/// is attested on single days joins nothing. Cost: O(n log n) of the pieces.
[[nodiscard]] std::vector<Piece> joined_pieces(const Graph::Store& store,
                                               std::span<const Piece> pieces);

}  // namespace entente
