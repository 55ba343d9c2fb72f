// Seen from periods in order, an interval becomes possible, certain, possible again and over, each
// at most once; four table reads tell when. So a relation costs four steps up or down, however many
// periods there are.

#include "facts/counts_by_period.hpp"

#include <algorithm>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

#include "facts/answers.hpp"
#include "facts/graph_store.hpp"
#include "facts/judge.hpp"
#include "facts/question.hpp"
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
  explicit Tally(std::size_t periods) : possible_(periods + 1), certain_(periods + 1) {}

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

  [[nodiscard]] std::vector<Counts> counts(Verdict least) const {
    std::vector<Counts> counts;
    counts.reserve(certain_.size() - 1);
    std::int64_t certain = 0;
    std::int64_t possible = 0;  // certain ones too
    for (std::size_t i = 0; i + 1 < certain_.size(); ++i) {
      certain += certain_[i];
      possible += possible_[i];
      counts.push_back({static_cast<std::size_t>(certain),
                        least == Verdict::yes ? 0 : static_cast<std::size_t>(possible - certain)});
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
};

class Sweep {
 public:
  Sweep(const Graph& graph, const Selection& selection, const std::vector<Window>& periods)
      : store_(graph.store()),
        periods_(periods),
        question_(read_selection(graph, selection)),
        answers_(store_, question_),
        table_(periods),
        tally_(periods.size()) {
    for (std::size_t row = 0; row < store_.lifespans.entity.size(); ++row) ask_lifespan(row);
  }

  std::vector<Counts> run() {
    for (const SelectedRelation& kept : judge(store_, question_, answers_).kept)
      sweep(kept.relation, kept.verdict);
    return tally_.counts(question_.least);
  }

 private:
  /// A lifespan that bounds do not decide, asked for each period.
  using Verdicts = std::vector<Verdict>;

  void ask_lifespan(std::size_t row) {
    const std::uint32_t entity = index(store_.lifespans.entity[row]);
    if (lifespans_.empty()) lifespans_.assign(store_.entities.kind.size(), table_.always());
    if (store_.lifespans.exact[row] == 0) {
      lifespans_[entity] = table_.stages(observed(store_.lifespans.bounds(row), question_.context));
      return;
    }
    odd_lifespans_.resize(store_.entities.kind.size());
    odd_lifespans_[entity] =
        ask({*store_.when(store_.entities.when[entity])}, Reading::interval, question_.context);
  }

  [[nodiscard]] Verdicts ask(const std::vector<When>& dates, Reading reading,
                             const TimeContext& context) const {
    Verdicts verdicts;
    verdicts.reserve(periods_.size());
    for (const Window& period : periods_)
      verdicts.push_back(held(dates, reading, context, {Coverage::some_day, period}).verdict);
    return verdicts;
  }

  void sweep(RelationId relation, Verdict most) {
    const std::uint8_t traits = store_.relations.traits[index(relation)];
    if ((traits & answers_.special()) != 0 || odd_end(relation)) {
      sweep_asking(relation, most);
      return;
    }
    Stages stages = (traits & bit(Trait::dated)) != 0
                        ? table_.stages(observed(store_.bounds(relation), question_.context))
                        : table_.maybe_always();
    if (!lifespans_.empty()) stages = stages & lifespan(relation);
    if (most == Verdict::maybe) stages.certain_end = stages.certain_begin;
    tally_.add(stages);
  }

  [[nodiscard]] bool odd_end(RelationId relation) const {
    return !odd_lifespans_.empty() &&
           (!odd_lifespans_[index(store_.relations.from[index(relation)])].empty() ||
            !odd_lifespans_[index(store_.relations.to[index(relation)])].empty());
  }

  [[nodiscard]] Stages lifespan(RelationId relation) const {
    return lifespans_[index(store_.relations.from[index(relation)])] &
           lifespans_[index(store_.relations.to[index(relation)])];
  }

  void sweep_asking(RelationId relation, Verdict most) {
    const Verdicts own =
        ask(answers_.dates(relation), store_.type_of(relation).reading, answers_.context(relation));
    for (std::uint32_t i = 0; i < own.size(); ++i) {
      const Verdict ends = present(store_.relations.from[index(relation)], i) &
                           present(store_.relations.to[index(relation)], i);
      tally_.add(i, most & own[i] & ends);
    }
  }

  [[nodiscard]] Verdict present(EntityId entity, std::uint32_t period) const {
    if (!odd_lifespans_.empty() && !odd_lifespans_[index(entity)].empty())
      return odd_lifespans_[index(entity)][period];
    return lifespans_.empty() ? Verdict::yes : lifespans_[index(entity)].at(period);
  }

  const Graph::Store& store_;
  const std::vector<Window>& periods_;
  const Question question_;
  const Answers answers_;
  const PeriodTable table_;
  std::vector<Stages> lifespans_;        // by entity; empty if none has one
  std::vector<Verdicts> odd_lifespans_;  // by entity; empty ones are not odd
  Tally tally_;
};

/// Whether a tie holds on every day is no sum over its records.
std::vector<Counts> one_by_one(const Graph& graph, const Selection& selection,
                               const std::vector<Window>& periods) {
  std::vector<Counts> counts;
  for (const Window& period : periods) {
    Question question = read_selection(graph, selection);
    question.conditions.push_back({Coverage::some_day, period});
    const Answers answers(graph.store(), question);
    JudgedRelations judged = judge(graph.store(), question, answers);
    keep_lasting_ties(graph.store(), question, answers, judged);
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
