#include "facts/lifetimes.hpp"

#include <algorithm>

#include <entente/time/when.hpp>

#include "time/when_detail.hpp"

namespace entente {

namespace {

Bounds together(const Bounds& a, const Bounds& b) {
  return {std::max(a.start_min, b.start_min), std::max(a.start_max, b.start_max),
          std::min(a.end_min, b.end_min), std::min(a.end_max, b.end_max)};
}

/// By kind: 1 for documents.
std::vector<std::uint8_t> document_kinds(const Vocabulary& vocabulary) {
  std::vector<std::uint8_t> documents;
  for (const Kind& kind : vocabulary.kinds())
    documents.push_back(vocabulary.is_a(kind.id, "document") ? 1 : 0);
  return documents;
}

}  // namespace

Lifetimes::Lifetimes(const Graph::Store& store, const Criteria& criteria)
    : store_(store), criteria_(criteria) {
  const auto& lifespans = store.lifespans;
  if (lifespans.entity.empty()) return;
  const std::vector<std::uint8_t> documents = document_kinds(store.vocabulary);
  const std::size_t count = store.entities.kind.size();
  rows_.assign(count, 0);
  if (criteria.dated()) presence_.assign(count, QualifiedVerdict{Verdict::yes});
  doubts_.assign(count, 0);
  for (std::size_t row = 0; row < lifespans.entity.size(); ++row) {
    const std::uint32_t entity = index(lifespans.entity[row]);
    if (documents[store.entities.kind[entity]] != 0) continue;
    lives_.push_back(life_of(row));
    rows_[entity] = static_cast<std::uint32_t>(lives_.size());
    if (criteria.dated())
      for (const Condition& condition : criteria.conditions)
        presence_[entity] = presence_[entity] & held(lives_.back(), condition);
    const bool plain_yes = !criteria.dated() || presence_[entity] == QualifiedVerdict{Verdict::yes};
    doubts_[entity] = static_cast<std::uint8_t>(bounding_bit | (plain_yes ? 0 : doubtful_bit));
    any_ = true;
  }
}

Lifetimes::Life Lifetimes::life_of(std::size_t row) const {
  Life life;
  const TimeContext& context = criteria_.context;
  if (store_.lifespans.exact[row] == 0) {
    life.bounds = store_.lifespans.bounds(row);
    if (context.observed_through && life.bounds.end_min == day_max)
      life.bounds.end_min = std::max(*context.observed_through, life.bounds.start_min);
    life.has_unknown_end = life.bounds.end_max == day_max && life.bounds.end_min != day_max;
    return life;
  }
  const auto when = store_.when(store_.entities.when[index(store_.lifespans.entity[row])]);
  const WhenReader reader(*when, Reading::interval, context);
  life.bounds = reader.bounds();
  if (reader.is_doubted()) life.loose = reader.loosened().bounds();
  life.has_unknown_end = when->end_state(Reading::interval) == EndState::unknown;
  return life;
}

QualifiedVerdict Lifetimes::held(const Life& life, const Condition& condition) {
  const auto ask = [&](const Bounds& bounds) {
    return (condition.coverage == Coverage::some_day ? overlaps(bounds, condition.window)
                                                     : covers(bounds, condition.window))
        .verdict;
  };
  const Verdict verdict = ask(life.bounds);
  if (!life.loose) return {verdict, false};
  return {verdict, verdict == Verdict::maybe || ask(*life.loose) != verdict};
}

QualifiedVerdict Lifetimes::together(RelationId relation,
                                     std::span<const Condition> conditions) const {
  QualifiedVerdict all{Verdict::yes};
  const auto& ends = store_.relations;
  for (const EntityId entity : {ends.from[index(relation)], ends.to[index(relation)]})
    if (const Life* const there = life(entity))
      for (const Condition& condition : conditions) all = all & held(*there, condition);
  return all;
}

Lifetime Lifetimes::of(RelationId relation, std::optional<Day> presumed_until) const {
  Lifetime lifetime;
  const auto& ends = store_.relations;
  for (const EntityId entity : {ends.from[index(relation)], ends.to[index(relation)]}) {
    const Life* const there = life(entity);
    if (!there) continue;
    const auto presumed = [&](Bounds bounds) {
      const bool began = there->bounds.start_min != day_min;
      if (presumed_until && there->has_unknown_end && began)
        bounds.end_min = std::max(bounds.end_min, *presumed_until);
      return bounds;
    };
    const Bounds bounds = presumed(there->bounds);
    if (there->loose || lifetime.loose)
      lifetime.loose = entente::together(lifetime.loose.value_or(lifetime.bounds),
                                         there->loose ? presumed(*there->loose) : bounds);
    lifetime.bounds = entente::together(lifetime.bounds, bounds);
  }
  return lifetime;
}

}  // namespace entente
