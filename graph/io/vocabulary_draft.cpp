#include "io/vocabulary_draft.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t most_definitions = 4096;  // far more than people can tell apart

void add(std::vector<Problem>& problems, Problem place, std::string code, std::string message,
         std::string hint) {
  place.code = std::move(code);
  place.message = std::move(message);
  place.hint = std::move(hint);
  problems.push_back(std::move(place));
}

template <typename Definition>
std::unordered_map<std::string_view, std::size_t> indexed(
    const std::vector<Definition>& definitions, const std::vector<Problem>& places,
    std::vector<Problem>& problems) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const auto [first, added] = index.emplace(definitions[i].id, i);
    const Problem& earlier = places[first->second];
    if (!added)
      add(problems, places[i], "duplicate-id",
          "`" + definitions[i].id + "` is already defined at " + earlier.file + ':' +
              std::to_string(earlier.line) + ':' + std::to_string(earlier.column),
          "give one of the two another id");
  }
  return index;
}

using KindIndex = std::unordered_map<std::string_view, std::size_t>;

void check_parents(const VocabularyDraft& draft, const KindIndex& index,
                   std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < draft.kinds.size(); ++i) {
    std::string_view parent = draft.kinds[i].parent;
    if (!parent.empty() && !index.contains(parent))
      add(problems, draft.kind_places[i], "unknown-kind",
          "the parent `" + std::string(parent) + "` is not a kind", "define it, or leave it out");
    std::size_t steps = 0;
    while (!parent.empty() && index.contains(parent) && steps++ <= draft.kinds.size())
      parent = draft.kinds[index.at(parent)].parent;
    if (steps > draft.kinds.size())
      add(problems, draft.kind_places[i], "kind-cycle", "the kind is its own ancestor",
          "a kind's parents end at a kind without one");
  }
}

void check_ends(const VocabularyDraft& draft, const KindIndex& index,
                std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < draft.types.size(); ++i)
    for (const auto* ends : {&draft.types[i].from, &draft.types[i].to, &draft.types[i].timeless})
      for (const std::string& kind : *ends)
        if (kind != "any" && !index.contains(kind))
          add(problems, draft.type_places[i], "unknown-kind", "`" + kind + "` is not a kind",
              "define it, or write [\"any\"]");
}

}  // namespace

void check_vocabulary(const VocabularyDraft& draft, std::vector<Problem>& problems) {
  if (std::max(draft.kinds.size(), draft.types.size()) > most_definitions) {
    const Problem& place =
        draft.kinds.empty() ? draft.type_places.front() : draft.kind_places.front();
    add(problems, place, "limit-definitions",
        "a vocabulary has more than " + std::to_string(most_definitions) + " kinds or types",
        "use attributes for what is not a kind of its own");
    return;
  }
  const KindIndex kinds = indexed(draft.kinds, draft.kind_places, problems);
  (void)indexed(draft.types, draft.type_places, problems);
  check_parents(draft, kinds, problems);
  check_ends(draft, kinds, problems);
}

}  // namespace entente
