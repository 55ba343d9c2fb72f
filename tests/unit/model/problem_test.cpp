#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

namespace entente {
namespace {

TEST(Problem, IsDescribedInOneLineWithItsHintBelow) {
  EXPECT_EQ(describe({.severity = Severity::error,
                      .code = "unknown-type",
                      .file = "a.json",
                      .line = 3,
                      .column = 7,
                      .record = "r1",
                      .message = "unknown relation type `party-to`",
                      .hint = "did you mean `party_to`?"}),
            "a.json:3:7: error: r1: unknown relation type `party-to` [unknown-type]\n"
            "  hint: did you mean `party_to`?");
}

TEST(Problem, OfAProgramsRecordHasNoPlace) {
  EXPECT_EQ(describe({.severity = Severity::warning, .code = "c", .message = "m"}),
            "dossier: warning: m [c]");
}

TEST(Problem, ShowsNothingThatCommandsATerminal) {
  const std::string text =
      describe({.code = "c", .file = "a\x1b[2J", .record = "r\u202E", .message = "a\nb\u200B"});
  EXPECT_EQ(text.find('\x1b'), text.npos);
  EXPECT_THAT(text, testing::HasSubstr("a\\u{1b}[2J"));
  EXPECT_THAT(text, testing::HasSubstr("r\\u{202e}"));
  EXPECT_THAT(text, testing::HasSubstr("a\\u{a}b\\u{200b}"));
}

TEST(DossierError, ListsTheFirstHundredErrorsAndCountsTheRest) {
  std::vector<Problem> problems(121, Problem{.code = "c", .message = "m"});
  problems.front() = {.severity = Severity::warning, .code = "w", .message = "never mind"};
  const DossierError error(problems);
  EXPECT_THAT(error.what(), testing::StartsWith("dossier: error: m [c]\n"));
  EXPECT_THAT(error.what(), testing::EndsWith("… and 20 more errors"));
  EXPECT_EQ(error.problems().size(), 121u);
  EXPECT_EQ(error.exit_code(), 65);
}

}  // namespace
}  // namespace entente
