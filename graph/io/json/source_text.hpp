#pragma once

/// The bytes of one input, and which line and column a byte is in.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A place for people: both count from 1, columns in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Turns byte offsets into positions, fast where offsets come mostly in ascending order: it goes on
/// from the last mark, which `advance` sets. Marks are left on the way, so that going back is cheap
/// too.
class Locator {
 public:
  /// Borrows the text. The first mark is that byte, which has that position.
  explicit Locator(std::string_view text, std::size_t first = 0, Position position = {})
      : text_(text), mark_{first, position} {}

  /// The position of a byte, from where later questions start. Cost: the bytes since the last mark;
  /// before it, those since one that was left.
  Position advance(std::size_t offset);
  /// The position of a byte. Cost as of `advance`.
  [[nodiscard]] Position locate(std::size_t offset) const;
  /// Back to the start.
  void rewind() { mark_ = {}; }

 private:
  struct Mark {
    std::size_t offset = 0;
    Position position = {};
  };
  [[nodiscard]] Mark walk(Mark from, std::size_t offset) const;
  [[nodiscard]] Mark left_before(std::size_t offset) const;

  std::string_view text_;
  Mark mark_;
  std::vector<Mark> left_;  // ascending
};

}  // namespace entente
