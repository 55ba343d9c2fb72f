#include <clocale>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <entente/base/read_number.hpp>

namespace entente {
namespace {

struct Read {
  std::ptrdiff_t taken;
  std::errc error;
  std::string number;

  bool operator==(const Read&) const = default;
};

using Reader = std::from_chars_result (*)(const char*, const char*, double&, std::chars_format);

Read read(Reader reader, std::string_view text, std::chars_format format) {
  double number = -1234.5;
  const auto [end, error] = reader(text.data(), text.data() + text.size(), number, format);
  char bits[64];
  std::snprintf(bits, sizeof bits, "%a", number);
  return {end - text.data(), error, std::isnan(number) ? "nan" : bits};
}

void expect_like_the_standard(std::string_view text) {
  for (const auto format : {std::chars_format::general, std::chars_format::fixed})
    EXPECT_EQ(read(read_number_plainly, text, format), read(read_number, text, format)) << text;
}

TEST(ReadNumber, TakesWhatIsANumber) {
  double number = 0;
  const std::string_view text = "-12.5e1x";
  const auto [end, error] = read_number_plainly(text.data(), text.data() + text.size(), number);
  EXPECT_EQ(end, text.data() + 7);
  EXPECT_EQ(error, std::errc{});
  EXPECT_EQ(number, -125);
}

TEST(ReadNumber, InPlainCIsTheStandardLibrarys) {
  for (const std::string_view text : {"",
                                      "-",
                                      "+1",
                                      " 1",
                                      ".",
                                      "-.",
                                      "e5",
                                      ".e5",
                                      "1",
                                      "-1",
                                      "1.",
                                      ".5",
                                      "1.5",
                                      "1e",
                                      "1e+",
                                      "1e5",
                                      "1E-5x",
                                      "1.5.5",
                                      "0x10",
                                      "1e400",
                                      "-1e400",
                                      "1e-400",
                                      "0e-400",
                                      "0e400",
                                      "4.9e-324",
                                      "2e-324",
                                      "1.7976931348623157e308",
                                      "1.7976931348623159e308",
                                      "inf",
                                      "-INF",
                                      "infinity",
                                      "infinit",
                                      "nan",
                                      "-nan",
                                      "NaN(abc)",
                                      "nan(",
                                      "in",
                                      "na",
                                      "123456789012345678901234567890",
                                      "2.2250738585072012e-308",
                                      "0.1",
                                      "9007199254740993",
                                      "1,5"})
    expect_like_the_standard(text);
}

TEST(ReadNumber, InPlainCIsTheStandardLibrarysForAnyText) {
  std::mt19937 random(7);
  constexpr std::string_view letters = "0123456789..eE+--inafty";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = letters[random() % letters.size()];
    expect_like_the_standard(text);
  }
}

TEST(ReadNumber, KnowsNoLocale) {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  for (const char* const name : {"de_DE.UTF-8", "fr_FR.UTF-8"}) std::setlocale(LC_NUMERIC, name);
  double number = 0;
  const std::string_view text = "1.5";
  const auto [end, error] = read_number_plainly(text.data(), text.data() + text.size(), number);
  std::setlocale(LC_NUMERIC, before.c_str());
  EXPECT_EQ(error, std::errc{});
  EXPECT_EQ(end, text.data() + 3);
  EXPECT_EQ(number, 1.5);
}

}  // namespace
}  // namespace entente
