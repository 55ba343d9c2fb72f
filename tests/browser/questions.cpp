// Random dossiers as pages, and beside each what the library answers to random questions about it:
// what the engine of the page must answer, too.
//
//   page_questions FOLDER COUNT [SEED]
//
// writes FOLDER/0.html … and FOLDER/questions.jsonl; and FOLDER/wordings.jsonl: periods as people
// write them, each with what the library advises to write instead.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/entente.hpp>

#include "property/network/slow_facts.hpp"

namespace {

using namespace entente;

template <class Range>
void add_list(JsonText& json, std::string_view name, const Range& texts) {
  json.key(name).open_list();
  for (const auto& text : texts) json.value(std::string_view(text));
  json.close_list();
}

std::vector<std::string> names_of(const std::vector<Modality>& modalities) {
  std::vector<std::string> names;
  for (const Modality modality : modalities) names.emplace_back(to_string(modality));
  return names;
}

/// What the page asks, in the words of its state.
void add_question(JsonText& json, const Selection& selection) {
  json.key("asked").open_object();
  json.member("asOf", selection.as_of).member("during", selection.during);
  json.member("throughout", selection.throughout).member("knownAt", selection.known_at);
  add_list(json, "types", selection.types);
  add_list(json, "kinds", selection.kinds);
  add_list(json, "modalities", names_of(selection.modalities));
  add_list(json, "sources", selection.sources);
  json.member("certain", selection.keep == Keep::certain_only);
  json.member("undated", selection.undated == Undated::listed);
  json.member("isolated", selection.isolated == Isolated::always);
  json.member("inference", selection.inference == Inference::on);
  const Direction way = selection.direction;
  json.member("direction", way == Direction::out ? "out" : way == Direction::in ? "in" : "both");
  json.close_object();
}

void add_facts(JsonText& json, const Graph& graph, const Selection& selection) {
  const SelectedFacts facts = graph.facts(selection);
  json.key("relations").open_object();
  for (const SelectedRelation& row : facts.relations)
    json.key(graph.id(row.relation))
        .open_list()
        .value(row.verdict == Verdict::yes ? "certain" : "possible")
        .value(row.why == Why::none ? "none" : std::string(to_string(row.why)))
        .close_list();
  json.close_object().key("entities").open_list();
  for (const EntityId entity : facts.entities) json.value(graph.id(entity));
  json.close_list();
  const auto add_ids = [&](std::string_view name, const std::vector<RelationId>& relations) {
    json.key(name).open_list();
    for (const RelationId relation : relations) json.value(graph.id(relation));
    json.close_list();
  };
  add_ids("undated", facts.undated);
  add_ids("ended", facts.inferred_ended);
  // What is selected, in words: with the date, the evidence and the inferred end that count.
  const Viewpoint viewpoint(graph, selection);
  json.key("told").open_object();
  for (const SelectedRelation& row : facts.relations)
    json.member(graph.id(row.relation), describe(graph, row.relation, viewpoint));
  json.close_object();
}

class Questions {
 public:
  explicit Questions(std::uint32_t seed) : chance_(seed) {}

  std::string page(const std::string& file) {
    recurs_ = chance_() % 3 == 0;
    Dossier dossier = verify::random_dossier(chance_);
    if (recurs_) add_recurring_dates(dossier);
    if (!recurs_ && chance_() % 2 == 0)
      add_dates_of_one_week(dossier);
    else if (!recurs_)
      add_stretches_of_one_year(dossier);
    const Graph graph(std::move(dossier), builtin_vocabulary());
    base_ = fixed_part(verify::random_selection(chance_));
    std::ofstream out(file);
    write_page(out, graph, base_);
    if (!out) throw std::runtime_error("cannot write " + file);
    std::string lines;
    for (int i = 0; i < 12; ++i) lines += question(graph, asked());
    for (int i = 0; i < 4; ++i) lines += question(graph, unfiltered());
    return lines;
  }

 private:
  /// What a page is made with, and its reader cannot change.
  static Selection fixed_part(const Selection& random) {
    Selection fixed;
    fixed.observed_through = random.observed_through;
    fixed.inference = random.inference;
    fixed.presume_lasting = random.presume_lasting;
    fixed.attested_within = random.attested_within;
    return fixed;
  }

  /// Dates that come again and again, far beyond those that the other records have.
  void add_recurring_dates(Dossier& dossier) {
    constexpr std::string_view dates[] = {"XXXX-03-25",        "XXXX-05",          "1XXX-02-29",
                                          "XXXX-XX-31",        "20XX-1X-2X",       "-1XXX-12-25",
                                          "[XXXX-03-25,2014]", "{XXXX-05-06,2012}"};
    for (Relation& relation : dossier.relations) {
      if (chance_() % 3 == 0) relation.when = When::parse(dates[chance_() % std::size(dates)]);
      for (Evidence& piece : relation.evidence)
        if (chance_() % 6 == 0) piece.when = When::parse(dates[chance_() % std::size(dates)]);
    }
  }

  /// Dates of every kind, so close that times of day, gaps and doubts decide.
  void add_dates_of_one_week(Dossier& dossier) {
    constexpr std::string_view dates[] = {"2014-05-06T10:00:00+02:00",
                                          "2014-05-06T08:00:00Z",
                                          "2014-05-06T10:00:00",
                                          "2014-05-06T11:30:00",
                                          "2014-05-07T00:30:00+09:00",
                                          "{2014-05-05,2014-05-07}",
                                          "[2014-05-05,2014-05-07]",
                                          "2014-05-0X",
                                          "2014-05-06",
                                          "2014-05-05?",
                                          "2014-05",
                                          "2014-05-05~/",
                                          "2014?/",
                                          "../2014-05-06~",
                                          "2014-05-04/2014-05-06",
                                          "2014-05-07/2014-05"};
    for (Relation& relation : dossier.relations) {
      if (chance_() % 2 == 0) relation.when = When::parse(dates[chance_() % std::size(dates)]);
      for (Evidence& piece : relation.evidence)
        if (chance_() % 6 == 0) piece.when = When::parse(dates[chance_() % std::size(dates)]);
    }
  }

  /// Dates from day to day that often overlap.
  void add_stretches_of_one_year(Dossier& dossier) {
    const Day year = Window::parse("2014").first;
    for (Relation& relation : dossier.relations) {
      if (chance_() % 4 == 0) continue;
      const Day first = year + static_cast<int>(chance_() % 120);
      const Window days{first, first + static_cast<int>(chance_() % 240)};
      relation.when = When::parse(format(days));
    }
  }

  /// All ties, so that there are paths of several steps.
  Selection unfiltered() {
    Selection selection = base_;
    constexpr std::string_view periods[] = {"2014-05-06", "2014-05", "2014"};
    if (chance_() % 4 == 0) selection.during = periods[chance_() % std::size(periods)];
    return selection;
  }

  Selection asked() {
    Selection selection = verify::random_selection(chance_);
    constexpr std::string_view far[] = {"1850-03-25",  "1850-03-26", "1604-02-29", "2400-05",
                                        "-1500-12-25", "1700/1850",  "../1900",    "9998/..",
                                        "0001-01-31",  "1900/2100",  "-3000/-0001"};
    for (std::string* period : {&selection.as_of, &selection.during, &selection.throughout})
      if (recurs_ && !period->empty() && chance_() % 2 == 0)
        *period = far[chance_() % std::size(far)];
    if (!selection.sources.empty() && chance_() % 3 != 0) selection.sources.pop_back();
    if (chance_() % 8 == 0) selection.modalities = {Modality::plan, Modality::derived};
    selection.observed_through = base_.observed_through;
    // Of a page without inferred ends nothing tells where they would be.
    if (base_.inference == Inference::off) selection.inference = Inference::off;
    selection.presume_lasting = base_.presume_lasting;
    selection.attested_within = base_.attested_within;
    constexpr Direction ways[] = {Direction::both, Direction::out, Direction::in};
    selection.direction = ways[chance_() % std::size(ways)];
    if (chance_() % 4 == 0) selection.isolated = Isolated::always;
    return selection;
  }

  EntityId anyone(const Graph& graph) {
    return static_cast<EntityId>(static_cast<std::uint32_t>(chance_() % graph.entity_count()));
  }

  /// A path of several steps, if some of a few by chance are.
  void add_path(JsonText& json, const answers::Question& whole) {
    for (int tries = 0;; ++tries) {
      const std::string from(whole.graph.id(anyone(whole.graph)));
      const std::string to(whole.graph.id(anyone(whole.graph)));
      const auto found =
          answers::path(whole, {.from = from, .to = to, .routes = answers::Routes::all_shortest});
      const bool has_steps = !found.paths.empty() && found.paths.front().steps.size() > 1;
      if (tries < 8 && !has_steps) continue;
      json.member("from", from).member("to", to).key("path").raw(answers::to_json(found));
      return;
    }
  }

  std::string question(const Graph& graph, const Selection& selection) {
    const answers::Question whole{graph, selection};
    JsonText json;
    json.open_object();
    add_question(json, selection);
    add_facts(json, graph, selection);
    const EntityId centre = anyone(graph);
    const std::uint32_t depth = static_cast<std::uint32_t>(1 + chance_() % 3);
    json.member("focus", graph.id(centre)).member("depth", depth);
    json.key("ego").raw(
        answers::to_json(answers::ego(whole, {std::string(graph.id(centre)), depth})));
    add_path(json, whole);
    std::string line = json.close_object().str();
    std::erase(line, '\n');
    return line + "\n";
  }

  std::mt19937 chance_;
  bool recurs_ = false;
  Selection base_ = {};
};

/// A date by chance, in a form that people use; what the calendar lacks among them.
std::string worded_date(std::mt19937& chance) {
  constexpr std::string_view names[] = {"January", "feb", "März", "avril", "MAY",  "junio",
                                        "July",    "aug", "sept", "Okt.",  "Nov.", "décembre"};
  constexpr std::string_view eras[] = {"令和", "平成", "昭和", "大正"};
  const int year = 1900 + static_cast<int>(chance() % 130);
  const int month = 1 + static_cast<int>(chance() % 13);
  const int day = 1 + static_cast<int>(chance() % 32);
  const std::string_view name = names[chance() % std::size(names)];
  switch (chance() % 24) {
    case 0:
      return fmt::format("{}.{}.{}", day, month, year);
    case 1:
      return fmt::format("{:02}/{:02}/{}", month, day, year);
    case 2:
      return fmt::format("{}/{}/{}", year, month, day);
    case 3:
      return fmt::format("{}{:02}{:02}", year, month, day);
    case 4:
      return fmt::format("{}-{}-{}", year, month, day);
    case 5:
      return fmt::format("{}年{}月{}日", year, month, day);
    case 6:
      return fmt::format("{} {} {}", day, name, year);
    case 7:
      return fmt::format("{} {}, {}", name, day, year);
    case 8:
      return fmt::format("{}th of {} {}", day, name, year);
    case 9:
      return fmt::format("{}{}年{}月{}日", eras[chance() % 4], 1 + chance() % 40, month, day);
    case 10:
      return fmt::format("{}元年", eras[chance() % 4]);
    case 11:
      return fmt::format("{} {}", name, year);
    case 12:
      return fmt::format("{}/{}", month, year);
    case 13:
      return fmt::format("{}/{:02}", year, chance() % 40);
    case 14:
      return fmt::format("{}s", year / 10 * 10);
    case 15:
      return fmt::format("c. {}", year);
    case 16:
      return fmt::format("{}年頃", year);
    case 17:
      return fmt::format("{}.{}.{:02}", day, month, year % 100);
    case 18:
      return fmt::format("{}-{}-{}", day, name, year);
    case 19:
      return fmt::format(" {}－{:02}－{:02}", year, month, day);
    case 20:
      return fmt::format("{} {}", day, name);
    case 21:
      return fmt::format("{}．{}．{}", year, month, day);
    case 22:
      return fmt::format("{} of {} {}", month, day, year);
    default:
      return std::to_string(year);
  }
}

std::string worded_period(std::mt19937& chance) {
  const std::string first = worded_date(chance);
  const std::string last = worded_date(chance);
  switch (chance() % 12) {
    case 0:
      return first + " - " + last;
    case 1:
      return first + "–" + last;
    case 2:
      return "from " + first + " to " + last;
    case 3:
      return first + "から" + last;
    case 4:
      return "since " + first;
    case 5:
      return "until " + first;
    case 6:
      return first + "至今";
    case 7:
      return first + "-" + last;
    case 8:
      return first + "/" + last;
    default:
      return first;
  }
}

/// What is refused and advised on; of the rest the page needs no opinion.
void write_wordings(std::ostream& out, std::uint32_t seed, int count) {
  std::mt19937 chance(seed);
  while (count > 0) {
    const std::string text = worded_period(chance);
    try {
      (void)Window::parse(text);
    } catch (const DateError& error) {
      JsonText json;
      json.open_object().member("text", text).member("advice", error.advice()).close_object();
      std::string line = std::move(json).str();
      std::erase(line, '\n');
      out << line << "\n";
      --count;
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) return 64;
  const std::string folder = argv[1];
  const char* given = argc > 3 ? argv[3] : std::getenv("ENTENTE_SEED");
  const auto seed = static_cast<std::uint32_t>(given ? std::strtoul(given, nullptr, 10) : 20140506);
  std::ofstream list(folder + "/questions.jsonl");
  for (int i = 0; i < std::atoi(argv[2]); ++i) {
    const std::string file = std::to_string(i) + ".html";
    const auto page_seed = seed + static_cast<std::uint32_t>(i);
    std::istringstream lines(Questions(page_seed).page(folder + "/" + file));
    for (std::string line; std::getline(lines, line);)
      list << "{\"page\": \"" << file << "\", \"seed\": " << page_seed << ", " << line.substr(1)
           << "\n";
  }
  std::ofstream wordings(folder + "/wordings.jsonl");
  write_wordings(wordings, seed, 4000);
  return list && wordings ? 0 : 74;
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 70;
}
