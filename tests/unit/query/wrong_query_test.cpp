// Queries that are wrong, each with the place, the code and the hint: a line of wrong_queries.txt
// is
//   query ⇥ type code line:column+length ⇥ hint
// With ENTENTE_REFRESH=1 the file is written anew from what is said.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/query/pattern.hpp>
#include <entente/text/width.hpp>

namespace {

using namespace entente;

PropertyGraph small_plain_graph() {
  PropertyGraph graph;
  graph.nodes = {{std::int64_t{1}, {"A"}, {}}, {std::int64_t{2}, {"B"}, {}}};
  graph.edges = {{std::int64_t{1}, "R", std::int64_t{1}, std::int64_t{2}, {}}};
  return graph;
}

std::string said_of(const std::string& text) {
  try {
    static_cast<void>(query::prepare(query::Source(small_plain_graph()), text));
  } catch (const query::QueryError& error) {
    const query::Fault& fault = error.fault();
    std::ostringstream said;
    said << text << '\t' << fault.type << ' ' << fault.code << ' ' << fault.line << ':'
         << fault.column << '+' << fault.length << '\t' << fault.hint;
    return said.str();
  }
  return text + "\tcompiles";
}

TEST(WrongQuery, IsRefusedWithItsPlaceAndAHint) {
  const std::string file = ENTENTE_SOURCE_DIR "/tests/unit/query/wrong_queries.txt";
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  ASSERT_GE(lines.size(), 150u);
  std::string refreshed;
  for (const std::string& line : lines) {
    const std::string said = said_of(line.substr(0, line.find('\t')));
    refreshed += said + '\n';
    EXPECT_EQ(said.find("\tcompiles"), std::string::npos) << said;
    EXPECT_NE(said.back(), '\t') << "without a hint: " << said;
    if (std::getenv("ENTENTE_REFRESH") == nullptr) {
      EXPECT_EQ(said, line);
    }
  }
  if (std::getenv("ENTENTE_REFRESH") != nullptr) std::ofstream(file) << refreshed;
}

TEST(WrongQuery, ShowsTheLineWithACaret) {
  try {
    static_cast<void>(
        query::prepare(query::Source(small_plain_graph()), "MATCH (日本:A)\nRETURN 日本, 中国"));
    FAIL();
  } catch (const query::QueryError& error) {
    EXPECT_EQ(error.fault().line, 2u);
    EXPECT_EQ(error.fault().column, 12u);
    EXPECT_EQ(error.fault().length, 2u);
    EXPECT_NE(std::string(error.what()).find("  RETURN 日本, 中国\n               ^^^^"),
              std::string::npos)
        << error.what();
    EXPECT_EQ(error.exit_code(), 64);
  }
}

// Of a line of many characters what stands around the place is shown, in columns of a terminal.
TEST(WrongQuery, ShowsTheSurroundingsInALongLine) {
  const query::Source source(small_plain_graph());
  const auto shown = [&](const std::string& text) {
    try {
      static_cast<void>(query::prepare(source, text));
    } catch (const query::QueryError& error) {
      std::istringstream said(error.what());
      std::vector<std::string> lines;
      for (std::string line; std::getline(said, line);) lines.push_back(line);
      return lines;
    }
    return std::vector<std::string>(3);
  };
  const auto many = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  const std::vector<std::string> queries = {
      "RETURN wrong" + many(" + 1", 900),
      "RETURN '" + many("x", 10000) + "' + wrong + '" + many("y", 10000) + "'",
      "RETURN '" + many("日", 5000) + "' + wrong",
      "RETURN '" + many("e\u0301", 5000) + "' + wrong + '" + many("日", 5000) + "'"};
  for (const std::string& text : queries) {
    const auto lines = shown(text);
    ASSERT_GE(lines.size(), 3U) << text.substr(0, 20);
    EXPECT_LE(display_width(lines[1]), 102U) << lines[1];
    EXPECT_NE(lines[1].find("…"), std::string::npos) << lines[1];
    const std::size_t wrong = lines[1].find("wrong");
    ASSERT_NE(wrong, std::string::npos) << lines[1];
    EXPECT_EQ(lines[2], std::string(display_width(lines[1].substr(0, wrong)), ' ') + "^^^^^")
        << lines[1];
  }
  // A long place is cut, too; a line that fits is whole.
  const auto name = shown("RETURN " + many("n", 10000));
  EXPECT_LE(display_width(name[1]), 102U);
  EXPECT_EQ(display_width(name[2]), display_width(name[1]));
  EXPECT_EQ(shown("RETURN '" + many("x", 70) + "' + wrong")[1].find("…"), std::string::npos);
}

TEST(WrongQuery, SaysTheSameOnOneLineOfJson) {
  try {
    static_cast<void>(query::prepare(query::Source(small_plain_graph()), "RETURN x"));
    FAIL();
  } catch (const query::QueryError& error) {
    EXPECT_EQ(
        error.json(),
        R"({"error": {"phase": "compile time", "type": "SyntaxError", "code": )"
        R"("UndefinedVariable", "message": "there is no variable x", "line": 1, "column": 8, )"
        R"("length": 1, "hint": "a text stands in quotes: 'x'"}})");
  }
}

// A text of any depth is refused, not run into the end of the stack.
TEST(WrongQuery, NestsOnlySoDeep) {
  const query::Source source(small_plain_graph());
  const auto repeated = [](const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string& text :
       {"RETURN " + repeated("(", 100000) + "1", "RETURN " + repeated("[", 100000),
        "RETURN " + repeated("NOT ", 100000) + "true", "RETURN " + repeated("-", 100000) + "1",
        "RETURN 1" + repeated("+1", 100000), "RETURN " + repeated("{a:", 100000),
        "RETURN " + repeated("EXISTS{MATCH (a) WHERE ", 10000),
        repeated("MATCH (a) ", 10000) + "RETURN 1"})
    EXPECT_THROW(static_cast<void>(query::prepare(source, text)), query::QueryError)
        << text.substr(0, 40);
}

}  // namespace
