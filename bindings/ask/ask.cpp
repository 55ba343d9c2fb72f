#include "ask/ask.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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
#include <entente/answer/timeline.hpp>

#include "ask/words_reader.hpp"

namespace entente::bindings {
namespace {

using answers::Answer;
using answers::Question;
using Asked = std::unique_ptr<Answer>;

template <class Value>
Asked held(Value answer) {
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
  if (read.flag("multi")) folding.parallels = Parallels::kept;
  read_missing_weight(read, folding.missing_weight, folding.weight_if_missing);
  return folding;
}

answers::MeasureParameters measuring(WordsReader& read) {
  answers::MeasureParameters how;
  how.folding = folding(read);
  how.scale = read.choice<Scale>("scale", {{"normalized", Scale::normalized}, {"raw", Scale::raw}});
  how.sample = read.number<std::size_t>("sample");
  how.seed = read.number<std::uint64_t>("seed").value_or(how.seed);
  how.damping = read.number<double>("damping").value_or(how.damping);
  how.restart = read.list("restart");
  how.alpha = read.number<double>("alpha");
  return how;
}

Asked ask_path(const Question& question, WordsReader& read) {
  answers::PathParameters path;
  path.from = read.required("from");
  path.to = read.required("to");
  if (read.flag("all_shortest")) path.routes = answers::Routes::all_shortest;
  if (const auto count = read.number<std::size_t>("k")) {
    path.routes = answers::Routes::k_shortest;
    path.count = *count;
  }
  if (const auto hops = read.number<std::uint32_t>("max_hops")) {
    path.routes = answers::Routes::within_hops;
    path.max_hops = *hops;
  }
  path.limit = read.number<std::size_t>("limit");
  path.weight = read.text("weight");
  read_missing_weight(read, path.missing_weight, path.weight_if_missing);
  path.avoid = read.list("avoid");
  path.avoid_types = read.list("avoid_type");
  if (read.flag("bounds")) path.distances = answers::Distances::bounds;
  read.end("path");
  return held(answers::path(question, path));
}

Asked ask_rank(const Question& question, WordsReader& read) {
  answers::RankParameters rank;
  rank.measure = read.text("by", rank.measure);
  rank.top = read.number<std::size_t>("top");
  if (read.flag("explain")) rank.explained = answers::Explained::yes;
  rank.how = measuring(read);
  read.end("rank");
  return held(answers::rank(question, rank));
}

Asked ask_groups(const Question& question, WordsReader& read) {
  using answers::Community;
  answers::GroupsParameters groups;
  groups.method =
      read.choice<Community>("method", {{"leiden", Community::leiden},
                                        {"louvain", Community::louvain},
                                        {"label-propagation", Community::label_propagation}});
  groups.resolution = read.number<double>("resolution").value_or(groups.resolution);
  groups.seed = read.number<std::uint64_t>("seed").value_or(groups.seed);
  groups.folding = folding(read);
  read.end("groups");
  return held(answers::groups(question, groups));
}

Asked ask_series(const Question& question, WordsReader& read) {
  answers::SeriesParameters series;
  series.measure = read.text("by", series.measure);
  series.by = read.choice<CalendarStep>("step", {{"year", CalendarStep::year},
                                                 {"quarter", CalendarStep::quarter},
                                                 {"month", CalendarStep::month}});
  series.rolling = read.number<std::uint32_t>("rolling").value_or(series.rolling);
  series.entities = read.list("entity");
  series.how = measuring(read);
  read.end("series");
  return held(answers::series(question, series));
}

Asked ask_query(const Question& question, WordsReader& read) {
  answers::QueryParameters query;
  const std::string text = read.required("text");
  for (const std::string& pair : read.list("param")) {
    const std::size_t sign = pair.find('=');
    if (sign == std::string::npos || sign == 0)
      throw InvalidArgument("bad-option-value", "param takes NAME=VALUE, not '" + pair + "'");
    query.parameters[pair.substr(0, sign)] = query::parameter_from(pair.substr(sign + 1));
  }
  query.limits.steps = read.number<std::uint64_t>("max_steps").value_or(query.limits.steps);
  query.limits.memory = read.number<std::size_t>("max_memory").value_or(query.limits.memory);
  read.end("query");
  return held(answers::query(question, query::prepare(question.graph, text), query));
}

Asked ask_find(const Question& question, WordsReader& read) {
  answers::FindParameters find{.text = read.required("text")};
  read.end("find");
  return held(answers::find(question, find));
}

Asked ask_show(const Question& question, WordsReader& read) {
  answers::ShowParameters show{.entity = read.required("entity")};
  read.end("show");
  return held(answers::show(question, show));
}

Asked ask_neighbors(const Question& question, WordsReader& read) {
  answers::NeighborsParameters near{.entity = read.required("entity")};
  near.depth = read.number<std::uint32_t>("depth").value_or(near.depth);
  read.end("neighbors");
  return held(answers::neighbors(question, near));
}

Asked ask_ego(const Question& question, WordsReader& read) {
  answers::EgoParameters ego{.entity = read.required("entity")};
  ego.depth = read.number<std::uint32_t>("depth").value_or(ego.depth);
  read.end("ego");
  return held(answers::ego(question, ego));
}

Asked ask_common(const Question& question, WordsReader& read) {
  answers::CommonParameters common{.entities = read.list("entity")};
  read.end("common");
  return held(answers::common(question, common));
}

Asked ask_timeline(const Question& question, WordsReader& read) {
  answers::TimelineParameters timeline{.entities = read.list("entity")};
  read.end("timeline");
  return held(answers::timeline(question, timeline));
}

Asked ask_lineage(const Question& question, WordsReader& read) {
  answers::LineageParameters lineage{.agreement = read.required("entity")};
  read.end("lineage");
  return held(answers::lineage(question, lineage));
}

Asked ask_diff(const Question& question, WordsReader& read) {
  answers::DiffParameters diff{.first = read.required("first"), .second = read.required("second")};
  read.end("diff");
  return held(answers::diff(question, diff));
}

Asked ask_components(const Question& question, WordsReader& read) {
  read.end("components");
  return held(answers::components(question));
}

Asked ask_info(const Question& question, WordsReader& read) {
  read.end("info");
  return held(answers::info(question));
}

struct Verb {
  std::string_view name;
  Asked (*ask)(const Question&, WordsReader&);
};

constexpr std::array<Verb, 15> verbs{{
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

std::unique_ptr<Answer> ask(const Question& question, const std::string& verb, const Words& words) {
  const auto found =
      std::find_if(verbs.begin(), verbs.end(), [&](const Verb& each) { return each.name == verb; });
  if (found == verbs.end()) {
    std::string all;
    for (const Verb& each : verbs) all += (all.empty() ? "" : ", ") + std::string(each.name);
    throw InvalidArgument("unknown-verb", "there is no verb '" + verb + "'; there are: " + all);
  }
  WordsReader read(words);
  return found->ask(question, read);
}

}  // namespace entente::bindings
