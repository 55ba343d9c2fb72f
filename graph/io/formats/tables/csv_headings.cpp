#include "io/formats/tables/csv_headings.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, CsvRole>, 11> known_headings = {
    {{"source", CsvRole::from},
     {"from", CsvRole::from},
     {"src", CsvRole::from},
     {"target", CsvRole::to},
     {"to", CsvRole::to},
     {"dst", CsvRole::to},
     {"id", CsvRole::id},
     {"label", CsvRole::label},
     {"kind", CsvRole::kind},
     {"timeset", CsvRole::timeset},
     {"interval", CsvRole::timeset}}};

/// Members that a caller may name columns for; what has no role is the property of that name.
std::optional<CsvRole> role_named(std::string_view member) {
  for (const auto& [name, role] : known_headings)
    if (name == member) return role;
  return std::nullopt;
}

bool is_taken(const std::vector<CsvHeading>& headings, const NamedColumns& named, CsvRole role) {
  const auto has_role = [role](const CsvHeading& heading) { return heading.role == role; };
  const auto names_role = [role](const auto& one) { return role_named(one.first) == role; };
  return std::any_of(headings.begin(), headings.end(), has_role) ||
         std::any_of(named.begin(), named.end(), names_role);
}

}  // namespace

std::vector<CsvHeading> csv_headings(const std::vector<std::string>& headers,
                                     const NamedColumns& named, TableBy written_by) {
  std::vector<CsvHeading> headings;
  for (const std::string& header : headers) {
    CsvHeading heading{header, CsvRole::property};
    const std::string lower = ascii_lowered(header);
    if (lower == "weight" && written_by == TableBy::others) heading.name = lower;
    bool is_named = false;
    for (const auto& [member, column] : named)
      if (column == header) {
        const auto role = role_named(member);
        heading.role = role.value_or(CsvRole::property);
        if (!role) heading.name = member;
        is_named = true;
      }
    if (!is_named)
      if (const auto role = role_named(lower); role && !is_taken(headings, named, *role))
        heading.role = *role;
    headings.push_back(std::move(heading));
  }
  return headings;
}

}  // namespace entente
