#include "facts/build/next_closings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "facts/build/closing_columns.hpp"
#include "facts/inference/inference.hpp"
#include "facts/inference/inference_evidence.hpp"
#include "facts/inference/party_closings.hpp"
#include "facts/inference/tenure_closings.hpp"
#include "facts/sight.hpp"

namespace entente {

namespace {

constexpr ModalityBits every_modality = 0xff;

/// What of inference the changed relations touch.
struct TouchedTies {
  std::vector<EntityId> posts;  ///< ascending, once each
  bool parties = false;         ///< agreements that supersede others, or are superseded
};

/// Whether an agreement supersedes another or is superseded.
bool is_in_succession(const Graph::Store& store, EntityId agreement) {
  const auto& rows = store.entities.incident;
  const auto ties =
      store.entities.relations.part(rows[index(agreement)], rows[index(agreement) + 1]);
  return std::any_of(ties.begin(), ties.end(), [&](RelationId tie) {
    return store.type_of(tie).closes == Closes::parties_of_object;
  });
}

void note_touched(const Graph::Store& store, const std::vector<RelationId>& relations,
                  TouchedTies& touched) {
  for (const RelationId relation : relations) {
    const RelationType& type = store.type_of(relation);
    const EntityId to = store.relations.to[index(relation)];
    if (type.closes == Closes::previous_holder) touched.posts.push_back(to);
    if (!touched.parties)
      touched.parties = type.closes == Closes::parties_of_object ||
                        (type.id == party_type && is_in_succession(store, to));
  }
}

Closing closing_of(const Graph::Store& store, std::size_t row) {
  const auto& columns = store.closings;
  return {columns.relation[row], columns.by[row], columns.ends_by[row],
          columns.qualified[row] != 0};
}

class NextClosings {
 public:
  NextClosings(const Graph::Store& before, const Renumbering& renumbered,
               const ChangedTies& changed, const Graph::Store& next)
      : before_(before), renumbered_(renumbered), changed_(changed), next_(next) {
    note_touched(before, changed.gone, touched_);
    note_touched(next, changed.put, touched_);
    std::sort(touched_.posts.begin(), touched_.posts.end());
    touched_.posts.erase(std::unique(touched_.posts.begin(), touched_.posts.end()),
                         touched_.posts.end());
  }

  /// By relation.
  std::vector<Closing> run() {
    const Sight sight(next_);
    const RelationType* const parties = next_.vocabulary.find_type(party_type);
    // Where one rule's relations are the other's, too, they are not distinguished.
    if (parties != nullptr && parties->closes == Closes::previous_holder)
      return infer_closings(next_, sight, {}, every_modality);
    std::vector<Closing> closings = kept();
    if (!touched_.parties && touched_.posts.empty()) return closings;
    const InferenceEvidence evidence(next_, sight, {}, every_modality);
    if (touched_.parties) append(closings, close_parties(evidence));
    append(closings, close_tenures(evidence, touched_.posts));
    return earliest_each(std::move(closings));
  }

 private:
  static void append(std::vector<Closing>& closings, const std::vector<Closing>& more) {
    closings.insert(closings.end(), more.begin(), more.end());
  }

  /// Those of before that nothing touched.
  [[nodiscard]] std::vector<Closing> kept() const {
    std::vector<Closing> closings;
    for (std::size_t row = 0; row < before_.closings.relation.size(); ++row) {
      Closing closing = closing_of(before_, row);
      if (is_touched(closing.relation)) continue;
      closing.relation = renumbered_(closing.relation);
      closing.by = renumbered_(closing.by);
      closings.push_back(closing);
    }
    return closings;
  }

  [[nodiscard]] bool is_touched(RelationId relation) const {
    if (std::binary_search(changed_.gone.begin(), changed_.gone.end(), relation)) return true;
    if (before_.type_of(relation).id == party_type) return touched_.parties;
    return std::binary_search(touched_.posts.begin(), touched_.posts.end(),
                              before_.relations.to[index(relation)]);
  }

  const Graph::Store& before_;
  const Renumbering& renumbered_;
  const ChangedTies& changed_;
  const Graph::Store& next_;
  TouchedTies touched_;
};

/// Writes the traits and bounds of relations that are closed otherwise than before.
class RowCloser {
 public:
  RowCloser(const Graph::Store& next, AddedRows& rows) : next_(next), rows_(rows) {}

  /// `ends_by`: none for one that is closed no more. The rows are to be shown anew afterwards.
  void set(RelationId relation, std::optional<Day> ends_by) {
    const auto when = next_.when(next_.relations.when[index(relation)]);
    const Bounds own = when ? when->bounds(next_.type_of(relation).reading) : Bounds{};
    const std::size_t place = own_place(index(relation));
    AddedColumns& columns = rows_.columns;
    std::uint8_t& traits = columns.traits[place];
    const Bounds bounds = ends_by ? closed_bounds(own, traits, *ends_by) : own;
    traits = static_cast<std::uint8_t>(traits & ~bit(Trait::closed));
    if (ends_by) traits = static_cast<std::uint8_t>(traits | bit(Trait::closed));
    columns.start_max[place] = bounds.start_max;
    columns.end_max[place] = bounds.end_max;
  }

 private:
  /// The place of the relation's row among the added ones, where it is copied to if it is shared.
  std::size_t own_place(std::uint32_t number) {
    std::uint32_t& row = rows_.order[number];
    if (!rows_.hold(row)) row = rows_.add_row(rows_.under.store(), row, 0);
    return rows_.place(row);
  }

  const Graph::Store& next_;
  AddedRows& rows_;
};

/// What was closed and how, by the numbers of the next graph.
std::vector<Closing> renumbered_closings(const Graph::Store& before, const Renumbering& renumbered,
                                         const std::vector<RelationId>& gone) {
  std::vector<Closing> closings;
  for (std::size_t row = 0; row < before.closings.relation.size(); ++row) {
    Closing closing = closing_of(before, row);
    if (std::binary_search(gone.begin(), gone.end(), closing.relation)) continue;
    closing.relation = renumbered(closing.relation);
    closings.push_back(closing);
  }
  return closings;
}

/// Relations whose closing differs, each with the new day, if there is one.
std::vector<std::pair<RelationId, std::optional<Day>>> closing_differences(
    const std::vector<Closing>& before, const std::vector<Closing>& now) {
  std::vector<std::pair<RelationId, std::optional<Day>>> found;
  auto old = before.begin();
  for (const Closing& closing : now) {
    for (; old != before.end() && old->relation < closing.relation; ++old)
      found.emplace_back(old->relation, std::nullopt);
    const bool known = old != before.end() && old->relation == closing.relation;
    if (!known || old->ends_by != closing.ends_by)
      found.emplace_back(closing.relation, closing.ends_by);
    if (known) ++old;
  }
  for (; old != before.end(); ++old) found.emplace_back(old->relation, std::nullopt);
  return found;
}

}  // namespace

void close_next(const Graph::Store& before, const Renumbering& renumbered,
                const ChangedTies& changed, Graph::Store& next, AddedRows& rows) {
  const std::vector<Closing> closings = NextClosings(before, renumbered, changed, next).run();
  const std::vector<Closing> old = renumbered_closings(before, renumbered, changed.gone);
  RowCloser closer(next, rows);
  for (const auto& [relation, ends_by] : closing_differences(old, closings)) {
    closer.set(relation, ends_by);
    rows.show_in(next);
  }
  next.closings = columns_of(closings);
}

}  // namespace entente
