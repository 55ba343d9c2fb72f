#pragma once

/// What became of the members of a record, for people.

#include <string>
#include <vector>

#include <entente/model/record.hpp>

namespace entente::answers {

/// A member that differs, before and after: as people read it, or as JSON.
struct MemberChange {
  std::string member;
  std::string before;
  std::string after;
};

using MemberChanges = std::vector<MemberChange>;

/// Of those members that differ the parts that do ("names.ja"), as texts.
[[nodiscard]] MemberChanges readable_members(const Entity& before, const Entity& after,
                                             const std::vector<std::string>& members);
/// The same of relations.
[[nodiscard]] MemberChanges readable_members(const Relation& before, const Relation& after,
                                             const std::vector<std::string>& members);

}  // namespace entente::answers
