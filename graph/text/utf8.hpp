#pragma once

/// UTF-8 at the door and inside: checking, walking by code point, recognising other encodings.
///
/// Shown by the shared library, because entente::render uses it too.
/// Everything past a reader is well-formed UTF-8. The functions below still accept any bytes: a
/// malformed sequence counts as one U+FFFD, cut as the Unicode Standard recommends (section 3.9,
/// "maximal subparts"), and nothing is read out of bounds.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// What the first bytes of an input say about its encoding.
enum class Encoding { utf8, utf8_with_mark, utf16_le, utf16_be, utf32_le, utf32_be };

/// The name people know: "UTF-16 (little-endian)".
[[nodiscard]] std::string_view to_string(Encoding encoding) noexcept;

/// Recognises byte-order marks and, without one, the zero bytes that UTF-16 and UTF-32 put around
/// two leading ASCII characters. Anything else is `Encoding::utf8`, which the check below confirms.
[[nodiscard]] Encoding detect_encoding(std::string_view bytes) noexcept;

/// The input without one leading UTF-8 byte-order mark.
[[nodiscard]] std::string_view skip_byte_order_mark(std::string_view bytes) noexcept;

/// True if no byte has its high bit set. Eight bytes a step.
[[nodiscard]] bool is_ascii(std::string_view text) noexcept;

/// The offset of the first byte that is not part of a well-formed sequence: overlong forms,
/// surrogates, code points past U+10FFFF, stray and missing continuation bytes. Nothing if all is
/// well. NUL is well-formed; readers that refuse it look for it themselves.
/// Cost: one pass; ASCII eight bytes a step.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

/// One code point of a text.
struct CodePoint {
  char32_t value = 0;      ///< the number of the character
  std::uint8_t size = 0;   ///< bytes it takes
  bool malformed = false;  ///< the bytes are no character; `value` is U+FFFD
  std::size_t offset = 0;  ///< of its first byte
};

/// The code point that begins at `offset`, which must lie inside the text.
[[nodiscard]] CodePoint decode_utf8(std::string_view text, std::size_t offset) noexcept;

/// A text as a range: `for (const CodePoint c : code_points(text))`. Borrows the text.
class CodePoints {
 public:
  /// Walks the text once.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = CodePoint;
    using difference_type = std::ptrdiff_t;
    using pointer = const CodePoint*;
    using reference = CodePoint;

    Iterator() = default;
    Iterator(std::string_view text, std::size_t offset) noexcept : text_(text) { move_to(offset); }
    [[nodiscard]] CodePoint operator*() const noexcept { return current_; }
    Iterator& operator++() noexcept {
      move_to(current_.offset + current_.size);
      return *this;
    }
    Iterator operator++(int) noexcept {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    /// The same value.
    [[nodiscard]] bool operator==(const Iterator& other) const noexcept {
      return current_.offset == other.current_.offset;
    }

   private:
    void move_to(std::size_t offset) noexcept {
      current_ = offset < text_.size() ? decode_utf8(text_, offset) : CodePoint{.offset = offset};
    }

    std::string_view text_;
    CodePoint current_;
  };

  /// Holds a view: the text must outlive it.
  explicit CodePoints(std::string_view text) noexcept : text_(text) {}
  /// The first.
  [[nodiscard]] Iterator begin() const noexcept { return {text_, 0}; }
  /// Behind the last.
  [[nodiscard]] Iterator end() const noexcept { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

/// The code points of a text, wrong bytes as U+FFFD.
[[nodiscard]] inline CodePoints code_points(std::string_view text) noexcept {
  return CodePoints(text);
}

/// How many code points a text has; a malformed sequence counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// Appends one code point; what UTF-8 cannot hold (surrogates, past U+10FFFF) becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// As code points, wrong bytes as U+FFFD.
[[nodiscard]] std::u32string to_utf32(std::string_view text);
/// As bytes.
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace entente
