#pragma once

/// Measures over time.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// Which dates a series without `during` spans: those of relations, or of lifespans too.
enum class Spanned : std::uint8_t { relations, relations_and_lifespans };

/// How time is cut into steps.
struct SeriesOptions {
  CalendarStep by = CalendarStep::year;  ///< how long a step is
  /// How many steps a point looks at, the last one its own; 0: all from the first step on.
  std::uint32_t rolling = 1;
  std::size_t max_steps = 10'000;        ///< more are refused
  Projection projection = {};            ///< how facts become edges
  Spanned spanned = Spanned::relations;  ///< what the first and the last step are taken from
};

/// A step and the days its point looks at.
struct Period {
  std::string label;  ///< "2014", "2014-Q2", "2014-05"
  Window window;      ///< the days
};

/// A value of a measure: of one entity, of a tie between two, or of the network as a whole.
struct MeasuredValue {
  std::optional<EntityId> entity;   ///< none for the whole; of a tie the end it begins at
  double value = 0;                 ///< of the measure
  std::optional<EntityId> to = {};  ///< of a tie: its other end
};
/// What a series asks of the network of each period.
using NetworkMeasure = std::function<std::vector<MeasuredValue>(const Network&)>;

/// One value in one period: on what certainly or possibly holds then, and on what certainly does.
struct SeriesPoint {
  std::string period;               ///< label of the step
  std::optional<EntityId> entity;   ///< none for the whole; of a tie the end it begins at
  double value = 0;                 ///< certain and possible
  double certain = 0;               ///< 0 for an entity or a tie that nothing certain touches
  std::optional<EntityId> to = {};  ///< of a tie: its other end
};

/// The steps from the first to the last day known of the selected relations, or of the selection's
/// `during` as far as that is limited. None if nothing selected has a first or a last day, be it
/// undated or, as `../..` is, always so.
/// @throws LimitReached `too-many-steps`; InvalidArgument as `Graph::facts` does, and
/// `period-given` with `as_of` or `throughout`.
[[nodiscard]] std::vector<Period> periods(const Graph& graph, const Selection& selection = {},
                                          const SeriesOptions& options = {});

/// A measure of the network of every period: of the relations that hold on some day of it. By
/// period, and within it in the order the measure gives; an entity that has a value in some period
/// has one in each, 0 where it has no tie. Cost: two selections and measures a step.
/// @throws as `periods`, `no-function` if the measure is empty, and what the measure throws.
[[nodiscard]] std::vector<SeriesPoint> series(const Graph& graph, const NetworkMeasure& measure,
                                              const Selection& selection = {},
                                              const SeriesOptions& options = {});

/// How many entities there are on some day of each period: those whose lifespan or any of whose
/// ties holds then; lifespans count as lifespans() keeps them. Take the steps of both by
/// Spanned::relations_and_lifespans. Cost: a selection a step. @throws as `periods`.
[[nodiscard]] std::vector<SeriesPoint> entity_series(const Graph& graph,
                                                     const Selection& selection = {},
                                                     const SeriesOptions& options = {});

/// How many relations hold on some day of each period. Cost: a few scans, whatever the number of
/// periods. @throws as `periods`.
[[nodiscard]] std::vector<SeriesPoint> relation_series(const Graph& graph,
                                                       const Selection& selection = {},
                                                       const SeriesOptions& options = {});

}  // namespace entente
