// Reports for people: Markdown, HTML, Mermaid.

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/formats/report/selection_words.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

//  a ── partner_of ── b,  a ── party_to → t [1],  d published by nobody
Dossier report_sample() {
  return {
      .titles = {{"en", "Title"}},
      .vocabularies = {"diplomacy"},
      .entities = {{.id = "b", .kind = "country"},
                   {.id = "a",
                    .kind = "country",
                    .names = {{"ja", {"日本", "日"}}, {"en", {"Japan"}}},
                    .codes = {{"iso3", "JPN"}}},
                   {.id = "t", .kind = "agreement", .when = When::parse("2014/")},
                   {.id = "d",
                    .kind = "document",
                    .names = {{"en", {"A text"}}},
                    .attributes = {{"url", Scalar("https://example.org/?a&b")},
                                   {"published", Scalar("2013")}}}},
      .relations = {
          {.id = "r1", .type = "partner_of", .from = "a", .to = "b", .modality = Modality::plan},
          {.id = "r2",
           .type = "party_to",
           .from = "a",
           .to = "t",
           .when = When::parse("2014"),
           .attributes = {{"certainty", Scalar("possible")},
                          {"why", Scalar("witness")},
                          {"areas", std::vector<Scalar>{Scalar("x"), Scalar(true)}}},
           .evidence = {{"d", "§1", "b", When::parse("2015")}}}}};
}

Dossier hostile_report() {
  return {
      .titles = {{"en", "</title><script>alert(1)</script>"}},
      .entities =
          {{.id = "a|b",
            .kind = "country",
            .names = {{"en", {"1. \"x\"|`y`<img src=x onerror=alert(1)>\n[z](javascript:1)"}}}},
           {.id = "end", .kind = "country", .names = {{"en", {"style:#34;\u202Eevil"}}}},
           {.id = "d", .kind = "document", .attributes = {{"url", Scalar("javascript:alert(1)")}}}},
      .relations = {{.id = "r", .type = "partner_of", .from = "a|b", .to = "end"}}};
}

std::string report_text(std::string_view format, const Dossier& dossier,
                        const ConvertOptions& options = {}) {
  std::ostringstream out;
  static_cast<void>(
      find_dossier_format(format)->write(out, dossier, builtin_vocabulary(), options));
  return out.str();
}

TEST(Markdown, TellsEntitiesRelationsAndSources) {
  EXPECT_EQ(report_text("markdown", report_sample()), R"(# Title

## Entities

| name | kind | when | other names | details | id |
| --- | --- | --- | --- | --- | --- |
| Japan | country | | ja: 日本, 日 | iso3: JPN | a |
| b | country | | | | b |
| t | agreement | 2014/ | | | t |

## Relations

| relation | when | certainty | modality | sources | details | id |
| --- | --- | --- | --- | --- | --- | --- |
| Japan is party to t | 2014 | possible: witness | | \[1\] §1, asserted by b, which says 2015 | areas: x, true | r2 |
| Japan is a partner of b | | | plan | | | r1 |

## Sources

| no. | title | details | address | id |
| --- | --- | --- | --- | --- |
| 1 | A text | published: 2013 | https://example.org/?a&amp;b | d |
)");
}

TEST(Markdown, KeepsHostileTextInert) {
  const std::string text = report_text("markdown", hostile_report());
  EXPECT_THAT(text, HasSubstr("| 1. \"x\"\\|\\`y\\`&lt;img src=x onerror=alert(1)\\> "
                              "\\[z\\](javascript:1) | country |"));
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
}

TEST(Html, TellsWhatMarkdownTells) {
  const std::string text = report_text("html", report_sample(), {.languages = {"ja"}});
  EXPECT_THAT(text, HasSubstr("<!DOCTYPE html>\n<html lang=\"ja\">"));
  EXPECT_THAT(text,
              HasSubstr("<tr class=\"possible\"><th scope=\"row\">日本はtの当事者である</th>"));
  EXPECT_THAT(text, HasSubstr("<a href=\"#source-1\">[1]</a> §1, asserted by b, which says 2015"));
  EXPECT_THAT(text, HasSubstr("<tr id=\"source-1\">"));
  EXPECT_THAT(text, HasSubstr("href=\"https://example.org/?a&amp;b\">"));
}

TEST(Html, KeepsHostileTextInert) {
  const std::string text = report_text("html", hostile_report());
  EXPECT_THAT(text, Not(HasSubstr("<script")));
  EXPECT_THAT(text, Not(HasSubstr("<img")));
  EXPECT_THAT(text, Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
}

TEST(Mermaid, DrawsAnArrowARelation) {
  EXPECT_EQ(report_text("mermaid", report_sample()), R"--(flowchart LR
  accTitle: Title
  n1["Japan"]
  n2["b"]
  n3[["t"]]
  n1 -.-|"is a partner of (plan)"| n2
  n1 -.->|"is party to, 2014"| n3
)--");
}

TEST(Mermaid, ReportsThatItCannotSayWhatWasSelected) {
  std::ostringstream out;
  ConvertOptions options;
  const auto losses = [&] {
    return find_dossier_format("mermaid")->write(out, report_sample(), builtin_vocabulary(),
                                                 options);
  };
  EXPECT_THAT(describe(losses()), Not(HasSubstr("selected")));
  options.selection = R"({"as_of": "2014"})";
  const LossReport report = losses();
  EXPECT_THAT(describe(report), HasSubstr("1 × what was selected is not said\n"));
  EXPECT_THAT(to_json(report), HasSubstr(R"("code": "selection-dropped")"));
  EXPECT_THAT(to_json(report), HasSubstr(R"("count": 1, "first": [])"));
}

TEST(Mermaid, LeavesNoSignToTextsThatMermaidWouldAct) {
  EXPECT_EQ(report_text("mermaid", hostile_report()), R"--(flowchart LR
  accTitle:  /title  script alert(1) /script 
  n1["1#46; #34;x#34;#124;#96;y#96;#60;img src#61;x onerror#61;alert(1)#62; #91;z#93;(javascript#58;1)"]
  n2["style#58;#35;34#59;#92;u#123;202e#125;evil"]
  n1 ---|"is a partner of"| n2
)--");
}

TEST(Mermaid, RefusesWhatMermaidWouldNotDraw) {
  Dossier dossier = report_sample();
  dossier.relations.resize(1);
  for (int i = 1; i < 500; ++i) {
    dossier.relations.push_back(dossier.relations.front());
    dossier.relations.back().id = "more-" + std::to_string(i);
  }
  EXPECT_THAT(report_text("mermaid", dossier), HasSubstr("n1 -.-|"));
  dossier.relations.push_back(dossier.relations.front());
  EXPECT_THROW(report_text("mermaid", dossier), LimitReached);
  Dossier wordy = report_sample();
  wordy.entities[0].names = {{"en", {std::string(50'000, 'x')}}};
  EXPECT_THROW(report_text("mermaid", wordy), LimitReached);
}

TEST(Reports, ShowAnEmptyDossier) {
  EXPECT_EQ(report_text("markdown", {}), "# Dossier\n");
  EXPECT_THAT(report_text("html", {}), HasSubstr("<h1>Dossier</h1>\n</body>\n</html>\n"));
  EXPECT_EQ(report_text("mermaid", {}), "flowchart LR\n");
}

TEST(SelectionWords, TellWhatNarrowsASelection) {
  EXPECT_EQ(selection_in_words(R"({"as_of": "2015", "during": null, "certain": false, )"
                               R"("types": ["party_to", "a\"b,}"], "direction": "both"})"),
            R"(as of: 2015; types: party_to, a"b,})");
  EXPECT_EQ(selection_in_words(""), "");
  EXPECT_EQ(selection_in_words(R"({"a": )"), "");
  EXPECT_EQ(selection_in_words(R"({"a)"), "");
}

}  // namespace
}  // namespace entente
