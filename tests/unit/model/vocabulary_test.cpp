#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente {
namespace {

//  organisation ── publisher ── agency     country     document
Vocabulary vocabulary() {
  return {"test",
          {{.id = "country"},
           {.id = "organisation"},
           {.id = "publisher", .parent = "organisation"},
           {.id = "agency", .parent = "publisher"},
           {.id = "document"}},
          {{.id = "published", .from = {"organisation"}, .to = {"document"}},
           {.id = "partner_of",
            .from = {"country"},
            .to = {"country", "organisation"},
            .symmetry = Symmetry::symmetric},
           {.id = "about", .from = {"document"}, .to = {"any"}}}};
}

TEST(Vocabulary, PutsKindsBelowTheirAncestors) {
  const Vocabulary v = vocabulary();
  EXPECT_TRUE(v.is_a("agency", "organisation"));
  EXPECT_TRUE(v.is_a("agency", "any"));
  EXPECT_FALSE(v.is_a("organisation", "agency"));
  EXPECT_FALSE(v.is_a("nothing", "any"));
  EXPECT_EQ(v.lineage("agency"), (std::vector<std::string>{"agency", "publisher", "organisation"}));
}

TEST(Vocabulary, AdmitsChildrenOfTheKindsOfAType) {
  const Vocabulary v = vocabulary();
  EXPECT_TRUE(v.admits(*v.find_type("published"), "agency", "document"));
  EXPECT_FALSE(v.admits(*v.find_type("published"), "country", "document"));
  EXPECT_FALSE(v.admits(*v.find_type("published"), "document", "agency"));
  EXPECT_TRUE(v.admits(*v.find_type("about"), "document", "agency"));
  EXPECT_FALSE(v.admits(*v.find_type("about"), "document", "nothing"));
}

TEST(Vocabulary, TriesSymmetricTypesBothWays) {
  const Vocabulary v = vocabulary();
  EXPECT_TRUE(v.admits(*v.find_type("partner_of"), "publisher", "country"));
  EXPECT_FALSE(v.admits(*v.find_type("partner_of"), "publisher", "publisher"));
}

TEST(Vocabulary, RefusesWhatContradictsItself) {
  EXPECT_THROW(Vocabulary("v", {{.id = "a"}, {.id = "a"}}, {}), InvalidArgument);
  EXPECT_THROW(Vocabulary("v", {{.id = "a", .parent = "b"}, {.id = "b", .parent = "a"}}, {}),
               InvalidArgument);
  EXPECT_THROW(Vocabulary("v", {{.id = "a", .parent = "b"}}, {}), InvalidArgument);
  EXPECT_THROW(Vocabulary("v", {{.id = "a"}}, {{.id = "t", .from = {"b"}}}), InvalidArgument);
}

TEST(Label, IsTakenInTheFirstLanguageThatHasOne) {
  const Labels labels = {{"fr", "pays"}, {"en", "country"}, {"zh-Hans", "国家"}};
  EXPECT_EQ(label(labels, {"ja", "fr"}), "pays");
  EXPECT_EQ(label(labels, {"zh-Hant"}), "国家");
  EXPECT_EQ(label(labels, {"ja"}), "country");
  EXPECT_EQ(label(labels, {}), "country");
  EXPECT_EQ(label({{"fr", "pays"}}, {"ja"}), "pays");
  EXPECT_EQ(label({}, {"ja"}), "");
}

TEST(Sentence, FollowsTheWordOrderOfTheLanguage) {
  const RelationType type{.id = "party_to",
                          .forward = {{"en", "is party to"}, {"ja", "当事者である"}},
                          .sentence = {{"ja", "{from}は{to}の当事者である"}}};
  EXPECT_EQ(sentence(type, "Japan", "the Treaty", {"en"}), "Japan is party to the Treaty");
  EXPECT_EQ(sentence(type, "日本", "条約", {"ja"}), "日本は条約の当事者である");
  EXPECT_EQ(sentence({.id = "t"}, "a", "b", {"en"}), "a t b");
}

TEST(Sentence, DoesNotFillPlacesThatNamesBring) {
  const RelationType type{
      .id = "t", .forward = {{"en", "x"}}, .sentence = {{"en", "{to} < {from} {"}}};
  EXPECT_EQ(sentence(type, "{to}", "b", {"en"}), "b < {to} {");
}

}  // namespace
}  // namespace entente
