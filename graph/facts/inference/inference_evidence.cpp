#include "facts/inference/inference_evidence.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

/// By entity: the last day on which it was there. A document's `when` is its publication.
std::vector<Day> last_days(const Graph::Store& store) {
  const auto& lifespans = store.lifespans;
  if (lifespans.entity.empty()) return {};
  std::vector<Day> days(store.entities.kind.size(), day_max);
  const std::vector<Kind>& kinds = store.vocabulary.kinds();
  for (std::size_t row = 0; row < lifespans.entity.size(); ++row) {
    const std::uint32_t entity = index(lifespans.entity[row]);
    if (lifespans.bounds(row).end_max == day_max ||
        store.vocabulary.is_a(kinds[store.entities.kind[entity]].id, "document"))
      continue;
    const auto when = store.when(store.entities.when[entity]);
    if (when && !when->qualified()) days[entity] = lifespans.bounds(row).end_max;
  }
  return days;
}

}  // namespace

InferenceEvidence::InferenceEvidence(const Graph::Store& store, const Sight& sight,
                                     SeenByInference seen, ModalityBits modalities)
    : store_(store),
      sight_(sight),
      last_days_(last_days(store)),
      seen_(seen),
      modalities_(modalities) {}

Day InferenceEvidence::last_day_of_ends(RelationId relation) const {
  if (last_days_.empty()) return day_max;
  return std::min(last_days_[index(store_.relations.from[index(relation)])],
                  last_days_[index(store_.relations.to[index(relation)])]);
}

std::vector<RelationId> InferenceEvidence::closers(Closes closes) const {
  const std::vector<RelationType>& types = store_.vocabulary.types();
  std::vector<std::uint8_t> closing(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) closing[i] = types[i].closes == closes ? 1 : 0;
  std::vector<RelationId> found;
  if (std::find(closing.begin(), closing.end(), 1) == closing.end()) return found;
  for (std::size_t i = 0; i < store_.relations.type.size(); ++i)
    if (closing[store_.relations.type[i]] != 0)
      found.push_back(static_cast<RelationId>(static_cast<std::uint32_t>(i)));
  return found;
}

std::vector<RelationId> InferenceEvidence::ties_to(EntityId entity) const {
  const auto& rows = store_.entities.incident;
  std::vector<RelationId> ties;
  for (const RelationId tie :
       store_.entities.relations.part(rows[index(entity)], rows[index(entity) + 1]))
    if (store_.relations.to[index(tie)] == entity) ties.push_back(tie);
  return ties;
}

bool InferenceEvidence::is_seen(RelationId relation, Seen seen) const {
  const auto modality = static_cast<unsigned>(store_.relations.modality[index(relation)]);
  return ((modalities_ >> modality) & 1U) != 0 && sight_.sees(relation, seen);
}

// Whether the columns hold its one date as it is written.
bool InferenceEvidence::is_plain(RelationId relation) const {
  constexpr auto special = static_cast<std::uint8_t>(bit(Trait::exact) | bit(Trait::closed) |
                                                     bit(Trait::evidence_dated));
  return (store_.relations.traits[index(relation)] & special) == 0;
}

bool InferenceEvidence::may_close(RelationId relation) const {
  const Modality modality = store_.relations.modality[index(relation)];
  return (modality == Modality::fact || modality == Modality::derived) &&
         is_seen(relation, seen_.closers);
}

template <class Take>
bool InferenceEvidence::some_date(RelationId relation, Seen seen, Take take) const {
  if (is_plain(relation))
    return store_.has(relation, Trait::dated) &&
           take(plain_dating(store_, relation), Qualifier::none);
  const Reading reading = store_.type_of(relation).reading;
  for (const When& when : sight_.dates(relation, seen)) {
    const bool known = when.start_state(reading) == EndState::known;
    const Qualifier doubts = known ? when.start(reading).qualifier() : Qualifier::none;
    if (take(dating_of(when, reading), doubts)) return true;
  }
  return false;
}

std::optional<Closable> InferenceEvidence::closable(RelationId relation) const {
  if (!is_seen(relation, seen_.closed)) return std::nullopt;
  std::optional<Closable> found;
  Day last_start = day_max;
  bool first = true;
  (void)some_date(relation, seen_.closed, [&](const Dating& dating, Qualifier) {
    const Bounds& bounds = dating.bounds;
    if (std::exchange(first, false)) last_start = bounds.start_max;
    if (dating.states.end != EndState::unknown) return false;
    const Day least = std::max(bounds.start_min, bounds.end_min);
    found = Closable{found ? std::min(found->least, least) : least, last_start};
    return false;
  });
  return found;
}

std::optional<Passing> InferenceEvidence::passing(RelationId relation) const {
  if (!may_close(relation)) return std::nullopt;
  std::optional<Passing> found;
  (void)some_date(relation, seen_.closers, [&](const Dating& dating, Qualifier doubts) {
    if (dating.bounds.end_max != day_max)
      found = Passing{dating.bounds.end_max, doubts != Qualifier::none};
    return true;
  });
  return found;
}

std::optional<Beginning> InferenceEvidence::beginning(RelationId relation) const {
  if (!may_close(relation)) return std::nullopt;
  std::optional<Beginning> found;
  (void)some_date(relation, seen_.closers, [&](const Dating& dating, Qualifier doubts) {
    const Bounds& bounds = dating.bounds;
    const bool ended = dating.states.end == EndState::known;
    if (dating.states.start == EndState::known && bounds.start_max != day_max)
      found = Beginning{
          .first = bounds.start_min,
          .last = bounds.start_max,
          .end_max = ended ? bounds.end_max : std::min(bounds.end_max, last_day_of_ends(relation)),
          .qualified = doubts != Qualifier::none};
    return true;
  });
  return found;
}

std::vector<Bounds> InferenceEvidence::bounds(RelationId relation) const {
  std::vector<Bounds> found;
  if (!may_close(relation)) return found;
  const Reading reading = store_.type_of(relation).reading;
  for (const When& when : sight_.dates(relation, seen_.closers))
    found.push_back(when.bounds(reading));
  return found;
}

}  // namespace entente
