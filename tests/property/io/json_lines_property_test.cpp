// Large JSON Lines are read in pieces by several threads; nothing may show of that.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>

#include "support/seed.hpp"

namespace entente {
namespace {

using testing_support::Chance;

constexpr std::size_t large_file = std::size_t{9} << 20;  // more than two pieces

std::string header() {
  return "{\"dossier\": {\"format\": \"entente/1\", \"title\": {\"en\": \"T\"}, \"vocabulary\": "
         "\"diplomacy\"}}\n";
}

std::string padding(Chance& chance) {
  return std::string(static_cast<std::size_t>(chance.number(0, 600)), 'x');
}

std::string relation(Chance& chance, std::size_t number) {
  return "{\"relation\": {\"id\": \"r" + std::to_string(number) +
         "\", \"type\": \"t\", \"from\": \"a\", \"to\": \"b\", \"attributes\": {\"note\": \"" +
         padding(chance) + "\"}}}\n";
}

std::string codes(const ReadResult& result) {
  std::string text;
  for (const Problem& problem : result.problems)
    text += std::to_string(problem.line) + ' ' + problem.code + '\n';
  return text;
}

TEST(JsonLinesProperty, RecordsKeepTheirOrderAndPlaces) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  std::string text = header();
  std::size_t count = 0;
  std::string expected;
  for (std::uint32_t line = 2; text.size() < large_file; ++line) {
    if (chance.one_in(2000)) {
      text += "{\"relation\": {\"id\": \"r\"\n";
      expected += std::to_string(line) + " bad-json\n";
    } else if (chance.one_in(500)) {
      text +=
          "{\"relation\": {\"idd\": \"r\", \"id\": \"q\", \"type\": \"t\", \"from\": \"a\", "
          "\"to\": \"b\"}}\n";
      expected += std::to_string(line) + " unknown-member\n";
    } else {
      text += relation(chance, count++);
    }
  }
  const ReadResult result = read_records_from_text(text, "a.jsonl");
  EXPECT_EQ(codes(result), expected);
  std::size_t next = 0;
  std::uint32_t line = 0;
  for (const Relation& one : result.dossier.relations) {
    ASSERT_GT(one.place.line, line);
    line = one.place.line;
    if (one.id == "q") continue;
    ASSERT_EQ(one.id, "r" + std::to_string(next++));
  }
  EXPECT_EQ(next, count);
}

TEST(JsonLinesProperty, EndsAtTheHundredthFaultyLine) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  std::string text = header();
  std::uint32_t line = 1;
  std::uint32_t faulty = 0;
  std::uint32_t hundredth = 0;
  std::size_t before = 0;
  for (std::size_t count = 0; text.size() < large_file; ++line) {
    if (text.size() > large_file / 2 && chance.one_in(20)) {
      text += "x\n";
      if (++faulty == 100) hundredth = line + 1;
    } else {
      text += relation(chance, count++);
      if (hundredth == 0) before = count;
    }
  }
  ASSERT_GT(hundredth, 0u);
  const ReadResult result = read_records_from_text(text, "a.jsonl");
  EXPECT_EQ(result.problems.size(), 101u);
  EXPECT_EQ(result.problems.back().line, hundredth);
  EXPECT_EQ(result.dossier.relations.size(), before);
  EXPECT_EQ(result.extent, Extent::cut);
}

TEST(JsonLinesProperty, LimitsHoldForAllPiecesTogether) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  std::string text = header();
  std::size_t count = 0;
  while (text.size() < large_file) text += relation(chance, count++);
  const std::size_t most = count - 7;
  const ReadResult result = read_records_from_text(text, "a.jsonl", {.edges = most});
  EXPECT_EQ(result.dossier.relations.size(), most);
  EXPECT_EQ(codes(result), std::to_string(most + 2) + " limit-edges\n");
}

}  // namespace
}  // namespace entente
