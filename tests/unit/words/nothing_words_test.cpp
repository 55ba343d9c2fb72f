#include "words/nothing_words.hpp"

#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

// Names have characters that no text of ours has, so that every gap is seen to be filled.
TEST(NothingWords, SayWhyInEveryLanguageAndFillTheirGaps) {
  for (int i = 0; i <= static_cast<int>(NothingWord::only_undated); ++i) {
    const auto word = static_cast<NothingWord>(i);
    std::set<std::string> said;
    const std::string english = nothing_text(word, "en", {"<1>", "<2>"});
    for (const char* language : {"en", "ja", "zh-Hans", "zh-Hant"}) {
      const std::string text = nothing_text(word, language, {"<1>", "<2>"});
      EXPECT_THAT(text, Not(HasSubstr("{"))) << language;
      said.insert(text);
      for (const char* gap : {"<1>", "<2>", "--undated", "--during A/B", "--over", "entente path"})
        EXPECT_EQ(text.find(gap) != text.npos, english.find(gap) != english.npos)
            << language << ": " << text << " lacks or adds " << gap;
    }
    EXPECT_GE(said.size(), 3u) << english;  // the two scripts of Chinese may agree
  }
  EXPECT_EQ(nothing_text(NothingWord::nothing_named, "de", {"x"}), "nothing is named like 'x'");
}

}  // namespace
}  // namespace entente
