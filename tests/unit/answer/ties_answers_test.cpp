/// What answers say of ties: when they hold together, how long, and why not.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

#include "asked.hpp"

namespace entente::answers {
namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> ids(const Json& rows) {
  std::vector<std::string> list;
  for (const Json& row : rows)
    list.push_back(row.value("relation", row.value("entity", row.value("id", ""))));
  return list;
}

constexpr const char* membership = R"(
  country us
  country fr
  organisation nato
  r1: us member_of nato when=1949-04-04/1951-06-18
  r2: us member_of nato when=1951-06-19/..
  r3: fr member_of nato when=1949-04-04/1950-06-18
  r4: fr member_of nato
)";

TEST(DiffOfDates, IsOfTiesAndCountsTheUndated) {
  const Json found = json_of(diff(asked(membership), {"1950-01-01", "1952-01-01"}));
  EXPECT_THAT(ids(found["appeared"]), IsEmpty());
  EXPECT_THAT(ids(found["ended"]), ElementsAre("r3"));
  EXPECT_THAT(ids(found["happened"]), IsEmpty());
  EXPECT_EQ(found["persisted"], 1);
  EXPECT_EQ(found["counts"], (Json{{"certain", 2}, {"possible", 0}, {"undated", 1}}));
}

TEST(DiffOfDates, ListsWhatHappenedAndSaysWhatIsInferred) {
  const Question question = asked(R"(
    country a
    person p
    agreement old
    agreement new
    r1: a party_to old when=2000-01-01/
    r2: a party_to new when=2010-01-01/..
    r3: new supersedes old when=2010-01-01
    r4: p signed new when=2009
  )");
  const Json found = json_of(diff(question, {"2005", "2015"}));
  EXPECT_THAT(ids(found["appeared"]), ElementsAre("r2"));
  EXPECT_THAT(ids(found["ended"]), ElementsAre("r1"));
  EXPECT_THAT(ids(found["happened"]), ElementsAre("r4", "r3"));
}

TEST(DiffOfDates, HasHeadingsInTheLanguageOfItsSentences) {
  Question question = asked(membership);
  EXPECT_EQ(text_of(diff(question, {"1940", "1941"})),
            "appeared 0\nended 0\nhappened 0\npersisted 0\n");
  question.languages = "ja";
  EXPECT_EQ(text_of(diff(question, {"1940", "1941"})),
            "新たに現れた 0\n終わった 0\n起きた 0\n続いている 0\n");
}

TEST(DiffOfDates, IsEmptyWhereAllListsAre) {
  EXPECT_EQ(diff(asked("country a"), {"2005", "2015"}).nothing,
            "nothing appeared, nothing ended and nothing happened");
  EXPECT_TRUE(diff(asked(membership), {"1940", "1950"}).nothing.empty());
}

TEST(DiffOfDossiers, ListsRecordsMemberByMember) {
  const Question older = asked(R"(
    country a name=A
    country b
    event gone when=1950
    r1: a cooperates_with b when=2014
    r2: a cooperates_with b when=2015
  )");
  const Question newer = asked(R"(
    country a name=A name=ja:日本
    country b
    r1: b cooperates_with a when=2014
    r2: a cooperates_with b when=2016 plan
    r3: a cooperates_with b
  )");
  const RecordDiffAnswer answer = diff(older, newer);
  const Json found = json_of(answer);
  EXPECT_THAT(ids(found["added"]), ElementsAre("r3"));
  EXPECT_THAT(ids(found["removed"]), ElementsAre("gone"));
  EXPECT_EQ(found["removed"][0]["when"], "1950");
  EXPECT_EQ(found["changed"],
            Json::parse(R"([{"record": "entity", "id": "a", "members": [{"member": "names",
              "old": {"en": ["A"]}, "new": {"en": ["A"], "ja": ["日本"]}}]},
              {"record": "relation", "id": "r2", "members": [
                {"member": "when", "old": "2015", "new": "2016"},
                {"member": "modality", "old": "fact", "new": "plan"}]}])"));
  EXPECT_EQ(answer.sentences().value(),
            "added 1\n  + r3: A cooperates with b\nremoved 1\n  - gone: gone (event)\nchanged 2\n"
            "  ~ a: A (country)\n      names.ja: none → 日本\n"
            "  ~ r2: A is to cooperate with b in 2016\n      when: 2015 → 2016\n"
            "      modality: fact → plan\n");
  EXPECT_THAT(to_json_lines(answer), HasSubstr("{\"removed\": {\"id\": \"gone\""));
  EXPECT_THAT(to_json_lines(answer), HasSubstr("{\"changed\": {\"record\": \"relation\""));
  EXPECT_TRUE(answer.nothing.empty());
  EXPECT_EQ(diff(older, older).nothing, "no record differs");
}

TEST(EgoAnswer, CountsOneRelationAsOne) {
  const Question question = asked("country a\ncountry b\nr: a cooperates_with b when=2013\n");
  EXPECT_THAT(ego(question, {.entity = "a"}).sentences().value(),
              HasSubstr(": 1 around it, 1 relation\n"));
}

TEST(DiffOfDossiers, NotesWhereTheUnicodeFormAloneDiffers) {
  const RecordDiffAnswer alike =
      diff(asked("country a name=Cafe\u0301\n"), asked("country a name=Caf\u00E9\n"));
  ASSERT_EQ(alike.notes.size(), 1u);
  EXPECT_EQ(alike.nothing, "no record differs; " + alike.notes[0].text);
  EXPECT_EQ(alike.notes[0].code, "same-text");
  EXPECT_EQ(alike.notes[0].text,
            "1 record has the same text in another Unicode form (NFC, NFD) and does not count as "
            "changed");
  const RecordDiffAnswer other = diff(asked("country a name=Cafe\u0301 name=ja:日本\n"),
                                      asked("country a name=Caf\u00E9 name=ja:日本国\n"));
  EXPECT_EQ(other.sentences().value(),
            "added 0\nremoved 0\nchanged 1\n  ~ a: Caf\u00E9 (country)\n"
            "      names.en: Cafe\u0301 → Caf\u00E9 (the same text: only its Unicode form, NFC or "
            "NFD, differs)\n      names.ja: 日本 → 日本国\n");
  EXPECT_TRUE(other.notes.empty());
}

TEST(DiffOfDossiers, QuotesWhatReadsAlike) {
  const auto dossier = [](const std::string& names, const std::string& attributes,
                          const std::string& evidence) {
    CheckedDossier checked = check_records(read_records_from_text(
        R"({"format": "entente/1", "vocabulary": "diplomacy", "entities": [
          {"id": "a", "kind": "country", "names": {"fr": )" +
            names + R"(}},
          {"id": "d", "kind": "document"}], "relations": [
          {"id": "r", "type": "cooperates_with", "from": "a", "to": "a", "attributes": )" +
            attributes + R"(, "evidence": [)" + evidence + "]}]}",
        "a.json"));
    return Question{.graph = Graph(checked.dossier, std::move(checked.vocabulary))};
  };
  const RecordDiffAnswer answer =
      diff(dossier(R"(["Bé", "Bee"])", R"({"n": 1, "m": 1, "z": null, "l": ["x", "y"], "e": "",
              "t": true, "o": "none", "w": 2})",
                   R"({"source": "d", "at": "p, asserted by d"})"),
           dossier(R"(["Bé, Bee"])", R"({"n": "1", "m": 1.0, "z": "null", "l": "x, y", "t": "true",
              "w": 3})",
                   R"({"source": "d", "at": "p", "asserted_by": "d"})"));
  const std::vector<std::vector<std::string>> told = {
      {"names.fr", R"(["Bé", "Bee"])", R"(["Bé, Bee"])"},
      {"attributes.e", R"("")", ""},
      {"attributes.l", R"(["x", "y"])", R"("x, y")"},
      {"attributes.m", "1", "1.0"},
      {"attributes.n", "1", R"("1")"},
      {"attributes.o", R"("none")", ""},
      {"attributes.t", "true", R"("true")"},
      {"attributes.w", "2", "3"},
      {"attributes.z", "null", R"("null")"},
      {"evidence", R"([{"source": "d", "at": "p, asserted by d", "asserted_by": null}])",
       R"([{"source": "d", "at": "p", "asserted_by": "d"}])"}};
  const Table table = answer.table(Reader::person);
  ASSERT_EQ(table.rows.size(), told.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_EQ(std::vector(table.rows[i].begin() + 4, table.rows[i].end()), told[i]);
    EXPECT_THAT(answer.sentences().value(),
                HasSubstr(told[i][0] + ": " + told[i][1] + " → " +
                          (told[i][2].empty() ? "none" : told[i][2]) + "\n"));
  }
}

TEST(TimelineAnswer, HoldsLifespansAmongItsRows) {
  const Question question = asked(R"(
    person ann name=Ann when=1900-05-01/1980
    person bob when=1910/
    r1: ann met_with bob when=1930-01-01
  )",
                                  {.as_of = "1930-01-01"});
  const TimelineAnswer answer = timeline(question);
  const Json found = json_of(answer);
  EXPECT_THAT(ids(found["rows"]), ElementsAre("ann", "bob", "r1"));
  const Json& bob = found["rows"][1];
  EXPECT_FALSE(bob.contains("relation"));
  EXPECT_EQ(bob["kind"], "person");
  EXPECT_EQ(bob["when"]["edtf"], "1910/");
  EXPECT_EQ(bob["when"]["end"], "unknown");
  EXPECT_EQ(bob["certainty"], "possible");
  EXPECT_EQ(bob["why"], "no-end-reported");
  EXPECT_EQ(found["rows"][0]["why"], nullptr);
  EXPECT_EQ(found["rows"][0]["sentence"], "Ann: from 1900-05-01 to 1980");
  EXPECT_THAT(answer.sentences().value(), HasSubstr("? bob: since 1910 (no end reported)\n"));
}

TEST(PathAnswer, ShowsTheBestChoice) {
  const Question question = asked(R"(
    country a
    country b
    country c
    r1: a cooperates_with b when=1990/2000
    r2: a cooperates_with b when=2010-01-01/2014-12-31
    r3: b cooperates_with c when=2005-01-01/2020-12-31
  )");
  const Json found = json_of(path(question, {.from = "a", .to = "c"}));
  EXPECT_THAT(ids(found["paths"][0]["steps"]), ElementsAre("r2", "r3"));
  EXPECT_EQ(found["paths"][0]["span"],
            (Json{{"edtf", "2010-01-01/2014-12-31"}, {"certainty", "certain"}}));
}

TEST(PathAnswer, NotesDifferentTimesOfOneDay) {
  const Question question = asked(R"(
    person p
    person q
    person r
    r1: p met_with q when=2013-05-01T09:00:00
    r2: q met_with r when=2013-05-01T18:00:00
  )");
  const PathAnswer answer = path(question, {.from = "p", .to = "r"});
  const Json found = json_of(answer);
  EXPECT_EQ(found["paths"][0]["span"], nullptr);
  EXPECT_THAT(answer.sentences().value(), HasSubstr("  on the same day, at different times\n"));
}

TEST(CommonAnswer, CarriesTheTimeShared) {
  const Question question = asked(R"(
    country a
    country b
    agreement t
    agreement u
    r1: a party_to t when=1990/2000
    r2: b party_to t when=2001/2010
    r3: a party_to u when=1990-01-01/2000-12-31
    r4: b party_to u when=1995-01-01/..
  )");
  const Json found = json_of(common(question, {.entities = {"a", "b"}}));
  EXPECT_THAT(ids(found["common"]), ElementsAre("u"));
  EXPECT_EQ(found["common"][0]["certainty"], "certain");
  EXPECT_EQ(found["common"][0]["span"]["edtf"], "1995-01-01/2000-12-31");
}

TEST(LineageAnswer, SaysWhyAnAgreementIsNotInForce) {
  const Question question =
      asked("country a\nagreement b\nr1: a party_to b when=2000/.. plan", {.as_of = "2010"});
  const LineageAnswer answer = lineage(question, {.agreement = "b"});
  const Json found = json_of(answer);
  EXPECT_EQ(found["chain"][0]["in_force"], "no");
  EXPECT_THAT(answer.sentences().value(),
              HasSubstr("b (b): not known to be in force in 2010: parties are only planned\n"));
}

TEST(LineageAnswer, TellsClaimsFromPlansAndNamesThem) {
  const std::string lines = "country a\nagreement b\nr1: a party_to b when=2000/.. claim";
  const LineageAnswer claimed = lineage(asked(lines, {.as_of = "2010"}), {.agreement = "b"});
  EXPECT_THAT(claimed.sentences().value(),
              HasSubstr("b (b): not known to be in force in 2010: parties are only claimed\n"));
  ASSERT_EQ(claimed.notes.size(), 1U);
  EXPECT_EQ(claimed.notes[0].code, "only-planned");
  EXPECT_EQ(claimed.notes[0].text, "b: parties are only claimed");
  EXPECT_THAT(claimed.notes[0].relations, ElementsAre("r1"));
  EXPECT_EQ(claimed.notes[0].count, 1U);
  const LineageAnswer mixed = lineage(asked(lines + "\nr2: a party_to b plan"), {.agreement = "b"});
  EXPECT_THAT(mixed.sentences().value(), HasSubstr("b (b): parties are only planned or claimed\n"));
  EXPECT_THAT(mixed.notes[0].relations, ElementsAre("r1", "r2"));
}

TEST(LineageAnswer, OfOrganisationsSpeaksOfNoParties) {
  const std::string lines =
      "organisation o when=1990/2000\norganisation p\nr1: p succeeds o when=2000";
  const auto text = [&](const Selection& selection) {
    const LineageAnswer answer = lineage(asked(lines, selection), {.agreement = "o"});
    EXPECT_TRUE(answer.notes.empty());
    return answer.sentences().value();
  };
  EXPECT_THAT(text({.as_of = "1995"}), AllOf(HasSubstr("o (o): existed in 1995\n"),
                                             HasSubstr("p (p): no dates of its own are known\n")));
  EXPECT_THAT(text({.as_of = "2005"}), HasSubstr("o (o): did not exist in 2005\n"));
  EXPECT_THAT(text({}), HasSubstr("o (o): existed\n"));
}

TEST(SeriesAnswer, CountsLifespansAndGivesZeroToTheNamed) {
  const Question question = asked(R"(
    country a when=1990/1991
    country b
    country c
    r1: b cooperates_with c when=1992-01-01/1992-12-31
  )");
  const Json entities = json_of(series(question, {.measure = "entities"}));
  std::vector<int> values;
  for (const Json& point : entities["points"]) values.push_back(point["value"].get<int>());
  EXPECT_THAT(values, ElementsAre(1, 1, 2));
  const Json degree = json_of(series(question, {.measure = "degree", .entities = {"a"}}));
  ASSERT_EQ(degree["points"].size(), 1U);
  EXPECT_EQ(degree["points"][0]["value"], 0);
}

TEST(SeriesAnswer, SaysThatWhatAlwaysHoldsNeedsAPeriod) {
  const Question question = asked("country a\ncountry b\nr1: a cooperates_with b when=../..");
  EXPECT_THAT(series(question, {.measure = "relations"}).nothing, HasSubstr("--during A/B"));
}

TEST(BalanceAnswer, CountsTriadsOfOneTime) {
  const std::string lines = R"(
    country a
    country b
    country c
    r1: a cooperates_with b when=1990/2000
    r2: b cooperates_with c when=1990/2000
  )";
  EXPECT_EQ(balance(asked(lines + "r3: c cooperates_with a when=1995/1996")).found.total(), 1U);
  EXPECT_EQ(balance(asked(lines + "r3: c cooperates_with a when=2005/2006")).found.total(), 0U);
  EXPECT_EQ(balance(asked(lines + "r3: c cooperates_with a")).found.total(), 1U);
}

TEST(InfoAnswer, SpansLifespans) {
  const Json found = json_of(info(asked("country a when=1990/1991")));
  EXPECT_EQ(found["span"]["earliest"], "1990-01-01");
  EXPECT_EQ(found["span"]["latest"], "1991-12-31");
}

TEST(InfoAnswer, SpansTheDatesThatEvidenceGives) {
  const std::string lines =
      "country a\ncountry b\ndocument d\na assists b when=1990/1991 by=d~1985/1995\n";
  const Json found = json_of(info(asked(lines)));
  EXPECT_EQ(found["span"]["earliest"], "1985-01-01");
  EXPECT_EQ(found["span"]["latest"], "1995-12-31");
}

}  // namespace
}  // namespace entente::answers
