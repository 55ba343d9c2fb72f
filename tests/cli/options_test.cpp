/// Every verb with every option, by the tool's own tables: an option has an effect, or is refused.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/option_rows.hpp"
#include "cli/ring.hpp"
#include "cli/tool.hpp"

namespace entente::test {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

/// A call that answers, and what it is about.
struct Base {
  std::string name;
  std::string verb;
  Words arguments = {};  ///< behind the dossier, options too
  std::string view = {};
  std::string measure = {};
  std::string format = "json";
  std::string input = "ring.json";
};

std::ostream& operator<<(std::ostream& out, const Base& base) {
  return out << base.name;
}

std::string with_underscores(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return std::isalnum(c) == 0; }, '_');
  return text;
}

std::vector<Base> bases() {
  std::vector<Base> all = {
      {"validate", "validate"},
      {"info", "info"},
      {"show", "show", {"a"}},
      {"find", "find", {"Al"}},
      {"neighbors", "neighbors", {"a"}},
      {"ego", "ego", {"a"}},
      {"path", "path", {"e", "a"}},
      {"common", "common", {"a", "b"}},
      {"components", "components"},
      {"groups", "groups"},
      {"balance", "balance"},
      {"lineage", "lineage", {"treaty-2"}},
      {"timeline", "timeline", {"a"}},
      {"timeline as a picture", "timeline", {"a"}, "", "", "svg"},
      {"diff", "diff", {"2002-01-01", "2006-01-01"}},
      {"series as a picture", "series", {"degree"}, "", "degree", "svg"},
      {"render as DOT", "render", {"overview"}, "overview", "", "dot"},
      {"render as a page", "render", {}, "page", "", "page"},
      {"info as CSV", "info", {}, "", "", "csv"},
      {"neighbors as a table", "neighbors", {"a"}, "", "", "table"},
      {"rank as text", "rank", {}, "", "degree", "text"},
      {"rank as CSV", "rank", {}, "", "degree", "csv"},
      {"rank as Markdown", "rank", {}, "", "degree", "markdown"},
      {"components as DOT", "components", {}, "", "", "dot"},
      {"components as a graph", "components", {}, "", "", "graph"},
      {"groups as DOT", "groups", {}, "", "", "dot"},
      {"groups as a graph", "groups", {}, "", "", "graph"},
      {"groups as a table", "groups", {}, "", "", "table"},
      {"timeline as a graph", "timeline", {"a"}, "", "", "graph"},
      {"path as text", "path", {"e", "a"}, "", "", "text"},
      {"path as a graph", "path", {"e", "a"}, "", "", "graph"},
      {"convert", "convert", {}, "", "", "node-link"},
      {"convert to JSON", "convert", {}, "", "", "json"},
      {"query", "query", {"MATCH (a)-[r]->(b) RETURN a.name, r.w, b.name ORDER BY r.id"}},
      {"query as a table",
       "query",
       {"MATCH (a)-[r]->(b) RETURN a.name, b.name ORDER BY r.id"},
       "",
       "",
       "table"},
      {"query as a picture", "query", {"MATCH p = (a)-[]->(b) RETURN p"}, "", "", "svg"},
      {"vocabulary", "vocabulary", {}, "", "", "json"},
      {"vocabulary as a table", "vocabulary", {}, "", "", "table"},
      {"schema", "schema", {}, "", "", "json", ""},
      {"snapshot", "snapshot", {"--output", "ring.entente"}, "", "", ""},
      {"import", "import", {"--map", "map.json"}, "", "", "json", "ties.csv"},
  };
  for (const std::string measure :
       {"degree", "strength", "closeness", "harmonic", "betweenness", "edge-betweenness",
        "eigenvector", "pagerank", "katz", "hits", "core", "constraint", "clustering",
        "effective-size", "brokerage"})
    all.push_back({"rank " + measure, "rank", {"--by", measure}, "", measure});
  for (const std::string measure : {"degree", "betweenness", "relations", "density"})
    all.push_back({"series " + measure, "series", {measure}, "", measure});
  const std::map<std::string, Words> views = {
      {"overview", {}},      {"columns", {}},
      {"cards", {}},         {"ego", {"a"}},
      {"path", {"e", "a"}},  {"gantt", {}},
      {"matrix", {}},        {"diff", {"2002-01-01", "2006-01-01"}},
      {"series", {"degree"}}};
  for (const auto& [view, arguments] : views) {
    Base base{"render " + view, "render", {view}, view, view == "series" ? "degree" : "", "svg"};
    base.arguments.insert(base.arguments.end(), arguments.begin(), arguments.end());
    all.push_back(base);
  }
  return all;
}

class Options : public Ring, public testing::WithParamInterface<Base> {
 protected:
  [[nodiscard]] Words value_of(const Row& row) const {
    static const std::map<std::string, std::string> by_name = {{"--top", "2"},
                                                               {"--max-entities", "3"},
                                                               {"--limit", "1"},
                                                               {"--k", "3"},
                                                               {"--max-hops", "3"},
                                                               {"--depth", "2"},
                                                               {"--rows", "1"},
                                                               {"--rolling", "3"},
                                                               {"--sample", "2"},
                                                               {"--seed", "5"},
                                                               {"--damping", "0.2"},
                                                               {"--alpha", "0.01"},
                                                               {"--resolution", "5"},
                                                               {"--dpi", "50"},
                                                               {"--size", "a4"},
                                                               {"--title", "Elsewhere"},
                                                               {"--credit", "By us"},
                                                               {"--style", "style.json"},
                                                               {"--story", "story.json"},
                                                               {"--pin", "pins.json"},
                                                               {"--report", "losses.json"},
                                                               {"--frames", "frames"},
                                                               {"--output", "out"},
                                                               {"--label", "name,id,kind,type"},
                                                               {"--timeout", "60"},
                                                               {"--threads", "1"},
                                                               {"--at", "2003,2007"},
                                                               {"--over", "organisation"},
                                                               {"--during", "2003/2004"},
                                                               {"--throughout", "2003"},
                                                               {"--as-of", "2003-05-05"},
                                                               {"--known-at", "2009"},
                                                               {"--observed-through", "2004"},
                                                               {"--type", "member_of"},
                                                               {"--kind", "country"},
                                                               {"--source", "doc"},
                                                               {"--modality", "claim"},
                                                               {"--weight", "w"},
                                                               {"--step", "month"},
                                                               {"--avoid", "b"},
                                                               {"--avoid-type", "cooperates_with"},
                                                               {"--highlight", "c"},
                                                               {"--entity", "b"},
                                                               {"--restart", "c"},
                                                               {"--direction", "out"},
                                                               {"--format", "svg"},
                                                               {"--scale", "raw"},
                                                               {"--theme", "dark"},
                                                               {"--method", "label-propagation"},
                                                               {"--to", "dot"},
                                                               {"--from", "jsonl"},
                                                               {"--lang", "ja"},
                                                               {"--color", "always"},
                                                               {"--by", "strength"},
                                                               {"--missing-weight", "5"},
                                                               {"--attested-within", "1y"},
                                                               {"--view", "gantt"}};
    if (row.value.empty()) return {row.option};
    const auto named = by_name.find(row.option);
    if (named != by_name.end()) return {row.option, named->second};
    if (!row.choices.empty()) return {row.option, row.choices.back()};
    return {row.option, "1000000"};
  }

  /// Whether `--format` may not stand beside one of those options.
  [[nodiscard]] static bool excludes_format(const Base& base, const Words& options) {
    return std::ranges::any_of(rows(), [&](const Row& row) {
      return row.verb == base.verb && row.option == "--format" &&
             std::ranges::any_of(options,
                                 [&](const std::string& word) { return is_in(row.without, word); });
    });
  }

  [[nodiscard]] Words call_of(const Base& base, const Words& more) const {
    Words words = {base.verb};
    if (!base.input.empty()) words.push_back(base.input);
    words.insert(words.end(), base.arguments.begin(), base.arguments.end());
    words.insert(words.end(), more.begin(), more.end());
    if (!base.format.empty() && !is_in(more, "--format") && !is_in(more, "--to") &&
        !excludes_format(base, more))
      words.insert(words.end(), {"--format", base.format});
    return words;
  }

  void SetUp() override {
    Ring::SetUp();
    folder_.write("ties.csv", "who,whom,since\na,b,2001\nb,c,2003\n");
    folder_.write("map.json",
                  R"({"format": "entente-mapping/1", "vocabulary": "diplomacy", "tables": [
{"entity": {"id": {"slug": "{who}"}, "kind": "country"}},
{"entity": {"id": {"slug": "{whom}"}, "kind": "country"}},
{"relation": {"type": "cooperates_with", "from": {"slug": "{who}"}, "to": {"slug": "{whom}"},
 "when": {"from": "{since}"}}}]})");
  }

  /// Those of the folder, with what they hold.
  [[nodiscard]] std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> contents;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      contents[entry.path().filename().string()] =
          entry.is_regular_file() ? read_file(entry.path()) : "";
    return contents;
  }
};

/// The patterns of a query say which way relations are walked, and which entities are asked for.
bool is_said_by_patterns(const Base& base, const std::string& option) {
  return base.verb == "query" && (option == "--direction" || option == "--isolated");
}

/// Whether a row promises an effect on a call of that kind.
bool applies(const Row& row, const Base& base) {
  const auto meets = [](const Words& names, const std::string& word) {
    return names.empty() || word.empty() || is_in(names, word);
  };
  return row.verb == base.verb && meets(row.views, base.view) &&
         meets(row.measures, base.measure) && meets(row.formats, base.format) &&
         meets(row.inputs, "dossier");
}

/// Options that change how an answer is made, not what it says; and those that a selection of so
/// small a dossier does not show everywhere.
bool may_change_nothing(const std::string& option) {
  static const Words silent = {"--threads",    "--timeout",   "--max-depth", "--max-identifier",
                               "--max-string", "--max-input", "--max-edges", "--max-values",
                               "--stale",      "--help",      "--color",     "--seed",
                               "--lang",       "--strict",    "--lenient",   "--missing-weight",
                               "--view",       "--max-steps", "--max-memory"};
  return is_in(silent, option);
}

TEST_P(Options, HaveAnEffectOrAreRefused) {
  const Base& base = GetParam();
  std::set<std::string> names;
  for (const Row& row : rows()) names.insert(row.option);
  std::set<std::string> selection;
  for (const Row& row : rows())
    if (row.verb == "info") selection.insert(row.option);
  for (const std::string& name : names) {
    if (name == "--help" || is_in(base.arguments, name)) continue;
    SCOPED_TRACE(base.name + " with " + name);
    std::vector<Row> of_name;
    if (std::ranges::any_of(
            rows(), [&](const Row& row) { return row.verb == base.verb && row.alias == name; }))
      continue;
    const Row* applying = nullptr;
    for (const Row& row : rows()) {
      if (row.option != name) continue;
      of_name.push_back(row);
      if (applying == nullptr && applies(row, base)) applying = &row;
    }
    if (applying == nullptr) {
      const Outcome refused = run(call_of(base, value_of(of_name.front())));
      EXPECT_EQ(refused.status, 64);
      EXPECT_EQ(refused.out, "");
      EXPECT_THAT(refused.err, HasSubstr(name));
      EXPECT_THAT(refused.err, AnyOf(HasSubstr(" has no option "), HasSubstr(" has no effect ")));
      continue;
    }
    Words with = {};
    if (!applying->with.empty())
      for (const Row& row : rows())
        if (with.empty() && row.verb == base.verb && row.option == applying->with.front())
          with = value_of(row);
    Words words = value_of(*applying);
    if (is_said_by_patterns(base, name)) {
      const Outcome refused = run(call_of(base, words));
      EXPECT_EQ(refused.status, 64);
      EXPECT_THAT(refused.err, HasSubstr(name + " has no effect on a query"));
      continue;
    }
    const Outcome plain = run(call_of(base, with));
    ASSERT_THAT(plain.status, AnyOf(0, 75)) << plain.err;
    const auto before = files();
    words.insert(words.end(), with.begin(), with.end());
    const Outcome changed = run(call_of(base, words));
    EXPECT_THAT(changed.err, testing::Not(HasSubstr(" has no effect ")));
    if (selection.contains(name) && (base.format != "json" || base.verb == "convert")) continue;
    if (may_change_nothing(name)) continue;
    EXPECT_TRUE(changed.out != plain.out || changed.err != plain.err ||
                changed.status != plain.status || files() != before)
        << changed.err << changed.out.substr(0, 400);
  }
}

TEST(OptionTable, IsTriedOnEveryVerbMeasureAndView) {
  std::set<std::string> verbs;
  std::set<std::string> measures;
  std::set<std::string> views;
  for (const Base& base : bases()) {
    verbs.insert(base.verb);
    if (base.verb == "rank") measures.insert(base.measure);
    views.insert(base.view);
  }
  for (const Row& row : rows()) {
    EXPECT_TRUE(verbs.contains(row.verb)) << row.verb;
    if (row.verb == "rank" && row.option == "--by") {
      EXPECT_EQ(measures, std::set<std::string>(row.choices.begin(), row.choices.end()));
    }
    for (const std::string& view : row.views) EXPECT_TRUE(views.contains(view)) << view;
  }
}

INSTANTIATE_TEST_SUITE_P(Calls, Options, testing::ValuesIn(bases()),
                         [](const auto& call) { return with_underscores(call.param.name); });

}  // namespace
}  // namespace entente::test
