/// Who takes part in something must exist while it holds: no event before its participants, no
/// tenure past an end. Reported only where it holds whatever the unknown days turn out to be.

#include <entente/time/when.hpp>

#include "model/checks.hpp"

namespace entente {
namespace {

/// The dates of a relation; of an undated one with an event, when the event took place.
struct Occasion {
  const When* when = nullptr;
  Reading reading = Reading::interval;
};

/// A single date of an event is the day it happened on, of anything else a day it existed.
Reading reading_of(const When& when) {
  return when.is_interval() ? Reading::interval : Reading::instant;
}

Occasion occasion(const CheckRun& run, const Relation& relation, const RelationType& type,
                  const Entity& to) {
  if (relation.when) return {&*relation.when, type.reading};
  if (to.when && run.vocabulary().is_a(to.kind, "event")) return {&*to.when, reading_of(*to.when)};
  return {};
}

class Lifespans {
 public:
  explicit Lifespans(CheckRun& run) : run_(run) {}

  void check(const Relation& relation, const RelationParts& parts) {
    const auto& [type, from, to] = parts;
    if (!type || !from || !to || type->present == Present::neither) return;
    if (relation.modality != Modality::fact && relation.modality != Modality::derived) return;
    const Occasion when = occasion(run_, relation, *type, *to);
    if (!when.when || when.when->qualified()) return;
    const bool both = type->present == Present::both;
    if (both || type->present == Present::from) check_end(relation, when, *from);
    if (both || type->present == Present::to) check_end(relation, when, *to);
  }

 private:
  void check_end(const Relation& relation, const Occasion& occasion, const Entity& entity) {
    if (!entity.when || entity.when->qualified() || occasion.when == &*entity.when) return;
    if (run_.vocabulary().is_a(entity.kind, "document")) return;  // its date is its publication
    const Bounds held = occasion.when->bounds(occasion.reading);
    const Bounds life = entity.when->bounds(Reading::interval);
    if (held.start_max < life.start_min)
      report(relation, occasion, entity, "before-existence",
             "begins before " + quoted(entity.id) + " exists");
    if (held.end_min > life.end_max)
      report(relation, occasion, entity, "after-end",
             "goes on after the end of " + quoted(entity.id));
  }

  void report(const Relation& relation, const Occasion& occasion, const Entity& entity,
              std::string code, const std::string& what) {
    run_.warning(relation.place, relation.id,
                 {std::move(code),
                  quoted(relation.type) + " " + what + ": it is dated " + occasion.when->text() +
                      ", " + quoted(entity.id) + " " + entity.when->text(),
                  "mend the date of the relation or that of the entity"});
  }

  CheckRun& run_;
};

}  // namespace

void lint_lifespans(CheckRun& run) {
  Lifespans lifespans(run);
  run.each_relation([&lifespans](const Relation& relation, const RelationParts& parts) {
    lifespans.check(relation, parts);
  });
}

}  // namespace entente
