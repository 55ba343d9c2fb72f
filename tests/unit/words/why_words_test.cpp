#include "words/why_words.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(WhyWords, SayEveryReasonInEveryLanguage) {
  for (const char* language : {"en", "ja", "zh-Hans", "zh-Hant"}) {
    const LanguagePreference languages = LanguagePreference::parse(language);
    std::set<std::string> said;
    for (int why = 1; why <= static_cast<int>(Why::no_end_reported); ++why) {
      const Phrase phrase = why_phrase(static_cast<Why>(why), languages);
      EXPECT_EQ(phrase.language, language);
      EXPECT_TRUE(said.insert(phrase.text).second) << phrase.text;
    }
  }
  EXPECT_EQ(why_phrase(Why::no_end_reported, LanguagePreference()).text, "no end reported");
  EXPECT_EQ(why_phrase(Why::none, LanguagePreference()).text, "");
}

}  // namespace
}  // namespace entente
