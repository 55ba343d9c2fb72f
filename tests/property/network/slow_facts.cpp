#include "slow_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente::verify {

namespace {

const Entity& entity_of(const Dossier& dossier, const std::string& id) {
  return *std::find_if(dossier.entities.begin(), dossier.entities.end(),
                       [&](const Entity& entity) { return entity.id == id; });
}

Reading reading_of(const Vocabulary& vocabulary, const Relation& relation) {
  return vocabulary.find_type(relation.type)->reading;
}

bool is_told(const Relation& relation) {
  return relation.modality == Modality::fact || relation.modality == Modality::derived;
}

/// Its attribute of that name as a date, or its `when`.
std::optional<When> published(const Entity& document) {
  const AttributeValue* said = find_attribute(document.attributes, "published");
  std::optional<When> best = document.when;
  if (said == nullptr) return best;
  const When when = When::parse(std::get<std::string>(std::get<Scalar>(*said)));
  const auto days = [](const When& w) {
    const Bounds b = w.bounds(Reading::instant);
    return std::int64_t{b.end_max} - b.start_min;
  };
  return !best || days(when) <= days(*best) ? when : best;
}

/// Stretches of time merged pair by pair, as long as two of them certainly touch; with how many
/// dates each was merged from, and whose they are.
struct Merged {
  Bounds bounds;
  std::vector<const Relation*> of;
};

bool touch(const Bounds& a, const Bounds& b) {
  const auto after = [](Day day) { return day == day_max ? day : day + 1; };
  return b.start_max <= after(a.end_min) && a.start_max <= after(b.end_min);
}

std::vector<Merged> merge(std::vector<Merged> list) {
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = i + 1; j < list.size(); ++j) {
      if (!touch(list[i].bounds, list[j].bounds)) continue;
      Bounds& a = list[i].bounds;
      const Bounds& b = list[j].bounds;
      a = {std::min(a.start_min, b.start_min), std::min(a.start_max, b.start_max),
           std::max(a.end_min, b.end_min), std::max(a.end_max, b.end_max)};
      list[i].of.insert(list[i].of.end(), list[j].of.begin(), list[j].of.end());
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(j));
      return merge(std::move(list));
    }
  return list;
}

using Holds = Answer (*)(const When&, Reading, const Window&, const TimeContext&);

/// A period that a question asks about.
struct Asked {
  Holds holds;
  Window window;
  bool every_day = false;
};

/// The evidence of one dossier as far as it is seen: all that may have been out, or all that was.
class SlowSight {
 public:
  SlowSight(const Dossier& dossier, const Selection& selection, bool most)
      : dossier_(dossier), selection_(selection), most_(most) {}

  bool piece(const Evidence& evidence) const {
    const auto& sources = selection_.sources;
    if (!sources.empty() &&
        std::find(sources.begin(), sources.end(), evidence.source) == sources.end())
      return false;
    if (selection_.known_at.empty()) return true;
    const auto when = published(entity_of(dossier_, evidence.source));
    const Window until{day_min, Window::parse(selection_.known_at).last};
    const Verdict out =
        when ? holds_during(*when, Reading::instant, until).verdict : Verdict::maybe;
    return most_ ? out != Verdict::no : out == Verdict::yes;
  }
  bool narrowed() const { return !selection_.sources.empty() || !selection_.known_at.empty(); }
  bool sees(const Relation& relation) const {
    return !narrowed() || std::any_of(relation.evidence.begin(), relation.evidence.end(),
                                      [&](const Evidence& e) { return piece(e); });
  }
  bool keeps(const Relation& relation) const {
    const auto& modalities = selection_.modalities;
    return sees(relation) &&
           (modalities.empty() ||
            std::find(modalities.begin(), modalities.end(), relation.modality) != modalities.end());
  }
  std::vector<When> dates(const Relation& relation) const {
    std::vector<When> found;
    bool own = !narrowed();
    for (const Evidence& evidence : relation.evidence)
      if (piece(evidence)) own = own || !evidence.when;
    if (own && relation.when) found.push_back(*relation.when);
    for (const Evidence& evidence : relation.evidence)
      if (piece(evidence) && evidence.when) found.push_back(*evidence.when);
    return found;
  }
  /// The first days on which its evidence can have appeared; nothing where that is not known.
  std::vector<std::optional<Day>> appeared(const Relation& relation) const {
    std::vector<std::optional<Day>> days;
    for (const Evidence& evidence : relation.evidence) {
      if (!piece(evidence)) continue;
      const auto when = published(entity_of(dossier_, evidence.source));
      days.push_back(when ? when->earliest() : std::nullopt);
    }
    return days;
  }

 private:
  const Dossier& dossier_;
  const Selection& selection_;
  bool most_;
};

struct Closing {
  Day last = 0;
  std::string by = {};
  bool qualified = false;
  bool operator<(const Closing& o) const { return std::tie(last, by) < std::tie(o.last, o.by); }
  bool operator==(const Closing&) const = default;
};

/// Inference rule by rule, with all chains of supersessions walked one by one.
class SlowInference {
 public:
  SlowInference(const Dossier& dossier, const Vocabulary& vocabulary, const SlowSight& sight)
      : dossier_(dossier), vocabulary_(vocabulary), sight_(sight) {}

  std::optional<Closing> closing(const Relation& relation) const {
    std::vector<Closing> offers;
    if (!sight_.keeps(relation)) return std::nullopt;
    if (relation.type == "party_to") follow(relation, relation.to, {}, offers);
    if (relation.type == "holds_post") succeed(relation, offers);
    std::optional<Closing> best;
    for (const Closing& offer : offers)
      if (fits(relation, offer.last) && (!best || offer < *best)) best = offer;
    return best;
  }

 private:
  struct Chain {
    std::string first = {};
    Day last = day_min;
    bool qualified = false;
  };

  Reading reading(const Relation& relation) const { return reading_of(vocabulary_, relation); }

  bool fits(const Relation& relation, Day last) const {
    for (const When& when : sight_.dates(relation)) {
      const Bounds b = when.bounds(reading(relation));
      if (when.end_state(reading(relation)) == EndState::unknown && last >= b.start_min &&
          last >= b.end_min && last < b.end_max)
        return true;
    }
    return false;
  }

  /// The first of the dates that count, if the relation may close others.
  std::optional<When> date(const Relation& by) const {
    if (!is_told(by) || !sight_.keeps(by)) return std::nullopt;
    const auto dates = sight_.dates(by);
    return dates.empty() ? std::nullopt : std::optional(dates.front());
  }

  void follow(const Relation& tie, const std::string& agreement, const Chain& chain,
              std::vector<Closing>& offers) const {
    for (const Relation& step : dossier_.relations) {
      if (step.type != "supersedes" || step.to != agreement) continue;
      const auto when = date(step);
      if (!when || when->bounds(Reading::instant).end_max == day_max) continue;
      Chain longer = chain;
      if (longer.first.empty()) longer.first = step.id;
      longer.last = std::max(longer.last, when->bounds(Reading::instant).end_max);
      longer.qualified = longer.qualified || when->qualified();
      const AttributeValue* closes = find_attribute(step.attributes, "closes");
      if (chain.first.empty() && closes && *closes == AttributeValue(Scalar(std::string("all"))))
        offers.push_back({longer.last, step.id, longer.qualified});
      join(tie, step.from, longer, offers);
      follow(tie, step.from, longer, offers);
    }
  }

  void join(const Relation& tie, const std::string& agreement, const Chain& chain,
            std::vector<Closing>& offers) const {
    for (const Relation& other : dossier_.relations) {
      if (other.type != "party_to" || other.to != agreement || other.from != tie.from) continue;
      const auto when = date(other);
      if (!when || when->start_state(Reading::interval) != EndState::known) continue;
      const Bounds b = when->bounds(Reading::interval);
      const Day last = std::max(chain.last, b.start_max);
      const bool doubted = when->start(Reading::interval).qualifier() != Qualifier::none;
      if (b.start_max != day_max && b.end_max >= last)
        offers.push_back({last, chain.first, chain.qualified || doubted});
    }
  }

  bool one_seat(const std::string& post) const {
    const AttributeValue* seats = find_attribute(entity_of(dossier_, post).attributes, "seats");
    if (seats) return *seats == AttributeValue(Scalar(std::int64_t{1}));
    for (const Relation& a : dossier_.relations)
      for (const Relation& b : dossier_.relations) {
        if (a.type != "holds_post" || b.type != "holds_post" || a.to != post || b.to != post ||
            a.from == b.from || !is_told(a) || !is_told(b) || !a.when || !b.when ||
            a.when->qualified() || b.when->qualified())
          continue;
        const Bounds x = a.when->bounds(Reading::interval);
        const Bounds y = b.when->bounds(Reading::interval);
        if (x.start_max < y.end_min && y.start_max < x.end_min) return false;
      }
    return true;
  }

  void succeed(const Relation& term, std::vector<Closing>& offers) const {
    if (!one_seat(term.to)) return;
    const auto dates = sight_.dates(term);
    if (dates.empty()) return;
    const Day begun = dates.front().bounds(Reading::interval).start_max;
    for (const Relation& next : dossier_.relations) {
      if (next.type != "holds_post" || next.to != term.to || next.from == term.from) continue;
      const auto when = date(next);
      if (!when || when->start_state(Reading::interval) != EndState::known) continue;
      const Bounds b = when->bounds(Reading::interval);
      if (b.start_min == day_min || b.start_max == day_max || begun >= b.start_min) continue;
      const bool doubted = when->start(Reading::interval).qualifier() != Qualifier::none;
      offers.push_back({b.start_max, next.id, doubted});
    }
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const SlowSight& sight_;
};

class Slow {
 public:
  Slow(const Dossier& dossier, const Vocabulary& vocabulary, const Selection& selection)
      : dossier_(dossier), vocabulary_(vocabulary), selection_(selection) {
    if (!selection.observed_through.empty())
      observed_ = Window::parse(selection.observed_through).last;
    if (!selection.as_of.empty()) ask(holds_during, selection.as_of, false);
    if (!selection.during.empty()) ask(holds_during, selection.during, false);
    if (!selection.throughout.empty()) ask(holds_throughout, selection.throughout, true);
  }

  /// Of relations that fit the selection: what they or their ties say.
  std::optional<SlowAnswer> answer(const Relation& relation, Inference inference) const {
    const auto own = single(relation, inference);
    if (!own) return std::nullopt;
    const auto tie = as_tie(relation, inference);
    return tie && tie->verdict > own->verdict ? tie : own;
  }

 private:
  /// What the tie says of which the relation is a record, if a period is to be filled.
  std::optional<SlowAnswer> as_tie(const Relation& relation, Inference inference) const {
    if (selection_.throughout.empty()) return std::nullopt;
    const Window window = Window::parse(selection_.throughout);
    if (window.is_one_day() || reading_of(vocabulary_, relation) == Reading::instant)
      return std::nullopt;
    Selection some_day = selection_;
    some_day.throughout.clear();
    Slow present(dossier_, vocabulary_, some_day);
    present.ask(holds_during, selection_.throughout, false);
    const auto row = present.single(relation, inference);
    if (!row || row->verdict == Verdict::no) return std::nullopt;
    std::optional<SlowAnswer> best;
    for (const Merged& one : stretches_of_tie(relation, inference)) {
      if (one.of.size() < 2 || std::find(one.of.begin(), one.of.end(), &relation) == one.of.end())
        continue;
      const Answer answer = covers(one.bounds, window) & Answer{row->verdict, row->qualified};
      if (best && answer.verdict <= best->verdict) continue;
      best = SlowAnswer{answer.verdict, answer.qualified};
      if (answer.verdict == Verdict::maybe)
        best->why = graver(row->why, stretch_reason(one.bounds, window));
    }
    return best;
  }

  static Why stretch_reason(const Bounds& b, const Window& window) {
    Why why = Why::none;
    if (b.start_max > window.first)
      why = b.start_min == day_min ? Why::no_start_reported : Why::imprecise;
    if (b.end_min < window.last)
      why = graver(why, b.end_max == day_max ? Why::no_end_reported : Why::imprecise);
    return why;
  }

  std::vector<Merged> stretches_of_tie(const Relation& relation, Inference inference) const {
    const bool symmetric = vocabulary_.find_type(relation.type)->symmetry == Symmetry::symmetric;
    const SlowSight sight(dossier_, selection_, true);
    std::vector<Merged> list;
    for (const Relation& other : dossier_.relations) {
      const bool same_way = other.from == relation.from && other.to == relation.to;
      const bool turned = symmetric && other.from == relation.to && other.to == relation.from;
      if (other.type != relation.type || other.modality != relation.modality ||
          !(same_way || turned) || !fits(other) || !sight.sees(other))
        continue;
      std::optional<Closing> closing;
      if (inference == Inference::on)
        closing = SlowInference(dossier_, vocabulary_, sight).closing(other);
      for (const When& when : sight.dates(other)) {
        const TimeContext context = this->context(other, when, closing, sight, std::nullopt);
        list.push_back({when.bounds(Reading::interval, context), {&other}});
      }
    }
    return merge(std::move(list));
  }

  std::optional<SlowAnswer> single(const Relation& relation, Inference inference) const {
    if (!fits(relation)) return std::nullopt;
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

  void ask(Holds holds, const std::string& text, bool every_day) {
    questions_.push_back({holds, Window::parse(text), every_day});
  }

  /// Whether what was out by the day asked for rests on a doubtful date.
  bool publication_doubted(const Relation& relation) const {
    if (selection_.known_at.empty()) return false;
    const Window until{day_min, Window::parse(selection_.known_at).last};
    const auto& sources = selection_.sources;
    Answer any{Verdict::no};
    for (const Evidence& evidence : relation.evidence) {
      if (!sources.empty() &&
          std::find(sources.begin(), sources.end(), evidence.source) == sources.end())
        continue;
      const auto when = published(entity_of(dossier_, evidence.source));
      any = any | (when ? holds_during(*when, Reading::instant, until) : Answer{Verdict::maybe});
    }
    return any.qualified;
  }

  bool fits(const Relation& relation) const {
    const auto among = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    const auto of_kind = [&](const std::string& end) {
      return selection_.kinds.empty() ||
             std::any_of(selection_.kinds.begin(), selection_.kinds.end(),
                         [&](const std::string& kind) {
                           return vocabulary_.is_a(entity_of(dossier_, end).kind, kind);
                         });
    };
    const bool sourced =
        selection_.sources.empty() ||
        std::any_of(relation.evidence.begin(), relation.evidence.end(),
                    [&](const Evidence& e) { return among(selection_.sources, e.source); });
    return among(selection_.types, relation.type) &&
           among(selection_.modalities, relation.modality) && of_kind(relation.from) &&
           of_kind(relation.to) && sourced;
  }

  SlowAnswer seen(const Relation& relation, const SlowSight& sight, const SlowSight& others,
                  Inference inference) const {
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
      for (const When& when : dates) some.push_back(one(relation, when, asked, closing, sight));
      Answer any{Verdict::no};
      Why why = Why::none;
      bool presumed = true;
      for (const SlowAnswer& each : some) {
        any = any | Answer{each.verdict, each.qualified};
        why = graver(why, each.why);
        if (each.verdict == Verdict::yes && !each.presumed) presumed = false;
      }
      const Answer both = Answer{all.verdict, all.qualified} & any;
      all.verdict = both.verdict;
      all.qualified = both.qualified;
      if (any.verdict == Verdict::maybe) all.why = graver(all.why, why);
      if (any.verdict == Verdict::yes && presumed) all.presumed = true;
    }
    if (all.verdict != Verdict::maybe) all.why = Why::none;
    if (all.verdict != Verdict::yes) all.presumed = false;
    return all;
  }

  /// The lifespans of both ends, but those of documents.
  std::vector<When> lifespans(const Relation& relation) const {
    std::vector<When> lives;
    for (const std::string& end : {relation.from, relation.to})
      if (const Entity& entity = entity_of(dossier_, end); entity.when && entity.kind != "document")
        lives.push_back(*entity.when);
    return lives;
  }

  SlowAnswer undated(const Relation& relation, const SlowSight& sight) const {
    SlowAnswer answer{.verdict = Verdict::maybe, .why = Why::undated, .undated = true};
    if (relation.modality == Modality::plan || relation.modality == Modality::expectation) {
      const auto days = sight.appeared(relation);
      const bool known =
          !days.empty() &&
          std::all_of(days.begin(), days.end(), [](const auto& day) { return day.has_value(); });
      if (known) {
        const Day first = **std::min_element(days.begin(), days.end());
        answer.why = Why::published;
        for (const Asked& asked : questions_)
          if (first > (asked.every_day ? asked.window.first : asked.window.last))
            return {.undated = true};
      }
    }
    Answer together{Verdict::yes};
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

  /// A lifespan whose doubted ends are unknown; one of which no end is reported lasts to `lasting`.
  Bounds loosened(const When& life, std::optional<Day> lasting) const {
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

  TimeContext context(const Relation& relation, const When& when,
                      const std::optional<Closing>& closing, const SlowSight& sight,
                      const std::optional<Asked>& asked) const {
    TimeContext context{.observed_through = observed_};
    const Reading reading = reading_of(vocabulary_, relation);
    if (closing) {
      context.ends_by = closing->last;
      context.ends_by_qualified = closing->qualified;
    }
    std::optional<Day> horizon;
    if (selection_.presume_lasting == Lasting::presumed && is_told(relation) && !closing) {
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
      if (horizon && life.end_state(Reading::interval) == EndState::unknown &&
          b.start_min != day_min)
        b.end_min = std::max(b.end_min, *horizon);
      Bounds& all = context.lifetime;
      all = {std::max(all.start_min, b.start_min), std::max(all.start_max, b.start_max),
             std::min(all.end_min, b.end_min), std::min(all.end_max, b.end_max)};
      const bool lasts = horizon && b.start_min != day_min;
      const Bounds l = life.qualified() ? loosened(life, lasts ? horizon : std::nullopt) : b;
      loose = {std::max(loose.start_min, l.start_min), std::max(loose.start_max, l.start_max),
               std::min(loose.end_min, l.end_min), std::min(loose.end_max, l.end_max)};
      doubted = doubted ||
                (asked && asked->holds(life, Reading::interval, asked->window,
                                       {.observed_through = observed_}) != Answer{Verdict::yes});
      qualified = qualified || life.qualified();
    }
    if (doubted && qualified) context.loose_lifetime = loose;
    return context;
  }

  SlowAnswer one(const Relation& relation, const When& when, const Asked& asked,
                 const std::optional<Closing>& closing, const SlowSight& sight) const {
    const Reading reading = reading_of(vocabulary_, relation);
    TimeContext context = this->context(relation, when, closing, sight, asked);
    const Bounds own = when.bounds(reading);
    const bool open_start =
        when.start_state(reading) != EndState::known || own.start_min == day_min;
    const bool open_end = when.end_state(reading) != EndState::known || own.end_max == day_max;
    if (context.lifetime.start_min > context.lifetime.end_max && open_start && open_end) return {};
    const Answer answer = asked.holds(when, reading, asked.window, context);
    SlowAnswer found{answer.verdict, answer.qualified};
    if (context.lasts_until && answer.certain()) {
      context.lasts_until.reset();
      found.presumed = !asked.holds(when, reading, asked.window, context).certain();
    }
    if (answer.verdict != Verdict::maybe) return found;
    const bool witness = reading == Reading::interval && !when.is_interval();
    if (witness && !selection_.attested_within.empty() && !near(when, asked.window)) return {};
    found.why = reason(when, reading, asked, context);
    return found;
  }

  /// Of years only.
  bool near(const When& when, const Window& window) const {
    const int months = 12 * std::stoi(selection_.attested_within);
    return holds_during(when, Reading::instant,
                        {add_months(window.first, -months), add_months(window.last, months)})
        .possible();
  }

  Why reason(const When& when, Reading reading, const Asked& asked,
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
      else if (end == EndState::known || (end == EndState::open && b.end_max != day_max))
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

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const Selection& selection_;
  std::optional<Day> observed_;
  std::vector<Asked> questions_;
};

/// One of a list.
template <class List>
auto pick(std::mt19937& chance, const List& list) {
  return list[chance() % std::size(list)];
}

bool one_in(std::mt19937& chance, unsigned n) {
  return chance() % n == 0;
}

constexpr std::string_view dates[] = {"2012",
                                      "2014-05",
                                      "2014-05-06",
                                      "2016-02-29",
                                      "201X",
                                      "2015-XX-25",
                                      "2013?",
                                      "2014-05~",
                                      "2017%",
                                      "2011-12-31",
                                      "[2012,2014]",
                                      "{2012,2015}",
                                      "[..2013]",
                                      "[2016..]",
                                      "{2013-05,2014}",
                                      "2018-01-01",
                                      "2010",
                                      "2019-12",
                                      "[2012-05-06,2016]"};
constexpr std::string_view ends[] = {"2011",       "2012-06", "2013-01-01", "2014?", "2015-05-06~",
                                     "2015-12-31", "201X",    "2016",       "",      "",
                                     "..",         ".."};

std::optional<When> random_when(std::mt19937& chance) {
  for (;;) {
    try {
      if (one_in(chance, 6)) return std::nullopt;
      if (one_in(chance, 3)) return When::parse(pick(chance, dates));
      return When::between(pick(chance, ends), pick(chance, ends));
    } catch (const DateError&) {  // it would end before it starts
    }
  }
}

constexpr std::string_view type_ids[] = {"party_to",   "supersedes", "holds_post", "met_with",
                                         "partner_of", "member_of",  "part_of"};

void add_relation(std::mt19937& chance, Dossier& dossier) {
  constexpr std::string_view countries[] = {"c1", "c2", "c3"};
  constexpr std::string_view people[] = {"p1", "p2", "p3"};
  const std::string_view type = pick(chance, type_ids);
  std::string from(pick(chance, countries));
  std::string to(pick(chance, countries));
  constexpr std::string_view agreements[] = {"a1", "a2", "a3"};
  if (type == "party_to") to = pick(chance, agreements);
  if (type == "part_of") from = one_in(chance, 2) ? "post1" : "c3";
  if (type == "member_of") to = "o1";
  if (type == "supersedes") {
    from = one_in(chance, 2) ? "a3" : "a2";
    to = from == "a3" && one_in(chance, 2) ? "a2" : "a1";
  }
  if (type == "holds_post" || type == "met_with") from = pick(chance, people);
  if (type == "holds_post") to = one_in(chance, 3) ? "post2" : "post1";
  if (type == "met_with") to = pick(chance, people);
  Relation relation{
      "r" + std::to_string(100 + chance() % 900) + "-" + std::to_string(dossier.relations.size()),
      std::string(type), from, to};
  relation.when = random_when(chance);
  if (type == "supersedes" && one_in(chance, 6))
    relation.attributes = {{"closes", Scalar(std::string("all"))}};
  if (one_in(chance, 3)) relation.modality = static_cast<Modality>(chance() % 5);
  for (auto i = chance() % 3; i > 0; --i) {
    Evidence evidence{"d" + std::to_string(1 + chance() % 4)};
    if (one_in(chance, 4)) evidence.when = random_when(chance);
    relation.evidence.push_back(std::move(evidence));
  }
  dossier.relations.push_back(std::move(relation));
}

}  // namespace

SlowFacts slow_facts(const Dossier& dossier, const Vocabulary& vocabulary,
                     const Selection& selection) {
  const Slow slow(dossier, vocabulary, selection);
  SlowFacts facts;
  for (const Relation& relation : dossier.relations) {
    const auto answer = slow.answer(relation, selection.inference);
    if (!answer) continue;
    const bool certain_only = selection.keep == Keep::certain_only;
    if (answer->verdict == Verdict::no && !certain_only) {
      const auto without = slow.answer(relation, Inference::off);
      if (selection.inference == Inference::on && without->verdict != Verdict::no)
        facts.inferred_ended.push_back(relation.id);
    }
    if (answer->verdict == Verdict::no || (certain_only && answer->verdict == Verdict::maybe))
      continue;
    const bool hidden = answer->undated && answer->verdict == Verdict::maybe &&
                        selection.undated == Undated::counted;
    if (hidden)
      facts.undated.push_back(relation.id);
    else
      facts.kept[relation.id] = *answer;
  }
  std::sort(facts.undated.begin(), facts.undated.end());
  std::sort(facts.inferred_ended.begin(), facts.inferred_ended.end());
  return facts;
}

Dossier random_dossier(std::mt19937& chance) {
  Dossier dossier;
  dossier.titles = {{"en", "Random"}};
  const auto add = [&](std::string_view id, std::string_view kind) -> Entity& {
    dossier.entities.push_back({std::string(id), std::string(kind)});
    if (one_in(chance, 5)) dossier.entities.back().when = random_when(chance);
    return dossier.entities.back();
  };
  for (const std::string_view id : {"c1", "c2", "c3"}) add(id, "country");
  for (const std::string_view id : {"p1", "p2", "p3"}) add(id, "person");
  for (const std::string_view id : {"a1", "a2", "a3"}) add(id, "agreement");
  add("o1", "organisation");
  add("post1", "post").attributes = {{"seats", Scalar(std::int64_t{1})}};
  add("post2", "post");
  for (const std::string_view id : {"d1", "d2", "d3", "d4"}) {
    Entity& document = add(id, "document");
    if (id != "d4" && !document.when)
      document.attributes = {{"published", Scalar(std::string(pick(chance, dates)))}};
  }
  for (auto i = 3 + chance() % 12; i > 0; --i) add_relation(chance, dossier);
  return dossier;
}

Selection random_selection(std::mt19937& chance) {
  constexpr std::string_view periods[] = {"2014-05-06", "2015-01-25", "2013",       "2014-05",
                                          "2012/2014",  "../2013",    "2015-06/..", "../.."};
  Selection selection;
  if (one_in(chance, 2)) selection.as_of = pick(chance, periods);
  if (one_in(chance, 4)) selection.during = pick(chance, periods);
  if (one_in(chance, 3)) selection.throughout = pick(chance, periods);
  if (one_in(chance, 4)) selection.known_at = one_in(chance, 2) ? "2014" : "2015-01-25";
  if (one_in(chance, 4)) selection.observed_through = "2014-12-31";
  if (one_in(chance, 4)) selection.types = {std::string(pick(chance, type_ids)), "party_to"};
  if (one_in(chance, 6)) selection.kinds = {"country", "agreement"};
  if (one_in(chance, 6)) selection.modalities = {Modality::fact, Modality::plan};
  if (one_in(chance, 6)) selection.sources = {"d1", "d4"};
  if (one_in(chance, 4)) selection.keep = Keep::certain_only;
  if (one_in(chance, 3)) selection.inference = Inference::off;
  if (one_in(chance, 3)) selection.undated = Undated::listed;
  if (one_in(chance, 4)) selection.presume_lasting = Lasting::presumed;
  if (one_in(chance, 6)) selection.attested_within = one_in(chance, 2) ? "1y" : "3y";
  return selection;
}

}  // namespace entente::verify
