// What comes from outside: whatever it is, it is reported with a place and a hint, and nothing is
// thrown.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

#include "foreign_text.hpp"

namespace entente {
namespace {

using test::read_foreign_text;

std::string deep(const std::string& open) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += open;
  return text;
}

void expect_reported(const CheckedDossier& read, const std::string& what) {
  EXPECT_TRUE(has_errors(read.problems)) << what;
  for (const Problem& problem : read.problems) {
    EXPECT_GE(problem.line, 1U) << what;
    EXPECT_GE(problem.column, 1U) << what;
    EXPECT_FALSE(problem.hint.empty()) << problem.message;
  }
}

class HostileFormat : public testing::TestWithParam<const char*> {};

TEST_P(HostileFormat, IsToldWithAPlaceAndAHint) {
  const std::string format = GetParam();
  const std::pair<const char*, std::string> texts[] = {
      {"another encoding", std::string("\xff\xfe{\0\"\0i\0d\0\"\0:\0", 14)},
      {"no UTF-8", "{\"id\": \"\xc0\xaf\"}"},
      {"NUL", std::string("{\"id\": \"\0\"}", 11)},
      {"deep lists", deep("[")},
      {"deep objects", deep("{\"a\":")},
      {"cut", "{\"entities\": {\"Q1\": {\"id\": \"Q1"},
      {"a lone quote", "atopid,\"member"},
  };
  for (const auto& [what, text] : texts)
    expect_reported(read_foreign_text(text, "input", format), format + ", " + what);
}

INSTANTIATE_TEST_SUITE_P(Formats, HostileFormat,
                         testing::Values("ftm", "wikidata", "popolo", "neo4j", "atop", "cow",
                                         "icews", "plover", "sqlite"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace entente
