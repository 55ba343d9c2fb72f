#pragma once

/// The time that several relations share.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// The span in which relations hold together, and whether it certainly exists.
struct CommonSpan {
  When when;                       ///< the days they share
  Verdict verdict = Verdict::yes;  ///< yes if every two certainly overlap, else maybe
};

/// Why there is no common span.
enum class Apart : std::uint8_t {
  by_days,    ///< two never hold on one day
  by_clocks,  ///< they do, but at different times of it
};

/// Of parallel relations those that are together for longest, and how long that is.
struct BestChoice {
  std::vector<RelationId> relations;  ///< one of each leg; the first of each without a span
  std::optional<CommonSpan> span;     ///< none if no choice has one
  Apart apart = Apart::by_days;       ///< why there is none
};

/// Of legs that are each made of parallel relations, the choice of one relation a leg with the
/// longest certain common span (at least so many days, one without limit is longest), if there is
/// one; else with the longest possible span. Among equal ones that of the longest possible span,
/// then of the earliest start, then of the smallest ids.
///
/// All dates that vouch for a relation count, those of its evidence too. Sets are read exactly: two
/// events on the 1st and the 3rd never meet one of the 2nd. Two acts on one day with clock times
/// that differ do not coincide; of one with and one without a clock time it is possible. Equal
/// instants coincide whatever days their offsets make of them. A witness is certain on its day and
/// possible around it. Undated relations limit nothing, and leave the span possible.
///
/// The span runs from the latest start to the earliest end, as written where it is known which that
/// is, else as one of the days on which it may be; an inferred end is "that day or earlier". A span
/// of one day, of an act or a witness, names all the days that it may be. Of the selection its
/// inference, `observed_through` and `known_at` count. Cost: O(P log P) for P relations of plain
/// dates; each span that is as long as the best, and each clock time, is weighed on its own.
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] BestChoice best_choice(const Graph& graph,
                                     std::span<const std::vector<RelationId>> legs,
                                     const Selection& selection = {});

/// The span of these relations, a leg each: none if two of them cannot overlap, or there are none.
[[nodiscard]] std::optional<CommonSpan> common_span(const Graph& graph,
                                                    std::span<const RelationId> relations,
                                                    Inference inference = Inference::on);

/// A path and the time that its hops share.
struct SpannedPath {
  Path path;                       ///< each step shows the relation of the best choice
  std::optional<CommonSpan> span;  ///< none if the hops never hold together
  Apart apart = Apart::by_days;    ///< why there is none
};

/// The spans of paths, by the best choice among the parallel relations of each hop: first among
/// those as certain in the selection as the hop is, and among all where these have no span.
/// Of hops with weights only the relations that have the hop's weight count. `network` is the one
/// that the paths lead through, `facts` what the selection keeps.
[[nodiscard]] std::vector<SpannedPath> spanned(const Graph& graph, const Network& network,
                                               std::vector<Path> paths, const SelectedFacts& facts,
                                               const Selection& selection);

}  // namespace entente
