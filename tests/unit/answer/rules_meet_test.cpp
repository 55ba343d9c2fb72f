/// Where two rules of time meet: several accounts of one tie, several records of one tie, inference
/// and folding, and what of all this a part of a dossier keeps.

#include <algorithm>
#include <set>
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
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Extract extract_where(const Question& whole, const std::string& type) {
  Question question = whole;
  question.selection.types = {type};
  return extract_of(question, question.graph.facts(question.selection));
}

/// The date of a relation of an extract, as written.
std::string written_date(const Extract& extract, const std::string& id) {
  for (const Relation& relation : extract.dossier.relations)
    if (relation.id == id) return relation.when ? relation.when->text() : "";
  return "no such relation";
}

std::string superseded(const std::string& date, const std::string& evidence = "") {
  return R"(
    country x
    agreement old
    agreement new
    document d1
    document d2
    r1: x party_to old when=)" +
         date + evidence + R"(
    r2: x party_to new when=2001-05-10/..
    s: new supersedes old when=2001-05-15
  )";
}

TEST(SeveralAccounts, LeaveAnEndThatOneReports) {
  const std::string witnessed = " by=d1,d2~2001-05-01";
  for (const char* date : {"2001-03-01/2001-12-31", "2001-03-01/..", "2001-08-05/"}) {
    const Question question = asked(superseded(date, witnessed));
    EXPECT_THAT(text_of(timeline(question, {.entities = {"x"}})), Not(HasSubstr("ended by")))
        << date;
    EXPECT_EQ(written_date(extract_where(question, "party_to"), "r1"), date);
  }
  EXPECT_THAT(text_of(timeline(asked(superseded("2001-03-01/", witnessed)), {.entities = {"x"}})),
              HasSubstr("ended by 2001-05-15, inferred from s"));
}

TEST(SeveralAccounts, PresumeNothingWhereOneReportsTheEnd) {
  const Question question = asked(R"(
    country a
    country b
    document d1 published=2015-06
    document d2 published=2015-01
    r: a partner_of b when=2008-01-01/2010-12-31 by=d1,d2~2008-01-01/
  )");
  Selection selection{.as_of = "2012"};
  selection.presume_lasting = Lasting::presumed;
  EXPECT_THAT(test::explained(question.graph, selection), ElementsAre("r no-end-reported"));
}

TEST(Extracts, WriteDownTheEndOfWhatIsAttestedOnADay) {
  const Extract extract = extract_where(asked(superseded("2001-03-01")), "party_to");
  EXPECT_EQ(written_date(extract, "r1"), "[..2001-03-01]/[2001-03-01..2001-05-15]");
  EXPECT_THAT(extract.other_ends, IsEmpty());
  EXPECT_EQ(
      written_date(extract_where(asked(superseded("{2001-03-01,2001-04-01}")), "party_to"), "r1"),
      "[..2001-03-01]/[2001-04-01..2001-05-15]");
}

TEST(Extracts, WriteDownEndsOfDaysWithoutALimit) {
  const auto written = [](const char* attested) {
    return written_date(extract_where(asked(superseded(attested)), "party_to"), "r1");
  };
  EXPECT_EQ(written("[..2001-04-01]"), "[..2001-04-01]/[..2001-05-15]");
  EXPECT_EQ(written("[2000-05-01..]"), "/[2000-05-01..2001-05-15]");
}

TEST(Extracts, TellOfEndsThatNoDateCanSay) {
  const Extract extract = extract_where(asked(superseded("2001-03-01?")), "party_to");
  EXPECT_EQ(written_date(extract, "r1"), "2001-03-01?");
  EXPECT_THAT(extract.other_ends, ElementsAre("r1"));
}

TEST(Extracts, TellOfEndsThatThePartAloneInfers) {
  Question question = asked(R"(
    post po
    person p1
    person p2
    person p3
    r1: p1 holds_post po when=2001-06/2001-12
    r2: p2 holds_post po when=2001-03
    r3: p3 holds_post po when=2001-10/
  )");
  question.selection.as_of = "2001-09-01";
  const Extract extract = extract_of(question, question.graph.facts(question.selection));
  EXPECT_THAT(extract.other_ends, ElementsAre("r2"));
}

constexpr const char* spells = R"(
  country a
  country b
  country c
  r1: a partner_of b when=1949-04-04/1951-06-19
  r2: b partner_of a when=1951-06-19/..
  r3: b partner_of c when=1950-01-01/1960-01-01
)";

TEST(SeveralRecords, OfOneTieAreTogetherAsOne) {
  const Question question = asked(spells);
  const PathAnswer found = path(question, {.from = "a", .to = "c"});
  EXPECT_THAT(text_of(found), HasSubstr("all at the same time: 1950-01-01/1960-01-01"));
  EXPECT_THAT(text_of(common(question, {.entities = {"a", "c"}})),
              HasSubstr("1950-01-01/1960-01-01"));
}

TEST(Common, TellsTheLongestTimeWhateverTheIds) {
  for (const char* ids : {"r1 r2", "r2 r1"}) {
    const std::string first(ids, 2);
    const std::string second(ids + 3, 2);
    const Question question = asked("country a\ncountry c\nagreement b\n" + first +
                                    ": a party_to b when=2001-01-01/2002-01-01\n" + second +
                                    ": a party_to b when=2004-01-01/2010-01-01\n"
                                    "r3: c party_to b when=2000-01-01/2020-01-01\n");
    EXPECT_THAT(text_of(common(question, {.entities = {"a", "c"}})),
                HasSubstr("2004-01-01/2010-01-01"))
        << ids;
  }
}

TEST(Folds, MeetWithinThePeriodOrNotAtAll) {
  for (const char* signing :
       {"when={2001-01-11,2001-02-15}", "when=2001-01-11 by=d1,d2~2001-02-15"}) {
    Question question = asked(
        "country x\nperson p\nagreement g\ndocument d1\ndocument d2\n"
        "r1: x party_to g when=2001-01-09/2001-02-02\n"
        "r2: p signed g " +
        std::string(signing) + "\n");
    const CommonParameters both{.entities = {"x", "p"}};
    EXPECT_EQ(common(question, both).found.size(), 1U) << signing;
    question.selection.during = "2001-02";
    EXPECT_TRUE(common(question, both).found.empty()) << signing;
    question.selection.during = "2001-01";
    EXPECT_EQ(common(question, both).found.size(), 1U) << signing;
  }
}

TEST(Folds, OfTheUndatedKeepToTheLifespansOfTheirEnds) {
  const Question question = asked(R"(
    agreement x when=1990/1995
    agreement y when=2000/2005
    agreement z when=1994/2001
    topic t
    x covers t
    y covers t
    z covers t
  )");
  EXPECT_TRUE(common(question, {.entities = {"x", "y"}}).found.empty());
  EXPECT_EQ(common(question, {.entities = {"x", "z"}}).found.size(), 1U);
}

TEST(Folds, SayThatAPairIsApartOnlyByInference) {
  const Question question = asked(R"(
    country x
    country y
    agreement old
    agreement new
    r1: x party_to old when=2000-01-01/
    r2: x party_to new when=2001-01-10/..
    r3: y party_to old when=2003-01-01/..
    s: new supersedes old when=2001-01-10
  )");
  const std::string why = "only because an end is inferred";
  const CommonAnswer shared = common(question, {.entities = {"x", "y"}});
  EXPECT_THAT(note_codes_of(shared), testing::Contains("inferred-ended"));
  EXPECT_THAT(to_json(shared), HasSubstr(why));
  RankParameters over;
  over.how.folding.over = {"agreement"};
  EXPECT_THAT(to_json(rank(question, over)), HasSubstr(why));
}

TEST(Folds, ThatOnlyMayBeSayItInADossierToo) {
  const Question question = asked(R"(
    country x
    country y
    country z
    agreement g
    x party_to g when=2001/
    y party_to g when=2001-07-01/..
    z party_to g when=1990/1995
  )");
  const Question folded = folded_over(question, {"agreement"});
  const Dossier dossier = dossier_of(folded, folded.graph.facts());
  ASSERT_EQ(dossier.relations.size(), 1U);
  EXPECT_EQ(find_attribute(dossier.relations[0].attributes, "certainty") != nullptr, true);
  const auto marks = marks_of(folded, folded.graph.facts());
  EXPECT_EQ(std::get<std::string>(std::get<Scalar>(marks[0].second[0].second)), "possible");
  const std::vector<Note> notes = notes_of_folds(question, {"agreement"});
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "never-together");
  EXPECT_EQ(notes[0].count, 2U);
}

TEST(Balance, SaysWhichTriadsCertainlyHeldAtOneTime) {
  const std::string lines = R"(
    country a
    country b
    country c
    r1: a partner_of b when=2001/
    r2: b partner_of c when=2003/2004
    r3: a partner_of c when=2003/..
  )";
  Question question = asked(lines);
  const Json json = Json::parse(to_json(balance(question)));
  EXPECT_EQ(json["triads"][0]["certainty"], "possible");
  question.selection.keep = Keep::certain_only;
  EXPECT_EQ(balance(question).found.total(), 0U);
}

TEST(SeveralRecords, AreOneTieUnderAPeriodThatKeepsOne) {
  const Question question = asked(spells, {.as_of = "1955-05-05"});
  EXPECT_THAT(text_of(path(question, {.from = "a", .to = "c"})),
              HasSubstr("all at the same time: 1950-01-01/1960-01-01"));
  EXPECT_THAT(text_of(common(question, {.entities = {"a", "c"}})),
              HasSubstr("1950-01-01/1960-01-01"));
  Question all_time = question;
  all_time.selection = {};
  const std::string pattern = "MATCH p = (x {name: 'a'})-[]-(b)-[]-(y {name: 'c'}) ";
  const auto periods = [&](const std::string& text) {
    std::set<std::string> found;
    const QueryAnswer answer = query(all_time, query::prepare(all_time.graph, text));
    for (const auto& row : answer.result.rows) found.insert(row[0].date()->text());
    return found;
  };
  EXPECT_EQ(periods("AS OF '1955' " + pattern + "RETURN commonPeriod(p)"),
            std::set<std::string>{"1950-01-01/1960-01-01"});
  // A record that was not out yet, or that another source carries, lengthens nothing.
  const std::string published_later = R"(
    country a
    country b
    country c
    document d1 published=2000
    document d2 published=2010
    r1: a partner_of b when=1949-04-04/1951-06-19 by=d2
    r2: a partner_of b when=1951-06-19/1999 by=d1
    r3: b partner_of c when=1950-01-01/1960-01-01 by=d1
  )";
  for (const Selection& selection : {Selection{.as_of = "1955-05-05", .known_at = "2005"},
                                     Selection{.as_of = "1955-05-05", .sources = {"d1"}}})
    EXPECT_THAT(text_of(path(asked(published_later, selection), {.from = "a", .to = "c"})),
                HasSubstr("all at the same time: 1951-06-19/1960-01-01"));
}

TEST(DiffOfDates, ListsNoActWithoutADate) {
  const Question question = asked(R"(
    organisation o
    document d
    person p1
    person p2
    r1: o published d
    r2: p1 met_with p2 when=2006
    r3: p1 met_with p2
  )");
  const DiffAnswer changes = diff(question, {.first = "2005", .second = "2008"});
  EXPECT_EQ(changes.difference.happened.size(), 1u);
  EXPECT_EQ(changes.counts.undated, 1u);
  const auto note = std::ranges::find(changes.notes, "undated", &Note::code);
  ASSERT_NE(note, changes.notes.end());
  EXPECT_THAT(note->relations, ElementsAre("r3"));
  EXPECT_EQ(note->text, "and 1 undated relation, which is in no list");
  EXPECT_THAT(diff(question, {.first = "2009", .second = "2011"}).nothing, Not(IsEmpty()));
}

TEST(Selections, KeepRelationsAmongTheEntitiesNamed) {
  const Graph graph = test::graph_of(spells);
  const auto ids = [&](const Selection& selection) {
    std::vector<std::string> list;
    for (const SelectedRelation& row : graph.facts(selection).relations)
      list.emplace_back(graph.id(row.relation));
    return list;
  };
  EXPECT_THAT(ids({.entities = {"a", "b"}}), ElementsAre("r1", "r2"));
  EXPECT_THAT(ids({.as_of = "1950-06-06", .entities = {"c", "b"}}), ElementsAre("r3"));
  EXPECT_THAT(ids({.entities = {"a"}}), IsEmpty());
  EXPECT_THROW((void)graph.facts({.entities = {"nobody"}}), InvalidArgument);
}

TEST(Common, NotesWhatIsNeverSharedAtOneTime) {
  const Question question = asked(R"(
    country a
    country b
    agreement g
    r1: a party_to g when=2001/2002
    r2: b party_to g when=2003/2004
  )");
  const CommonAnswer answer = common(question, {.entities = {"a", "b"}});
  ASSERT_THAT(note_codes_of(answer), testing::Contains("never-together"));
  EXPECT_THAT(answer.notes.front().relations, ElementsAre("r1", "r2"));
}

TEST(Presumption, IsNotedWhereverItDecides) {
  Question question = asked(R"(
    country a
    country b
    country c
    document d1 published=2010
    r1: a partner_of b when=2001-01-01/ by=d1
    r2: a partner_of c when=2001-01-01/.. by=d1
  )");
  question.selection.presume_lasting = Lasting::presumed;
  const DiffAnswer changes = diff(question, {.first = "2000", .second = "2005"});
  EXPECT_THAT(note_codes_of(changes), testing::Contains("presumed"));
  const DiffAnswer none = diff(question, {.first = "1999", .second = "2000"});
  EXPECT_THAT(note_codes_of(none), Not(testing::Contains("presumed")));
  const auto notes = [&](const std::string& text) {
    return note_codes_of(query(question, query::prepare(question.graph, text)));
  };
  EXPECT_THAT(notes("AS OF '2005' MATCH (a)-[r]->(b) RETURN r"), testing::Contains("presumed"));
  EXPECT_THAT(notes("AS OF '2005' MATCH (a)-[r]->(b {name: 'c'}) RETURN r"),
              Not(testing::Contains("presumed")));
  EXPECT_THAT(notes("MATCH (a)-[r]->(b) RETURN r"), Not(testing::Contains("presumed")));
}

TEST(Text, SaysWhyARowIsOnlyPossible) {
  Question question = asked(R"(
    country x
    country y
    country z
    r1: x partner_of y when=2001-01-01/
    r2: x partner_of z when=2014-05/2016
  )",
                            {.as_of = "2014-05-15"});
  const std::string text = text_of(timeline(question, {.entities = {"x"}}));
  EXPECT_THAT(text, HasSubstr("(no end reported)"));
  EXPECT_THAT(text, HasSubstr("(date imprecise)"));
  question.languages = "ja";
  EXPECT_THAT(text_of(timeline(question, {.entities = {"x"}})), HasSubstr("（終了の報告なし）"));
}

}  // namespace
}  // namespace entente::answers
