#include "slow_records.hpp"

#include <algorithm>

namespace entente::verify {

namespace {

/// Whether the state may have held on the attested days.
bool agree(const When& state, const When& witness) {
  const Bounds s = state.bounds(Reading::interval);
  const Bounds w = witness.bounds(Reading::interval);
  return overlaps(s, Window{day_min, w.start_max}).possible() &&
         overlaps(s, Window{w.end_min, day_max}).possible();
}

/// What the others say of a date, start by start and end by end.
void add_other_dates(const When& when, const std::vector<When>& dates, Dating& dating) {
  const Bounds own = when.bounds(Reading::interval);
  Bounds sure;
  bool doubted = false;
  for (const When& other : dates) {
    if (other.is_interval() == when.is_interval()) continue;
    const Bounds b = other.bounds(Reading::interval);
    Bounds said;
    if (when.is_interval() && agree(when, other)) {
      said.start_max = b.start_max;
      said.end_min = b.end_min;
    } else if (!when.is_interval() && !agree(other, when)) {
      if (b.start_min <= own.start_max) said.start_min = b.start_min;
      if (b.end_max >= own.end_min) said.end_max = b.end_max;
    }
    if (said == Bounds{}) continue;
    dating.alongside = narrowed(dating.alongside, said);
    if (other.qualified())
      doubted = true;
    else
      sure = narrowed(sure, said);
  }
  if (doubted) dating.loose_alongside = sure;
}

}  // namespace

SlowRecords::SlowRecords(const Dossier& dossier, const Vocabulary& vocabulary,
                         const Selection& selection)
    : dossier_(dossier), vocabulary_(vocabulary), selection_(selection) {
  if (!selection.observed_through.empty())
    observed_ = Window::parse(selection.observed_through).last;
  if (!selection.as_of.empty()) ask(holds_during, selection.as_of, false);
  if (!selection.during.empty()) ask(holds_during, selection.during, false);
  if (!selection.throughout.empty()) ask(holds_throughout, selection.throughout, true);
}

std::optional<SlowAnswer> SlowRecords::single(const Relation& relation, Inference inference) const {
  if (!fits(dossier_, vocabulary_, selection_, relation)) return std::nullopt;
  std::vector<SlowAnswer> answers;
  for (const bool dates : {true, false})
    for (const bool ends : {true, false})
      answers.push_back(seen(relation, SlowSight(dossier_, selection_, dates),
                             SlowSight(dossier_, selection_, ends), inference));
  SlowAnswer all = answers.front();
  for (const SlowAnswer& one : answers) {
    all.undated = all.undated && one.undated;
    all.qualified = all.qualified || one.qualified;
  }
  for (const SlowAnswer& one : answers) {
    if (one.verdict == answers.front().verdict) {
      all.why = graver(all.why, one.why);
      all.presumed = all.presumed || one.presumed;
    } else {
      all.verdict = Verdict::maybe;
    }
  }
  const bool differ = std::any_of(answers.begin(), answers.end(), [&](const SlowAnswer& one) {
    return one.verdict != answers.front().verdict;
  });
  if (differ && !all.undated) all.why = Why::published;
  if (differ) all.presumed = false;
  if (all.verdict != Verdict::no && publication_doubted(relation)) all.qualified = true;
  return all;
}

void SlowRecords::ask(Holds holds, const std::string& text, bool every_day) {
  questions_.push_back({holds, Window::parse(text), every_day});
}

bool SlowRecords::publication_doubted(const Relation& relation) const {
  if (selection_.known_at.empty()) return false;
  const Window until{day_min, Window::parse(selection_.known_at).last};
  const auto& sources = selection_.sources;
  QualifiedVerdict any{Verdict::no};
  for (const Evidence& evidence : relation.evidence) {
    if (!sources.empty() &&
        std::find(sources.begin(), sources.end(), evidence.source) == sources.end())
      continue;
    const auto when = published(entity_of(dossier_, evidence.source));
    any = any |
          (when ? holds_during(*when, Reading::instant, until) : QualifiedVerdict{Verdict::maybe});
  }
  return any.qualified;
}

SlowAnswer SlowRecords::seen(const Relation& relation, const SlowSight& sight,
                             const SlowSight& others, Inference inference) const {
  if (!sight.sees(relation)) return {.undated = true};
  if (questions_.empty()) return {.verdict = Verdict::yes};
  const std::vector<When> dates = sight.dates(relation);
  if (dates.empty()) return undated(relation, sight);
  std::optional<Closing> closing;
  if (inference == Inference::on)
    closing = SlowInference(dossier_, vocabulary_, others).closing(relation);
  SlowAnswer all{.verdict = Verdict::yes};
  for (const Asked& asked : questions_) {
    std::vector<SlowAnswer> some;
    for (const When& when : dates)
      if (reading_of(vocabulary_, relation) == Reading::instant || !is_within_another(when, dates))
        some.push_back(one(relation, when, asked, closing, sight));
    QualifiedVerdict any{Verdict::no};
    Why why = Why::none;
    bool presumed = true;
    for (const SlowAnswer& each : some) {
      any = any | QualifiedVerdict{each.verdict, each.qualified};
      why = graver(why, each.why);
      if (each.verdict == Verdict::yes && !each.presumed) presumed = false;
    }
    const QualifiedVerdict both = QualifiedVerdict{all.verdict, all.qualified} & any;
    all.verdict = both.verdict;
    all.qualified = both.qualified;
    if (any.verdict == Verdict::maybe) all.why = graver(all.why, why);
    if (any.verdict == Verdict::yes && presumed) all.presumed = true;
  }
  if (all.verdict != Verdict::maybe) all.why = Why::none;
  if (all.verdict != Verdict::yes) all.presumed = false;
  return all;
}

std::vector<When> SlowRecords::lifespans(const Relation& relation) const {
  std::vector<When> lives;
  for (const std::string& end : {relation.from, relation.to})
    if (const Entity& entity = entity_of(dossier_, end); entity.when && entity.kind != "document")
      lives.push_back(*entity.when);
  return lives;
}

SlowAnswer SlowRecords::undated(const Relation& relation, const SlowSight& sight) const {
  SlowAnswer answer{.verdict = Verdict::maybe, .why = Why::undated, .undated = true};
  if (relation.modality == Modality::plan || relation.modality == Modality::expectation) {
    const auto days = sight.appeared(relation);
    const bool known = !days.empty() && std::all_of(days.begin(), days.end(), [](const auto& day) {
      return day.has_value();
    });
    if (known) {
      const Day first = **std::min_element(days.begin(), days.end());
      answer.why = Why::published;
      for (const Asked& asked : questions_)
        if (first > (asked.every_day ? asked.window.first : asked.window.last))
          return {.undated = true};
    }
  }
  QualifiedVerdict together{Verdict::yes};
  for (const When& life : lifespans(relation))
    for (const Asked& asked : questions_)
      together = together & asked.holds(life, Reading::interval, asked.window,
                                        {.observed_through = observed_});
  if (together.verdict == Verdict::no) return {.qualified = together.qualified, .undated = true};
  const RelationType& type = *vocabulary_.find_type(relation.type);
  for (const std::string& kind : type.timeless)
    if (vocabulary_.is_a(entity_of(dossier_, relation.from).kind, kind))
      return {.verdict = Verdict::yes};
  answer.qualified = together.qualified;
  return answer;
}

Bounds SlowRecords::loosened(const When& life, std::optional<Day> lasting) const {
  if (!life.is_interval()) return life.qualified() ? Bounds{} : life.bounds(Reading::interval);
  Bounds b;
  const Endpoint start = life.start(Reading::interval);
  const Endpoint end = life.end(Reading::interval);
  if (start.qualifier() == Qualifier::none) {
    b.start_min = start.days().lo;
    b.start_max = start.state() == EndState::open ? day_min : start.days().hi;
  }
  if (end.qualifier() == Qualifier::none) {
    b.end_min = end.days().lo;
    b.end_max = end.days().hi;
    if (end.state() == EndState::open) b.end_min = observed_.value_or(day_max);
    if (end.state() == EndState::unknown && lasting) b.end_min = *lasting;
  }
  return tightened(b);
}

bool SlowRecords::reports_end(const Relation& relation, const SlowSight& sight) const {
  const Reading reading = reading_of(vocabulary_, relation);
  const auto dates = sight.dates(relation);
  return dates.size() > 1 && std::any_of(dates.begin(), dates.end(), [&](const When& when) {
           return when.end_state(reading) == EndState::known;
         });
}

bool SlowRecords::is_within_another(const When& when, const std::vector<When>& dates) {
  return !when.is_interval() && std::any_of(dates.begin(), dates.end(), [&](const When& state) {
    return state.is_interval() && agree(state, when);
  });
}

Dating SlowRecords::dating(const Relation& relation, const When& when,
                           const SlowSight& sight) const {
  const Reading reading = reading_of(vocabulary_, relation);
  Dating dating = dating_of(when, reading);
  if (reading == Reading::interval) add_other_dates(when, sight.dates(relation), dating);
  return dating;
}

TimeContext SlowRecords::context(const Relation& relation, const When& when,
                                 const std::optional<Closing>& closing, const SlowSight& sight,
                                 const std::optional<Asked>& asked) const {
  TimeContext context{.observed_through = observed_};
  const Reading reading = reading_of(vocabulary_, relation);
  if (closing) {
    context.ends_by = closing->last;
    context.ends_by_qualified = closing->qualified;
  }
  std::optional<Day> horizon;
  if (selection_.presume_lasting == Lasting::presumed && is_reported(relation) && !closing &&
      !reports_end(relation, sight)) {
    horizon = observed_;
    if (!horizon)
      for (const auto& day : sight.appeared(relation))
        if (day) horizon = std::max(horizon.value_or(*day), *day);
  }
  if (horizon && when.start_state(reading) == EndState::known &&
      when.bounds(reading).start_max != day_max)
    context.lasts_until = horizon;
  Bounds loose = all_time;
  bool doubted = false;
  bool qualified = false;
  for (const When& life : lifespans(relation)) {
    Bounds b = life.bounds(Reading::interval, {.observed_through = observed_});
    if (horizon && life.end_state(Reading::interval) == EndState::unknown && b.start_min != day_min)
      b.end_min = std::max(b.end_min, *horizon);
    Bounds& all = context.lifetime;
    all = {std::max(all.start_min, b.start_min), std::max(all.start_max, b.start_max),
           std::min(all.end_min, b.end_min), std::min(all.end_max, b.end_max)};
    const bool lasts = horizon && b.start_min != day_min;
    const Bounds l = life.qualified() ? loosened(life, lasts ? horizon : std::nullopt) : b;
    loose = {std::max(loose.start_min, l.start_min), std::max(loose.start_max, l.start_max),
             std::min(loose.end_min, l.end_min), std::min(loose.end_max, l.end_max)};
    doubted = doubted || (asked && asked->holds(life, Reading::interval, asked->window,
                                                {.observed_through = observed_}) !=
                                       QualifiedVerdict{Verdict::yes});
    qualified = qualified || life.qualified();
  }
  if (doubted && qualified) context.loose_lifetime = loose;
  return context;
}

SlowAnswer SlowRecords::one(const Relation& relation, const When& when, const Asked& asked,
                            const std::optional<Closing>& closing, const SlowSight& sight) const {
  const Reading reading = reading_of(vocabulary_, relation);
  TimeContext context = this->context(relation, when, closing, sight, asked);
  const Bounds own = when.bounds(reading);
  const bool open_start = when.start_state(reading) != EndState::known || own.start_min == day_min;
  const bool open_end = when.end_state(reading) != EndState::known || own.end_max == day_max;
  if (context.lifetime.start_min > context.lifetime.end_max && open_start && open_end) return {};
  const bool witness = reading == Reading::interval && !when.is_interval();
  const bool far = witness && !selection_.attested_within.empty() && !near(when, asked.window);
  const Dating dating = this->dating(relation, when, sight);
  if (dating.alongside != Bounds{}) {
    const Condition condition{asked.every_day ? Coverage::every_day : Coverage::some_day,
                              asked.window};
    const Judgement judged = judge_date(dating, condition, context);
    if (judged.verdict == Verdict::maybe && far) return {};
    return {judged.verdict, judged.qualified, judged.why, judged.presumed};
  }
  const QualifiedVerdict answer = asked.holds(when, reading, asked.window, context);
  SlowAnswer found{answer.verdict, answer.qualified};
  if (context.lasts_until && answer.certain()) {
    context.lasts_until.reset();
    found.presumed = !asked.holds(when, reading, asked.window, context).certain();
  }
  if (answer.verdict != Verdict::maybe) return found;
  if (far) return {};
  found.why = reason(when, reading, asked, context);
  return found;
}

bool SlowRecords::near(const When& when, const Window& window) const {
  const int months = 12 * std::stoi(selection_.attested_within);
  return holds_during(when, Reading::instant,
                      {add_months(window.first, -months), add_months(window.last, months)})
      .possible();
}

Why SlowRecords::reason(const When& when, Reading reading, const Asked& asked,
                        const TimeContext& context) const {
  if (reading == Reading::instant) return Why::imprecise;
  const Bounds b = when.bounds(reading, context);
  const Bounds own = when.bounds(reading);
  const Day begun_by = asked.every_day ? asked.window.first : asked.window.last;
  const Day lasting_to = asked.every_day ? asked.window.last : asked.window.first;
  std::vector<Why> reasons;
  const EndState start = when.start_state(reading);
  const EndState end = when.end_state(reading);
  if (b.end_min < lasting_to) {
    if (context.ends_by && end == EndState::unknown && closed_by(own, *context.ends_by) != own)
      reasons.push_back(Why::inferred);
    else if (end == EndState::known || (end == EndState::open && b.end_max != day_max &&
                                        context.lifetime.end_min < lasting_to))
      reasons.push_back(Why::imprecise);
    else
      reasons.push_back(Why::no_end_reported);
  }
  if (b.start_max > begun_by)
    reasons.push_back(start == EndState::unknown ||
                              (start == EndState::open && b.start_min == day_min)
                          ? Why::no_start_reported
                          : Why::imprecise);
  if (!when.is_interval()) reasons.push_back(Why::witness);
  return *std::min_element(reasons.begin(), reasons.end());
}

}  // namespace entente::verify
