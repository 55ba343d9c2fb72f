#pragma once

/// Records member by member, each as JSON text: to compare them and to put them together.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

namespace entente {

/// Names and values in the order of the canonical form, without the id.
using Members = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Members members_of(const Entity& entity);
[[nodiscard]] Members members_of(const Relation& relation);
/// `title`, `vocabulary` and `x-…`.
[[nodiscard]] Members header_members_of(const Dossier& dossier);

/// A record of these members as a JSON object, as it stands in a dossier.
[[nodiscard]] std::string record_text(std::string_view id, const Members& members);

}  // namespace entente
