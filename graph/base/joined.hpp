#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The texts that `write` makes of a list, with something between them.
template <typename List, typename Write>
[[nodiscard]] std::string joined(const List& list, std::string_view between, Write write) {
  std::string text;
  for (const auto& each : list) {
    if (!text.empty()) text += between;
    text += write(each);
  }
  return text;
}

/// Texts with something between them; before the first that is not empty there is nothing.
template <typename List>
[[nodiscard]] std::string joined(const List& list, std::string_view between) {
  return joined(list, between, [](std::string_view text) { return text; });
}

}  // namespace entente
