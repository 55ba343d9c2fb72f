#pragma once

/// Ids made of names: `"Müller & Söhne"` is `muller-sohne`.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/build/interner.hpp"

namespace entente::import {

/// Letters of other scripts stay; empty where nothing does.
[[nodiscard]] std::string slug_of(std::string_view text);

/// Slugs of the texts of rows: each is made once, and no two names get the same.
class Slugs {
 public:
  /// @throws Rejected, naming the slot, `no-id` for a text that makes none, `same-id` for one that
  /// makes another's.
  [[nodiscard]] std::string of(std::string_view text, std::uint32_t slot);

 private:
  Interner texts_;
  Interner slugs_;
  std::vector<std::uint32_t> slug_of_text_;  ///< by the number of the text
  std::vector<std::uint32_t> first_text_;    ///< by the number of the slug
};

}  // namespace entente::import
