#include "facts/sight.hpp"

#include <algorithm>
#include <utility>

#include "facts/publication.hpp"

namespace entente {

Sight::Sight(const Graph::Store& store, const Criteria& criteria) : store_(store) {
  if (criteria.known_by || !criteria.sources.empty()) criteria_ = &criteria;
  if (criteria.known_by || criteria.lasting == Lasting::presumed) read_publications(criteria);
}

void Sight::read_publications(const Criteria& criteria) {
  const std::size_t count = store_.entities.kind.size();
  first_days_.assign(count, day_min);
  if (criteria.known_by) out_.assign(count, QualifiedVerdict{Verdict::maybe});
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto when = publication(store_, static_cast<EntityId>(i));
    if (!when) continue;
    first_days_[i] = when->earliest().value_or(day_min);
    if (criteria.known_by)
      out_[i] = holds_during(*when, Reading::instant, {day_min, *criteria.known_by});
  }
}

Day Sight::first_day(EntityId document) const {
  if (!first_days_.empty()) return first_days_[index(document)];
  const auto when = publication(store_, document);
  return when ? when->earliest().value_or(day_min) : day_min;
}

QualifiedVerdict Sight::piece(std::uint32_t row) const {
  const std::uint32_t source = index(store_.evidence.source[row]);
  if (criteria_ == nullptr) return {Verdict::yes};
  if (!criteria_->sources.empty() && criteria_->sources[source] == 0) return {Verdict::no};
  return out_.empty() ? QualifiedVerdict{Verdict::yes} : out_[source];
}

bool Sight::sees_piece(std::uint32_t row, Seen seen) const {
  const Verdict verdict = piece(row).verdict;
  return seen == Seen::most ? verdict != Verdict::no : verdict == Verdict::yes;
}

QualifiedVerdict Sight::known(RelationId relation) const {
  if (criteria_ == nullptr) return {Verdict::yes};
  const RowRange rows = store_.evidence_of(relation);
  QualifiedVerdict any{Verdict::no};
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) any = any | piece(row);
  return any;
}

bool Sight::sees(RelationId relation, Seen seen) const {
  const Verdict verdict = known(relation).verdict;
  return seen == Seen::most ? verdict != Verdict::no : verdict == Verdict::yes;
}

std::vector<When> Sight::dates(RelationId relation, Seen seen) const {
  std::vector<When> dates;
  bool owned = criteria_ == nullptr;
  const RowRange rows = store_.evidence_of(relation);
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
    if (!sees_piece(row, seen)) continue;
    auto when = store_.when(store_.evidence.when[row]);
    if (when)
      dates.push_back(std::move(*when));
    else
      owned = true;
  }
  if (!owned) return dates;
  if (auto own = store_.when(store_.relations.when[index(relation)]))
    dates.insert(dates.begin(), std::move(*own));
  return dates;
}

std::vector<DatedAccount> Sight::accounts(RelationId relation, Seen seen) const {
  return read_together(dates(relation, seen), store_.type_of(relation).reading);
}

std::vector<Dating> Sight::datings(RelationId relation, Seen seen) const {
  std::vector<Dating> datings;
  for (DatedAccount& account : accounts(relation, seen))
    datings.push_back(std::move(account.dating));
  return datings;
}

Publications Sight::publications(RelationId relation, Seen seen) const {
  Publications found;
  bool any_time = false;
  const RowRange rows = store_.evidence_of(relation);
  for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
    if (!sees_piece(row, seen)) continue;
    const Day first = first_day(store_.evidence.source[row]);
    if (first == day_min) {
      any_time = true;
      continue;
    }
    found.earliest = std::min(found.earliest.value_or(day_max), first);
    found.newest = std::max(found.newest.value_or(day_min), first);
  }
  if (any_time) found.earliest.reset();
  return found;
}

}  // namespace entente
