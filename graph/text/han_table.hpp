#pragma once

/// The variants of Chinese characters as OpenCC's dictionaries give them, in one table.
///
/// OpenCC's `jp2t` followed by `t2s` brings most spellings of a name to one form, but not all: it
/// takes 丁寧 to 叮咛 and leaves 丁宁, takes 連 to 联 and leaves 连. So its pairs are read as
/// equivalences instead of steps: characters that either conversion connects form a class, and
/// the phrases of both (計畫 → 计划, 弁護 → 辩护), taken to those classes, are applied afterwards.
/// Whatever the two steps make agree agrees here, and a text takes well under a microsecond.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

class HanTable {
 public:
  /// Reads OpenCC's dictionaries: a few milliseconds.
  /// @throws IoError `opencc-data-missing`
  HanTable();

  /// The one table of the process, read when first asked for. Thread-safe. If reading throws, the
  /// next call tries again.
  [[nodiscard]] static const HanTable& instance();

  /// The text with every character and phrase in the form of its class. Keeps the number of
  /// characters. Unifying twice changes nothing more.
  [[nodiscard]] std::u32string unified(std::u32string_view text) const;

 private:
  using Forms = std::unordered_map<char32_t, char32_t>;
  struct Phrase {
    std::u32string from;
    std::u32string to;
  };

  [[nodiscard]] char32_t form(char32_t c) const;
  [[nodiscard]] std::u32string with_forms(std::u32string_view text) const;
  /// One pass from left to right, the longest phrase first.
  [[nodiscard]] std::u32string with_phrases(std::u32string_view text) const;
  [[nodiscard]] std::u32string rewritten(std::u32string text) const;
  void set_form(char32_t c, char32_t form);
  void add_phrase(std::u32string_view from, std::u32string_view to);

  std::vector<char32_t> common_;  // forms from U+3400 to U+9FFF
  Forms rare_;                    // forms of the rest that have another
  std::unordered_map<char32_t, std::vector<Phrase>> phrases_;  // by first character, longest first
};

/// True for a unified ideograph: the characters that variants are about.
[[nodiscard]] constexpr bool is_ideograph(char32_t c) noexcept {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace entente
