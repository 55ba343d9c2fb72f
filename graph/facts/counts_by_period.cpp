// Seen from periods in order, an interval becomes possible, certain, possible again and over, each
// at most once; four table reads give the days. So a relation costs four steps up or down, however
// many periods there are.

#include "facts/counts_by_period.hpp"

#include <algorithm>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"
#include "facts/judge.hpp"
#include "facts/stages.hpp"
#include "facts/throughout.hpp"

namespace entente {

namespace {

void check_order(const std::vector<Window>& periods) {
  const auto disordered = [](const Window& a, const Window& b) {
    return b.first < a.first || b.last < a.last;
  };
  if (std::adjacent_find(periods.begin(), periods.end(), disordered) != periods.end())
    throw InvalidArgument("unordered-periods",
                          "each period of a series must begin and end no "
                          "earlier than the one before it");
}

/// How many relations are kept, as steps from one period to the next.
class Tally {
 public:
  explicit Tally(std::size_t periods)
      : possible_(periods + 1), certain_(periods + 1), undated_(periods + 1) {}

  /// Without branches, which no processor can predict here.
  void add(const Stages& stages) {
    add(possible_, stages.possible_begin, stages.possible_end);
    add(certain_, stages.certain_begin, stages.certain_end);
  }
  void add(std::uint32_t period, Verdict verdict) {
    if (verdict == Verdict::no) return;
    add(possible_, period, period + 1);
    if (verdict == Verdict::yes) add(certain_, period, period + 1);
  }
  /// What is left out for lack of a date.
  void add_undated(std::uint32_t begin, std::uint32_t end) { add(undated_, begin, end); }

  [[nodiscard]] std::vector<Counts> counts(Verdict least) const {
    std::vector<Counts> counts;
    counts.reserve(certain_.size() - 1);
    std::int64_t certain = 0;
    std::int64_t possible = 0;  // certain ones too
    std::int64_t undated = 0;
    for (std::size_t i = 0; i + 1 < certain_.size(); ++i) {
      certain += certain_[i];
      possible += possible_[i];
      undated += undated_[i];
      counts.push_back({.certain = static_cast<std::size_t>(certain)});
      if (least == Verdict::yes) continue;
      counts.back().possible = static_cast<std::size_t>(possible - certain);
      counts.back().undated = static_cast<std::size_t>(undated);
    }
    return counts;
  }

 private:
  using Steps = std::vector<std::int64_t>;

  static void add(Steps& steps, std::uint32_t begin, std::uint32_t end) {
    ++steps[begin];
    --steps[std::max(begin, end)];
  }

  Steps possible_;
  Steps certain_;
  Steps undated_;
};

class Sweep {
 public:
  Sweep(const Graph& graph, const Selection& selection, const std::vector<Window>& periods)
      : store_(graph.store()),
        periods_(periods),
        criteria_(read_selection(graph, selection)),
        answers_(store_, criteria_),
        table_(periods),
        tally_(periods.size()) {}

  std::vector<Counts> run() {
    const JudgedRelations judged = judge(store_, criteria_, answers_);
    for (const SelectedRelation& kept : judged.kept) sweep(kept.relation, kept.verdict);
    for (const RelationId relation : judged.undated) sweep(relation, Verdict::maybe);
    return tally_.counts(criteria_.least);
  }

 private:
  void sweep(RelationId relation, Verdict most) {
    const std::uint8_t traits = store_.relations.traits[index(relation)];
    const bool arguable = (traits & answers_.arguable()) != 0;
    if (!answers_.is_plain(relation) || arguable) return sweep_asking(relation);
    const Dating dating = plain_dating(store_, relation);
    const TimeContext context = granted(dating, answers_.context(relation));
    if (context.loose_lifetime || context.lifetime.start_min > context.lifetime.end_max)
      return sweep_asking(relation);
    Stages stages = table_.stages(held_in(dating, context));
    if (most == Verdict::maybe) stages.certain_end = stages.certain_begin;
    tally_.add(stages);
  }

  void sweep_asking(RelationId relation) {
    std::vector<Condition> conditions = criteria_.conditions;
    conditions.emplace_back();
    for (std::uint32_t i = 0; i < periods_.size(); ++i) {
      conditions.back() = {Coverage::some_day, periods_[i]};
      const Judgement judgement = answers_.judge(relation, conditions);
      const bool hidden = judgement.undated && criteria_.undated == Undated::counted;
      if (hidden && judgement.verdict == Verdict::maybe)
        tally_.add_undated(i, i + 1);
      else
        tally_.add(i, judgement.verdict);
    }
  }

  const Graph::Store& store_;
  const std::vector<Window>& periods_;
  const Criteria criteria_;
  const Answers answers_;
  const PeriodTable table_;
  Tally tally_;
};

/// Whether a tie holds on every day is no sum over its records.
std::vector<Counts> one_by_one(const Graph& graph, const Selection& selection,
                               const std::vector<Window>& periods) {
  std::vector<Counts> counts;
  for (const Window& period : periods) {
    Criteria criteria = read_selection(graph, selection);
    criteria.conditions.push_back({Coverage::some_day, period});
    const Answers answers(graph.store(), criteria);
    JudgedRelations judged = judge(graph.store(), criteria, answers);
    keep_lasting_ties(graph.store(), criteria, answers, judged);
    counts.push_back(judged.counts);
  }
  return counts;
}

}  // namespace

std::vector<Counts> counts_by_period(const Graph& graph, const Selection& selection,
                                     const std::vector<Window>& periods) {
  check_order(periods);
  if (asks_about_every_day(read_selection(graph, selection)))
    return one_by_one(graph, selection, periods);
  return Sweep(graph, selection, periods).run();
}

}  // namespace entente
