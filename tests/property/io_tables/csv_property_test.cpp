// The CSV reader against a slow one that walks a text character by character, and against writing.

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/model/problem.hpp>

#include "io/tables/csv.hpp"
#include "support/seed.hpp"

namespace entente::tables {
namespace {

using testing_support::Chance;
using Rows = std::vector<std::vector<std::string>>;

/// A machine of four states after RFC 4180; nothing for what it does not allow.
std::optional<Rows> slow_rows(const std::string& text) {
  enum class State { begin, plain, quoted, behind };
  Rows rows;
  std::vector<std::string> row = {""};
  State state = State::begin;
  const auto end_row = [&] {
    if (row.size() > 1 || !row.back().empty() || state != State::begin) rows.push_back(row);
    row = {""};
    state = State::begin;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (state == State::quoted && c != '"') {
      row.back() += c;
    } else if (state == State::quoted && i + 1 < text.size() && text[i + 1] == '"') {
      row.back() += text[++i];
    } else if (state == State::quoted) {
      state = State::behind;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      end_row();
    } else if (c == ',') {
      row.emplace_back();
      state = State::begin;
    } else if (state == State::behind) {
      return std::nullopt;
    } else if (state == State::begin && c == '"') {
      state = State::quoted;
    } else {
      state = State::plain;
      row.back() += c;
    }
  }
  if (state == State::quoted) return std::nullopt;
  end_row();
  return rows;
}

std::optional<Rows> fast_rows(const std::string& text) try {
  Rows all;
  CsvRows rows(text, "table.csv");
  while (rows.next()) {
    all.emplace_back();
    for (const Cell& cell : rows.cells()) all.back().emplace_back(cell.text);
  }
  return all;
} catch (const DossierError&) {
  return std::nullopt;
}

std::string random_text(Chance& chance, const std::string& letters, int most) {
  std::string text(static_cast<std::size_t>(chance.number(0, most)), ' ');
  const int last = static_cast<int>(letters.size()) - 1;
  for (char& c : text) c = letters[static_cast<std::size_t>(chance.number(0, last))];
  return text;
}

TEST(CsvProperty, TheFastReaderReadsWhatTheSlowOneDoes) {
  Chance chance;
  std::size_t refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(chance, "ab,,\"\"\n\r", 24);
    const auto expected = slow_rows(text);
    refused += expected ? 0 : 1;
    ASSERT_EQ(fast_rows(text), expected) << chance.name() << text;
  }
  EXPECT_GT(refused, 1000u);
  EXPECT_LT(refused, 19'000u);
}

TEST(CsvProperty, WhatIsQuotedIsReadBack) {
  Chance chance;
  for (int i = 0; i < 2'000; ++i) {
    Rows rows(static_cast<std::size_t>(chance.number(1, 4)));
    std::string text;
    for (auto& row : rows) {
      row.resize(static_cast<std::size_t>(chance.number(1, 5)));
      for (std::string& cell : row) {
        cell = random_text(chance, "xy ,;\"\n\r=", 8);
        std::string quoted = "\"";
        for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        text += quoted + "\"" + (&cell == &row.back() ? "\r\n" : ",");
      }
    }
    ASSERT_EQ(fast_rows(text), rows) << chance.name() << text;
  }
}

}  // namespace
}  // namespace entente::tables
