#include "ask/ask.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <entente/answer/balance.hpp>
#include <entente/answer/common.hpp>
#include <entente/answer/components.hpp>
#include <entente/answer/diff.hpp>
#include <entente/answer/ego.hpp>
#include <entente/answer/find.hpp>
#include <entente/answer/groups.hpp>
#include <entente/answer/info.hpp>
#include <entente/answer/lineage.hpp>
#include <entente/answer/neighbors.hpp>
#include <entente/answer/path.hpp>
#include <entente/answer/query.hpp>
#include <entente/answer/rank.hpp>
#include <entente/answer/series.hpp>
#include <entente/answer/show.hpp>
#include <entente/answer/structure.hpp>
#include <entente/answer/timeline.hpp>
#include <entente/base/run_control.hpp>
#include <entente/text/safe.hpp>

#include "ask/tool_options.hpp"
#include "ask/words_reader.hpp"

namespace entente::bindings {
namespace {

using answers::Answer;
using answers::Question;
using Held = std::unique_ptr<Answer>;

template <class Value>
Held held(Value answer) {
  return std::make_unique<Value>(std::move(answer));
}

/// `missing_weight`: `skip`, `error` or the number that stands for it.
void read_missing_weight(WordsReader& read, MissingWeight& missing, double& value) {
  const std::string text = read.text("missing_weight", "skip");
  if (text == "skip") return;
  missing = text == "error" ? MissingWeight::error : MissingWeight::value;
  if (missing == MissingWeight::value) value = read.number<double>("missing_weight").value();
}

answers::FoldingParameters folding(WordsReader& read) {
  answers::FoldingParameters folding;
  folding.weight = read.text("weight");
  folding.over = read.list("over");
  read_missing_weight(read, folding.missing_weight, folding.weight_if_missing);
  return folding;
}

answers::MeasureParameters measuring(WordsReader& read) {
  answers::MeasureParameters how;
  how.folding = folding(read);
  if (read.flag("multi")) how.folding.parallels = Parallels::kept;
  how.scale = read.choice<Scale>("scale", {{"normalized", Scale::normalized}, {"raw", Scale::raw}});
  how.sample = read.count<std::size_t>("sample", 1);
  how.seed = read.number<std::uint64_t>("seed").value_or(how.seed);
  how.damping = read.number<double>("damping").value_or(how.damping);
  how.restart = read.list("restart");
  how.alpha = read.number<double>("alpha");
  return how;
}

Held ask_path(const Question& question, WordsReader& read) {
  answers::PathParameters path;
  path.from = read.required("from");
  path.to = read.required("to");
  read.one_of({"all_shortest", "k", "max_hops"});
  if (read.flag("all_shortest")) path.routes = answers::Routes::all_shortest;
  if (const auto count = read.count<std::size_t>("k", 1)) {
    path.routes = answers::Routes::k_shortest;
    path.count = *count;
  }
  if (const auto hops = read.count<std::uint32_t>("max_hops", 1)) {
    path.routes = answers::Routes::within_hops;
    path.max_hops = *hops;
  }
  path.limit = read.count<std::size_t>("limit", 1);
  path.weight = read.text("weight");
  read_missing_weight(read, path.missing_weight, path.weight_if_missing);
  path.avoid = read.list("avoid");
  path.avoid_types = read.list("avoid_type");
  if (read.flag("bounds")) path.distances = answers::Distances::bounds;
  read.end();
  return held(answers::path(question, path));
}

Held ask_rank(const Question& question, WordsReader& read) {
  answers::RankParameters rank;
  rank.measure = read.text("by", rank.measure);
  rank.top = read.count<std::size_t>("top", 1);
  if (read.flag("explain")) rank.explained = answers::Explained::yes;
  rank.how = measuring(read);
  read.end();
  return held(answers::rank(question, rank));
}

/// What is said of directed relations: without a direction asked for, as they run.
Question as_they_run(Question question, const WordsReader& read) {
  if (!read.selects("direction")) question.selection.direction = Direction::out;
  return question;
}

Held ask_groups(const Question& question, WordsReader& read) {
  using answers::Community;
  const bool census = read.flag("census");
  answers::GroupsParameters groups;
  groups.method =
      read.choice<Community>("method", {{"leiden", Community::leiden},
                                        {"louvain", Community::louvain},
                                        {"label-propagation", Community::label_propagation}});
  groups.resolution = read.number<double>("resolution").value_or(groups.resolution);
  groups.seed = read.number<std::uint64_t>("seed").value_or(groups.seed);
  groups.folding = folding(read);
  read.end();
  if (census) return held(answers::census(as_they_run(question, read), groups.folding));
  return held(answers::groups(question, groups));
}

Held ask_series(const Question& question, WordsReader& read) {
  answers::SeriesParameters series;
  series.measure = read.text("by", series.measure);
  series.by = read.choice<CalendarStep>("step", {{"year", CalendarStep::year},
                                                 {"quarter", CalendarStep::quarter},
                                                 {"month", CalendarStep::month}});
  read.one_of({"rolling", "expanding"});
  series.rolling = read.count<std::uint32_t>("rolling", 1).value_or(series.rolling);
  if (read.flag("expanding")) series.rolling = 0;
  series.entities = read.list("entity");
  series.how = measuring(read);
  read.end();
  return held(answers::series(question, series));
}

Held ask_query(const Question& question, WordsReader& read) {
  answers::QueryParameters query;
  const std::string text = read.required("text");
  for (const std::string& pair : read.list("param")) {
    const std::size_t sign = pair.find('=');
    if (sign == std::string::npos || sign == 0)
      throw InvalidArgument("bad-option-value", "param takes NAME=VALUE, not '" + pair + "'");
    const auto [place, is_new] = query.parameters.try_emplace(
        pair.substr(0, sign), query::parameter_from(pair.substr(sign + 1)));
    if (!is_new)
      throw InvalidArgument("bad-option-value",
                            "param gives " + terminal_safe(place->first) + " twice");
  }
  query.limits.steps = read.count<std::uint64_t>("max_steps", 1).value_or(query.limits.steps);
  query.limits.memory = read.count<std::size_t>("max_memory", 1).value_or(query.limits.memory);
  read.end();
  if (question.selection.direction != Direction::both)
    throw InvalidArgument("no-effect", "direction has no effect on a query, whose patterns say it");
  if (question.selection.isolated == Isolated::always)
    throw InvalidArgument("no-effect", "isolated has no effect on a query, whose patterns say it");
  const query::Prepared prepared = query::prepare(question.graph, text);
  for (const auto& [name, value] : query.parameters)
    if (std::ranges::find(prepared.parameters(), name) == prepared.parameters().end())
      throw InvalidArgument("no-effect", "param " + terminal_safe(name) +
                                             " has no effect: the query does not name $" +
                                             terminal_safe(name));
  return held(answers::query(question, prepared, query));
}

Held ask_find(const Question& question, WordsReader& read) {
  answers::FindParameters find{.text = read.required("text")};
  read.end();
  return held(answers::find(question, find));
}

Held ask_show(const Question& question, WordsReader& read) {
  answers::ShowParameters show{.entity = read.required("entity")};
  read.end();
  return held(answers::show(question, show));
}

Held ask_neighbors(const Question& question, WordsReader& read) {
  answers::NeighborsParameters near{.entity = read.required("entity")};
  near.depth = read.count<std::uint32_t>("depth", 1).value_or(near.depth);
  read.end();
  return held(answers::neighbors(question, near));
}

Held ask_ego(const Question& question, WordsReader& read) {
  answers::EgoParameters ego{.entity = read.required("entity")};
  ego.depth = read.count<std::uint32_t>("depth", 1).value_or(ego.depth);
  read.end();
  return held(answers::ego(question, ego));
}

Held ask_common(const Question& question, WordsReader& read) {
  answers::CommonParameters common{.entities = read.list("entity")};
  read.end();
  if (common.entities.size() < 2)
    throw InvalidArgument("missing-option", "what is common takes two entities or more");
  return held(answers::common(question, common));
}

Held ask_timeline(const Question& question, WordsReader& read) {
  answers::TimelineParameters timeline{.entities = read.list("entity")};
  read.end();
  return held(answers::timeline(question, timeline));
}

Held ask_lineage(const Question& question, WordsReader& read) {
  answers::LineageParameters lineage{.agreement = read.required("entity")};
  read.end();
  return held(answers::lineage(question, lineage));
}

Held ask_diff(const Question& question, WordsReader& read) {
  answers::DiffParameters diff{.first = read.required("first"), .second = read.required("second")};
  read.end();
  return held(answers::diff(question, diff));
}

Held ask_components(const Question& question, WordsReader& read) {
  read.one_of({"strong", "biconnected", "bridges", "cut_vertices"});
  answers::ComponentsParameters components;
  const bool strong = read.flag("strong");
  if (strong) components.part = answers::Part::strong;
  if (read.flag("biconnected")) components.part = answers::Part::biconnected;
  if (read.flag("multi")) components.parallels = Parallels::kept;
  const bool bridges = read.flag("bridges");
  const bool cut_vertices = read.flag("cut_vertices");
  read.end();
  if (bridges) return held(answers::bridges(question, components));
  if (cut_vertices) return held(answers::cut_vertices(question, components));
  return held(answers::components(strong ? as_they_run(question, read) : question, components));
}

Held ask_balance(const Question& question, WordsReader& read) {
  const answers::BalanceParameters balance{.limit = read.count<std::size_t>("limit", 1)};
  read.end();
  return held(answers::balance(question, balance));
}

Held ask_info(const Question& question, WordsReader& read) {
  const bool mixing = read.has("mixing");
  if (mixing) (void)read.choice<bool>("mixing", {{"kind", true}});
  read.end();
  if (mixing) return held(answers::mixing_of_kinds(question));
  return held(answers::info(question));
}

struct Verb {
  std::string_view name;
  Held (*ask)(const Question&, WordsReader&);
};

constexpr std::array<Verb, 16> verbs{{
    {"balance", ask_balance},
    {"common", ask_common},
    {"components", ask_components},
    {"diff", ask_diff},
    {"ego", ask_ego},
    {"find", ask_find},
    {"groups", ask_groups},
    {"info", ask_info},
    {"lineage", ask_lineage},
    {"neighbors", ask_neighbors},
    {"path", ask_path},
    {"query", ask_query},
    {"rank", ask_rank},
    {"series", ask_series},
    {"show", ask_show},
    {"timeline", ask_timeline},
}};

}  // namespace

Answered answer(const Asked& asked) {
  // What writes the answer has no question to obey.
  std::optional<RunScope> scope;
  if (asked.deadline) scope.emplace(RunControl{.deadline = asked.deadline});
  const auto found = std::ranges::find(verbs, asked.verb, &Verb::name);
  if (found == verbs.end()) {
    std::string all;
    for (const Verb& each : verbs) all += (all.empty() ? "" : ", ") + std::string(each.name);
    throw InvalidArgument("unknown-verb",
                          "there is no verb '" + asked.verb + "'; there are: " + all);
  }
  const Question question{.graph = asked.graph,
                          .selection = selection_of(asked.selection),
                          .languages = asked.languages,
                          .run = {.deadline = asked.deadline}};
  const Words parameters = parameters_taken_apart(asked.verb, asked.parameters);
  WordsReader read(asked.verb, parameters, asked.selection);
  const Held answer = found->ask(question, read);
  return {to_json(*answer), to_text(*answer), !answer->nothing.empty(),
          respelled(answer->left_out)};
}

}  // namespace entente::bindings
