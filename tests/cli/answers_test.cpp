/// What the tool prints is what the library answers: every verb, asked both ways, on several
/// dossiers and selections.

#include <filesystem>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/entente.hpp>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using answers::Answer;
using answers::Question;

using Words = std::vector<std::string>;
using Asked = std::function<void(const Answer&)>;

/// A verb's arguments and options, and the same question to the library.
struct Case {
  std::string verb;
  Words words;
  std::function<void(const Question&, const Asked&)> ask;
  std::set<std::string> formats = {"json", "csv", "text", "jsonl"};
};

/// Two entities that the dossier ties, an agreement with a lineage, and a day between its dates.
struct Dossier {
  std::string path;
  std::string a, b, agreement, day;
};

const std::vector<Dossier>& dossiers() {
  static const std::vector<Dossier> all = {
      {"data/japan-nato", "日本", "NATO", "japan-nato-itpp-2023", "2019-06-30"},
      {"tests/cli/dossiers/programmes.json", "japan", "北約", "programme-2018", "2016"}};
  return all;
}

Case always(std::string verb, Words words, std::function<void(const Question&, const Asked&)> ask,
            std::set<std::string> formats = {"json", "csv", "text", "jsonl"}) {
  return {std::move(verb), std::move(words), std::move(ask), std::move(formats)};
}

/// Every verb that answers about a graph, with the parameters that change what it answers.
std::vector<Case> cases_of(const Dossier& d) {
  using namespace answers;
  const std::string& a = d.a;
  const std::string& b = d.b;
  return {
      always("info", {}, [](const Question& q, const Asked& asked) { asked(info(q)); }),
      always("info", {"--mixing", "kind"},
             [](const Question& q, const Asked& asked) { asked(mixing_of_kinds(q)); }),
      always("groups", {"--census"},
             [](const Question& q, const Asked& asked) {
               Question along = q;  // triads are of directed relations
               along.selection.direction = Direction::out;
               asked(census(along));
             }),
      always("components", {"--strong"},
             [](const Question& q, const Asked& asked) {
               Question along = q;  // so are strong components
               along.selection.direction = Direction::out;
               asked(components(along, {.part = Part::strong}));
             }),
      always(
          "query", {"MATCH (a)-[r]->(b) RETURN a, type(r), r.when, b.name ORDER BY r.id LIMIT 9"},
          [](const Question& q, const Asked& asked) {
            asked(answers::query(
                q, entente::query::prepare(q.graph,
                                           "MATCH (a)-[r]->(b) RETURN a, type(r), r.when, b.name "
                                           "ORDER BY r.id LIMIT 9")));
          }),
      always("show", {a},
             [=](const Question& q, const Asked& asked) { asked(show(q, {.entity = a})); }),
      always("find", {b},
             [=](const Question& q, const Asked& asked) { asked(find(q, {.text = b})); }),
      always("neighbors", {a, "--depth", "2"},
             [=](const Question& q, const Asked& asked) {
               asked(neighbors(q, {.entity = a, .depth = 2}));
             }),
      always("ego", {a},
             [=](const Question& q, const Asked& asked) { asked(ego(q, {.entity = a})); }),
      always("path", {a, b, "--bounds"},
             [=](const Question& q, const Asked& asked) {
               asked(path(q, {.from = a, .to = b, .distances = Distances::bounds}));
             },
             {"json", "text"}),
      always("path", {a, b},
             [=](const Question& q, const Asked& asked) { asked(path(q, {.from = a, .to = b})); }),
      always("path", {a, b, "--max-hops", "3", "--limit", "2"},
             [=](const Question& q, const Asked& asked) {
               asked(path(
                   q,
                   {.from = a, .to = b, .routes = Routes::within_hops, .max_hops = 3, .limit = 2}));
             }),
      always("path", {a, b, "--k", "3"},
             [=](const Question& q, const Asked& asked) {
               asked(path(q, {.from = a, .to = b, .routes = Routes::k_shortest, .count = 3}));
             }),
      always("common", {a, b},
             [=](const Question& q, const Asked& asked) {
               asked(common(q, {.entities = {a, b}}));
             }),
      always("rank", {}, [](const Question& q, const Asked& asked) { asked(rank(q)); }),
      always("rank", {"--by", "betweenness", "--top", "2", "--explain"},
             [](const Question& q, const Asked& asked) {
               asked(rank(q, {.measure = "betweenness", .top = 2, .explained = Explained::yes}));
             },
             {"json", "text", "jsonl"}),
      always("rank", {"--by", "edge-betweenness"},
             [](const Question& q, const Asked& asked) {
               asked(rank(q, {.measure = "edge-betweenness"}));
             }),
      always("rank", {"--by", "strength", "--over", "agreement"},
             [](const Question& q, const Asked& asked) {
               asked(rank(q, {.measure = "strength", .how = {.folding = {.over = {"agreement"}}}}));
             }),
      always("groups", {"--seed", "3"},
             [](const Question& q, const Asked& asked) { asked(groups(q, {.seed = 3})); }),
      always("components", {}, [](const Question& q, const Asked& asked) { asked(components(q)); }),
      always("components", {"--biconnected"},
             [](const Question& q, const Asked& asked) {
               asked(components(q, {.part = Part::biconnected}));
             }),
      always("components", {"--bridges"},
             [](const Question& q, const Asked& asked) { asked(bridges(q)); }),
      always("components", {"--cut-vertices"},
             [](const Question& q, const Asked& asked) { asked(cut_vertices(q)); }),
      always("balance", {}, [](const Question& q, const Asked& asked) { asked(balance(q)); }),
      always("lineage", {d.agreement},
             [=](const Question& q, const Asked& asked) {
               asked(lineage(q, {.agreement = d.agreement}));
             }),
      always("timeline", {}, [](const Question& q, const Asked& asked) { asked(timeline(q)); }),
      always("timeline", {a},
             [=](const Question& q, const Asked& asked) { asked(timeline(q, {.entities = {a}})); }),
      always("timeline", {a, b},
             [=](const Question& q, const Asked& asked) {
               asked(timeline(q, {.entities = {a, b}}));
             }),
  };
}

/// The same for verbs that take no period of the selection.
std::vector<Case> cases_of_periods(const Dossier& d) {
  using namespace answers;
  const std::string& a = d.a;
  return {always("diff", {"2012-12-31", d.day},
                 [=](const Question& q, const Asked& asked) {
                   asked(diff(q, {.first = "2012-12-31", .second = d.day}));
                 }),
          always("series", {"relations"},
                 [](const Question& q, const Asked& asked) { asked(series(q)); }),
          always("series", {"degree", "--entity", a, "--by", "quarter", "--rolling", "2"},
                 [=](const Question& q, const Asked& asked) {
                   asked(series(q, {.measure = "degree",
                                    .by = CalendarStep::quarter,
                                    .rolling = 2,
                                    .entities = {a}}));
                 }),
          always("series", {"density", "--expanding"}, [](const Question& q, const Asked& asked) {
            asked(series(q, {.measure = "density", .rolling = 0}));
          })};
}

/// Options of a selection, and the selection they mean.
struct Selected {
  Words words;
  Selection selection;
};

std::vector<Selected> selections_of(const Dossier& d) {
  return {
      {{}, {}},
      {{"--as-of", d.day}, {.as_of = d.day}},
      {{"--during", "2014/2019", "--certain"}, {.during = "2014/2019", .keep = Keep::certain_only}},
      {{"--known-at", "2020", "--no-inference", "--kind", "country,organisation,agreement"},
       {.known_at = "2020",
        .kinds = {"country", "organisation", "agreement"},
        .inference = Inference::off}}};
}

std::vector<Selected> selections_without_period() {
  return {{{}, {}},
          {{"--type", "party_to,cooperates_with", "--modality", "fact"},
           {.types = {"party_to", "cooperates_with"}, .modalities = {Modality::fact}}}};
}

class AnswersOf : public testing::TestWithParam<std::size_t> {
 protected:
  const Dossier& dossier() const { return dossiers()[GetParam()]; }

  void compare(const Case& asked, const Selected& selected) const {
    Words words = {asked.verb, dossier().path};
    words.insert(words.end(), asked.words.begin(), asked.words.end());
    words.insert(words.end(), selected.words.begin(), selected.words.end());
    words.insert(words.end(), {"--lang", "ja,en"});
    std::string trace;
    for (const std::string& word : words) trace += word + ' ';
    SCOPED_TRACE(trace);
    const Question question{.graph = graph_, .selection = selected.selection, .languages = "ja,en"};
    const auto printed = [&](const std::string& format) {
      Words call = words;
      call.insert(call.end(), {"--format", format});
      return run_tool(call);
    };
    asked.ask(question, [&](const Answer& answer) {
      const Outcome json = printed("json");
      EXPECT_EQ(json.out, to_json(answer));
      EXPECT_EQ(json.status, !answer.left_out.empty() ? 75
                             : answer.nothing.empty() ? 0
                                                      : 1)
          << json.err;
      if (asked.formats.contains("csv")) {
        EXPECT_EQ(printed("csv").out, csv(answer.table(answers::Reader::program)));
      }
      EXPECT_EQ(printed("text").out, answer.nothing.empty() ? to_text(answer) : "");
      if (asked.formats.contains("jsonl")) {
        EXPECT_EQ(printed("jsonl").out, to_json_lines(answer));
      }
    });
  }

  Graph graph_ = load_graph((std::filesystem::path(ENTENTE_SOURCE_DIR) / dossier().path).string());
};

TEST_P(AnswersOf, ToolAndLibraryAreTheSame) {
  for (const Case& asked : cases_of(dossier()))
    for (const Selected& selected : selections_of(dossier())) compare(asked, selected);
}

TEST_P(AnswersOf, ToolAndLibraryAreTheSameOverTime) {
  for (const Case& asked : cases_of_periods(dossier()))
    for (const Selected& selected : selections_without_period()) compare(asked, selected);
}

INSTANTIATE_TEST_SUITE_P(Dossiers, AnswersOf, testing::Range<std::size_t>(0, dossiers().size()));

TEST(Answers, OfDossiersComparedAreTheSame) {
  const std::string older = "tests/cli/dossiers/programmes.json";
  const std::string newer = "data/japan-nato";
  const auto at = [](const std::string& path) {
    return load_graph((std::filesystem::path(ENTENTE_SOURCE_DIR) / path).string());
  };
  const Question before{.graph = at(older)};
  const Question after{.graph = at(newer)};
  EXPECT_EQ(run_tool({"diff", older, newer, "--format", "json"}).out,
            to_json(answers::diff(before, after)));
}

/// Both name the dossier alike, as places in it are named so.
TEST(Answers, OfValidationAreTheSame) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(ENTENTE_SOURCE_DIR);
  for (const char* path : {"data/japan-nato", "tests/cli/dossiers/programmes.json"}) {
    const CheckedDossier checked = check_dossier({path});
    const auto answer = answers::validation(checked.dossier, checked.vocabulary, checked.problems);
    const Outcome printed = run_tool({"validate", path, "--format", "json"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_EQ(printed.out, to_json(answer));
  }
  std::filesystem::current_path(before);
}

TEST(Answers, OfVocabulariesAreTheSame) {
  const Vocabulary vocabulary = builtin_vocabulary();
  EXPECT_EQ(run_tool({"vocabulary", "--format", "csv"}).out,
            csv(answers::vocabulary_table(vocabulary, "en")));
}

/// No verb that answers a question is forgotten above, by the tool's own table.
TEST(Answers, AreOfEveryVerb) {
  // These write files, pictures and schemas.
  std::set<std::string> asked = {"convert",  "import",   "render",    "schema",
                                 "snapshot", "validate", "vocabulary"};
  for (const Case& each : cases_of(dossiers()[0])) asked.insert(each.verb);
  for (const Case& each : cases_of_periods(dossiers()[0])) asked.insert(each.verb);
  std::istringstream table(run_tool({"__options"}).out);
  std::set<std::string> verbs;
  for (std::string line; std::getline(table, line);) verbs.insert(line.substr(0, line.find('\t')));
  EXPECT_GE(verbs.size(), 20u);
  EXPECT_EQ(verbs, asked);
}

}  // namespace
}  // namespace entente::test
