#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/text/safe.hpp>

#include "facts/graph_store.hpp"

namespace entente {

namespace {

constexpr std::size_t most_listed = 10;

EntityId entity_of(std::uint32_t number) {
  return static_cast<EntityId>(number);
}

/// ", parties: Japan, NATO", or nothing.
std::string parties(const Graph& graph, EntityId entity) {
  std::vector<EntityId> parties;
  for (const RelationId relation : graph.relations(entity))
    if (graph.to(relation) == entity && graph.type(relation).id == "party_to")
      parties.push_back(graph.from(relation));
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  std::string list;
  for (const EntityId party : parties)
    list.append(list.empty() ? ", parties: " : ", ").append(graph.name(party));
  return list;
}

/// "  japan-nato-itpp-2023: Japan-NATO ITPP (agreement, parties: Japan, NATO)".
std::string candidate_line(const Graph& graph, EntityId entity) {
  return terminal_safe(fmt::format("  {}: {} ({}{})", graph.id(entity), graph.name(entity),
                                   graph.kind(entity), parties(graph, entity)));
}

std::string ambiguous(const Graph& graph, std::string_view text,
                      const std::vector<EntityId>& candidates) {
  std::string message = fmt::format(
      "{} entities are called '{}'; say which by its id:", candidates.size(), terminal_safe(text));
  for (std::size_t i = 0; i < std::min(candidates.size(), most_listed); ++i)
    message += "\n" + candidate_line(graph, candidates[i]);
  if (candidates.size() > most_listed)
    message += fmt::format("\n  and {} more", candidates.size() - most_listed);
  return message;
}

std::string unknown(const Graph& graph, std::string_view text) {
  std::string message = fmt::format("no entity is called '{}'", terminal_safe(text));
  const std::vector<Match> near = graph.search(text);
  if (near.empty()) return message;
  message += "; did you mean:";
  for (std::size_t i = 0; i < std::min(near.size(), most_listed / 2); ++i)
    message += "\n" + candidate_line(graph, near[i].entity);
  return message;
}

}  // namespace

Lookup::Lookup(std::vector<EntityId> candidates, std::string message)
    : candidates_(std::move(candidates)), message_(std::move(message)) {}

EntityId Lookup::value() const {
  if (has_value()) return candidates_.front();
  throw InvalidArgument(candidates_.empty() ? "unknown-entity" : "ambiguous-entity", message_);
}

Lookup Graph::find(std::string_view text) const {
  if (const auto exact = entity(text)) return {{*exact}, {}};
  std::vector<EntityId> candidates;
  for (const std::uint32_t number : store_->name_index().candidates(text))
    candidates.push_back(entity_of(number));
  std::sort(candidates.begin(), candidates.end());
  if (candidates.empty()) return {{}, unknown(*this, text)};
  if (candidates.size() == 1) return {std::move(candidates), {}};
  std::string message = ambiguous(*this, text, candidates);
  return {std::move(candidates), std::move(message)};
}

std::vector<Match> Graph::search(std::string_view text) const {
  std::vector<Match> matches;
  for (NameMatch& match : store_->name_index().find(text))
    matches.push_back(
        {entity_of(match.id), std::move(match.name), match.how, std::move(match.language)});
  return matches;
}

}  // namespace entente
