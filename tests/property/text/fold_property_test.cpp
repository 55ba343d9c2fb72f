#include <array>

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <entente/text/fold.hpp>

#include "random_text.hpp"
#include "text/name_difference.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint64_t fold_seeds = 20000;

TEST(Fold, OfAFoldedTextChangesNothing) {
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string folded = fold(RandomText(seed).text());
    ASSERT_EQ(fold(folded), folded);
  }
}

TEST(Fold, OfAFoldedCharacterChangesNothing) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string text = to_utf8(std::u32string_view(&c, 1));
    const std::string folded = fold(text);
    ASSERT_EQ(fold(folded), folded) << text;
  }
}

/// Ideographs that begin, continue or come out of the phrases of OpenCC.
TEST(Fold, OfFoldedPhrasesChangesNothing) {
  const std::u32string characters =
      U"丁寧宁弁弃放抛牴抵触計計画劃畫计划护護援掩沈没沉沒反覆复瞭了解钟鍾馗";
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    std::u32string text;
    while (text.size() < 6) text += characters[random.below(characters.size())];
    const std::string folded = fold(to_utf8(text));
    ASSERT_EQ(fold(folded), folded);
  }
}

TEST(Fold, OfAnyBytesIsWellFormedAndFolded) {
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string folded = fold(RandomText(seed).bytes());
    ASSERT_EQ(first_invalid_utf8(folded), std::nullopt);
    ASSERT_EQ(fold(folded), folded);
  }
}

TEST(Fold, IgnoresSpacesAroundAndInvisibleCharactersWithin) {
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string text = random.text();
    ASSERT_EQ(fold(" \u3000" + text + "\t"), fold(text + " "));
    ASSERT_EQ(fold("x\u200B" + text), fold("x" + text));
  }
}

TEST(Fold, IgnoresCase) {
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string text = RandomText(seed).text();
    std::string folded_case;
    icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(folded_case);
    ASSERT_EQ(fold(text), fold(folded_case)) << text;
  }
}

TEST(NameDifference, IsSymmetricAndAgreesWithFolding) {
  for (std::uint64_t seed = 0; seed < fold_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string text = random.text();
    const std::array<std::string, 5> others{random.text(), fold(text, HanVariants::keep),
                                            text + "\u200B", " " + text, random.word()};
    const std::string& other = others[random.below(others.size())];
    const NameDifference difference = name_difference(text, other);
    ASSERT_EQ(difference, name_difference(other, text));
    ASSERT_EQ(difference == NameDifference::none, text == other);
    ASSERT_EQ(difference == NameDifference::other,
              fold(text, HanVariants::keep) != fold(other, HanVariants::keep));
  }
}

}  // namespace
}  // namespace entente
