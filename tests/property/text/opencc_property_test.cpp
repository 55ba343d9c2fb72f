#include <gtest/gtest.h>
#include <opencc/SimpleConverter.hpp>

#include <entente/text/fold.hpp>

#include "random_text.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

/// What the program `opencc` makes of a text with `jp2t`, then with `t2s`.
class OpenCc {
 public:
  [[nodiscard]] std::string simplified(const std::string& text) const {
    return simplify_.Convert(text);
  }
  [[nodiscard]] std::string converted(const std::string& text) const {
    return simplify_.Convert(from_japanese_.Convert(text));
  }

 private:
  opencc::SimpleConverter from_japanese_{ENTENTE_OPENCC_DATA "/jp2t.json"};
  opencc::SimpleConverter simplify_{ENTENTE_OPENCC_DATA "/t2s.json"};
};

TEST(Fold, TakesAnIdeographAndWhatOpenccMakesOfItForOne) {
  const OpenCc opencc;
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    const std::string text = to_utf8(std::u32string_view(&c, 1));
    ASSERT_EQ(fold(text), fold(opencc.simplified(text))) << text;
    ASSERT_EQ(fold(text), fold(opencc.converted(text))) << text;
  }
}

TEST(Fold, TakesATextAndWhatOpenccMakesOfItForOne) {
  const OpenCc opencc;
  for (std::uint64_t seed = 0; seed < 5000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    std::u32string characters;
    while (characters.size() < 6)
      characters += 0x4E00 + static_cast<char32_t>(random.below(0x5200));
    const std::string text = to_utf8(characters);
    ASSERT_EQ(fold(text), fold(opencc.simplified(text))) << text;
    ASSERT_EQ(fold(text), fold(opencc.converted(text))) << text;
  }
}

}  // namespace
}  // namespace entente
