#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/cards.hpp>

#include "render/chart/cards/cards_layout.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

Graph read(const std::string& records) {
  const std::string head = R"({"dossier":{"format":"entente/1","title":{"en":"Cards"}}})";
  return Graph(read_records_from_text(head + "\n" + records, "test.jsonl").dossier,
               builtin_vocabulary());
}

std::string entity(const std::string& id, const std::string& kind, const std::string& when = "",
                   const std::string& name = "") {
  return R"({"entity":{"id":")" + id + R"(","kind":")" + kind + R"(","names":{"en":[")" +
         (name.empty() ? id : name) + "\"]}" + (when.empty() ? "" : R"(,"when":")" + when + "\"") +
         "}}\n";
}

std::string relation(const std::string& id, const std::string& type, const std::string& from,
                     const std::string& to, const std::string& more = "") {
  return R"({"relation":{"id":")" + id + R"(","type":")" + type + R"(","from":")" + from +
         R"(","to":")" + to + "\"" + more + "}}\n";
}

///   x --party_to 2014/--> old <--supersedes 2018-- new <--party_to (plan)-- x
///   p --attended 2016--> summit        lost: an agreement without any date
Graph sample(const std::string& name = "X") {
  return read(entity("x", "country", "", name) + entity("p", "person") +
              entity("old", "agreement", "2014/") + entity("new", "agreement", "2018?/") +
              entity("summit", "event") + entity("lost", "agreement") +
              relation("r1", "party_to", "x", "old", R"(,"when":"2014/")") +
              relation("r2", "party_to", "x", "new", R"(,"when":"2019/","modality":"plan")") +
              relation("r3", "supersedes", "new", "old", R"(,"when":"2018")") +
              relation("r4", "attended", "p", "summit", R"(,"when":"2016")"));
}

std::vector<std::string> ids_of(const CardsChart& content) {
  std::vector<std::string> ids;
  for (const Card& card : content.cards) ids.push_back(content.diagram.nodes[card.node].id);
  return ids;
}

TEST(Cards, StandInOrderOfTimeWithTheirPartiesInside) {
  const CardsChart content = cards_chart(sample(), {}, {});
  EXPECT_EQ(ids_of(content), (std::vector<std::string>{"old", "summit", "new"}));
  ASSERT_EQ(content.cards[0].chips.size(), 1U);
  EXPECT_EQ(content.diagram.nodes[content.cards[0].chips[0].node].id, "x");
  ASSERT_EQ(content.lines.size(), 1U);
  EXPECT_EQ(content.lines[0].newer, 2U);
  EXPECT_EQ(content.lines[0].older, 0U);
}

TEST(Cards, MarkDoubtfulAndBorrowedDates) {
  const CardsChart content = cards_chart(sample(), {}, {});
  EXPECT_EQ(content.cards[0].dating, CardDating::own);
  EXPECT_EQ(content.cards[1].dating, CardDating::of_first_tie)
      << "2016 is the date of who attended";
  EXPECT_EQ(content.cards[2].mark.doubt, Why::imprecise) << "2018? is doubted";
  const std::string svg = cards_picture(sample()).svg;
  EXPECT_THAT(svg, HasSubstr("node agreement possible imprecise"));
  EXPECT_THAT(svg, HasSubstr(">first tie 2016<"));
}

///   x --party_to 1989--> a --amends 1988--> b, x --sends_personnel_to 1990--> body
TEST(Cards, StandAtTheirFirstDatedTieOfAnyType) {
  const CardsChart content = cards_chart(
      read(entity("x", "country") + entity("a", "agreement") + entity("b", "agreement") +
           entity("body", "body") + relation("r1", "party_to", "x", "a", R"(,"when":"1989~/")") +
           relation("r2", "amends", "a", "b", R"(,"when":"1988-01-22")") +
           relation("r3", "sends_personnel_to", "x", "body", R"(,"when":"1990/..")")),
      {}, {});
  EXPECT_EQ(ids_of(content), (std::vector<std::string>{"a", "b", "body"}));
  EXPECT_EQ(content.undated, 0U);
  EXPECT_EQ(to_civil(content.cards[0].day).year, 1988);
  EXPECT_EQ(content.cards[0].dates.text, "first tie 22 Jan 1988");
}

TEST(Cards, TellSinceWhenATieHasLasted) {
  const Graph graph =
      read(entity("x", "country") + entity("a", "agreement") +
           relation("r1", "party_to", "x", "a", R"(,"when":"1949-04-04/1951-06-19")") +
           relation("r2", "party_to", "x", "a", R"(,"when":"1951-06-19/..")"));
  const std::string svg = cards_picture(graph, {.as_of = "2010"}).svg;
  EXPECT_THAT(svg, HasSubstr(">first tie from 4 Apr 1949 on<"));
  EXPECT_THAT(svg, HasSubstr("> from 1949 on<"));
  EXPECT_THAT(svg, Not(HasSubstr("> 1951")));
}

TEST(Cards, CountWhatHasNoDate) {
  const CardsPicture picture = cards_picture(sample());
  EXPECT_EQ(picture.cards, 3U);
  EXPECT_EQ(picture.undated, 1U);
  EXPECT_THAT(picture.svg, HasSubstr("left out for lack of a date: 1 of"));
}

TEST(Cards, TakeNoVisitorForAMember) {
  const CardsChart content =
      cards_chart(read(entity("n", "organisation", "1949/") + entity("p", "person") +
                       relation("r", "visited", "p", "n", R"(,"when":"2014")")),
                  {}, {});
  ASSERT_EQ(content.cards.size(), 1U);
  EXPECT_TRUE(content.cards[0].chips.empty());
}

TEST(Cards, OfADateAreThoseWithATieThen) {
  EXPECT_EQ(ids_of(cards_chart(sample(), {.as_of = "2015-01-01"}, {})),
            (std::vector<std::string>{"old"}));
}

TEST(Cards, SayWhatIsPlanned) {
  const std::string svg = cards_picture(sample()).svg;
  EXPECT_THAT(svg, HasSubstr("node chip country plan"));
  EXPECT_THAT(svg, HasSubstr("> planned<"));
}

TEST(Cards, ExplainOnlySuccessionAsALine) {
  const std::string svg = cards_picture(sample()).svg;
  EXPECT_THAT(svg, HasSubstr(">supersedes<"));
  EXPECT_THAT(svg, Not(HasSubstr(">is party to<")));
}

TEST(Cards, LeaveOutThoseWithFewestTies) {
  const CardsPicture picture = cards_picture(sample(), {}, {.max_entities = 1});
  EXPECT_EQ(picture.left_out, 2U);
  EXPECT_THAT(picture.svg, HasSubstr("_n_old\""));
  EXPECT_THAT(picture.svg, HasSubstr("2 with fewer ties are left out"));
}

TEST(Cards, NeverOverlap) {
  std::string records = entity("x", "country");
  for (int i = 0; i < 60; ++i) {
    const std::string id = "a" + std::to_string(i);
    const char* kinds[] = {"agreement", "body", "event"};
    records += entity(id, kinds[i % 5 % 3], std::to_string(2000 + i / 7));
    if (i % 5 == 0) records += relation("r" + id, "party_to", "x", id);
    if (i > 5 && i % 5 == 0)
      records += relation("s" + id, "supersedes", id, "a" + std::to_string(i - 5));
  }
  const CardsChart content = cards_chart(read(records), {}, {});
  const CardsLayout layout = lay_out(content);
  ASSERT_EQ(layout.cards.size(), 60U);
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const PlacedCard& card = layout.cards[i];
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(card.box.overlaps(layout.cards[j].box)) << i << " and " << j;
    for (const PlacedChip& chip : card.chips)
      EXPECT_EQ(card.box.joined(chip.box).width(), card.box.width());
  }
}

TEST(Cards, StandBesideThoseOfOtherYearsIfThereAreMany) {
  std::string records;
  for (int i = 0; i < 90; ++i) {
    const char* kinds[] = {"agreement", "body", "event"};
    records += entity("a" + std::to_string(i), kinds[i % 3], std::to_string(1900 + i));
  }
  const CardsChart content = cards_chart(read(records), {}, {});
  const CardsLayout layout = lay_out(content);
  double area = 0;
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const Box& box = layout.cards[i].box;
    area += box.width() * box.height();
    if (i > 0) {
      EXPECT_GT(box.top, layout.cards[i - 1].box.top) << "in the order of years";
    }
  }
  EXPECT_GT(area / (layout.body.width * layout.body.height), 0.3) << "and the page is filled";
  ASSERT_EQ(layout.years.size(), 90U);
  for (std::size_t i = 1; i < layout.years.size(); ++i)
    EXPECT_GE(layout.years[i].top, layout.years[i - 1].top + 20) << "room for the year's number";
}

TEST(Cards, ShortenLongListsOfParties) {
  std::string records = entity("a", "agreement", "2014");
  for (int i = 0; i < 20; ++i) {
    const std::string id = "c" + std::to_string(i);
    records += entity(id, "country") + relation("r" + id, "party_to", id, "a");
  }
  EXPECT_THAT(cards_picture(read(records)).svg, HasSubstr(">+4<"));
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

///   a0 <--supersedes-- a1 <-- … <-- a39, a0 <--supersedes-- a39
TEST(Cards, SayWhatSucceedsOnAnotherPage) {
  std::string records = entity("x", "country");
  for (int i = 0; i < 40; ++i) {
    const std::string id = "a" + std::to_string(i);
    records +=
        entity(id, "agreement", std::to_string(1950 + i)) + relation("p" + id, "party_to", "x", id);
    if (i > 0) records += relation("s" + id, "supersedes", id, "a" + std::to_string(i - 1));
  }
  records += relation("far", "supersedes", "a39", "a0");
  const std::vector<std::string> pages =
      to_svg_pages(cards_chart(read(records), {}, {.page = Size{240, 300}}));
  ASSERT_GT(pages.size(), 2U);
  EXPECT_THAT(pages.front(), HasSubstr("\u2190 page " + std::to_string(pages.size()) + ": a39"));
  EXPECT_THAT(pages.back(), HasSubstr("\u2192 page 1: a0"));
  std::string all;
  for (const std::string& page : pages) all += page;
  EXPECT_EQ(times(all, "\u2190 page "), pages.size()) << "each page is left once, and the far tie";
  EXPECT_EQ(times(all, "\u2192 page "), pages.size());
}

TEST(Cards, LeaveNoChipOutsideItsCard) {
  const std::string records =
      entity("t", "agreement", "2014") + entity("x", "country", "", std::string(40, 'w')) +
      relation("r1", "party_to", "x", "t", R"(,"when":"2014-01-02/2015-03-04")") +
      relation("r2", "party_to", "x", "t", R"(,"when":"2016-05-06/2017-07-08")") +
      relation("r3", "party_to", "x", "t", R"(,"when":"2018-05-06/2019-07-08")");
  const CardsChart chart = cards_chart(read(records));
  for (const double width : {100.0, 150.0, 196.0, 256.0}) {
    CardsFrame frame;
    frame.card_width = width;
    const CardsLayout layout = lay_out(chart, frame);
    for (const PlacedCard& card : layout.cards)
      for (const PlacedChip& chip : card.chips) EXPECT_LE(chip.box.right, card.box.right) << width;
  }
}

TEST(Cards, OfNothingAreAnEmptyPage) {
  const CardsPicture picture = cards_picture(sample(), {.types = {"met_with"}});
  EXPECT_EQ(picture.cards, 0U);
  EXPECT_THAT(picture.svg, HasSubstr("</svg>"));
}

TEST(Cards, KeepNamesInert) {
  const std::string svg = cards_picture(sample("<script>alert</script>")).svg;
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_THAT(svg, HasSubstr("&lt;script&gt;"));
}

///   x --party_to (plan), party_to (fact)--> a
TEST(Cards, HaveOneChipForWhatWasPlannedAndThenReported) {
  const Graph graph =
      read(entity("x", "country") + entity("a", "agreement", "2014/") +
           relation("a-plan", "party_to", "x", "a", R"(,"when":"2014/","modality":"plan")") +
           relation("fact", "party_to", "x", "a", R"(,"when":"2014/")"));
  const CardsChart content = cards_chart(graph, {}, {});
  ASSERT_EQ(content.cards.at(0).chips.size(), 1U);
  EXPECT_EQ(content.cards[0].chips[0].mark.modality, Modality::fact);
  EXPECT_THAT(to_svg(content), HasSubstr("planned, then reported<"));
}

}  // namespace
}  // namespace entente
