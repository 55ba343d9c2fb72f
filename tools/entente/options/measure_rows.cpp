#include <algorithm>
#include <array>

#include <entente/algorithm/measures.hpp>

#include "options/row_groups.hpp"
#include "options/rows.hpp"

namespace entente::tool {
namespace {

namespace measure_lists {

constexpr WordList<1> by_weight = {"--weight"};
constexpr WordList<1> sampled = {"--sample"};
constexpr WordList<2> scales = {"normalized", "raw"};

}  // namespace measure_lists

/// All measures but the count of relations, which is taken of no network.
Names measures_of_networks() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list(all_measures().begin(), all_measures().end());
    for (const WholeMeasureRow& whole : whole_measure_rows())
      if (whole.name != "relations") list.push_back(whole.name);
    return list;
  }();
  return names;
}

/// Those that read an option. The lists live as long as the program.
Names measures_reading(MeasureOption option) {
  static const auto lists = [] {
    std::array<std::vector<std::string_view>, static_cast<std::size_t>(MeasureOption::alpha) + 1>
        all;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const Measure& measure : measures())
        if (reads(measure, static_cast<MeasureOption>(i))) all[i].push_back(measure.name);
    return all;
  }();
  return lists[static_cast<std::size_t>(option)];
}

}  // namespace

Names all_measures() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const Measure& measure : measures()) list.push_back(measure.name);
    return list;
  }();
  return names;
}

Names measures_of_entities() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const Measure& measure : measures())
      if (measure.subject == Subject::entities) list.push_back(measure.name);
    return list;
  }();
  return names;
}

std::vector<Option> measure_rows(Names views) {
  const auto of = [views](MeasureOption option) {
    return Where{.views = views, .measures = measures_reading(option)};
  };
  Where multi = of(MeasureOption::multi);
  multi.without = measure_lists::by_weight;
  Where missing = of(MeasureOption::weight);
  missing.with = measure_lists::by_weight;
  Where seed = of(MeasureOption::sample);
  seed.with = measure_lists::sampled;
  return Rows()
      .valued("--weight", "ATTRIBUTE", "weigh relations by this number", Takes::attribute)
      .where(of(MeasureOption::weight))
      .rows(missing_weight_row(missing))
      .listed("--over", "K,…", "tie those that share an entity of these kinds", Takes::kind)
      .where({.views = views, .measures = measures_of_networks()})
      .flag("--multi", "count parallel relations each, not once")
      .where(multi)
      .choice("--scale", "SCALE", "normalized (default) or raw", measure_lists::scales)
      .where(of(MeasureOption::scale))
      .valued("--sample", "K", "an estimate from K entities", Takes::number)
      .where(of(MeasureOption::sample))
      .valued("--seed", "N", "of the sample (1)", Takes::number)
      .where(seed)
      .valued("--damping", "D", "the share of steps along ties (0.85)", Takes::number)
      .where(of(MeasureOption::damping))
      .listed("--restart", "E,…", "walks start anew from these", Takes::entity)
      .where(of(MeasureOption::restart))
      .valued("--alpha", "A", "what a step counts (0.85 / largest eigenvalue)", Takes::number)
      .where(of(MeasureOption::alpha))
      .take();
}

std::span<const WholeMeasureRow> whole_measure_rows() {
  static constexpr std::array<WholeMeasureRow, 6> rows = {{
      {"entities", "how many entities there are"},
      {"relations", "how many relations hold"},
      {"density", "the share of pairs that are tied"},
      {"reciprocity", "the share of directed ties with one back"},
      {"transitivity", "the share of open paths that close"},
      {"diameter", "the longest shortest path"},
  }};
  return rows;
}

Names series_measure_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list(all_measures().begin(), all_measures().end());
    for (const WholeMeasureRow& whole : whole_measure_rows()) list.push_back(whole.name);
    return list;
  }();
  return names;
}

}  // namespace entente::tool
