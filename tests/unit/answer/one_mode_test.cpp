#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <entente/answer/one_mode.hpp>
#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente::answers {
namespace {

///   a --party 2010/2014--> t <--party 2013/2018-- b,   c --party 2016/2019--> t,
///   a --party 2010/2014--> u <--party 2014/2018-- b (they may touch in 2014),   d undated --> t
Graph parties() {
  return Graph(read_records_from_text(
                   R"({"dossier":{"format":"entente/1","title":{"en":"Parties"}}}
{"entity":{"id":"a","kind":"country","names":{"en":["A"]}}}
{"entity":{"id":"b","kind":"country","names":{"en":["B"]}}}
{"entity":{"id":"c","kind":"country","names":{"en":["C"]}}}
{"entity":{"id":"d","kind":"country","names":{"en":["D"]}}}
{"entity":{"id":"t","kind":"agreement","names":{"en":["Treaty"],"ja":["条約"]}}}
{"entity":{"id":"u","kind":"agreement","names":{"en":["Union"]}}}
{"entity":{"id":"doc","kind":"document","names":{"en":["Paper"]}}}
{"relation":{"id":"at","type":"party_to","from":"a","to":"t","when":"2010-01-01/2014-12-31","evidence":[{"source":"doc","at":"1"}]}}
{"relation":{"id":"bt","type":"party_to","from":"b","to":"t","when":"2013-01-01/2018-12-31"}}
{"relation":{"id":"ct","type":"party_to","from":"c","to":"t","when":"2016-01-01/2019-12-31","modality":"claim"}}
{"relation":{"id":"au","type":"party_to","from":"a","to":"u","when":"2010/2014"}}
{"relation":{"id":"bu","type":"party_to","from":"b","to":"u","when":"2014/2018"}}
{"relation":{"id":"dt","type":"party_to","from":"d","to":"t"}}
)",
                   "test.jsonl")
                   .dossier,
               builtin_vocabulary());
}

std::map<std::string, Relation> ties_of(const Question& question) {
  std::map<std::string, Relation> ties;
  for (const Relation& relation : question.graph.dossier().relations)
    ties.emplace(relation.id, relation);
  return ties;
}

std::map<std::string, Relation> ties_over(const Selection& selection,
                                          const std::vector<std::string>& kinds) {
  return ties_of(folded_over({.graph = parties(), .selection = selection}, kinds));
}

TEST(FoldedOver, TiesThoseWhoShareAThingWhileTheyShareIt) {
  const auto ties = ties_over({}, {"agreement"});
  std::set<std::string> ids;
  for (const auto& [id, tie] : ties) ids.insert(id);
  // a and c never share the treaty: one left before the other came.
  EXPECT_EQ(ids, (std::set<std::string>{"t:a:b", "t:b:c", "t:a:d", "t:b:d", "t:c:d", "u:a:b"}));
  EXPECT_EQ(ties.at("t:a:b").when->text(), "2013-01-01/2014-12-31");
  EXPECT_EQ(ties.at("t:b:c").when->text(), "2016-01-01/2018-12-31");
  EXPECT_EQ(ties.at("t:a:b").type, "shares_agreement");
}

TEST(FoldedOver, MarksWhatOnlyMayBeShared) {
  EXPECT_EQ(ties_over({}, {"agreement"}).at("u:a:b").when->text(), "2014?/2014?");
}

TEST(FoldedOver, IsReportedAsTheLessCertainEndIs) {
  const auto ties = ties_over({}, {"agreement"});
  EXPECT_EQ(ties.at("t:b:c").modality, Modality::claim);
  EXPECT_EQ(ties.at("t:a:b").modality, Modality::fact);
}

TEST(FoldedOver, KeepsEvidenceAndSaysWhatIsShared) {
  const Relation tie = ties_over({}, {"agreement"}).at("t:a:b");
  ASSERT_EQ(tie.evidence.size(), 1U);
  EXPECT_EQ(tie.evidence.front().source, "doc");
  EXPECT_EQ(tie.evidence.front().at, "1");
  EXPECT_EQ(std::get<std::string>(std::get<Scalar>(*find_attribute(tie.attributes, "over"))), "t");
  EXPECT_EQ(std::get<std::string>(std::get<Scalar>(*find_attribute(tie.attributes, "through"))),
            "Treaty");
}

TEST(FoldedOver, HasNoThingsThatAreSharedAndNobodyAlone) {
  const Question folded = folded_over({.graph = parties()}, {"agreement"});
  EXPECT_FALSE(folded.graph.entity("t").has_value());
  EXPECT_TRUE(folded.graph.entity("d").has_value()) << "undated objects to nothing";
  const Question dated =
      folded_over({.graph = parties(), .selection = {.as_of = "2017-06-01"}}, {"agreement"});
  EXPECT_FALSE(dated.graph.entity("d").has_value());
  EXPECT_FALSE(dated.graph.entity("a").has_value());
  EXPECT_EQ(ties_of(dated).size(), 1U);
}

TEST(FoldedOver, AsksForKindsOfWhoIsTiedAlone) {
  const Question folded =
      folded_over({.graph = parties(), .selection = {.kinds = {"country"}}}, {"agreement"});
  EXPECT_EQ(ties_of(folded).size(), 6U);
  EXPECT_EQ(folded.selection.kinds, std::vector<std::string>{"country"});
}

TEST(FoldedOver, SpeaksOfTheKindInEveryLanguage) {
  const Question folded = folded_over({.graph = parties()}, {"agreement"});
  const RelationType* type = folded.graph.vocabulary().find_type("shares_agreement");
  ASSERT_NE(type, nullptr);
  EXPECT_EQ(sentence(*type, "A", "B", {"en"}), "A and B are connected with the same agreement");
  EXPECT_NE(sentence(*type, "A", "B", {"ja"}).find("同じ"), std::string::npos);
  EXPECT_EQ(type->drawing_class, "treaty");
}

TEST(FoldedOver, RefusesKindsThatThereAreNot) {
  EXPECT_THROW(static_cast<void>(folded_over({.graph = parties()}, {"agrement"})), InvalidArgument);
}

}  // namespace
}  // namespace entente::answers
