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
      {{.name = "atop",
        .description = "ATOP alliances, member level",
        .text = embedded::atop_mapping()},
       {.name = "cow-alliances",
        .description = "Correlates of War alliances, by member",
        .text = embedded::cow_alliances_mapping()},
       {.name = "donations",
        .description = "donor, recipient, date and amount",
        .text = embedded::donations_mapping()},
       {.name = "gephi",
        .description = "Gephi's tables of nodes and edges",
        .text = embedded::gephi_mapping()},
       {.name = "littlesis",
        .description = "relationships of LittleSis",
        .text = embedded::littlesis_mapping()}}};
  return mappings;
}

const ReadyMapping* find_ready_mapping(std::string_view name) {
  const auto all = ready_mappings();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ReadyMapping& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace entente
