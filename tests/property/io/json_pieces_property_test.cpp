// A long list of records in one JSON file is read in pieces by several threads; nothing may show of
// that. The same records with another member first are read by one, and are the oracle.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>

#include "io/json/json_pieces.hpp"
#include "support/seed.hpp"

namespace entente {
namespace {

using testing_support::Chance;

constexpr std::size_t long_list = std::size_t{9} << 20;  // two pieces

enum class First { id, type };

/// Records in lists, alike but for the order of their members.
class ListsWriter {
 public:
  explicit ListsWriter(First first) : first_(first) {}

  void begin(const std::string& list) {
    text_ += (text_.empty() ? "{" : "],\n") + ("\"" + list + "\": [");
    is_empty_ = true;
  }
  void record(const std::string& id, const std::string& rest, const std::string& blank) {
    const std::string named = "\"id\": \"" + id + "\"";
    const std::string typed = "\"" + std::string(is_relation_ ? "type" : "kind") + "\": \"t\"";
    text_ += (is_empty_ ? "" : ",") + blank + "{" + blank;
    text_ += (first_ == First::id ? named + ", " + typed : typed + ", " + named) + rest + "}";
    is_empty_ = false;
  }
  void relations() {
    begin("relations");
    is_relation_ = true;
  }
  void raw(const std::string& text) { text_ += text; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] std::string finish() && {
    return std::move(text_) +
           "],\n\"format\": \"entente/1\", \"title\": {\"en\": \"T\"}, \"vocabulary\": "
           "\"diplomacy\"}\n";
  }

 private:
  First first_;
  std::string text_;
  bool is_empty_ = true;
  bool is_relation_ = false;
};

/// What one can tell of a result: ids and places, problems, whether it is whole.
std::string told(const ReadResult& result) {
  std::string text;
  const auto add = [&text](const std::string& word, const Place& place) {
    text += word + ' ' + std::to_string(place.line) + ':' + std::to_string(place.column) + '\n';
  };
  for (const Entity& entity : result.dossier.entities) add(entity.id, entity.place);
  for (const Relation& relation : result.dossier.relations) add(relation.id, relation.place);
  for (const Problem& problem : result.problems)
    text += problem.code + ' ' + std::to_string(problem.line) + '\n';
  return text + (result.extent == Extent::whole ? "whole" : "cut");
}

std::string some_blank(Chance& chance) {
  return chance.one_in(3) ? "\n" : chance.one_in(2) ? "" : " \n\t";
}

std::string some_rest(Chance& chance) {
  std::string rest = R"(, "from": "a", "to": "b", "attributes": {"note": ")" +
                     std::string(static_cast<std::size_t>(chance.number(0, 900)), 'x') +
                     R"(語,{\"id\""})";
  if (chance.one_in(50)) rest += R"(, "idd": 1)";
  if (chance.one_in(5)) rest += R"(, "evidence": [{"source": "s"}, {"source": "s", "at": "1"}])";
  return rest;
}

/// Both ways to write the same lists; `odd` may add something to the list of relations.
template <typename Odd>
std::pair<std::string, std::string> written(Chance& chance, Odd odd) {
  ListsWriter split(First::id);
  ListsWriter whole(First::type);
  const auto both = [&](auto&& write) {
    write(split);
    write(whole);
  };
  std::size_t number = 0;
  both([](ListsWriter& writer) { writer.begin("entities"); });
  while (split.size() < long_list) {
    const std::string blank = some_blank(chance);
    const std::string id = "e" + std::to_string(number++);
    const std::string rest = R"(, "names": {"en": [")" +
                             std::string(static_cast<std::size_t>(chance.number(0, 900)), 'y') +
                             "\"]}";
    both([&](ListsWriter& writer) { writer.record(id, rest, blank); });
  }
  both([](ListsWriter& writer) { writer.relations(); });
  while (split.size() < 2 * long_list) {
    const std::string blank = some_blank(chance);
    const std::string id = "r" + std::to_string(number++);
    const std::string rest = some_rest(chance);
    both([&](ListsWriter& writer) { writer.record(id, rest, blank); });
    const std::string more = odd(split.size());
    both([&more](ListsWriter& writer) { writer.raw(more); });
  }
  return {std::move(split).finish(), std::move(whole).finish()};
}

void expect_the_same(const std::pair<std::string, std::string>& texts,
                     const ReadLimits& limits = {}) {
  const auto split = told(read_records_from_text(texts.first, "a.json", limits));
  const auto whole = told(read_records_from_text(texts.second, "a.json", limits));
  EXPECT_TRUE(split == whole) << split.substr(split.size() -
                                              std::min<std::size_t>(300, split.size()))
                              << "\nbut one thread: "
                              << whole.substr(whole.size() -
                                              std::min<std::size_t>(300, whole.size()));
}

/// Whether the list of that name is read by threads.
bool is_split(const std::string& text, RecordList list, const std::string& name) {
  DossierDraft draft;
  const std::size_t first = text.find("\"" + name + "\": [") + name.size() + 5;
  const auto end = read_list_by_threads({"a.json", text, 0}, draft, {}, list, first);
  if (end) {
    EXPECT_EQ(text[*end], ']');
  } else {
    EXPECT_EQ(draft.dossier.entities.size() + draft.dossier.relations.size(), 0u);
  }
  return end.has_value();
}

TEST(JsonPiecesProperty, RecordsKeepTheirOrderAndPlaces) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const auto texts = written(chance, [](std::size_t) { return std::string(); });
  EXPECT_TRUE(is_split(texts.first, RecordList::entities, "entities"));
  EXPECT_TRUE(is_split(texts.first, RecordList::relations, "relations"));
  EXPECT_FALSE(is_split(texts.second, RecordList::relations, "relations"));
  expect_the_same(texts);
}

TEST(JsonPiecesProperty, WhatOnlyLooksLikeARecordDeceivesNobody) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const std::string looks_like_one = R"(, {"id": "x"})";
  std::string inner = R"(,{"type": "t", "id": "inner", "from": "a", "to": "b", "evidence": [0)";
  for (int i = 0; i < 4000; ++i) inner += looks_like_one;
  inner += "]}";
  const auto texts = written(chance, [&](std::size_t size) {
    return size % (std::size_t{4} << 20) < 20'000 ? inner : std::string();
  });
  expect_the_same(texts);
}

TEST(JsonPiecesProperty, AFaultStandsWhereItStands) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  for (const std::string fault : {"]", "\"", ",{\"id\": }"}) {
    bool is_written = false;
    const auto texts = written(chance, [&](std::size_t size) {
      if (is_written || size < 2 * long_list - (std::size_t{2} << 20)) return std::string();
      is_written = true;
      return fault;
    });
    expect_the_same(texts);
  }
}

TEST(JsonPiecesProperty, LimitsHoldForAllPiecesTogether) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const auto texts = written(chance, [](std::size_t) { return std::string(); });
  const std::size_t count = read_records_from_text(texts.second, "a.json").dossier.relations.size();
  expect_the_same(texts, {.edges = count - 7});
  expect_the_same(texts, {.values = 5});
}

}  // namespace
}  // namespace entente
