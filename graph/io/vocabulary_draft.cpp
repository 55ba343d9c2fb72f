#include "io/vocabulary_draft.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <entente/text/edit_distance.hpp>

#include "base/text_map.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

constexpr std::size_t most_definitions = 4096;  // far more than people can distinguish

void add(std::vector<Problem>& problems, Problem place, std::string code, std::string message,
         std::string hint) {
  place.code = std::move(code);
  place.message = std::move(message);
  place.hint = std::move(hint);
  problems.push_back(std::move(place));
}

using KindIndex = ViewMap<std::size_t>;

KindIndex indexed(const std::vector<KindDraft>& kinds, std::vector<Problem>& problems) {
  KindIndex index;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto [first, added] = index.emplace(kinds[i].kind.id, i);
    if (!added)
      add(problems, kinds[i].place, "duplicate-id",
          "`" + shortened(kinds[i].kind.id) + "` is already defined at " +
              text_of(kinds[first->second].place),
          "give one of the two another id");
  }
  return index;
}

std::string meant_among(std::string_view id, const std::vector<KindDraft>& kinds,
                        std::string otherwise) {
  std::vector<std::string_view> ids;
  for (const KindDraft& one : kinds) ids.emplace_back(one.kind.id);
  const auto meant = nearest(id, std::span<const std::string_view>(ids));
  return meant ? "did you mean `" + *meant + "`?" : std::move(otherwise);
}

void check_parents(const VocabularyDraft& draft, const KindIndex& index,
                   std::vector<Problem>& problems) {
  for (const KindDraft& one : draft.kinds) {
    std::string_view parent = one.kind.parent;
    if (!parent.empty() && !index.contains(parent))
      add(problems, one.parent_place, "unknown-kind",
          "the parent `" + shortened(parent) + "` is not a kind",
          meant_among(parent, draft.kinds, "define it, or leave it out"));
    std::size_t steps = 0;
    while (!parent.empty() && index.contains(parent) && steps++ <= draft.kinds.size())
      parent = draft.kinds[index.at(parent)].kind.parent;
    if (steps > draft.kinds.size())
      add(problems, one.parent_place, "kind-cycle", "the kind is its own ancestor",
          "a kind's parents end at a kind without one");
  }
}

void check_ends(const VocabularyDraft& draft, const KindIndex& index,
                std::vector<Problem>& problems) {
  for (const TypeDraft& one : draft.types)
    for (const auto& [kind, at] : one.named)
      if (kind != "any" && !index.contains(kind))
        add(problems, at, "unknown-kind", "`" + shortened(kind) + "` is not a kind",
            meant_among(kind, draft.kinds, "define it, or write [\"any\"]"));
}

}  // namespace

bool is_vocabulary_text(std::string_view name) {
  return name.starts_with('{');
}

bool is_vocabulary_file(std::string_view name) {
  if (is_vocabulary_text(name)) return false;
  return name.find('/') != name.npos || name.ends_with(".json");
}

std::string text_of(const ProblemPlace& place) {
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

void check_vocabulary(const VocabularyDraft& draft, std::vector<Problem>& problems) {
  if (std::max(draft.kinds.size(), draft.types.size()) > most_definitions) {
    const Problem& place =
        draft.kinds.empty() ? draft.types.front().place : draft.kinds.front().place;
    add(problems, place, "limit-definitions",
        "a vocabulary has more than " + std::to_string(most_definitions) + " kinds or types",
        "use attributes for what is not a kind of its own");
    return;
  }
  const KindIndex kinds = indexed(draft.kinds, problems);
  check_parents(draft, kinds, problems);
  check_ends(draft, kinds, problems);
}

Vocabulary vocabulary_of(VocabularyDraft&& draft) {
  std::vector<Kind> kinds;
  std::vector<RelationType> types;
  for (KindDraft& one : draft.kinds) kinds.push_back(std::move(one.kind));
  for (TypeDraft& one : draft.types) types.push_back(std::move(one.type));
  return {std::move(draft.name), std::move(kinds), std::move(types)};
}

}  // namespace entente
