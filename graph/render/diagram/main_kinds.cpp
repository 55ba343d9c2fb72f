#include "render/diagram/main_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> aside = {"statement", "document", "topic", "place",
                                                   "publisher"};

/// Whether a kind, what it is drawn as or a kind above it is one of those that stand aside.
bool stands_aside(const Vocabulary& vocabulary, std::string_view id) {
  const auto is_aside = [](std::string_view name) {
    return std::find(aside.begin(), aside.end(), name) != aside.end();
  };
  for (const Kind* kind = vocabulary.find_kind(id); kind != nullptr;
       kind = vocabulary.find_kind(kind->parent))
    if (is_aside(kind->id) || is_aside(kind->drawing_class)) return true;
  return false;
}

}  // namespace

bool stands_aside(const Graph& graph, EntityId entity) {
  return stands_aside(graph.vocabulary(), graph.kind(entity));
}

MainKinds main_kinds(const Graph& graph, const std::vector<EntityId>& entities,
                     const std::function<bool(EntityId)>& must_stay) {
  std::map<std::string_view, bool> known;
  const auto is_main = [&](EntityId entity) {
    const std::string_view kind = graph.kind(entity);
    const auto found = known.find(kind);
    if (found != known.end()) return !found->second;
    return !(known[kind] = stands_aside(graph.vocabulary(), kind));
  };
  MainKinds result;
  if (std::none_of(entities.begin(), entities.end(), is_main)) {
    result.entities = entities;
    return result;
  }
  for (const EntityId entity : entities)
    if (is_main(entity) || must_stay(entity))
      result.entities.push_back(entity);
    else
      ++result.others[std::string(graph.kind(entity))];
  return result;
}

}  // namespace entente
