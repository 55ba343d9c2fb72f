#include <sstream>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph_builder.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/write_page.hpp>

#include "unit/render/hostile_names.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view data_opening = "<script type=\"application/json\" id=\"data\">";

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::string page_of(const Graph& graph, const Selection& selection = {},
                    const PageOptions& options = {}) {
  std::ostringstream out;
  write_page(out, graph, selection, options);
  return out.str();
}

/// A chain of so many countries, each of which is a partner of the next and has met nobody.
Graph chain_of(const std::vector<std::string>& names) {
  GraphBuilder builder(builtin_vocabulary());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string id = "e" + std::to_string(i);
    builder.put(Entity{.id = id, .kind = "country", .names = {{"en", {names[i]}}}});
    if (i > 0)
      builder.put(Relation{.id = "r" + std::to_string(i),
                           .type = "partner_of",
                           .from = "e" + std::to_string(i - 1),
                           .to = id,
                           .when = When::parse("2014/")});
  }
  builder.put(Entity{.id = "p", .kind = "person"});
  builder.put(Relation{.id = "p-e0", .type = "visited", .from = "p", .to = "e0"});
  return builder.build();
}

TEST(WritePage, IsOneFileThatLetsNothingElseRun) {
  const std::string page = page_of(chain_of({"A", "B"}), {}, {.title = "T"});
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<title>T</title>"));
  EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(page, Not(HasSubstr("unsafe-")));
  EXPECT_THAT(page, Not(HasSubstr(" src=")));
  EXPECT_THAT(page, Not(HasSubstr("{{")));
  EXPECT_EQ(times(page, "<script"), 3u) << "data, words, program";
  EXPECT_EQ(page, page_of(chain_of({"A", "B"}), {}, {.title = "T"}));
}

TEST(WritePage, KeepsHostileNamesData) {
  std::vector<std::string> names = test::hostile_names();
  std::erase_if(names, [](const std::string& name) { return name.size() > 1000; });
  std::string title = "</title></script><script>alert(1)</script>{{data}}{{program}}";
  const std::string page = page_of(chain_of(names), {}, {.title = title});
  EXPECT_EQ(times(page, "<script"), 3u) << "data, words, program";
  EXPECT_EQ(times(page, "</script"), 3u);
  EXPECT_THAT(page, HasSubstr("<title>&lt;/title&gt;&lt;/script&gt;"));
  EXPECT_EQ(times(page, data_opening), 1u);
  const std::size_t begin = page.find(data_opening) + data_opening.size();
  const std::string data = page.substr(begin, page.find("</script>", begin) - begin);
  EXPECT_THAT(data, StartsWith("{"));
  EXPECT_EQ(data.find_first_of("<>&"), data.npos);
  EXPECT_EQ(data.find("\u2028"), data.npos);
}

TEST(WritePage, HoldsOnlyWhatIsSelected) {
  const Graph graph = chain_of({"A", "B"});
  EXPECT_THAT(page_of(graph), HasSubstr("\"p-e0\""));
  const std::string partners = page_of(graph, {.types = {"partner_of"}});
  EXPECT_THAT(partners, Not(HasSubstr("\"p-e0\"")));
  EXPECT_THAT(partners, HasSubstr("\"r1\""));
  // A period is where the page begins, not what it holds.
  EXPECT_THAT(page_of(graph, {.as_of = "1900"}), HasSubstr("\"r1\""));
  EXPECT_THAT(page_of(graph, {.throughout = "2015/2016"}), HasSubstr("2015/2016"));
  EXPECT_THROW(static_cast<void>(page_of(graph, {.types = {"partner"}})), InvalidArgument);
}

TEST(WritePage, SaysHowManyItLeavesOutAndPacksMuch) {
  std::vector<std::string> names(600, "a name of some length that every one of them bears");
  const Graph graph = chain_of(names);
  std::ostringstream out;
  const WrittenPage few = write_page(out, graph, {}, {.max_entities = 50});
  EXPECT_EQ(few.entities, 50u);
  EXPECT_EQ(few.left_out, 551u);
  EXPECT_THAT(out.str(), HasSubstr(data_opening));
  const std::string all = page_of(graph);
  EXPECT_THAT(all, HasSubstr("<script type=\"application/octet-stream\" id=\"data\">H4sI"));
  EXPECT_THAT(all, Not(HasSubstr("a name of some length")));
}

/// A dossier in which a year book tells of a feast on a day that comes again every year.
Graph feasts() {
  GraphBuilder builder(builtin_vocabulary());
  for (const std::string id : {"a", "b"}) builder.put(Entity{.id = id, .kind = "country"});
  builder.put(Entity{.id = "book", .kind = "document"});
  for (int i = 0; i < 20; ++i)
    builder.put(Relation{.id = "r" + std::to_string(i),
                         .type = "accuses",
                         .from = "a",
                         .to = "b",
                         .when = When::parse("2014"),
                         .evidence = {{.source = "book",
                                       .at = "p. " + std::to_string(i),
                                       .when = When::parse("XXXX-03-25")}}});
  return builder.build();
}

TEST(WritePage, TellsDaysThatComeEveryYearHoweverFar) {
  const std::string page = page_of(feasts());
  EXPECT_LT(page.size(), page_of(chain_of({"A", "B"})).size() + 40'000);
  // Twenty years before and after 2014 they are days, beyond them the date as it is written.
  EXPECT_THAT(page, HasSubstr("XXXX0325"));
  EXPECT_THAT(page, Not(HasSubstr("\"s\": [8751, 23755]")));
}

TEST(WritePage, PartsSentencesFromTheirSources) {
  const std::string page = page_of(feasts());
  EXPECT_THAT(page, HasSubstr("dated XXXX-03-25"));
  EXPECT_THAT(page, Not(HasSubstr("[book p. 1")));
}

}  // namespace
}  // namespace entente
