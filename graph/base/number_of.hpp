#pragma once

/// Numbers of things in English: "1 relation", "2 relations".

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] inline std::string number_of(std::size_t count, std::string_view one,
                                           std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace entente
