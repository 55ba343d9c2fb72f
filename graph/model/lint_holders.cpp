/// Posts: how many they seat, and two holders of one at one time where the days leave no doubt.

#include <map>
#include <string>

#include <entente/time/when.hpp>

#include "model/checks.hpp"
#include "model/tenures.hpp"

namespace entente {
namespace {

/// The terms at one post, all of which are stated and dated without doubt.
struct Post {
  const Entity* entity = nullptr;
  std::vector<const Relation*> terms = {};
  std::vector<Tenure> tenures = {};  ///< their rows are those of terms
};

using Posts = std::map<std::string_view, Post>;

bool is_certain_term(const Relation& relation) {
  const bool stated = relation.modality == Modality::fact || relation.modality == Modality::derived;
  return stated && relation.when && !relation.when->qualified();
}

Posts posts_of(const CheckRun& run) {
  Posts posts;
  run.each_relation([&](const Relation& relation, const RelationParts& parts) {
    const auto& [type, holder, entity] = parts;
    if (!type || type->closes != Closes::previous_holder || !holder || !entity) return;
    if (!is_certain_term(relation)) return;
    Post& post = posts[relation.to];
    post.entity = entity;
    const Bounds bounds = relation.when->bounds(type->reading);
    post.tenures.push_back(
        {.row = static_cast<std::uint32_t>(post.terms.size()),
         .holder = static_cast<std::uint32_t>(holder - run.dossier().entities.data()),
         .start_max = bounds.start_max,
         .end_min = bounds.end_min});
    post.terms.push_back(&relation);
  });
  return posts;
}

void report(CheckRun& run, const Relation& earlier, const Relation& later) {
  run.warning(
      later.place, later.id,
      {"two-holders",
       "`" + earlier.from + "` (" + earlier.when->text() + ", " + earlier.id + ") holds `" +
           later.to + "` at the same time as `" + later.from + "` (" + later.when->text() + ")",
       "mend one of the dates, or say how many the post seats: \"seats\": 2"});
}

void check_post(CheckRun& run, const Post& post) {
  if (seats_of(run.vocabulary(), post.entity->kind, post.entity->attributes) == Seats::many) return;
  const auto pairs = clashes(post.tenures);
  for (const auto& [earlier, later] : pairs) report(run, *post.terms[earlier], *post.terms[later]);
  if (pairs.empty() || seats_said(post.entity->attributes)) return;
  const auto& [earlier, later] = pairs.front();
  run.warning(post.entity->place, post.entity->id,
              {"seats-unstated",
               "the post shows two holders at one time (" + post.terms[earlier]->id + ", " +
                   post.terms[later]->id +
                   ") and does not say how many it seats, so that no end of a term is inferred",
               "say how many it seats: \"attributes\": {\"seats\": 2}"});
}

}  // namespace

void lint_holders(CheckRun& run) {
  for (const auto& [id, post] : posts_of(run)) check_post(run, post);
}

void lint_seats(CheckRun& run) {
  const Vocabulary& vocabulary = run.vocabulary();
  const auto is_held = [&](const std::string& kind) {
    for (const RelationType& type : vocabulary.types())
      if (type.closes == Closes::previous_holder)
        for (const std::string& to : type.to)
          if (vocabulary.is_a(kind, to)) return true;
    return false;
  };
  for (const Entity& entity : run.dossier().entities)
    if (find_attribute(entity.attributes, "seats") && !seats_said(entity.attributes) &&
        is_held(entity.kind))
      run.warning(entity.place, entity.id,
                  {"bad-seats", "`seats` is no whole number from 1 on, and is not used",
                   "write a number without quotes: \"seats\": 2"});
}

}  // namespace entente
