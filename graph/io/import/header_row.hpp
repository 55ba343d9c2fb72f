#pragma once

/// The row in which columns are named, where titles and remarks stand above it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::import {

/// One of the rows that a table begins with.
struct TopRow {
  std::uint32_t number = 0;  ///< from 1, as a mapping's `header` counts
  std::vector<std::string> cells = {};

  [[nodiscard]] std::size_t filled() const;
};

struct HeaderGuess {
  std::uint32_t row = 1;
  std::size_t cells = 0;                 ///< of it that are not empty
  std::vector<std::string> titles = {};  ///< the first text of each row above it
};

/// The first row that is about as wide as most: a title has one cell, or few. Row 1 if none is.
[[nodiscard]] HeaderGuess guess_header(const std::vector<TopRow>& rows);

}  // namespace entente::import
