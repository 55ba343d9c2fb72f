#pragma once

/// Regular expressions for `=~`: the whole text must fit.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::query {

/// Literals, `.`, classes `[a-z]` `[^…]` `\d \w \s` and their opposites, groups, `|`, `* + ?`
/// `{n,m}`, lazy or not, `^ $`, and `(?i)` at the beginning. Takes time linear in the text.
class TextPattern {
 public:
  /// @throws std::runtime_error for what is none of that.
  explicit TextPattern(std::string_view pattern);
  /// `look` is called at each character with how many states there are; it may throw.
  [[nodiscard]] bool matches(std::string_view text,
                             const std::function<void(std::size_t states)>& look = {}) const;

  struct State {
    enum class Kind : std::uint8_t { range_set, split, jump, line_begin, line_end, accept };
    Kind kind = Kind::accept;
    std::vector<std::pair<char32_t, char32_t>> ranges = {};
    bool negated = false;
    std::int32_t next = 1;  ///< how many states further on
    std::int32_t other = 0;
  };

 private:
  std::vector<State> states_;
  bool folds_case_ = false;
};

/// Of letters of ASCII the small one: for `(?i)`.
[[nodiscard]] constexpr char32_t folded_letter(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

}  // namespace entente::query
