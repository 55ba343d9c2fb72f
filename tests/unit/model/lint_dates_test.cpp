#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>
#include <entente/model/validate.hpp>

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Relation dated(const std::string& id, const std::string& type, const std::string& from,
               const std::string& to, const std::string& when) {
  Relation relation{.id = id, .type = type, .from = from, .to = to};
  if (!when.empty()) relation.when = When::parse(when);
  return relation;
}

Entity entity(const std::string& id, const std::string& kind, const std::string& when) {
  Entity entity{.id = id, .kind = kind};
  if (!when.empty()) entity.when = When::parse(when);
  return entity;
}

/// "record code" of the warnings that dates give rise to.
std::vector<std::string> dates(std::vector<Entity> entities, std::vector<Relation> relations) {
  const Dossier dossier{.entities = std::move(entities), .relations = std::move(relations)};
  std::vector<std::string> list;
  for (const Problem& problem : validate(dossier, builtin_vocabulary()))
    if (problem.code != "no-evidence" && problem.code != "isolated-entity")
      list.push_back(problem.record + ' ' + problem.code);
  return list;
}

std::vector<std::string> tenure(const std::string& life, const std::string& post,
                                const std::string& when) {
  return dates({entity("p", "person", life), entity("q", "post", post)},
               {dated("r", "holds_post", "p", "q", when)});
}

TEST(LifespanLint, FindsTenuresPastDeathAndBeforeBirth) {
  EXPECT_THAT(tenure("1950/2010", "", "2005/2012"), ElementsAre("r after-end"));
  EXPECT_THAT(tenure("1950/2010", "", "1940/2000"), ElementsAre("r before-existence"));
  EXPECT_THAT(tenure("1950/2010", "", "1960/2010"), IsEmpty());
  EXPECT_THAT(tenure("1950/2010", "", "2009/.."), ElementsAre("r after-end"));
}

TEST(LifespanLint, FindsTenuresPastTheEndOfAPost) {
  EXPECT_THAT(tenure("", "1990/2000", "1999/2002"), ElementsAre("r after-end"));
  EXPECT_THAT(tenure("", "1990/2000", "1985/1999"), ElementsAre("r before-existence"));
}

TEST(LifespanLint, FindsPartiesBeforeAndAfterTheAgreement) {
  const auto party = [](const std::string& when) {
    return dates({entity("p", "country", ""), entity("q", "agreement", "1990/1995")},
                 {dated("r", "party_to", "p", "q", when)});
  };
  EXPECT_THAT(party("1996-01-01/"), ElementsAre("r after-end"));
  EXPECT_THAT(party("1991/.."), ElementsAre("r after-end"));
  EXPECT_THAT(party("1989/1994"), ElementsAre("r before-existence"));
  EXPECT_THAT(party("1990/"), IsEmpty());
  EXPECT_THAT(party("1990/1995"), IsEmpty());
}

TEST(LifespanLint, IsSilentWhereTheDaysLeaveRoom) {
  EXPECT_THAT(tenure("1950/2010", "", "2005/2010"), IsEmpty());
  EXPECT_THAT(tenure("1950/2010", "", "2010"), IsEmpty());
  EXPECT_THAT(tenure("1950/2010", "", "2005/"), IsEmpty());
  EXPECT_THAT(tenure("1950/", "", "2005/.."), IsEmpty());
  EXPECT_THAT(tenure("1950/2010?", "", "2005/2012"), IsEmpty());
  EXPECT_THAT(tenure("1950/2010", "", "2005/2012~"), IsEmpty());
  EXPECT_THAT(tenure("2010", "", "1990/2020"), IsEmpty());
}

TEST(LifespanLint, FindsEventsBeforeTheirParticipants) {
  const std::vector<Entity> entities = {entity("n", "organisation", "1949/.."),
                                        entity("e", "event", "1948-05"),
                                        entity("f", "event", "1949")};
  EXPECT_THAT(dates(entities, {dated("r", "attended", "n", "e", "")}),
              ElementsAre("r before-existence"));
  EXPECT_THAT(dates(entities, {dated("r", "attended", "n", "f", "1948-05-03")}),
              Contains("r before-existence"));
  EXPECT_THAT(dates(entities, {dated("r", "attended", "n", "f", "")}), IsEmpty());
}

TEST(LifespanLint, LeavesPlansAndStatementsAlone) {
  Relation plan = dated("r", "attended", "n", "e", "1948");
  plan.modality = Modality::plan;
  EXPECT_THAT(dates({entity("n", "organisation", "1949/.."), entity("e", "event", "")}, {plan}),
              IsEmpty());
  EXPECT_THAT(dates({entity("s", "statement", ""), entity("n", "organisation", "1949/..")},
                    {dated("r", "about", "s", "n", "1940")}),
              IsEmpty());
}

std::vector<std::string> holders(const std::string& first, const std::string& second,
                                 std::int64_t seats = 1) {
  Entity post = entity("q", "post", "");
  post.attributes = {{"seats", Scalar(seats)}};
  return dates(
      {post, entity("a", "person", ""), entity("b", "person", "")},
      {dated("r", "holds_post", "a", "q", first), dated("s", "holds_post", "b", "q", second)});
}

TEST(HolderLint, FindsTwoHoldersOfOneSeat) {
  EXPECT_THAT(holders("2010/2015", "2013/2018"), ElementsAre("s two-holders"));
  EXPECT_THAT(holders("2013/2018", "2010/2015"), ElementsAre("r two-holders"));
  EXPECT_THAT(holders("2010/..", "2013-05-06"), ElementsAre("s two-holders"));
  EXPECT_THAT(holders("2010/..", "2013-05-06/2014"), ElementsAre("s two-holders"));
}

TEST(HolderLint, IsSilentWhereTheDaysLeaveRoom) {
  EXPECT_THAT(holders("2010/2014", "2014/2018"), IsEmpty());
  EXPECT_THAT(holders("2010/2014-05-06", "2014-05-06/2018"), IsEmpty());
  EXPECT_THAT(holders("2010/", "2012/2018"), IsEmpty());
  EXPECT_THAT(holders("2010/2015?", "2013/2018"), IsEmpty());
  EXPECT_THAT(holders("2010/2015", "2013/2018", 2), IsEmpty());
}

TEST(HolderLint, TakesAPostForOneSeatUnlessItSaysOtherwise) {
  const auto held = [](const std::string& kind) {
    return dates({entity("q", kind, ""), entity("a", "person", ""), entity("b", "person", "")},
                 {dated("r", "holds_post", "a", "q", "2010/2015"),
                  dated("s", "holds_post", "b", "q", "2013/2018")});
  };
  EXPECT_THAT(held("post"), ElementsAre("q seats-unstated", "s two-holders"));
  EXPECT_THAT(held("organisation"), IsEmpty());
}

TEST(HolderLint, TellsThatNothingIsInferredAlsoWhereDatesAreInDoubt) {
  const auto held = [](const std::string& first, const std::string& evidence) {
    Relation term = dated("r", "holds_post", "a", "q", first);
    term.evidence.push_back({.source = "d", .at = "1"});
    if (!evidence.empty()) term.evidence.back().when = When::parse(evidence);
    return dates({entity("q", "post", ""), entity("a", "person", ""), entity("b", "person", ""),
                  entity("d", "document", "")},
                 {term, dated("s", "holds_post", "b", "q", "2013/2018")});
  };
  EXPECT_THAT(held("2010/2015?", ""), ElementsAre("q seats-unstated"));
  EXPECT_THAT(held("2010/2012", "2010/2015"), ElementsAre("q seats-unstated"));
  EXPECT_THAT(held("2010/2012?", ""), IsEmpty());
}

//  a 2000 ────────────── 2020
//  a    2005 ──── 2010
//  b        2007 ───────────── 2022
//  c                 2012 ─ 2014
TEST(HolderLint, ComparesWithTheLongestTenureOfAnother) {
  Entity post = entity("q", "post", "");
  post.attributes = {{"seats", Scalar(std::int64_t{1})}};
  EXPECT_THAT(
      dates({post, entity("a", "person", ""), entity("b", "person", ""), entity("c", "person", "")},
            {dated("r1", "holds_post", "a", "q", "2000/2020"),
             dated("r2", "holds_post", "a", "q", "2005/2010"),
             dated("r3", "holds_post", "b", "q", "2007/2022"),
             dated("r4", "holds_post", "c", "q", "2012/2014")}),
      ElementsAre("r3 two-holders", "r4 two-holders"));
}

std::vector<std::string> succession(const std::string& newer, const std::string& older,
                                    const std::string& when) {
  return dates({entity("t", "agreement", newer), entity("u", "agreement", older)},
               {dated("r", "supersedes", "t", "u", when)});
}

TEST(SuccessionLint, FindsTheNewerBeforeTheOlder) {
  EXPECT_THAT(succession("2014/", "2018/", ""), ElementsAre("r succession-order"));
  EXPECT_THAT(succession("", "2018/", "2014"), ElementsAre("r succession-order"));
  EXPECT_THAT(succession("2018/", "2014/2018", "2018"), IsEmpty());
  EXPECT_THAT(succession("2014/", "2014/", "2014"), IsEmpty());
  EXPECT_THAT(succession("2014/", "2018?/", "2014"), IsEmpty());
}

TEST(SuccessionLint, LetsAnAgreementBeginWithItsFirstParty) {
  const auto parties = [](const std::string& newer, const std::string& older,
                          const std::string& another, const std::string& when) {
    return dates(
        {entity("t", "agreement", ""), entity("u", "agreement", ""), entity("x", "country", ""),
         entity("y", "country", "")},
        {dated("p", "party_to", "x", "t", newer), dated("q", "party_to", "x", "u", older),
         dated("s", "party_to", "y", "u", another), dated("r", "supersedes", "t", "u", when)});
  };
  EXPECT_THAT(parties("2014/", "2018/", "2019/", ""), ElementsAre("r succession-order"));
  EXPECT_THAT(parties("", "2018/", "2019/", "2014"), ElementsAre("r succession-order"));
  EXPECT_THAT(parties("2014/", "2018/", "2013/", "2014"), IsEmpty());
  EXPECT_THAT(parties("2014/", "2018/", "", "2014"), IsEmpty());
  EXPECT_THAT(parties("2014/", "2018/", "2019?/", "2014"), IsEmpty());
  EXPECT_THAT(parties("2014/", "2018", "2019/", "2014"), IsEmpty());
}

//  t replaces u in 2014, though u replaces v only in 2018
TEST(SuccessionLint, FindsAgreementsReplacedBeforeTheyReplace) {
  const std::vector<Entity> entities = {entity("t", "agreement", ""), entity("u", "agreement", ""),
                                        entity("v", "agreement", "")};
  EXPECT_THAT(dates(entities, {dated("r", "supersedes", "t", "u", "2014"),
                               dated("s", "supersedes", "u", "v", "2018")}),
              ElementsAre("r succession-order"));
  EXPECT_THAT(dates(entities, {dated("r", "supersedes", "t", "u", "2018"),
                               dated("s", "supersedes", "u", "v", "2014")}),
              IsEmpty());
}

}  // namespace
}  // namespace entente
