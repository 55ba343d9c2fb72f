/// Two holders of one post at one time, unless the post says that it has more seats, and where the
/// days leave no doubt. Both may be in office on the day of a handover.

#include <algorithm>
#include <map>

#include <entente/time/when.hpp>

#include "model/checks.hpp"

namespace entente {
namespace {

struct Tenure {
  const Relation* relation = nullptr;
  Bounds bounds;
};

/// A post has one seat unless it says otherwise; of an organisation only what it says counts.
bool has_one_seat(const CheckRun& run, const Entity& post) {
  const AttributeValue* seats = find_attribute(post.attributes, "seats");
  if (!seats) return run.vocabulary().is_a(post.kind, "post");
  return *seats == AttributeValue(Scalar(std::int64_t{1}));
}

std::map<std::string_view, std::vector<Tenure>> tenures_by_post(const CheckRun& run) {
  std::map<std::string_view, std::vector<Tenure>> posts;
  run.each_relation([&](const Relation& relation, const RelationParts& parts) {
    const auto& [type, holder, post] = parts;
    if (!type || type->closes != Closes::previous_holder || !relation.when) return;
    if (relation.modality != Modality::fact && relation.modality != Modality::derived) return;
    if (!post || !has_one_seat(run, *post) || relation.when->qualified()) return;
    posts[relation.to].push_back({&relation, relation.when->bounds(type->reading)});
  });
  return posts;
}

/// Certainly in office together on more than the day of a handover.
bool overlap(const Tenure& a, const Tenure& b) {
  return a.bounds.start_max < b.bounds.end_min && b.bounds.start_max < a.bounds.end_min;
}

void report(CheckRun& run, const Tenure& earlier, const Tenure& later) {
  run.warning(
      later.relation->place, later.relation->id,
      {"two-holders",
       "`" + earlier.relation->from + "` (" + earlier.relation->when->text() + ", " +
           earlier.relation->id + ") holds `" + later.relation->to + "` at the same time as `" +
           later.relation->from + "` (" + later.relation->when->text() + ")",
       "mend one of the dates, or say how many the post seats: \"seats\": 2"});
}

/// In the order of their latest starts each tenure is compared with the two of different persons
/// that certainly last longest: if any overlaps, one of them does.
void check_post(CheckRun& run, std::vector<Tenure> tenures) {
  std::stable_sort(tenures.begin(), tenures.end(), [](const Tenure& a, const Tenure& b) {
    return a.bounds.start_max < b.bounds.start_max;
  });
  const Tenure* longest = nullptr;
  const Tenure* other = nullptr;  // the longest of another person
  for (const Tenure& tenure : tenures) {
    const std::string& person = tenure.relation->from;
    const Tenure* rival = longest && longest->relation->from == person ? other : longest;
    if (rival && overlap(*rival, tenure)) report(run, *rival, tenure);
    if (!longest || tenure.bounds.end_min > longest->bounds.end_min) {
      if (longest && longest->relation->from != person) other = longest;
      longest = &tenure;
    } else if (longest->relation->from != person &&
               (!other || tenure.bounds.end_min > other->bounds.end_min)) {
      other = &tenure;
    }
  }
}

}  // namespace

void lint_holders(CheckRun& run) {
  for (auto& [post, tenures] : tenures_by_post(run)) check_post(run, std::move(tenures));
}

}  // namespace entente
