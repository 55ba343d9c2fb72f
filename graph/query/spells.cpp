#include "facts/spells.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include <entente/query/spells.hpp>

#include "facts/question.hpp"

namespace entente {
namespace {

/// One end of an account, as written.
struct WrittenEnd {
  EndState state = EndState::unknown;
  Day low = day_min;
  Day high = day_max;
  std::string text = {};
};

/// The ends of all accounts of a spell.
struct WrittenEnds {
  std::vector<WrittenEnd> starts = {};
  std::vector<WrittenEnd> ends = {};

  /// A witness tells of no start and no end.
  void add(const When& when, const TimeContext& context) {
    if (!when.is_interval()) return;
    const Bounds b = when.bounds(Reading::interval, context);
    const Endpoint start = when.start(Reading::interval);
    const Endpoint end = when.end(Reading::interval);
    starts.push_back({start.state(), b.start_min, b.start_max, std::string(start.text())});
    ends.push_back({end.state(), b.end_min, b.end_max, std::string(end.text())});
  }
};

/// A start that nothing is known of may lie before all others: then nothing is known of the
/// spell's.
bool is_unknown(const WrittenEnd& end) {
  return end.state == EndState::unknown;
}

std::string start_text(const std::vector<WrittenEnd>& starts) {
  const auto first = std::ranges::min_element(starts, {}, [](const WrittenEnd& end) {
    return std::tuple(end.high, -std::int64_t{end.low}, end.text);
  });
  const bool earlier = std::ranges::any_of(
      starts, [&](const WrittenEnd& end) { return is_unknown(end) && first->low > end.low; });
  return earlier ? "" : first->text;
}

std::string end_text(const std::vector<WrittenEnd>& ends) {
  const auto last = std::ranges::min_element(ends, {}, [](const WrittenEnd& end) {
    return std::tuple(-std::int64_t{end.low}, end.high, end.text);
  });
  const bool later = std::ranges::any_of(
      ends, [&](const WrittenEnd& end) { return is_unknown(end) && last->high < end.high; });
  return later ? "" : last->text;
}

class Writing {
 public:
  Writing(const Graph& graph, const Answers& answers) : graph_(graph), answers_(answers) {}

  [[nodiscard]] Spell spell(TieSpell tie) const {
    Spell spell{
        std::move(tie.relations), {}, {}, tie.accounts_differ ? Accounts::differ : Accounts::agree};
    if (tie.stretches.empty() || spell.relations.size() == 1) {
      spell.when = graph_.when(spell.relations.front());
      if (tie.stretches.empty())
        spell.bounds = graph_.bounds(spell.relations.front());
      else
        spell.bounds = hull(tie.stretches);
      return spell;
    }
    WrittenEnds ends;
    for (const RelationId relation : spell.relations)
      for (const When& when : answers_.dates(relation)) ends.add(when, answers_.context(relation));
    spell.bounds = hull(tie.stretches);
    spell.when = ends.starts.empty() ? graph_.when(spell.relations.front())
                                     : When::between(start_text(ends.starts), end_text(ends.ends));
    return spell;
  }

 private:
  static Bounds hull(const std::vector<Stretch>& stretches) {
    Bounds hull = stretches.front().bounds;
    for (const Stretch& stretch : stretches) {
      hull.start_min = std::min(hull.start_min, stretch.bounds.start_min);
      hull.start_max = std::min(hull.start_max, stretch.bounds.start_max);
      hull.end_min = std::max(hull.end_min, stretch.bounds.end_min);
      hull.end_max = std::max(hull.end_max, stretch.bounds.end_max);
    }
    return hull;
  }

  const Graph& graph_;
  const Answers& answers_;
};

}  // namespace

std::vector<Spell> spells(const Graph& graph, std::span<const RelationId> relations,
                          const Selection& selection) {
  const Question question = read_selection(graph, selection);
  const Answers answers(graph.store(), question);
  const Writing writing(graph, answers);
  std::vector<Spell> list;
  for (TieSpell& tie : spells_of(graph.store(), answers, {relations.begin(), relations.end()}))
    list.push_back(writing.spell(std::move(tie)));
  return list;
}

}  // namespace entente
