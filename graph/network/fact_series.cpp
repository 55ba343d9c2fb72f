// Seen from periods in order, an interval becomes possible, certain, possible again and over, each
// at most once; four table reads tell when. So a relation adds at most four changes, however many
// periods there are.

#include "network/fact_series.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

#include "network/answers.hpp"
#include "network/graph_store.hpp"
#include "network/judge.hpp"
#include "network/question.hpp"
#include "network/stages.hpp"

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

class Sweep {
 public:
  Sweep(const Graph& graph, const Selection& selection, const std::vector<Window>& periods)
      : store_(graph.store()),
        periods_(periods),
        question_(read_selection(graph, selection)),
        answers_(store_, question_),
        table_(periods),
        changes_(periods.size()) {
    for (std::size_t row = 0; row < store_.lifespans.entity.size(); ++row) ask_lifespan(row);
  }

  std::vector<std::vector<FactChange>> run() {
    const std::vector<Judged> judged = judge(store_, question_, answers_);
    for (std::uint32_t i = 0; i < judged.size(); ++i)
      if (judged[i].verdict() != Verdict::no)
        sweep(static_cast<RelationId>(i), judged[i].verdict());
    return std::move(changes_);
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
    note(relation, stages);
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

  [[nodiscard]] Verdict seen(Verdict verdict) const {
    return verdict >= question_.least ? verdict : Verdict::no;
  }

  // The verdict can change where a stage begins or ends, and nowhere else.
  void note(RelationId relation, const Stages& stages) {
    std::array<std::uint32_t, 4> places = {stages.possible_begin, stages.certain_begin,
                                           stages.certain_end, stages.possible_end};
    std::sort(places.begin(), places.end());
    Verdict before = Verdict::no;
    for (const std::uint32_t place : places)
      if (place < table_.size()) before = note(relation, place, before, stages.at(place));
  }

  void sweep_asking(RelationId relation, Verdict most) {
    const Verdicts own =
        ask(answers_.dates(relation), store_.type_of(relation).reading, answers_.context(relation));
    Verdict before = Verdict::no;
    for (std::uint32_t i = 0; i < own.size(); ++i) {
      const Verdict ends = present(store_.relations.from[index(relation)], i) &
                           present(store_.relations.to[index(relation)], i);
      before = note(relation, i, before, most & own[i] & ends);
    }
  }

  [[nodiscard]] Verdict present(EntityId entity, std::uint32_t period) const {
    if (!odd_lifespans_.empty() && !odd_lifespans_[index(entity)].empty())
      return odd_lifespans_[index(entity)][period];
    return lifespans_.empty() ? Verdict::yes : lifespans_[index(entity)].at(period);
  }

  Verdict note(RelationId relation, std::uint32_t period, Verdict before, Verdict verdict) {
    const Verdict after = seen(verdict);
    if (after != before) changes_[period].push_back({relation, before, after});
    return after;
  }

  const Graph::Store& store_;
  const std::vector<Window>& periods_;
  const Question question_;
  const Answers answers_;
  const PeriodTable table_;
  std::vector<Stages> lifespans_;        // by entity; empty if none has one
  std::vector<Verdicts> odd_lifespans_;  // by entity; empty ones are not odd
  std::vector<std::vector<FactChange>> changes_;
};

std::vector<Counts> counts_of(const std::vector<std::vector<FactChange>>& changes) {
  std::vector<Counts> counts;
  std::array<std::size_t, 3> by_verdict{};  // of relations that ever were kept
  for (const auto& period : changes) {
    for (const FactChange& change : period) {
      if (change.before != Verdict::no) --by_verdict[static_cast<std::size_t>(change.before)];
      if (change.after != Verdict::no) ++by_verdict[static_cast<std::size_t>(change.after)];
    }
    counts.push_back({by_verdict[2], by_verdict[1]});
  }
  return counts;
}

}  // namespace

FactSeries::FactSeries(const Graph& graph, const Selection& selection, std::vector<Window> periods)
    : periods_(std::move(periods)) {
  check_order(periods_);
  changes_ = Sweep(graph, selection, periods_).run();
  counts_ = counts_of(changes_);
}

}  // namespace entente
