#pragma once

/// Where an id stands in a table of ids in order.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// The place of the first id that is not before the text. Cost: O(log n).
template <class Texts>
[[nodiscard]] std::uint32_t place_of(const Texts& ids, std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = ids.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (ids[middle] < text)
      begin = middle + 1;
    else
      end = middle;
  }
  return static_cast<std::uint32_t>(begin);
}

}  // namespace entente
