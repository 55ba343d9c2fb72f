#pragma once

/// The variants of Chinese characters as OpenCC's dictionaries give them, in one table.
///
/// OpenCC's `jp2t` followed by `t2s` brings most spellings of a name to one form, but not all: it
/// takes 丁寧 to 叮咛 and leaves 丁宁, takes 連 to 联 and leaves 连. So its pairs are read as
/// equivalences instead of steps: characters that either conversion connects form a class, and
/// the phrases of both (計畫 → 计划, 弁護 → 辩护), taken to those classes, are applied afterwards.
/// Whatever the two steps make agree agrees here too, a hundred times as fast.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// True for a unified ideograph: the characters that variants are about. Compatibility ideographs
/// are none; NFKC brings them to unified ones.
[[nodiscard]] constexpr bool is_ideograph(char32_t c) noexcept {
  if (c >= 0x2F800 && c <= 0x2FA1F) return false;
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

/// Disjoint classes of ideographs, each with one member as its form.
class IdeographClasses {
 public:
  IdeographClasses();

  /// Joins two classes; the second ideograph becomes the form of both.
  void join(char32_t from, char32_t to);

  /// The form of the class; any other character is its own.
  [[nodiscard]] char32_t form(char32_t c) const;

 private:
  [[nodiscard]] char32_t parent(char32_t c) const;
  void set_parent(char32_t c, char32_t parent);

  std::vector<char32_t> common_;                 // parents from U+3400 to U+9FFF
  std::unordered_map<char32_t, char32_t> rare_;  // parents past U+FFFF that differ
};

class HanTable {
 public:
  /// Reads OpenCC's dictionaries from their folder, which takes a few milliseconds.
  /// @throws IoError `opencc-data-missing`
  explicit HanTable(const std::string& folder);

  /// The one table of the process, read when first asked for. Thread-safe. If reading throws, the
  /// next call tries again.
  [[nodiscard]] static const HanTable& instance();

  /// The text with every character and phrase in the form of its class. Keeps the number of
  /// characters. Unifying twice changes nothing more.
  [[nodiscard]] std::u32string unified(std::u32string text) const;

 private:
  struct Phrase {
    std::u32string from;
    std::u32string to;
  };

  void add_phrase(std::u32string from, std::u32string to);
  [[nodiscard]] std::u32string with_forms(std::u32string text) const;
  [[nodiscard]] std::u32string with_phrases(std::u32string text) const;
  [[nodiscard]] const Phrase* phrase_at(std::u32string_view text, std::size_t at) const;

  IdeographClasses classes_;
  std::unordered_map<char32_t, std::vector<Phrase>> phrases_;  // by first character, longest first
  std::vector<bool> begins_phrase_;                            // from U+3400 to U+9FFF
};

}  // namespace entente
