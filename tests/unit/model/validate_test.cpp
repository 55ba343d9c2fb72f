#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>
#include <entente/model/validate.hpp>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Countries a and b, agreements t and u, person p, publisher q, document d.
Dossier base() {
  return {.entities = {{.id = "a", .kind = "country"},
                       {.id = "b", .kind = "country"},
                       {.id = "t", .kind = "agreement"},
                       {.id = "u", .kind = "agreement"},
                       {.id = "p", .kind = "person"},
                       {.id = "q", .kind = "publisher"},
                       {.id = "d", .kind = "document"}}};
}

Relation tie(const std::string& id, const std::string& type, const std::string& from,
             const std::string& to) {
  return {.id = id, .type = type, .from = from, .to = to, .evidence = {{"d", "p. 1", "", {}}}};
}

Dossier with(std::vector<Relation> relations) {
  Dossier dossier = base();
  dossier.relations = std::move(relations);
  return dossier;
}

std::vector<Problem> errors(const Dossier& dossier) {
  return validate(dossier, builtin_vocabulary(), Checks::errors);
}

/// "record code" of every problem.
std::vector<std::string> codes(const std::vector<Problem>& problems) {
  std::vector<std::string> list;
  for (const Problem& problem : problems) list.push_back(problem.record + ' ' + problem.code);
  return list;
}

std::vector<std::string> warnings(const Dossier& dossier) {
  std::vector<Problem> problems = validate(dossier, builtin_vocabulary());
  std::erase_if(problems, [](const Problem& problem) { return problem.code == "isolated-entity"; });
  return codes(problems);
}

TEST(Validate, FindsNothingWrongWithASoundDossier) {
  EXPECT_THAT(warnings(with({tie("r", "party_to", "a", "t"), tie("s", "published", "q", "d")})),
              IsEmpty());
}

TEST(Validate, FindsRepeatedIds) {
  Dossier dossier = with({tie("r", "party_to", "a", "t"), tie("r", "party_to", "b", "t")});
  dossier.entities.push_back({.id = "a", .kind = "country"});
  EXPECT_THAT(codes(errors(dossier)), ElementsAre("a duplicate-id", "r duplicate-id"));
}

TEST(Validate, FindsDanglingEndsAndSuggests) {
  Dossier dossier =
      with({tie("r", "party_to", "jappan", "t"), tie("s", "party_to", "a", "zzzzzz")});
  dossier.entities.push_back({.id = "japan", .kind = "country"});
  const auto problems = errors(dossier);
  EXPECT_THAT(codes(problems), ElementsAre("r dangling-end", "s dangling-end"));
  EXPECT_EQ(problems[0].hint, "did you mean `japan`?");
  EXPECT_THAT(problems[0].message, HasSubstr("`from` names `jappan`"));
}

TEST(Validate, FindsUnknownKindsAndTypesAndSuggests) {
  Dossier dossier = with({tie("r", "party-to", "a", "t")});
  dossier.entities[1].kind = "cuontry";
  const auto problems = errors(dossier);
  EXPECT_THAT(codes(problems), ElementsAre("b unknown-kind", "r unknown-type"));
  EXPECT_EQ(problems[0].hint, "did you mean `country`?");
  EXPECT_EQ(problems[1].message, "unknown relation type `party-to`");
  EXPECT_EQ(problems[1].hint, "did you mean `party_to`?");
}

TEST(Validate, NamesTheAdmittedKindsOfAnEndThatIsNot) {
  const auto problems = errors(with({tie("r", "party_to", "p", "t")}));
  EXPECT_THAT(codes(problems), ElementsAre("r wrong-kind"));
  EXPECT_THAT(problems[0].message, HasSubstr("from country or organisation to agreement"));
  EXPECT_THAT(problems[0].message, HasSubstr("`p` (person)"));
}

TEST(Validate, NamesTheTypesThatDoRunBetweenTheTwoKinds) {
  const auto hint = [](const Relation& relation) { return errors(with({relation})).at(0).hint; };
  EXPECT_THAT(hint(tie("r", "signed", "a", "q")), HasSubstr("from country to publisher run `"));
  EXPECT_THAT(hint(tie("r", "signed", "a", "q")), HasSubstr("`member_of`"));
  EXPECT_THAT(hint(tie("r", "signed", "a", "q")), HasSubstr("; back run `"));
  EXPECT_THAT(hint(tie("r", "signed", "a", "q")), testing::Not(HasSubstr("`signed`")));
  EXPECT_THAT(hint(tie("r", "met_with", "d", "t")),
              HasSubstr("from document to agreement run `cites`, `part_of`, `about`"));
  EXPECT_THAT(hint(tie("r", "met_with", "d", "p")), HasSubstr("`published`, `authored`"));
}

// Against a search by hand: a type is named if and only if it admits the kinds.
TEST(Validate, NamesExactlyTheTypesThatFit) {
  const Vocabulary vocabulary = builtin_vocabulary();
  for (const char* from : {"a", "t", "p", "q", "d"})
    for (const char* to : {"b", "u", "p", "q", "d"}) {
      const auto found = errors(with({tie("r", "invited_to", from, to)}));
      ASSERT_EQ(found.size(), 1u);
      const std::string forth = found[0].hint.substr(0, found[0].hint.find("; back"));
      const Dossier sound = base();
      const auto kind_of = [&](std::string_view id) {
        return std::ranges::find(sound.entities, id, &Entity::id)->kind;
      };
      for (const RelationType& type : vocabulary.types())
        EXPECT_EQ(forth.find("`" + type.id + "`") != forth.npos,
                  vocabulary.admits(type, kind_of(from), kind_of(to)))
            << from << " " << type.id << " " << to << ": " << found[0].hint;
    }
}

TEST(Validate, TakesSymmetricRelationsEitherWayRound) {
  EXPECT_THAT(errors(with({tie("r", "partner_of", "a", "q"), tie("s", "partner_of", "q", "a")})),
              IsEmpty());
  EXPECT_THAT(codes(errors(with({tie("r", "partner_of", "q", "q")}))), ElementsAre("r wrong-kind"));
}

TEST(Validate, WantsDocumentsAsSources) {
  Relation relation = tie("r", "party_to", "a", "t");
  relation.evidence = {{"q", "x", "", {}}, {"nowhere", "x", "nobody", {}}};
  EXPECT_THAT(codes(errors(with({relation}))),
              ElementsAre("r unknown-asserter", "r unknown-source", "r wrong-kind"));
}

TEST(Validate, WantsPublicationDatesToBeDates) {
  Dossier dossier = base();
  dossier.entities[6].attributes = {{"published", Scalar(std::string("2014-02-30"))}};
  dossier.entities[5].attributes = {{"published", Scalar(std::string("weekly"))}};
  EXPECT_THAT(codes(errors(dossier)), ElementsAre("d bad-date"));
}

// Both mean the day of publication; a coarser one agrees with a finer one.
TEST(Validate, WantsBothDatesOfADocumentToAgree) {
  const auto found = [](const char* published, const char* when) {
    Dossier dossier = base();
    dossier.entities[6].attributes = {{"published", Scalar(std::string(published))}};
    dossier.entities[6].when = When::parse(when);
    return codes(errors(dossier));
  };
  EXPECT_THAT(found("2014", "2014-05-06"), IsEmpty());
  EXPECT_THAT(found("2014-05-06", "2014-05"), IsEmpty());
  EXPECT_THAT(found("[2018..]", "2020"), IsEmpty());
  EXPECT_THAT(found("2014-05-06", "2014-05-07"), ElementsAre("d published-contradicts"));
  EXPECT_THAT(found("2015", "2014"), ElementsAre("d published-contradicts"));
}

TEST(Validate, NamesTheMembersOfASupersessionCycle) {
  const auto problems =
      errors(with({tie("r", "supersedes", "t", "u"), tie("s", "supersedes", "u", "t")}));
  EXPECT_THAT(codes(problems), ElementsAre("s supersession-cycle"));
  EXPECT_THAT(problems[0].message, HasSubstr("`t` → `u` → `t`"));
  EXPECT_THAT(codes(errors(with({tie("r", "amends", "t", "t")}))),
              ElementsAre("r supersession-cycle"));
}

//  a0 → a1 → … → a29999, and at last back to a0
TEST(Validate, FollowsChainsOfThirtyThousandWithoutRecursion) {
  constexpr std::size_t length = 30'000;
  Dossier dossier;
  for (std::size_t i = 0; i < length; ++i)
    dossier.entities.push_back({.id = "a" + std::to_string(i), .kind = "agreement"});
  for (std::size_t i = 0; i + 1 < length; ++i)
    dossier.relations.push_back({.id = "r" + std::to_string(i),
                                 .type = "supersedes",
                                 .from = dossier.entities[i].id,
                                 .to = dossier.entities[i + 1].id});
  EXPECT_THAT(errors(dossier), IsEmpty());
  dossier.relations.push_back(
      {.id = "back", .type = "supersedes", .from = dossier.entities.back().id, .to = "a0"});
  EXPECT_THAT(codes(errors(dossier)), ElementsAre("back supersession-cycle"));
}

TEST(Lint, AsksForEvidenceAndItsPlace) {
  Dossier dossier = with({tie("r", "party_to", "a", "t"), tie("s", "party_to", "b", "t")});
  dossier.relations[0].evidence.clear();
  dossier.relations[1].evidence[0].at.clear();
  EXPECT_THAT(warnings(dossier), ElementsAre("r no-evidence", "s evidence-without-locator"));
}

// A table has a row for each, and no place for any.
TEST(Lint, AsksForPlacesOnceASource) {
  std::vector<Relation> relations;
  for (int i = 0; i < 528; ++i) {
    relations.push_back(tie("r" + std::to_string(i), "party_to", i % 2 == 0 ? "a" : "b", "t"));
    if (i > 0) relations.back().evidence[0].at.clear();
  }
  relations[7].evidence.push_back({"e", "", "", {}});
  Dossier dossier = with(std::move(relations));
  dossier.entities.push_back({.id = "e", .kind = "document"});
  const auto found = validate(dossier, builtin_vocabulary());
  std::vector<std::string> messages;
  for (const Problem& problem : found)
    if (problem.code == "evidence-without-locator")
      messages.push_back(problem.record + ": " + problem.message);
  EXPECT_THAT(messages,
              testing::UnorderedElementsAre(
                  "r1: 527 pieces of evidence from `d` do not say where in it; this is the first",
                  "r7: the evidence from `e` does not say where in it"));
}

TEST(Lint, FindsNamesThatDifferOnlyInWriting) {
  Dossier dossier = base();
  dossier.entities[0].names = {{"en", {"Kishida", "KISHIDA"}}};
  dossier.entities[1].names = {{"en", {"Ｋｉｓｈｉｄａ"}}};
  dossier.entities[2].names = {{"en", {"caf\u00e9"}}};
  dossier.entities[3].names = {{"en", {"cafe\u0301"}}};
  dossier.entities[4].names = {{"ja", {"日本"}}};
  dossier.entities[5].names = {{"ja", {"日本"}}};
  EXPECT_THAT(warnings(dossier),
              ElementsAre("b names-differ-invisibly", "u names-differ-invisibly"));
}

TEST(Lint, FindsEntitiesWithoutRelations) {
  const auto problems = validate(with({tie("r", "party_to", "a", "t")}), builtin_vocabulary());
  EXPECT_THAT(codes(problems), ElementsAre("b isolated-entity", "p isolated-entity",
                                           "q isolated-entity", "u isolated-entity"));
}

TEST(Lint, DoesNotCallWhatAMistypedIdLeavesOutIsolated) {
  const auto problems = validate(with({tie("r", "party_to", "aa", "t")}), builtin_vocabulary());
  EXPECT_THAT(codes(problems), ElementsAre("r dangling-end"));
  Dossier dossier = with({tie("r", "party_to", "a", "t")});
  dossier.relations[0].evidence[0].source = "dd";
  EXPECT_THAT(codes(validate(dossier, builtin_vocabulary())), ElementsAre("r unknown-source"));
}

TEST(Lint, WondersAtIdsInAnotherStyle) {
  Dossier dossier;
  dossier.entities = {{.id = "UPPER", .kind = "country"}, {.id = "a--b", .kind = "country"}};
  EXPECT_THAT(warnings(dossier), ElementsAre("UPPER unusual-id", "a--b unusual-id"));
}

TEST(Validate, ListsTheKindsAndTypesWhereNoneIsNear) {
  Dossier dossier = with({tie("r", "was_friends_with", "a", "b")});
  dossier.entities[0].kind = "kingdom";
  const auto problems = errors(dossier);
  ASSERT_THAT(codes(problems), ElementsAre("a unknown-kind", "r unknown-type"));
  EXPECT_THAT(problems[0].hint, testing::StartsWith("kinds: country, organisation, "));
  EXPECT_THAT(problems[0].hint, HasSubstr(", post, "));
  EXPECT_THAT(problems[1].hint, testing::StartsWith("types: party_to, signed, "));
}

TEST(Validate, SaysThatAPostIsAnEntity) {
  const auto problems = errors(with({tie("r", "holds_post", "p", "a")}));
  ASSERT_THAT(codes(problems), ElementsAre("r wrong-kind"));
  EXPECT_THAT(problems[0].hint,
              testing::StartsWith("add an entity of kind `post` and name it in `to`; the post can "
                                  "be `part_of` `a`; from person to country run `"));
}

TEST(Validate, OrdersProblemsByTheirPlaces) {
  Dossier dossier;
  dossier.files = {"b.json", "a.json"};
  dossier.entities = {{.id = "x", .kind = "?", .place = {0, 1, 1}},
                      {.id = "y", .kind = "?", .place = {1, 9, 2}},
                      {.id = "z", .kind = "?", .place = {1, 9, 1}}};
  EXPECT_THAT(codes(errors(dossier)),
              ElementsAre("z unknown-kind", "y unknown-kind", "x unknown-kind"));
}

}  // namespace
}  // namespace entente
