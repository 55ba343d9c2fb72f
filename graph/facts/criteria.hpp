#pragma once

/// A selection with its words looked up and its dates read: what a scan asks of each relation.

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/facts/selection.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/window.hpp>

#include "facts/graph_store.hpp"

namespace entente {

struct Condition {
  Coverage coverage = Coverage::some_day;
  Window window;
};

/// How far something may lie from something else.
struct Distance {
  int months = 0;
  int days = 0;
};

/// All must hold of a relation that is kept.
struct Criteria {
  std::vector<Condition> conditions;   ///< all must hold
  std::optional<Day> known_by;         ///< the last day to have learnt of it
  TimeContext context;                 ///< observed_through
  std::vector<std::uint8_t> types;     ///< by type: 1 if kept; empty: all
  std::vector<std::uint8_t> kinds;     ///< by kind: 1 if kept; empty: all
  std::vector<std::uint8_t> entities;  ///< by entity: 1 if kept; empty: all
  std::uint8_t modalities = 0xff;      ///< a bit each
  std::vector<std::uint8_t> sources;   ///< by entity: 1 if asked for; empty: all
  Verdict least = Verdict::maybe;      ///< what is kept must be at least this
  Inference inference = Inference::on;
  Undated undated = Undated::counted;
  Lasting lasting = Lasting::as_reported;
  std::optional<Distance> attested_within;  ///< of single dates of states from the period
  bool isolated = false;                    ///< whether entities without relations are kept

  [[nodiscard]] bool dated() const { return !conditions.empty(); }
  /// Whether it is one of those asked for, which is of that kind.
  [[nodiscard]] bool keeps(EntityId entity, std::uint16_t kind) const {
    return (kinds.empty() || kinds[kind] != 0) &&
           (entities.empty() || entities[static_cast<std::uint32_t>(entity)] != 0);
  }
  [[nodiscard]] bool keeps_all_entities() const { return kinds.empty() && entities.empty(); }
};

/// The days a period names. @throws InvalidArgument `bad-date`, naming the option.
[[nodiscard]] Window window_of(std::string_view option, const std::string& text);

/// By kind of the vocabulary: 1 for these kinds and those below them; empty if no kind is named.
/// @throws InvalidArgument `unknown-kind` with the nearest known word.
[[nodiscard]] std::vector<std::uint8_t> kinds_of(const Vocabulary& vocabulary,
                                                 const std::vector<std::string>& names);

/// @throws InvalidArgument `unknown-type`, `unknown-kind`, `unknown-source` with the nearest known
/// word, `ambiguous-entity` for a source's name, `bad-date`, `period`, `bad-distance`.
[[nodiscard]] Criteria read_selection(const Graph& graph, const Selection& selection);

}  // namespace entente
