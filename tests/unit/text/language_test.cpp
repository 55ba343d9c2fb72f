#include <array>

#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/text/language.hpp>

namespace entente {
namespace {

TEST(LanguageTag, IsWellFormedByTheGrammar) {
  for (const auto* tag : {"en", "ja", "yue", "zh-Hans", "zh-hant-tw", "sr-Latn-RS", "es-419",
                          "zh-cmn-Hans-CN", "de-CH-1901", "sl-rozaj-biske", "en-US-u-islamcal",
                          "de-a-value-b-value", "ja-x-private", "x-whatever", "und"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
}

TEST(LanguageTag, IsNothingElse) {
  for (const auto* tag :
       {"", "e", "japanese1", "ja_JP", "ja-", "-ja", "ja--JP", "日本", "en US", "zh-Hans-Hant",
        "en-a", "x", "de-1901-1901", "en-a-bb-a-cc", "123", "ja-JP-toolongsubtag"})
    EXPECT_FALSE(is_language_tag(tag)) << tag;
}

TEST(LanguageTag, HasARecommendedLetterCase) {
  EXPECT_EQ(canonical_language_tag("ZH-HANT-tw"), "zh-Hant-TW");
  EXPECT_EQ(canonical_language_tag("JA"), "ja");
  EXPECT_EQ(canonical_language_tag("en-ca-X-CA"), "en-CA-x-ca");
  EXPECT_EQ(canonical_language_tag("de-ch-1901"), "de-CH-1901");
  EXPECT_EQ(canonical_language_tag("ja_JP"), std::nullopt);
}

/// The tag chosen among those offered.
std::string chosen(std::string_view preference, std::vector<std::string> tags) {
  const auto best = LanguagePreference::parse(preference).best(tags);
  return best ? tags[*best] : "none";
}

TEST(LanguagePreference, TakesTheFirstLanguageThatIsThere) {
  EXPECT_EQ(chosen("ja,zh-Hant,en", {"en", "ja", "zh-Hant"}), "ja");
  EXPECT_EQ(chosen(" ja , zh-hant ", {"en", "zh-Hant"}), "zh-Hant");
  EXPECT_EQ(chosen("ko,fr", {"en", "fr", "de"}), "fr");
}

TEST(LanguagePreference, FallsBackWithinALanguage) {
  EXPECT_EQ(chosen("zh-Hant,en", {"en", "zh", "zh-Hans", "zh-TW"}), "zh-TW");
  EXPECT_EQ(chosen("zh-Hant,en", {"en", "zh-Hans", "zh"}), "zh");
  EXPECT_EQ(chosen("zh-Hant,en", {"en", "zh-Hans"}), "en");
  EXPECT_EQ(chosen("zh-Hant", {"en", "zh-Hans"}), "zh-Hans");
  EXPECT_EQ(chosen("zh-Hant,ja", {"zh-Hans", "en", "ja"}), "ja");
  EXPECT_EQ(chosen("zh-Hant,en", {"en", "zh"}), "zh");
  EXPECT_EQ(chosen("zh,en", {"en", "zh-Hans", "zh-Hant"}), "zh-Hans");
  EXPECT_EQ(chosen("zh-TW", {"zh", "zh-HK", "zh-Hant", "zh-Hans"}), "zh-Hant");
  EXPECT_EQ(chosen("zh-HK", {"zh-Hant", "zh-Hant-HK"}), "zh-Hant-HK");
  EXPECT_EQ(chosen("zh-HK", {"zh-Hant-HK", "zh-HK"}), "zh-HK");
  EXPECT_EQ(chosen("zh-TW", {"zh", "zh-Hans", "zh-HK"}), "zh-HK");
  EXPECT_EQ(chosen("zh-CN", {"zh-Hant", "zh-SG", "zh-Hans"}), "zh-Hans");
  EXPECT_EQ(chosen("zh-TW,en", {"en", "zh-Hans"}), "en") << "a region implies its script";
  EXPECT_EQ(chosen("zh-CN,en", {"en", "zh-Hant"}), "en");
  EXPECT_EQ(chosen("sr-RS,en", {"en", "sr-Latn"}), "en");
  EXPECT_EQ(chosen("zh-TW", {"en", "zh-Hans"}), "zh-Hans") << "none of what was asked for";
  EXPECT_EQ(chosen("zh,en", {"en", "zh-Hant"}), "zh-Hant") << "no script was asked for";
  EXPECT_EQ(chosen("sr", {"sr-Latn", "sr-Cyrl"}), "sr-Cyrl");
  EXPECT_EQ(chosen("zh-Hant", {"ja", "zho"}), "ja");
}

// RFC 4647, section 3.4: subtags are cut from the end until a tag is found.
TEST(LanguagePreference, CutsSubtagsBeforeItGoesToAnotherRegion) {
  EXPECT_EQ(chosen("pt-PT", {"pt-BR", "pt"}), "pt");
  EXPECT_EQ(chosen("pt-PT", {"en", "pt-BR"}), "pt-BR");
  EXPECT_EQ(chosen("en-GB", {"ja", "en-US", "en"}), "en");
  EXPECT_EQ(chosen("de-CH-1901", {"de", "de-AT", "de-CH"}), "de-CH");
  EXPECT_EQ(chosen("zh-Hant-TW", {"zh", "zh-Hans", "zh-HK", "zh-Hant"}), "zh-Hant");
  EXPECT_EQ(chosen("pt", {"pt-BR", "pt-PT"}), "pt-BR");
  EXPECT_EQ(chosen("es-MX,en", {"en", "es-ES"}), "es-ES");
  EXPECT_EQ(chosen("pt-PT,pt-BR", {"pt-BR", "pt"}), "pt");
}

TEST(LanguagePreference, ThenTakesEnglishThenTheFirst) {
  EXPECT_EQ(chosen("ko", {"ja", "en-GB", "en"}), "en");
  EXPECT_EQ(chosen("ko", {"ja", "en-GB"}), "en-GB");
  EXPECT_EQ(chosen("ko", {"ja", "fr"}), "ja");
  EXPECT_EQ(chosen("ko", {}), "none");
}

TEST(LanguagePreference, IsEnglishByDefault) {
  const std::array<std::string_view, 2> tags{"ja", "en"};
  EXPECT_EQ(LanguagePreference().best(tags), 1U);
}

TEST(LanguagePreference, RefusesAListThatHoldsSomethingElse) {
  for (const auto* list : {"", "ja,,en", "ja_JP", "ja;en", "ja\x1B"}) {
    try {
      (void)LanguagePreference::parse(list);
      FAIL() << list << " was taken for a list of languages";
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.code(), "bad-language");
      EXPECT_EQ(error.exit_code(), 64);
      EXPECT_EQ(std::string_view(error.what()).find('\x1B'), std::string_view::npos);
    }
  }
}

}  // namespace
}  // namespace entente
