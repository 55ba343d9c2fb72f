#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <entente/base/json_text.hpp>

namespace entente {
namespace {

TEST(JsonQuoted, EscapesQuotesBackslashesAndControls) {
  EXPECT_EQ(json_quoted("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(json_quoted(std::string_view("\b\t\n\f\r\x01\x1b\x7f\0", 9)),
            "\"\\b\\t\\n\\f\\r\\u0001\\u001b\\u007f\\u0000\"");
}

TEST(JsonQuoted, KeepsAnyScriptAsItIs) {
  EXPECT_EQ(json_quoted("岸田文雄 😀 é"), "\"岸田文雄 😀 é\"");
}

TEST(JsonQuoted, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(json_quoted("a\xff"
                        "b"),
            "\"a\uFFFDb\"");
  EXPECT_EQ(json_quoted("\xc0\xaf"), "\"\uFFFD\uFFFD\"") << "overlong";
  EXPECT_EQ(json_quoted("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"") << "a surrogate";
  EXPECT_EQ(json_quoted("\xe5\xb2"), "\"\uFFFD\uFFFD\"") << "cut short";
  EXPECT_EQ(json_quoted("\xf4\x90\x80\x80"), "\"\uFFFD\uFFFD\uFFFD\uFFFD\"") << "beyond U+10FFFF";
}

TEST(JsonNumber, IsShortestAndReadsBack) {
  EXPECT_EQ(json_number(12), "12");
  EXPECT_EQ(json_number(0.1), "0.1");
  EXPECT_EQ(json_number(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(json_number(-0.0), "0");
  EXPECT_EQ(json_number(1e300), "1e+300");
}

TEST(JsonNumber, WritesWholeNumbersInFull) {
  EXPECT_EQ(json_number(100000), "100000");
  EXPECT_EQ(json_number(-1234568), "-1234568");
  EXPECT_EQ(json_number(2e15), "2000000000000000");
  EXPECT_EQ(json_number(0x1p53), "9007199254740992");
  EXPECT_EQ(json_number(1e17), "100000000000000000");
  EXPECT_EQ(json_number(36252200000006201344.0), "36252200000006201344");
  EXPECT_EQ(json_number(1e21), "1e+21");
  EXPECT_EQ(json_number(0.0001), "0.0001");
  EXPECT_EQ(json_number(-1e-8), "-1e-08");
}

TEST(JsonNumber, IsNullWhereJsonHasNone) {
  EXPECT_EQ(json_number(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(json_number(std::nan("")), "null");
}

TEST(JsonText, WritesMembersInTheOrderGiven) {
  JsonText json;
  json.open_object().member("z", "last").member("a", 1).member("yes", true).key("none").null();
  json.key("list")
      .open_list()
      .value(1.5)
      .value("two")
      .open_object()
      .close_object()
      .close_list()
      .close_object();
  EXPECT_EQ(json.str(),
            R"({"z": "last", "a": 1, "yes": true, "none": null, "list": [1.5, "two", {}]})");
}

TEST(JsonText, KeepsIntegersExactTo64Bits) {
  JsonText json;
  json.open_list()
      .value(std::numeric_limits<std::int64_t>::min())
      .value(std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(json.close_list().str(), "[-9223372036854775808, 18446744073709551615]");
}

TEST(JsonText, TakesReadyTextAsItIs) {
  JsonText json;
  json.open_list().raw("{\"a\": 1}").raw("2").close_list();
  EXPECT_EQ(json.str(), R"([{"a": 1}, 2])");
}

}  // namespace
}  // namespace entente
