// The words around what an answer lists are in the reader's language.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/entente.hpp>

#include "asked.hpp"

namespace entente::answers {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Question in(const char* languages, const std::string& lines) {
  Question question = asked(lines);
  question.languages = languages;
  return question;
}

TEST(Headings, OfSurroundingsAreInTheReadersLanguage) {
  const std::string lines = "country a name=en:A\ncountry b\na assists b\nb assists a\n";
  EXPECT_THAT(text_of(ego(in("en", lines), {"a"})), HasSubstr("A: 1 around it, 2 relations\n"));
  EXPECT_THAT(text_of(ego(in("ja", lines), {"a"})), HasSubstr("：周囲に1件、関係2件\n"));
  EXPECT_THAT(text_of(ego(in("zh-Hant", lines), {"a"})), HasSubstr("：周圍有1個實體，2條關係\n"));
}

TEST(Headings, OfDifferingRecordsAreInTheReadersLanguage) {
  const std::string before = "country a name=en:A\ncountry b\n";
  const std::string after = "country a name=en:A when=1990\ncountry c\n";
  const auto told = [&](const char* languages) {
    return text_of(diff(in(languages, before), in(languages, after)));
  };
  EXPECT_THAT(told("en"), StartsWith("added 1\n"));
  EXPECT_THAT(told("en"), HasSubstr("when: none → 1990"));
  EXPECT_THAT(told("ja"), StartsWith("追加 1件\n"));
  EXPECT_THAT(told("ja"), HasSubstr("when: なし → 1990"));
  EXPECT_THAT(told("zh-Hans"), HasSubstr("\n删除1条\n"));
  for (const char* english : {"added", "removed", "changed", "none"})
    EXPECT_THAT(told("ja"), Not(HasSubstr(english)));
}

}  // namespace
}  // namespace entente::answers
