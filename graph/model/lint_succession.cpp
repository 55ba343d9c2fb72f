/// Succession out of order: an older agreement that begins after the newer one, or is replaced
/// before it exists or before it replaced another.

#include <algorithm>
#include <unordered_map>

#include <entente/time/when.hpp>

#include "model/checks.hpp"

namespace entente {
namespace {

class SuccessionDates {
 public:
  explicit SuccessionDates(CheckRun& run) : run_(run) {}

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

  static bool is_certain(const Relation& relation) {
    const bool told = relation.modality == Modality::fact || relation.modality == Modality::derived;
    return told && relation.when && !relation.when->qualified();
  }

  [[nodiscard]] const When* lifespan(const std::string& id) const {
    const Entity* entity = run_.entity(id);
    return entity && entity->when && !entity->when->qualified() ? &*entity->when : nullptr;
  }

  void check_lifespans(const Relation& relation, const RelationType& type) {
    const When* newer = lifespan(relation.from);
    const When* older = lifespan(relation.to);
    if (!older) return;
    const Day older_start = older->bounds(Reading::interval).start_min;
    if (newer && newer->bounds(Reading::interval).start_max < older_start)
      report(relation, "the newer agreement `" + relation.from + "` (" + newer->text() +
                           ") begins before the older `" + relation.to + "` (" + older->text() +
                           ")");
    if (is_certain(relation) && relation.when->bounds(type.reading).end_max < older_start)
      report(relation, "it is dated " + relation.when->text() + ", before `" + relation.to +
                           "` exists (" + older->text() + ")");
  }

  void report(const Relation& relation, std::string message) {
    run_.warning(relation.place, relation.id,
                 {"succession-order", std::move(message),
                  "the newer agreement is the `from`; mend the ends or the dates"});
  }

  CheckRun& run_;
  std::unordered_map<std::string_view, Act> last_of_;  // by the agreement that replaces
  std::vector<Act> replacements_;
};

}  // namespace

void lint_succession_dates(CheckRun& run) {
  SuccessionDates dates(run);
  for (const Relation& relation : run.dossier().relations) {
    const RelationType* type = run.type(relation.type);
    if (type && type->succession == Succession::lineage) dates.add(relation, *type);
  }
  dates.check_chains();
}

}  // namespace entente
