#pragma once

/// Where the names and values of a text stand in another that it was made from.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "io/json/source_text.hpp"

namespace entente {

class TokenPlaces {
 public:
  TokenPlaces() = default;
  /// As many bytes, ascending, as positions.
  TokenPlaces(std::vector<std::size_t> bytes, std::vector<Position> positions)
      : bytes_(std::move(bytes)), positions_(std::move(positions)) {}

  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  /// Where the name or value stands that begins at that byte, or before it. There must be some.
  [[nodiscard]] Position locate(std::size_t byte) const {
    const auto behind = std::upper_bound(bytes_.begin(), bytes_.end(), byte);
    const auto index = behind == bytes_.begin() ? 0 : behind - bytes_.begin() - 1;
    return positions_[static_cast<std::size_t>(index)];
  }

 private:
  std::vector<std::size_t> bytes_;
  std::vector<Position> positions_;
};

}  // namespace entente
