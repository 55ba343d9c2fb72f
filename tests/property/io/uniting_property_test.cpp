// A dossier dealt out to several files, record by record and member by member, reads back as the
// whole, whichever way it was dealt.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>

#include "property/io/random_dossier.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

using testing_support::Chance;
using testing_support::random_dossier;

constexpr int rounds = 200;

template <typename Value>
void drop_repeated(std::vector<Value>& list) {
  std::vector<Value> once;
  for (const Value& one : list)
    if (std::find(once.begin(), once.end(), one) == once.end()) once.push_back(one);
  list = std::move(once);
}

/// A random dossier in which no list says a thing twice, since uniting would not.
Dossier plain_dossier(Chance& chance) {
  Dossier dossier = random_dossier(chance);
  for (Entity& entity : dossier.entities)
    for (LanguageNames& names : entity.names) drop_repeated(names.names);
  for (Relation& relation : dossier.relations) drop_repeated(relation.evidence);
  return dossier;
}

/// Deals a list to two: the first gets a beginning, the second the rest and perhaps some before.
template <typename Value>
void deal_list(Chance& chance, const std::vector<Value>& whole, std::vector<Value>& first,
               std::vector<Value>& second) {
  const auto size = static_cast<int>(whole.size());
  const auto cut = chance.number(0, size);
  first.assign(whole.begin(), whole.begin() + cut);
  second.assign(whole.begin() + chance.number(0, cut), whole.end());
}

/// Deals what has no order: each to the first, the second or both.
template <typename Value>
void deal_set(Chance& chance, const std::vector<Value>& whole, std::vector<Value>& first,
              std::vector<Value>& second) {
  first.clear();
  second.clear();
  for (const Value& one : whole) {
    const int to = chance.number(0, 2);
    if (to != 1) first.push_back(one);
    if (to != 0) second.push_back(one);
  }
}

template <typename Record>
void deal_when(Chance& chance, Record& first, Record& second) {
  const int to = chance.number(0, 2);
  if (to == 0) second.when.reset();
  if (to == 1) first.when.reset();
}

void deal(Chance& chance, const Entity& whole, Entity& first, Entity& second) {
  first = second = whole;
  deal_when(chance, first, second);
  deal_set(chance, whole.codes, first.codes, second.codes);
  deal_set(chance, whole.attributes, first.attributes, second.attributes);
  for (std::size_t i = 0; i < whole.names.size(); ++i)
    deal_list(chance, whole.names[i].names, first.names[i].names, second.names[i].names);
}

void deal(Chance& chance, const Relation& whole, Relation& first, Relation& second) {
  first = second = whole;
  deal_when(chance, first, second);
  deal_set(chance, whole.attributes, first.attributes, second.attributes);
  deal_list(chance, whole.evidence, first.evidence, second.evidence);
}

/// Deals records to files: whole to one of them, or in part to several, the later ones completing.
template <typename Record>
void deal_records(Chance& chance, const std::vector<Record>& records,
                  const std::vector<std::vector<Record>*>& files) {
  const int last = static_cast<int>(files.size()) - 1;
  for (const Record& record : records) {
    int at = chance.number(0, last);
    Record rest = record;
    while (at < last && chance.one_in(2)) {
      Record first;
      Record second;
      deal(chance, rest, first, second);
      files[static_cast<std::size_t>(at)]->push_back(std::move(first));
      rest = std::move(second);
      at = chance.number(at + 1, last);
    }
    files[static_cast<std::size_t>(at)]->push_back(std::move(rest));
  }
}

std::string json_of(const Dossier& dossier) {
  std::ostringstream out;
  write_json(out, dossier);
  return out.str();
}

class Uniting : public testing::Test {
 protected:
  std::vector<std::string> write(const std::vector<Dossier>& parts) const {
    std::vector<std::string> paths;
    for (const Dossier& part : parts)
      paths.push_back(
          folder_.write("part" + std::to_string(paths.size()) + ".json", json_of(part)));
    return paths;
  }

  const test::Folder folder_;
};

TEST_F(Uniting, OfTheHalvesGivesTheWhole) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  for (int round = 0; round < rounds; ++round) {
    const Dossier whole = plain_dossier(chance);
    std::vector<Dossier> parts(static_cast<std::size_t>(chance.number(1, 3)));
    std::vector<std::vector<Entity>*> entities;
    std::vector<std::vector<Relation>*> relations;
    for (Dossier& part : parts) {
      part.titles = whole.titles;
      part.vocabularies = whole.vocabularies;
      entities.push_back(&part.entities);
      relations.push_back(&part.relations);
    }
    deal_records(chance, whole.entities, entities);
    deal_records(chance, whole.relations, relations);
    const ReadResult read = read_records(write(parts));
    ASSERT_TRUE(read.problems.empty()) << describe(read.problems.front());
    ASSERT_EQ(json_of(read.dossier), json_of(whole));
  }
}

TEST_F(Uniting, WithItselfChangesNothing) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  for (int round = 0; round < rounds; ++round) {
    const Dossier whole = plain_dossier(chance);
    const ReadResult read = read_records(write({whole, whole}));
    ASSERT_TRUE(read.problems.empty()) << describe(read.problems.front());
    ASSERT_EQ(json_of(read.dossier), json_of(whole));
  }
}

TEST_F(Uniting, ReportsOneMemberThatWasChanged) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  int changed = 0;
  for (int round = 0; round < rounds; ++round) {
    const Dossier whole = plain_dossier(chance);
    if (whole.relations.empty()) continue;
    Dossier other = whole;
    const auto at =
        static_cast<std::size_t>(chance.number(0, static_cast<int>(whole.relations.size()) - 1));
    Relation& relation = other.relations[at];
    relation.modality = relation.modality == Modality::fact ? Modality::plan : Modality::fact;
    const ReadResult read = read_records(write({whole, other}));
    ASSERT_EQ(read.problems.size(), 1u);
    ASSERT_EQ(read.problems.front().code, "contradiction");
    ASSERT_EQ(read.problems.front().record, relation.id);
    ASSERT_NE(read.problems.front().message.find("`modality`"), std::string::npos);
    ASSERT_EQ(json_of(read.dossier), json_of(whole));
    ++changed;
  }
  EXPECT_GT(changed, 20);
}

}  // namespace
}  // namespace entente
