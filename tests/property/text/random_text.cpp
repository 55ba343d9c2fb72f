#include "random_text.hpp"

#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace entente {

std::size_t RandomText::below(std::size_t bound) {
  return static_cast<std::size_t>(engine_() % bound);
}

std::string RandomText::bytes() {
  constexpr std::array<unsigned char, 14> edges{0x00, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF,
                                                0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xFF};
  std::string result;
  for (std::size_t left = below(24); left > 0; --left) {
    switch (below(3)) {
      case 0:
        result += static_cast<char>(edges[below(edges.size())]);
        break;
      case 1:
        result += static_cast<char>(below(256));
        break;
      default:
        append_utf8(result, character());
    }
  }
  return result;
}

char32_t RandomText::character() {
  using Range = std::pair<char32_t, char32_t>;
  constexpr std::array<Range, 16> ranges{{{0x20, 0x7E},
                                          {0x09, 0x0D},
                                          {0xA0, 0x24F},
                                          {0x300, 0x3FF},
                                          {0x600, 0x6FF},
                                          {0xE00, 0xE4F},
                                          {0x1100, 0x11FF},
                                          {0x2000, 0x206F},
                                          {0x3000, 0x30FF},
                                          {0x3200, 0x33FF},
                                          {0x4E00, 0x9FFF},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE00, 0xFFEF},
                                          {0x1F1E6, 0x1F64F},
                                          {0x20000, 0x2FFFD}}};
  const auto [first, last] = ranges[below(ranges.size())];
  return first + static_cast<char32_t>(below(last - first + 1));
}

std::string RandomText::text() {
  std::string result;
  for (std::size_t left = below(9); left > 0; --left) append_utf8(result, character());
  return result;
}

std::string RandomText::word() {
  constexpr std::array<std::string_view, 5> letters{"a", "b", "A", "国", "國"};
  std::string result;
  for (std::size_t left = below(8); left > 0; --left) result += letters[below(letters.size())];
  return result;
}

}  // namespace entente
