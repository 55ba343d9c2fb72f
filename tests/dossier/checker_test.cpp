/// The checker of claims finds fault where there is one.

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dossier/claims.hpp"
#include "support/graph_of.hpp"

namespace entente::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

/// north ══ party_to, 2014-05-06/ ══► pact ══ covers, order 1 and 2 ══► peace, trade
/// ann ── met_with, 2023-07-11 ── bob ── met_with, plan ── cleo
const Graph& small() {
  static const Graph graph = graph_of(R"(
    country north name=ja:北
    agreement pact when=2014-05-06/ areas=9
    topic peace
    topic trade
    person ann
    person bob
    person cleo
    publisher agency
    document paper
    r1: north party_to pact when=2014-05-06/ by=paper§1
    r2: pact covers trade order=2 by=paper§2
    r3: pact covers peace order=1 by=paper§2
    r4: ann met_with bob when=2023-07-11 by=paper§3@agency
    r5: bob met_with cleo plan by=paper§4
  )");
  return graph;
}

std::string objection_to(const char* expect) {
  return objection(small(), json::parse(expect));
}

TEST(Checker, AcceptsWhatTheDossierSays) {
  EXPECT_THAT(objection_to(R"({"relation": {"type": "party_to", "from": "north", "to": "pact",
      "when": "2014-05-06/", "modality": "fact", "evidence": {"source": "paper", "at": "§1"}}})"),
              IsEmpty());
  EXPECT_THAT(objection_to(R"({"absent": {"type": "party_to", "from": "north", "to": "pact",
      "modality": "plan"}})"),
              IsEmpty());
  EXPECT_THAT(objection_to(R"({"count": 2, "of": {"type": "covers"}})"), IsEmpty());
  EXPECT_THAT(objection_to(R"({"entity": {"id": "north", "kind": "country",
      "name": {"ja": "北"}}})"),
              IsEmpty());
}

TEST(Checker, MissesARelation) {
  EXPECT_THAT(objection_to(R"({"relation": {"type": "signed", "to": "pact"}})"),
              HasSubstr("no relation"));
}

TEST(Checker, SeesAWrongDate) {
  EXPECT_THAT(objection_to(R"({"relation": {"type": "party_to", "when": "2014-05-07/"}})"),
              HasSubstr("no relation"));
  EXPECT_THAT(objection_to(R"({"relation": {"type": "party_to", "when": "2014-05-06"}})"),
              HasSubstr("no relation"));
  EXPECT_THAT(objection_to(R"({"relation": {"type": "covers", "when": "2014"}})"),
              HasSubstr("no relation"));
}

TEST(Checker, FindsWhatMustBeAbsent) {
  EXPECT_THAT(objection_to(R"({"absent": {"type": "met_with", "from": "cleo"}})"), HasSubstr("r5"));
}

TEST(Checker, CountsExactly) {
  EXPECT_THAT(objection_to(R"({"count": 1, "of": {"type": "covers"}})"), HasSubstr("r2 r3"));
  EXPECT_THAT(objection_to(R"({"count": 3, "of": {"type": "covers"}})"), HasSubstr("found 2"));
}

TEST(Checker, TurnsOnlySymmetricRelationsRound) {
  EXPECT_THAT(objection_to(R"({"relation": {"type": "met_with", "from": "bob", "to": "ann"}})"),
              IsEmpty());
  EXPECT_THAT(objection_to(R"({"relation": {"type": "party_to", "from": "pact",
      "to": "north"}})"),
              HasSubstr("no relation"));
}

TEST(Checker, TellsWhoseWordItIs) {
  EXPECT_THAT(objection_to(R"({"relation": {"type": "met_with", "evidence":
      {"source": "paper", "asserted_by": "agency"}}})"),
              IsEmpty());
  EXPECT_THAT(objection_to(R"({"relation": {"from": "ann", "evidence": {"asserted_by": null}}})"),
              HasSubstr("no relation"));
  EXPECT_THAT(objection_to(R"({"relation": {"from": "north",
      "evidence": {"asserted_by": "agency"}}})"),
              HasSubstr("no relation"));
}

TEST(Checker, ComparesAttributes) {
  EXPECT_THAT(objection_to(R"({"entity": {"id": "pact", "attributes": {"areas": 9}}})"), IsEmpty());
  EXPECT_THAT(objection_to(R"({"entity": {"id": "pact", "attributes": {"areas": 11}}})"),
              HasSubstr("lacks an attribute"));
  EXPECT_THAT(objection_to(R"({"relation": {"type": "covers", "attributes": {"role": "x"}}})"),
              HasSubstr("no relation"));
}

TEST(Checker, LooksAtEntities) {
  EXPECT_THAT(objection_to(R"({"entity": {"id": "south"}})"), HasSubstr("no entity"));
  EXPECT_THAT(objection_to(R"({"entity": {"id": "north", "kind": "place"}})"),
              HasSubstr("is a country"));
  EXPECT_THAT(objection_to(R"({"entity": {"id": "north", "name": {"zh-Hant": "北"}}})"),
              HasSubstr("lacks the name"));
  EXPECT_THAT(objection_to(R"({"entity": {"id": "pact", "when": "2014/"}})"),
              HasSubstr("is dated 2014-05-06/"));
}

TEST(Checker, KeepsOrder) {
  EXPECT_THAT(objection_to(R"({"order": ["peace", "trade"], "by": "order", "type": "covers",
      "from": "pact"})"),
              IsEmpty());
  EXPECT_THAT(objection_to(R"({"order": ["trade", "peace"], "by": "order", "type": "covers",
      "from": "pact"})"),
              HasSubstr("the order is"));
  EXPECT_THAT(objection_to(R"({"order": ["peace"], "by": "order", "type": "covers"})"),
              HasSubstr("the order is"));
}

TEST(Checker, ChainsFactsOnly) {
  EXPECT_THAT(objection_to(R"({"chain": ["bob", "ann"], "type": "met_with"})"), IsEmpty());
  EXPECT_THAT(objection_to(R"({"chain": ["ann", "bob", "cleo"], "type": "met_with"})"),
              HasSubstr("no link between \"bob\" and \"cleo\""));
}

TEST(Checker, RefusesWhatCannotBeMeant) {
  EXPECT_THROW(objection_to(R"({"absent": {"typ": "met_with"}})"), std::invalid_argument);
  EXPECT_THROW(objection_to(R"({"absent": {"type": "meet"}})"), std::invalid_argument);
  EXPECT_THROW(objection_to(R"({"absent": {"from": "nobody"}})"), std::invalid_argument);
  EXPECT_THROW(objection_to(R"({"absent": {"modality": "dream"}})"), std::invalid_argument);
  EXPECT_THROW(objection_to(R"({"absent": {"evidence": {"source": "no-paper"}}})"),
               std::invalid_argument);
  EXPECT_THROW(objection_to(R"({"relations": {}})"), std::invalid_argument);
}

}  // namespace
}  // namespace entente::test
