#pragma once

/// Evidence and inference by the letter: every chain of supersessions walked, every pair of
/// stretches compared.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente::verify {

inline const Entity& entity_of(const Dossier& dossier, const std::string& id) {
  return *std::find_if(dossier.entities.begin(), dossier.entities.end(),
                       [&](const Entity& entity) { return entity.id == id; });
}

inline Reading reading_of(const Vocabulary& vocabulary, const Relation& relation) {
  return vocabulary.find_type(relation.type)->reading;
}

inline bool is_reported(const Relation& relation) {
  return relation.modality == Modality::fact || relation.modality == Modality::derived;
}

/// Its attribute of that name as a date, or its `when`.
inline std::optional<When> published(const Entity& document) {
  const AttributeValue* said = find_attribute(document.attributes, "published");
  std::optional<When> best = document.when;
  if (said == nullptr) return best;
  const When when = When::parse(std::get<std::string>(std::get<Scalar>(*said)));
  const auto days = [](const When& w) {
    const Bounds b = w.bounds(Reading::instant);
    return std::int64_t{b.end_max.count()} - b.start_min.count();
  };
  return !best || days(when) <= days(*best) ? when : best;
}

/// Stretches of time merged pair by pair, as long as two of them certainly touch; with how many
/// dates each was merged from, and whose they are.
struct Merged {
  Bounds bounds;
  std::vector<const Relation*> of;
};

inline bool touch(const Bounds& a, const Bounds& b) {
  const auto after = [](Day day) { return day == day_max ? day : day + 1; };
  return b.start_max <= after(a.end_min) && a.start_max <= after(b.end_min);
}

/// Why a stretch may leave a day of a window out.
inline Why stretch_reason(const Bounds& b, const Window& window) {
  Why why = Why::none;
  if (b.start_max > window.first)
    why = b.start_min == day_min ? Why::no_start_reported : Why::imprecise;
  if (b.end_min < window.last)
    why = graver(why, b.end_max == day_max ? Why::no_end_reported : Why::imprecise);
  return why;
}

inline bool may_touch(const Bounds& a, const Bounds& b) {
  const auto after = [](Day day) { return day == day_max ? day : day + 1; };
  return b.start_min <= after(a.end_max) && a.start_min <= after(b.end_max);
}

/// A stretch with all that it may touch, and that they may, and so on.
inline std::vector<const Merged*> chain_of(const std::vector<Merged>& stretches,
                                           const Merged& first) {
  std::vector<const Merged*> chain = {&first};
  for (std::size_t i = 0; i < chain.size(); ++i)
    for (const Merged& other : stretches)
      if (std::find(chain.begin(), chain.end(), &other) == chain.end() &&
          may_touch(chain[i]->bounds, other.bounds))
        chain.push_back(&other);
  return chain;
}

/// From the earliest start to the latest end.
inline Bounds hull_of(const std::vector<const Merged*>& chain) {
  Bounds all = chain.front()->bounds;
  for (const Merged* one : chain) {
    const Bounds& b = one->bounds;
    all = {std::min(all.start_min, b.start_min), std::min(all.start_max, b.start_max),
           std::max(all.end_min, b.end_min), std::max(all.end_max, b.end_max)};
  }
  return all;
}

inline std::vector<Merged> merge(std::vector<Merged> list) {
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

using Holds = QualifiedVerdict (*)(const When&, Reading, const Window&, const TimeContext&);

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
  Day last = {};
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
      if (fits(relation, offer.last) && offer.last <= there_until(relation) &&
          (!best || offer < *best))
        best = offer;
    return best;
  }

 private:
  struct Chain {
    std::string first = {};
    Day last = day_min;
    bool qualified = false;
  };

  Reading reading(const Relation& relation) const { return reading_of(vocabulary_, relation); }

  /// The last day that the lifespans of its ends allow, where nothing of them is in doubt.
  Day there_until(const Relation& relation) const {
    Day last = day_max;
    for (const std::string& id : {relation.from, relation.to}) {
      const Entity& entity = entity_of(dossier_, id);
      if (entity.when && !entity.when->qualified() && !vocabulary_.is_a(entity.kind, "document"))
        last = std::min(last, entity.when->bounds(Reading::interval).end_max);
    }
    return last;
  }

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
    if (!is_reported(by) || !sight_.keeps(by)) return std::nullopt;
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
      const bool ended = when->end_state(Reading::interval) == EndState::known;
      const Day end = ended ? b.end_max : std::min(b.end_max, there_until(other));
      if (b.start_max != day_max && end >= last)
        offers.push_back({last, chain.first, chain.qualified || doubted});
    }
  }

  bool one_seat(const std::string& post) const {
    const AttributeValue* seats = find_attribute(entity_of(dossier_, post).attributes, "seats");
    if (seats) return *seats == AttributeValue(Scalar(std::int64_t{1}));
    for (const Relation& a : dossier_.relations)
      for (const Relation& b : dossier_.relations) {
        if (a.type != "holds_post" || b.type != "holds_post" || a.to != post || b.to != post ||
            a.from == b.from || !is_reported(a) || !is_reported(b) || !a.when || !b.when ||
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

}  // namespace entente::verify
