/// What a careful reader asks of single records: where it is said, and what an entity is there for.

#include <algorithm>
#include <unordered_set>

#include "model/checks.hpp"

namespace entente {
namespace {

bool is_kebab_case(std::string_view id) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), allowed) && id.front() != '-' &&
         id.back() != '-' && id.find("--") == id.npos;
}

// A mistyped id leaves an entity without its relation; as long as there is one, who is isolated
// cannot be told.
bool all_ends_are_entities(const CheckRun& run) {
  const auto& relations = run.dossier().relations;
  return std::all_of(relations.begin(), relations.end(), [&](const Relation& relation) {
    const auto names_source = [&](const Evidence& evidence) {
      return run.entity(evidence.source) != nullptr;
    };
    return run.entity(relation.from) && run.entity(relation.to) &&
           std::all_of(relation.evidence.begin(), relation.evidence.end(), names_source);
  });
}

}  // namespace

void lint_evidence(CheckRun& run) {
  for (const Relation& relation : run.dossier().relations) {
    if (relation.evidence.empty())
      run.warning(relation.place, relation.id,
                  {"no-evidence", "the relation rests on no document",
                   "add \"evidence\": [{\"source\": …, \"at\": …}]"});
    for (const Evidence& evidence : relation.evidence)
      if (evidence.at.empty())
        run.warning(relation.place, relation.id,
                    {"evidence-without-locator",
                     "the evidence from `" + evidence.source + "` does not say where in it",
                     "add \"at\": a paragraph, a clause, a line"});
  }
}

void lint_ids(CheckRun& run) {
  for (const Entity& entity : run.dossier().entities)
    if (!is_kebab_case(entity.id))
      run.warning(entity.place, entity.id,
                  {"unusual-id", "the id is not lower-case words joined by hyphens",
                   "ids look like japan-nato-itpp-2023; names can be in any script"});
}

void lint_isolation(CheckRun& run) {
  if (!all_ends_are_entities(run)) return;
  std::unordered_set<std::string_view> touched;
  for (const Relation& relation : run.dossier().relations) {
    touched.insert(relation.from);
    touched.insert(relation.to);
    for (const Evidence& evidence : relation.evidence) {
      touched.insert(evidence.source);
      touched.insert(evidence.asserted_by);
    }
  }
  for (const Entity& entity : run.dossier().entities)
    if (!touched.contains(entity.id))
      run.warning(
          entity.place, entity.id,
          {"isolated-entity", "no relation touches the entity", "add its relations, or remove it"});
}

}  // namespace entente
