// The quick scanner against nlohmann's parser, over texts that are JSON and texts that nearly are.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/base/json_text.hpp>

#include "io/json/json_scanner.hpp"
#include "io/json/json_sink.hpp"
#include "property/io/random_dossier.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

using testing_support::Chance;
using testing_support::hostile_text;

/// Writes down what it is told.
class Log : public JsonSink {
 public:
  bool open(JsonKind kind, std::size_t at) override {
    return note(kind == JsonKind::list ? "[" : "{", at);
  }
  bool close() override { return note("close", 0); }
  bool key(std::string_view name, std::size_t at) override {
    return note("key " + std::string(name), at);
  }
  bool value(const JsonScalar& scalar, std::size_t at) override {
    has_unfit_number_ |= scalar.kind == JsonKind::unfit_number;
    std::string text = std::to_string(static_cast<int>(scalar.kind));
    if (scalar.kind == JsonKind::text) text += scalar.text;
    if (const auto* real = std::get_if<double>(&scalar.value)) text += json_number(*real);
    if (const auto* integer = std::get_if<std::int64_t>(&scalar.value))
      text += std::to_string(*integer);
    if (const auto* large = std::get_if<std::uint64_t>(&scalar.value))
      text += std::to_string(*large);
    if (const auto* truth = std::get_if<bool>(&scalar.value)) text += *truth ? "true" : "false";
    return note(text, at);
  }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
  /// The scanner leaves those to the parser.
  [[nodiscard]] bool has_unfit_number() const { return has_unfit_number_; }

 private:
  bool note(const std::string& what, std::size_t at) {
    lines_.push_back(std::to_string(at) + ' ' + what);
    return true;
  }
  std::vector<std::string> lines_;
  bool has_unfit_number_ = false;
};

std::string random_string(Chance& chance) {
  const std::vector<std::string> raw = {R"("\u00e9\ud83c\uddef\n\/")",
                                        R"("\u0000")",
                                        R"("\ud800")",
                                        R"("\udc00x")",
                                        R"("\x")",
                                        R"("\u12g4")",
                                        "\"\n\"",
                                        R"("\ud800\u0041")",
                                        "\"",
                                        R"("\)"};
  if (chance.one_in(6)) return raw[static_cast<std::size_t>(chance.number(0, 9))];
  return json_quoted(hostile_text(chance));
}

std::string random_number(Chance& chance) {
  const std::vector<std::string> numbers = {"0",
                                            "-0",
                                            "12",
                                            "-7",
                                            "1.5",
                                            "1e5",
                                            "1E+5",
                                            "2e-3",
                                            "01",
                                            "+1",
                                            "1.",
                                            ".5",
                                            "1e",
                                            "--1",
                                            "0x1",
                                            "1.5.2",
                                            "9223372036854775807",
                                            "9223372036854775808",
                                            "18446744073709551615",
                                            "-9223372036854775808"};
  return numbers[static_cast<std::size_t>(chance.number(0, static_cast<int>(numbers.size()) - 1))];
}

std::string random_value(Chance& chance, int depth) {
  const std::vector<std::string> words = {"true", "false", "null", "nul", "True", "truex"};
  std::string text;
  switch (chance.number(0, depth > 3 ? 2 : 4)) {
    case 0:
      return random_string(chance);
    case 1:
      return random_number(chance);
    case 2:
      return words[static_cast<std::size_t>(chance.number(0, chance.one_in(8) ? 5 : 2))];
    case 3:
      for (int i = chance.number(0, 3); i > 0; --i)
        text += (text.empty() ? "" : ", ") + random_value(chance, depth + 1);
      return '[' + text + ']';
    default:
      for (int i = chance.number(0, 3); i > 0; --i)
        text += (text.empty() ? "" : ",\n ") + random_string(chance) + ": " +
                random_value(chance, depth + 1);
      return '{' + text + '}';
  }
}

/// Puts a character of JSON's own somewhere, or takes one away.
void mutate(Chance& chance, std::string& text) {
  constexpr std::string_view characters = "{}[]:,\"\\ \n0e-.tn";
  const auto at = static_cast<std::size_t>(chance.number(0, static_cast<int>(text.size()) - 1));
  const auto which =
      static_cast<std::size_t>(chance.number(0, static_cast<int>(characters.size()) - 1));
  if (chance.one_in(2))
    text.insert(at, 1, characters[which]);
  else if (text.size() > 1)
    text.erase(at, 1);
}

std::string random_text(Chance& chance) {
  std::string text = random_value(chance, 0);
  while (chance.one_in(2)) mutate(chance, text);
  return text;
}

/// What readers let in: UTF-8 without NUL.
bool passes_the_door(const std::string& text) {
  return !first_invalid_utf8(text) && text.find('\0') == text.npos;
}

TEST(JsonScanner, SaysWhatTheParserSays) {
  constexpr int rounds = 20'000;
  constexpr std::size_t depth = 512;
  Chance chance;
  SCOPED_TRACE(chance.name());
  int accepted = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::string text = random_text(chance);
    if (!passes_the_door(text)) continue;
    Log quick;
    Log exact;
    const Scan scan = scan_json(text, 0, text.size(), quick, depth);
    const auto fault = parse_json(text, 0, text.size(), exact, depth);
    if (exact.has_unfit_number()) continue;
    ASSERT_EQ(scan == Scan::done, !fault) << text << (fault ? "\n" + fault->message : "");
    if (fault) continue;
    ++accepted;
    ASSERT_EQ(quick.lines(), exact.lines()) << text;
  }
  EXPECT_GT(accepted, rounds / 10);
  EXPECT_LT(accepted, rounds * 9 / 10);
}

TEST(JsonScanner, KeepsToItsPartOfTheText) {
  const std::string text = "[1]\n[2]\n";
  Log log;
  EXPECT_EQ(scan_json(text, 4, 7, log, 8), Scan::done);
  EXPECT_EQ(log.lines().front(), "4 [");
  for (const std::string_view cut : {"[1,\n2]", "{\"a\"\n:1}", "\"a\nb\"", "tr\nue", "[1\n]"}) {
    Log rest;
    const std::string padded = std::string(cut) + "\n";
    EXPECT_EQ(scan_json(padded, 0, cut.find('\n'), rest, 8), Scan::refused) << cut;
  }
}

TEST(JsonScanner, RefusesMoreDepthThanAllowed) {
  const std::string text = "[[[]]]";
  Log log;
  EXPECT_EQ(scan_json(text, 0, text.size(), log, 3), Scan::done);
  EXPECT_EQ(scan_json(text, 0, text.size(), log, 2), Scan::refused);
}

}  // namespace
}  // namespace entente
