#include "facts/answers.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr auto asked_one_by_one =
    static_cast<std::uint8_t>(bit(Trait::exact) | bit(Trait::closed) | bit(Trait::evidence_dated));

bool is_reported(Modality modality) {
  return modality == Modality::fact || modality == Modality::derived;
}

// What holds whether or not a document was out: a *maybe* if the answer depends on that.
Judgement either_way(const Judgement& a, const Judgement& b) {
  Judgement both = a;
  both.qualified = a.qualified || b.qualified;
  both.undated = a.undated && b.undated;
  if (a.verdict == b.verdict) {
    both.why = graver(a.why, b.why);
    both.presumed = a.presumed || b.presumed;
    return both;
  }
  both.verdict = Verdict::maybe;
  both.presumed = false;
  both.why = both.undated ? graver(a.why, b.why) : Why::published;
  return both;
}

const Closing* closing_in(const std::vector<Closing>& closings, RelationId relation) {
  const auto found =
      std::lower_bound(closings.begin(), closings.end(), relation,
                       [](const Closing& a, RelationId id) { return a.relation < id; });
  return found == closings.end() || found->relation != relation ? nullptr : &*found;
}

std::size_t place(Seen seen) {
  return static_cast<std::size_t>(seen);
}

}  // namespace

Answers::Answers(const Graph::Store& store, const Criteria& criteria)
    : store_(store), criteria_(criteria), sight_(store, criteria), lifetimes_(store, criteria) {
  infer();
  if (!stored_closings_) closed_by_question_ = closed();
  std::erase_if(closed_by_question_,
                [&](RelationId relation) { return store_.has(relation, Trait::closed); });
  misleading_ = bit(Trait::evidence_dated);
  if (!stored_closings_) misleading_ |= bit(Trait::closed);
  special_ = misleading_ | bit(Trait::exact) | bit(Trait::closed);
  if (criteria.lasting == Lasting::presumed) arguable_ |= bit(Trait::no_end);
  if (criteria.attested_within) arguable_ |= bit(Trait::witness);
  for (const RelationType& type : store.vocabulary.types())
    timeless_.push_back(type.timeless.empty() ? 0 : 1);
}

void Answers::infer() {
  if (criteria_.inference == Inference::off) return;
  stored_closings_ = !sight_.is_narrowed() && criteria_.modalities == 0xff;
  if (stored_closings_) return;
  const auto infer = [this](SeenByInference seen) {
    closings_[place(seen.closed)][place(seen.closers)] =
        infer_closings(store_, sight_, seen, criteria_.modalities);
  };
  infer({});
  if (!sight_.is_uncertain()) return;
  infer({.closed = Seen::most, .closers = Seen::least});
  infer({.closed = Seen::least, .closers = Seen::most});
  infer({.closed = Seen::least, .closers = Seen::least});
}

const std::vector<Closing>& Answers::closings(SeenByInference seen) const {
  if (!sight_.is_uncertain()) seen = {};
  return closings_[place(seen.closed)][place(seen.closers)];
}

std::optional<Closing> Answers::closing(RelationId relation, SeenByInference seen) const {
  if (!stored_closings_) {
    const Closing* const found = closing_in(closings(seen), relation);
    return found ? std::optional(*found) : std::nullopt;
  }
  if (!store_.has(relation, Trait::closed)) return std::nullopt;
  const std::size_t row = store_.closing(relation);
  const auto& columns = store_.closings;
  return Closing{relation, columns.by[row], columns.ends_by[row], columns.qualified[row] != 0};
}

std::vector<RelationId> Answers::closed() const {
  std::vector<RelationId> relations;
  if (stored_closings_) {
    const auto all = store_.closings.relation.all();
    relations.assign(all.begin(), all.end());
    return relations;
  }
  for (const auto& by_closed : closings_)
    for (const auto& closings : by_closed)
      for (const Closing& closing : closings) relations.push_back(closing.relation);
  std::sort(relations.begin(), relations.end());
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  return relations;
}

bool Answers::is_plain(RelationId relation) const {
  const std::uint8_t traits = store_.relations.traits[index(relation)];
  if ((traits & bit(Trait::dated)) == 0 || (traits & asked_one_by_one) != 0) return false;
  return !criteria_.attested_within || (traits & bit(Trait::witness)) == 0;
}

std::optional<Day> Answers::presumed_until(RelationId relation, Seen seen) const {
  if (criteria_.lasting != Lasting::presumed) return std::nullopt;
  if (!is_reported(store_.relations.modality[index(relation)])) return std::nullopt;
  if (criteria_.context.observed_through) return criteria_.context.observed_through;
  return sight_.publications(relation, seen).newest;
}

// Of several accounts one is enough.
bool Answers::reports_end(RelationId relation, Seen seen) const {
  if (criteria_.lasting != Lasting::presumed || is_plain(relation)) return false;
  const Reading reading = store_.type_of(relation).reading;
  const std::vector<When> dates = sight_.dates(relation, seen);
  return dates.size() > 1 && std::any_of(dates.begin(), dates.end(), [&](const When& when) {
           return when.end_state(reading) == EndState::known;
         });
}

TimeContext Answers::context(RelationId relation, Seen dates, Seen ends) const {
  TimeContext context = criteria_.context;
  if (const auto closing = this->closing(relation, {.closed = dates, .closers = ends})) {
    context.ends_by = closing->ends_by;
    context.ends_by_qualified = closing->qualified;
  } else if (!reports_end(relation, dates)) {
    context.lasts_until = presumed_until(relation, dates);
  }
  const Lifetime lifetime = lifetimes_.of(relation, context.lasts_until);
  context.lifetime = lifetime.bounds;
  context.loose_lifetime = lifetime.loose;
  return context;
}

TimeContext Answers::context(RelationId relation) const {
  TimeContext context = this->context(relation, Seen::most, Seen::most);
  if (store_.has(relation, Trait::witness) || store_.has(relation, Trait::no_start))
    context.lasts_until.reset();
  return context;
}

Judgement Answers::judge(RelationId relation, Conditions conditions) const {
  if (!sight_.is_narrowed()) return judge_seen(relation, Seen::most, Seen::most, conditions);
  const QualifiedVerdict known = sight_.known(relation);
  Judgement all = judge_seen(relation, Seen::most, Seen::most, conditions);
  if (sight_.is_uncertain()) {
    all = either_way(all, judge_seen(relation, Seen::most, Seen::least, conditions));
    all = either_way(all, judge_seen(relation, Seen::least, Seen::most, conditions));
    all = either_way(all, judge_seen(relation, Seen::least, Seen::least, conditions));
  }
  if (all.verdict != Verdict::no) all.qualified = all.qualified || known.qualified;
  return all;
}

Judgement Answers::judge_seen(RelationId relation, Seen dates, Seen ends,
                              Conditions conditions) const {
  if (!sight_.sees(relation, dates)) return {.undated = true};
  if (conditions.empty()) return {.verdict = Verdict::yes};
  if (is_plain(relation)) {
    const Dating dating = plain_dating(store_, relation);
    return judge_dates(relation, {&dating, 1}, context(relation, dates, ends), conditions);
  }
  const std::vector<Dating> datings = sight_.datings(relation, dates);
  if (datings.empty()) return judge_undated(relation, dates, conditions);
  return judge_dates(relation, datings, context(relation, dates, ends), conditions);
}

// Doubts about a lifespan touch no answer where it is certain, whatever they are, that both were
// there.
Judgement Answers::judge_dates(RelationId relation, std::span<const Dating> dates,
                               const TimeContext& context, Conditions conditions) const {
  Judgement all{.verdict = Verdict::yes};
  for (const Condition& condition : conditions) {
    TimeContext asked = context;
    if (context.loose_lifetime &&
        lifetimes_.together(relation, {&condition, 1}) == QualifiedVerdict{Verdict::yes})
      asked.loose_lifetime.reset();
    Judgement any;
    for (const Dating& dating : dates) any = any | judge_one(dating, condition, asked);
    all = all & any;
  }
  return all;
}

Judgement Answers::judge_one(const Dating& dating, const Condition& condition,
                             const TimeContext& context) const {
  const auto& [start, end] = dating.states;
  const bool never_together = context.lifetime.start_min > context.lifetime.end_max;
  if (never_together && leaves_open(start, dating.bounds.start_min) &&
      leaves_open(end, dating.bounds.end_max))
    return {};
  const Judgement judgement = judge_date(dating, condition, granted(dating, context));
  const bool far = judgement.verdict == Verdict::maybe && dating.witness &&
                   criteria_.attested_within &&
                   !is_near(dating, condition.window, *criteria_.attested_within);
  return far ? Judgement{} : judgement;
}

// A plan without a date does not begin before it can have been published.
bool Answers::begins_later(RelationId relation, Seen seen, Conditions conditions, Why& why) const {
  const Modality modality = store_.relations.modality[index(relation)];
  if (modality != Modality::plan && modality != Modality::expectation) return false;
  const auto first = sight_.publications(relation, seen).earliest;
  if (!first) return false;
  why = Why::published;
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    const Window& window = condition.window;
    return *first > (condition.coverage == Coverage::some_day ? window.last : window.first);
  });
}

Judgement Answers::judge_undated(RelationId relation, Seen seen, Conditions conditions) const {
  Judgement judgement{.verdict = Verdict::maybe, .why = Why::undated, .undated = true};
  if (begins_later(relation, seen, conditions, judgement.why)) return {.undated = true};
  const QualifiedVerdict together = lifetimes_.together(relation, conditions);
  if (together.verdict == Verdict::no) return {.qualified = together.qualified, .undated = true};
  if (is_timeless(relation)) return {.verdict = Verdict::yes};
  judgement.qualified = together.qualified;
  return judgement;
}

bool Answers::is_timeless(RelationId relation) const {
  if (timeless_[store_.relations.type[index(relation)]] == 0) return false;
  const std::uint32_t from = index(store_.relations.from[index(relation)]);
  return store_.vocabulary.is_timeless(store_.type_of(relation),
                                       store_.vocabulary.kinds()[store_.entities.kind[from]].id);
}

bool Answers::lasts_without_inference(RelationId relation) const {
  const std::vector<Dating> datings = sight_.datings(relation, Seen::most);
  TimeContext context = this->context(relation, Seen::most, Seen::most);
  context.ends_by.reset();
  return judge_dates(relation, datings, context, criteria_.conditions).verdict != Verdict::no;
}

}  // namespace entente
