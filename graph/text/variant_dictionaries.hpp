#pragma once

/// The variants of Chinese characters as OpenCC's dictionaries give them. Read when the library is
/// built, not when it runs: loading them would take longer than a small question.
///
/// OpenCC's `jp2t` followed by `t2s` brings most spellings of a name to one form, but not all: it
/// takes 丁寧 to 叮咛 and leaves 丁宁, takes 連 to 联 and leaves 连. So its pairs are read as
/// equivalences instead of steps: characters that either conversion connects form a class, and
/// the phrases of both (計畫 → 计划, 弁護 → 辩护), taken to those classes, are applied afterwards.
/// Whatever the two steps make agree agrees here too, and so do the pairs of variant_pairs.hpp.

#include <map>
#include <string>
#include <vector>

namespace entente {

/// Disjoint classes of ideographs, each with one member as its form.
class IdeographClasses {
 public:
  /// Joins two classes; the second ideograph becomes the form of both.
  void join(char32_t from, char32_t to);

  /// The form of the class; any other character is its own.
  [[nodiscard]] char32_t form(char32_t c) const;
  [[nodiscard]] std::u32string forms(std::u32string text) const;

  /// Every ideograph that was joined, with its form; by character.
  [[nodiscard]] std::map<char32_t, char32_t> all() const;

 private:
  std::map<char32_t, char32_t> parents_;
};

struct VariantPhrase {
  std::u32string from;
  std::u32string to;
};

struct Variants {
  IdeographClasses classes;
  std::vector<VariantPhrase> phrases;  ///< by first character, the longest first
};

/// Reads the dictionaries of `jp2t` and `t2s` from OpenCC's folder.
/// @throws std::runtime_error naming the file and the package it comes from
[[nodiscard]] Variants read_variants(const std::string& folder);

}  // namespace entente
