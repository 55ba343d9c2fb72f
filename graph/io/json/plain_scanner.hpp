#pragma once

/// JSON written in the plain way that nearly all records are: objects of known members, each once,
/// and texts without escapes, control characters and DEL. What is not plain is left to those who
/// know every way, and every mistake.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace entente {

/// Walks over a text, behind which a NUL stands. A step that fails leaves it anywhere.
class PlainScanner {
 public:
  enum class Blanks : std::uint8_t { any, of_a_line };
  /// Names of members with their closing quotes.
  using Names = std::span<const std::string_view>;

  /// Borrows the text.
  explicit PlainScanner(std::string_view text)
      : text_(text), last_(text.data() + text.size()), at_(text.data()) {}

  void go_to(std::size_t at, Blanks blanks) {
    at_ = text_.data() + at;
    blanks_ = blanks;
  }
  [[nodiscard]] std::size_t at() const { return static_cast<std::size_t>(at_ - text_.data()); }

  void skip_blanks() {
    while (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || (*at_ == '\n' && blanks_ == Blanks::any))
      ++at_;
  }
  [[nodiscard]] bool accept(char c) {
    if (*at_ != c) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool accept_behind_blanks(char c) {
    skip_blanks();
    return accept(c);
  }
  /// A text of at most so many bytes.
  [[nodiscard]] bool text(std::string_view& into, std::size_t most);
  /// A text that is not empty.
  [[nodiscard]] bool some_text(std::string_view& into, std::size_t most) {
    return text(into, most) && !into.empty();
  }
  /// The name of a member of an object of free names, and the colon.
  [[nodiscard]] bool free_name(std::string_view& into, std::size_t most) {
    skip_blanks();
    if (!some_text(into, most) || !accept_behind_blanks(':')) return false;
    skip_blanks();
    return true;
  }
  /// The name of a member and the colon; which of the names it is. Those that come in the order
  /// of the names are found at once.
  [[nodiscard]] std::optional<std::size_t> member(Names names, std::size_t expected = 0);

  /// An object; `take(index)` reads the value of the index-th of the names. `required` are bits.
  template <typename Take>
  [[nodiscard]] bool object(Names names, std::uint32_t required, Take take) {
    if (!accept('{')) return false;
    std::uint32_t seen = 0;
    std::size_t expected = 0;
    do {
      const auto index = member(names, expected);
      if (!index || (seen >> *index & 1U) != 0 || !take(*index)) return false;
      seen |= 1U << *index;
      expected = *index + 1;
    } while (accept_behind_blanks(','));
    return accept('}') && (seen & required) == required;
  }
  /// A list or an object of any length; `take()` reads what stands between two commas.
  template <typename Take>
  [[nodiscard]] bool all_between(char open, char close, Take take) {
    if (!accept(open)) return false;
    if (accept_behind_blanks(close)) return true;
    do {
      skip_blanks();
      if (!take()) return false;
    } while (accept_behind_blanks(','));
    return accept(close);
  }
  /// The rest of a line of JSON Lines behind its one member.
  [[nodiscard]] bool end_of_line();

 private:
  std::string_view text_;
  const char* last_;
  const char* at_;
  Blanks blanks_ = Blanks::any;
};

}  // namespace entente
