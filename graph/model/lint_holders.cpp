/// Posts: how many they seat, and two holders of one at one time where the days leave no doubt.

#include <map>
#include <string>

#include <entente/time/when.hpp>

#include "model/checks.hpp"
#include "model/tenures.hpp"

namespace entente {
namespace {

/// The terms at one post, all of which are stated and dated.
struct Post {
  const Entity* entity = nullptr;
  std::vector<const Relation*> terms = {};
  std::vector<Tenure> undoubted = {};  ///< by their own dates, none marked ? or ~; rows of terms
  std::vector<Tenure> shown = {};      ///< by all dates, as inference sees them; rows of terms
};

using Posts = std::map<std::string_view, Post>;

bool is_stated(const Relation& relation) {
  return relation.modality == Modality::fact || relation.modality == Modality::derived;
}

void add_term(Post& post, const Relation& relation, std::uint32_t holder, Reading reading) {
  const auto tenure = [&](const When& when) {
    const Bounds bounds = when.bounds(reading);
    return Tenure{.row = static_cast<std::uint32_t>(post.terms.size()),
                  .holder = holder,
                  .start_max = bounds.start_max,
                  .end_min = bounds.end_min};
  };
  if (relation.when) post.shown.push_back(tenure(*relation.when));
  for (const Evidence& evidence : relation.evidence)
    if (evidence.when) post.shown.push_back(tenure(*evidence.when));
  if (relation.when && !relation.when->qualified())
    post.undoubted.push_back(tenure(*relation.when));
  post.terms.push_back(&relation);
}

Posts posts_of(const CheckRun& run) {
  Posts posts;
  run.each_relation([&](const Relation& relation, const RelationParts& parts) {
    const auto& [type, holder, entity] = parts;
    if (!type || type->closes != Closes::previous_holder || !holder || !entity) return;
    if (!is_stated(relation)) return;
    Post& post = posts[relation.to];
    post.entity = entity;
    add_term(post, relation, static_cast<std::uint32_t>(holder - run.dossier().entities.data()),
             type->reading);
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
  for (const auto& [earlier, later] : clashes(post.undoubted))
    report(run, *post.terms[earlier], *post.terms[later]);
  if (seats_said(post.entity->attributes)) return;
  const auto shown = clashes(post.shown);
  if (shown.empty()) return;
  const auto& [earlier, later] = shown.front();
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
