// The shell of queries, on a terminal of its own.

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/tool.hpp"
#include "support/folder.hpp"

namespace entente::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// What a terminal shows while these lines are typed, and how the tool ends.
Outcome typed_into_shell(const std::vector<std::string>& lines) {
  const Folder folder;
  const std::string state = folder.path().string();
  const std::string dossier = std::string(ENTENTE_SOURCE_DIR) + "/data/japan-nato";
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    setenv("XDG_STATE_HOME", state.c_str(), 1);
    setenv("TERM", "xterm", 1);
    setenv("NO_COLOR", "1", 1);
    execl(ENTENTE_TOOL, "entente", "query", dossier.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  Outcome outcome;
  const auto read_until = [&](const std::string& mark) {
    std::array<char, 4096> bytes{};
    while (outcome.out.find(mark) == std::string::npos) {
      const ssize_t count = read(terminal, bytes.data(), bytes.size());
      if (count <= 0) return;  // its end: nobody writes to the terminal any more
      outcome.out.append(bytes.data(), static_cast<std::size_t>(count));
    }
  };
  read_until("entente> ");
  for (const std::string& line : lines) {
    const std::string typed = line + "\n";
    EXPECT_EQ(write(terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  }
  read_until("\x04 is never shown");
  int status = 0;
  waitpid(child, &status, 0);
  close(terminal);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

TEST(Shell, GoesOnBehindWhatIsWrong) {
  const Outcome outcome = typed_into_shell({":lang ??", ":as-of 2014?", "RETRUN 1;", ":format pdf",
                                            ":nothing", "RETURN 40 + 2 AS answer;", ":quit"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("`??` is not a language tag"));
  EXPECT_THAT(outcome.out, HasSubstr("did you mean RETURN?"));
  EXPECT_THAT(outcome.out, HasSubstr("a shell has no format pdf"));
  EXPECT_THAT(outcome.out, HasSubstr("there is no command :nothing"));
  EXPECT_THAT(outcome.out, HasSubstr("42"));
}

TEST(Shell, NamesInTheLanguageOfTheLastCommand) {
  const Outcome outcome = typed_into_shell({"MATCH (n {id: 'japan'})", "RETURN n.name;", ":lang ja",
                                            "MATCH (n {id: 'japan'})",
                                            "RETURN n.name, name(n, 'fr') AS other;", ":quit"});
  EXPECT_THAT(outcome.out, HasSubstr("Japan"));
  EXPECT_THAT(outcome.out, HasSubstr("日本"));
  EXPECT_THAT(outcome.out, HasSubstr("Japon"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("error")));
}

TEST(Shell, AsksUnderItsPeriodUntilItIsLifted) {
  const std::string query = "MATCH (c {name: 'Japan'})-[:party_to]->(a) RETURN count(*) AS n;";
  const Outcome outcome = typed_into_shell({":as-of 2019", query, ":as-of", query, ":quit"});
  EXPECT_THAT(outcome.out, HasSubstr("possible"));
  EXPECT_THAT(outcome.out, HasSubstr("of all time"));
}

}  // namespace
}  // namespace entente::test
