#include "text/composed_names.hpp"

#include <algorithm>
#include <utility>

#include "base/run_scope.hpp"
#include "text/normal_forms.hpp"

namespace entente {

ComposedNames::ComposedNames(const StringTable& names) {
  constexpr std::uint32_t between_looks = 512;
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    if (name % between_looks == 0) check_run();
    if (is_composed(names[name])) continue;
    std::string text = composed(names[name]);
    if (text == names[name]) continue;
    texts_.push_back(std::move(text));
    places_.push_back(name);
  }
  table_ = StringTable({texts_.begin(), texts_.end()});
}

std::vector<std::uint32_t> ComposedNames::positions(const StringTable& names,
                                                    std::string_view text) const {
  const std::string key = composed(text);
  std::vector<std::uint32_t> found = names.positions(key);
  for (const std::uint32_t each : table_.positions(key)) found.push_back(places_[each]);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace entente
