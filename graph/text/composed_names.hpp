#pragma once

/// Names by what they are in composed characters, however their accents are encoded.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_table.hpp"

namespace entente {

/// Beside a table of names, those of them that are not written in composed characters. Few are, so
/// these alone are kept a second time.
class ComposedNames {
 public:
  ComposedNames() = default;
  /// Cost: a look at each name, some 50 ns where it has letters beyond ASCII.
  explicit ComposedNames(const StringTable& names);
  /// Moves the texts, to which the table refers.
  ComposedNames(ComposedNames&&) noexcept = default;
  ComposedNames& operator=(ComposedNames&&) noexcept = default;

  /// The positions at which `names`, the table this was made from, has the text in some encoding of
  /// its accents, ascending. O(1) and the size of the answer.
  [[nodiscard]] std::vector<std::uint32_t> positions(const StringTable& names,
                                                     std::string_view text) const;

 private:
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> places_;  // of each among the names
  StringTable table_;                  // of the texts
};

}  // namespace entente
