/// Succession out of order: an older agreement that begins after the newer one, or is replaced
/// before it exists or before it replaced another. An agreement begins with its lifespan or, where
/// it has none, with its first party.

#include <algorithm>
#include <optional>

#include <entente/time/when.hpp>

#include "base/text_map.hpp"
#include "model/checks.hpp"

namespace entente {
namespace {

constexpr std::string_view tie_of_parties = "party_to";

/// True of what is reported as having happened, on a date that nothing qualifies.
bool is_certain(const Relation& relation) {
  const bool stated = relation.modality == Modality::fact || relation.modality == Modality::derived;
  return stated && relation.when && !relation.when->qualified();
}

/// The days on which an agreement may have begun, and the words that say so.
struct Beginning {
  Day first = {};
  Day last = {};
  std::string words = {};
};

/// When agreements begin, as far as nothing qualifies it.
class Beginnings {
 public:
  explicit Beginnings(const CheckRun& run) : run_(run) {
    const RelationType* party = run.type(tie_of_parties);
    if (!party) return;
    run.each_relation([&](const Relation& relation, const RelationParts& parts) {
      if (parts.type == party) add(relation, party->reading);
    });
  }

  [[nodiscard]] std::optional<Beginning> of(const std::string& id) const {
    const Entity* entity = run_.entity(id);
    if (entity && entity->when) {
      if (entity->when->qualified()) return std::nullopt;
      const Bounds bounds = entity->when->bounds(Reading::interval);
      return Beginning{bounds.start_min, bounds.start_max, entity->when->text()};
    }
    const auto parties = by_party_.find(id);
    if (parties == by_party_.end()) return std::nullopt;
    return parties->second;
  }

 private:
  // A party without a certain date may have been the first, so nothing is known of the first day.
  void add(const Relation& relation, Reading reading) {
    const bool certain = is_certain(relation);
    const Bounds bounds = certain ? relation.when->bounds(reading) : Bounds{};
    const Beginning begun{bounds.start_min, bounds.start_max,
                          certain ? relation.id + ", " + relation.when->text() : ""};
    const auto [known, first] = by_party_.emplace(relation.to, begun);
    if (first) return;
    if (begun.last < known->second.last) known->second.words = begun.words;
    known->second.first = std::min(known->second.first, begun.first);
    known->second.last = std::min(known->second.last, begun.last);
  }

  const CheckRun& run_;
  ViewMap<Beginning> by_party_;
};

class SuccessionDates {
 public:
  explicit SuccessionDates(CheckRun& run) : run_(run), beginnings_(run) {}

  void add(const Relation& relation, const RelationType& type) {
    check_lifespans(relation, type);
    if (!is_certain(relation) || type.closes != Closes::parties_of_object) return;
    const Act act{&relation, relation.when->bounds(type.reading)};
    const auto [last, first] = last_of_.emplace(relation.from, act);
    if (!first && act.bounds.start_min > last->second.bounds.start_min) last->second = act;
    replacements_.push_back(act);
  }

  /// An agreement cannot be replaced before it replaced its own predecessor.
  void check_chains() {
    for (const Act& replaced : replacements_) {
      const auto own = last_of_.find(replaced.relation->to);
      if (own == last_of_.end() || replaced.bounds.end_max >= own->second.bounds.start_min)
        continue;
      const Relation& act = *own->second.relation;
      report(*replaced.relation,
             "`" + replaced.relation->to + "` is replaced (" + replaced.relation->when->text() +
                 ") before it replaces another (" + act.id + ", " + act.when->text() + ")");
    }
  }

 private:
  struct Act {
    const Relation* relation = nullptr;
    Bounds bounds;
  };

  void check_lifespans(const Relation& relation, const RelationType& type) {
    const auto newer = beginnings_.of(relation.from);
    const auto older = beginnings_.of(relation.to);
    if (!older) return;
    if (newer && newer->last < older->first)
      report(relation, "the newer agreement `" + relation.from + "` (" + newer->words +
                           ") begins before the older `" + relation.to + "` (" + older->words +
                           ")");
    if (is_certain(relation) && relation.when->bounds(type.reading).end_max < older->first)
      report(relation, "it is dated " + relation.when->text() + ", before `" + relation.to +
                           "` exists (" + older->words + ")");
  }

  void report(const Relation& relation, std::string message) {
    run_.warning(relation.place, relation.id,
                 {"succession-order", std::move(message),
                  "the newer agreement is the `from`; mend the ends or the dates"});
  }

  CheckRun& run_;
  Beginnings beginnings_;
  ViewMap<Act> last_of_;  // by the agreement that replaces
  std::vector<Act> replacements_;
};

}  // namespace

void lint_closing(CheckRun& run) {
  run.each_relation([&](const Relation& relation, const RelationParts& parts) {
    if (!parts.type || parts.type->closes != Closes::parties_of_object) return;
    const AttributeValue* value = find_attribute(relation.attributes, "closes");
    if (value && *value != AttributeValue(Scalar(std::string("all"))))
      run.warning(relation.place, relation.id,
                  {"bad-closes", "`closes` can only be \"all\", and is not used",
                   "\"all\" says that the older agreement ended for everybody, also for those who "
                   "did not join the newer one"});
  });
}

void lint_succession_dates(CheckRun& run) {
  SuccessionDates dates(run);
  run.each_relation([&](const Relation& relation, const RelationParts& parts) {
    if (parts.type && parts.type->succession == Succession::lineage)
      dates.add(relation, *parts.type);
  });
  dates.check_chains();
}

}  // namespace entente
