// Reading what was written gives the same records; writing those again the same bytes.

#include <sstream>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>

#include "property/io/random_dossier.hpp"

namespace entente {
namespace {

using testing_support::Chance;
using testing_support::random_dossier;

constexpr int dossiers = 500;

bool same(const Entity& a, const Entity& b) {
  return a.id == b.id && a.kind == b.kind && a.names == b.names && a.when == b.when &&
         a.codes == b.codes && a.attributes == b.attributes;
}

bool same(const Relation& a, const Relation& b) {
  return a.id == b.id && a.type == b.type && a.from == b.from && a.to == b.to && a.when == b.when &&
         a.modality == b.modality && a.attributes == b.attributes && a.evidence == b.evidence;
}

template <typename Record>
void expect_same(const std::vector<Record>& read, const std::vector<Record>& written) {
  ASSERT_EQ(read.size(), written.size());
  for (std::size_t i = 0; i < read.size(); ++i)
    ASSERT_TRUE(same(read[i], written[i])) << to_json(read[i]) << "\n" << to_json(written[i]);
}

using Writer = void(std::ostream&, const Dossier&);

std::string written(Writer& write, const Dossier& dossier) {
  std::ostringstream out;
  write(out, dossier);
  return out.str();
}

void expect_round_trips(Writer& write, const std::string& name) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  for (int round = 0; round < dossiers; ++round) {
    const Dossier dossier = random_dossier(chance);
    const std::string text = written(write, dossier);
    const ReadResult result = read_records_from_text(text, name);
    ASSERT_TRUE(result.problems.empty()) << describe(result.problems.front()) << "\n" << text;
    ASSERT_EQ(result.dossier.titles, dossier.titles);
    ASSERT_EQ(result.dossier.vocabularies, dossier.vocabularies);
    ASSERT_NO_FATAL_FAILURE(expect_same(result.dossier.entities, dossier.entities));
    ASSERT_NO_FATAL_FAILURE(expect_same(result.dossier.relations, dossier.relations));
    ASSERT_EQ(written(write, result.dossier), text);
  }
}

TEST(DossierProperty, JsonReadsBackAsItWasWritten) {
  expect_round_trips(write_json, "a.json");
}

TEST(DossierProperty, JsonLinesReadBackAsTheyWereWritten) {
  expect_round_trips(write_json_lines, "a.jsonl");
}

TEST(DossierProperty, LinesOfShortTextsFitAHundredCharacters) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const auto word = [&] {
    return std::string(static_cast<std::size_t>(chance.number(1, 20)), 'w');
  };
  for (int round = 0; round < dossiers; ++round) {
    Entity entity{.id = word(), .kind = word()};
    for (const char* language : {"en", "ja", "ko"}) {
      entity.names.push_back({language, {}});
      for (int i = chance.number(0, 9); i > 0; --i) entity.names.back().names.push_back(word());
    }
    Relation relation{.id = word(), .type = word(), .from = word(), .to = word()};
    for (int i = chance.number(0, 4); i > 0; --i)
      relation.evidence.push_back({word(), word(), word(), When::parse("2014-05-06")});
    std::istringstream text(written(write_json, {.entities = {entity}, .relations = {relation}}));
    for (std::string line; std::getline(text, line);) ASSERT_LE(line.size(), 100u) << line;
  }
}

}  // namespace
}  // namespace entente
