#include "io/import/unsound_rows.hpp"

namespace entente::import {

void UnsoundRows::require_sound(const RowRecords& records) const {
  if (entities_.empty()) return;
  for (std::size_t i = 0; i < records.entities.size(); ++i)
    if (const auto found = entities_.find(records.entities[i].id); found != entities_.end()) {
      const Problem& problem = found->second;
      throw Rejected{records.entity_origins[i].slot, found->first, problem.code,
                     found->first + ": " + problem.message, problem.hint};
    }
}

bool UnsoundRows::add(const Origin& origin, const Problem& problem, RejectedRow told) {
  // One pass finds one row that makes an entity; an entity of many such rows is not waited for.
  constexpr std::size_t patient_passes = 4;
  bool is_new = rows_.insert({origin.table, origin.row}).second;
  if (passes_ >= patient_passes) is_new |= entities_.emplace(problem.record, problem).second;
  told_.push_back(std::move(told));
  return is_new;
}

}  // namespace entente::import
