#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/facts/graph.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/validate.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Dossier sound() {
  return test::dossier_of("country a name=en:A x=1\ncountry b\nr: a partner_of b when=2014");
}

std::vector<std::string> codes_of(const std::vector<Problem>& problems) {
  std::vector<std::string> codes;
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error) codes.push_back(problem.code);
  return codes;
}

/// What writing says; nothing may have been written then.
template <class Write>
std::vector<std::string> refused(const Dossier& dossier, Write write) {
  std::ostringstream out;
  try {
    write(out, dossier);
  } catch (const DossierError& error) {
    EXPECT_EQ(out.str(), "");
    EXPECT_EQ(error.exit_code(), 65);
    return codes_of(error.problems());
  }
  return {};
}

/// The codes for which all three refuse it: to write, to validate, to build.
std::vector<std::string> faults_of(const Dossier& dossier) {
  const auto codes = refused(dossier, write_json);
  EXPECT_EQ(refused(dossier, write_json_lines), codes);
  const auto found = codes_of(validate(dossier, builtin_vocabulary(), Checks::errors));
  for (const std::string& code : codes) EXPECT_THAT(found, ::testing::Contains(code));
  if (!codes.empty()) {
    EXPECT_THROW(Graph(dossier, builtin_vocabulary()), DossierError);
  }
  return codes;
}

TEST(RecordsMadeInCode, AreRefusedWhereNoReaderWouldTakeThem) {
  const std::string zero("a\0b", 3);
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<std::pair<std::string, void (*)(Dossier&)>> mistakes = {
      {"bad-id", [](Dossier& d) { d.entities[0].id = ""; }},
      {"bad-id", [](Dossier& d) { d.relations[0].id = "r\n"; }},
      {"bad-id", [](Dossier& d) { d.relations[0].type = ""; }},
      {"bad-id", [](Dossier& d) { d.relations[0].evidence.push_back({""}); }},
      {"bad-language", [](Dossier& d) { d.entities[0].names[0].language = "no language"; }},
      {"bad-language", [](Dossier& d) { d.titles[0].first = ""; }},
      {"bad-name", [](Dossier& d) { d.entities[0].attributes[0].first = ""; }},
      {"bad-name", [](Dossier& d) { d.entities[0].codes.emplace_back("i\x01", "x"); }},
      {"duplicate-key",
       [](Dossier& d) { d.entities[0].attributes.emplace_back("x", Scalar(2.5)); }},
      {"duplicate-key", [](Dossier& d) { d.entities[0].names.push_back(d.entities[0].names[0]); }},
      {"bad-utf8", [](Dossier& d) { d.entities[0].names[0].names[0] = "A\xff"; }},
      {"bad-utf8", [](Dossier& d) { d.relations[0].id = "r\xff"; }},
      {"bad-utf8", [](Dossier& d) { d.titles[0].second = "\xc3"; }},
      {"duplicate-key", [](Dossier& d) { d.titles.push_back(d.titles[0]); }},
      {"limit-identifier", [](Dossier& d) { d.relations[0].id = std::string(65537, 'r'); }},
      {"bad-id", [](Dossier& d) { d.vocabularies = {""}; }},
      {"bad-id", [](Dossier& d) { d.vocabularies = {"a\n"}; }},
      {"bad-vocabulary", [](Dossier& d) { d.vocabularies = {"{"}; }},
      {"bad-text",
       [](Dossier& d) {
         d.entities[0].foreign = {{"x-foo", "{bad"}};
       }},
      {"bad-text",
       [](Dossier& d) {
         d.entities[0].foreign = {{"x-foo", "[1,\n2]"}};
       }},
      {"bad-text",
       [](Dossier& d) {
         d.foreign = {{"x-foo", ""}};
       }},
      {"bad-text",
       [](Dossier& d) {
         d.relations[0].foreign = {{"x-f", std::string(600, '[') + std::string(600, ']')}};
       }},
      {"bad-number",
       [](Dossier& d) { d.relations[0].attributes.emplace_back("w", Scalar(std::nan(""))); }},
  };
  for (const auto& [code, make] : mistakes) {
    Dossier dossier = sound();
    make(dossier);
    EXPECT_THAT(faults_of(dossier), ElementsAre(code));
  }
  Dossier dossier = sound();
  dossier.entities[0].names[0].names[0] = zero;
  dossier.entities[0].attributes[0].second = std::vector<Scalar>{Scalar(infinity)};
  dossier.relations[0].evidence.push_back({"b", zero});
  EXPECT_THAT(faults_of(dossier), ElementsAre("bad-text", "bad-number", "bad-text"));
}

TEST(RecordsMadeInCode, MayHoldMembersOfOthers) {
  Dossier dossier = sound();
  for (const char* json : {"1", "-0.5e+3", "\"\\u00e9\\ud83d\\ude00\\n\"", "[]", "{ }",
                           R"({"a": [true, null, {"b": "}"}], "c": false})"}) {
    dossier.entities[0].foreign = {{"x-foo", json}};
    EXPECT_THAT(faults_of(dossier), IsEmpty()) << json;
  }
  for (const char* wrong : {"01", "1.", "+1", "[1,]", "{\"a\"}", "nul", "\"\\ud83d\"", "'a'", "1 2",
                            "\"\\u00g0\"", "1e999", "{\"a\": 1,}", "\"a"}) {
    dossier.entities[0].foreign = {{"x-foo", wrong}};
    EXPECT_THAT(faults_of(dossier), ElementsAre("bad-text")) << wrong;
  }
}

TEST(RecordsMadeInCode, AreReadBackWhereTheyAreWritten) {
  EXPECT_THAT(faults_of(sound()), IsEmpty());
  std::ostringstream out;
  write_json(out, sound());
  const ReadResult read = read_records_from_text(out.str(), "made.json");
  EXPECT_THAT(codes_of(read.problems), IsEmpty());
  std::ostringstream again;
  write_json(again, read.dossier);
  EXPECT_EQ(again.str(), out.str());
}

}  // namespace
}  // namespace entente
