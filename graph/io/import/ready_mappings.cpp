#include <algorithm>
#include <array>

#include <entente/io/import.hpp>

namespace entente {

namespace embedded {
std::string_view atop_mapping();
std::string_view cow_alliances_mapping();
std::string_view donations_mapping();
std::string_view gephi_mapping();
std::string_view littlesis_mapping();
}  // namespace embedded

std::span<const ReadyMapping> ready_mappings() {
  static const std::array<ReadyMapping, 5> mappings = {
      {{"atop", "ATOP alliances, member level", embedded::atop_mapping()},
       {"cow-alliances", "Correlates of War alliances, by member",
        embedded::cow_alliances_mapping()},
       {"donations", "donor, recipient, date and amount", embedded::donations_mapping()},
       {"gephi", "Gephi's tables of nodes and edges", embedded::gephi_mapping()},
       {"littlesis", "relationships of LittleSis", embedded::littlesis_mapping()}}};
  return mappings;
}

const ReadyMapping* find_ready_mapping(std::string_view name) {
  const auto all = ready_mappings();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ReadyMapping& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace entente
