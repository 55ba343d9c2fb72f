#include "query/pattern/property_words.hpp"

#include <algorithm>
#include <set>

#include <entente/text/edit_distance.hpp>

namespace entente::query {

const std::vector<std::string>& own_properties(PropertyWords::Of of) {
  static const std::vector<std::string> of_nodes = {"id", "kind", "name", "names", "when"};
  static const std::vector<std::string> of_edges = {"id", "modality", "type", "when"};
  return of == PropertyWords::Of::nodes ? of_nodes : of_edges;
}

bool PropertyWords::may_have(Of of, std::string_view name) {
  if (store_.dossier() && std::ranges::find(own_properties(of), name) != own_properties(of).end())
    return true;
  const auto [place, is_new] = asked_.try_emplace({of, std::string(name)}, false);
  if (is_new) place->second = some_has(of, name);
  return place->second;
}

bool PropertyWords::some_has(Of of, std::string_view name) const {
  const std::uint32_t key = store_.key(name);
  if (key == Store::missing_key) return false;
  const std::uint32_t most = std::min(count(of), most_looked_at);
  for (std::uint32_t i = 0; i < most; ++i) {
    const Value value =
        of == Of::nodes ? store_.property(Node{i}, key, name) : store_.property(Edge{i}, key, name);
    if (!value.is_null()) return true;
  }
  return false;
}

const std::vector<std::string>& PropertyWords::all(Of of) {
  std::vector<std::string>& names = all_[static_cast<std::size_t>(of)];
  if (!names.empty()) return names;
  std::set<std::string> found;
  if (store_.dossier()) found.insert(own_properties(of).begin(), own_properties(of).end());
  const std::uint32_t most = std::min(count(of), most_looked_at);
  for (std::uint32_t i = 0; i < most; ++i)
    for (const auto& [name, value] :
         of == Of::nodes ? store_.properties(Node{i}) : store_.properties(Edge{i}))
      found.insert(name);
  names.assign(found.begin(), found.end());
  return names;
}

std::optional<std::string> PropertyWords::meant(Of of, std::string_view name) {
  return nearest(name, std::span<const std::string>(all(of)));
}

}  // namespace entente::query
