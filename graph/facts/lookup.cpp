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

/// What a name found by that step is, for "3 entities …" and for a remark; "" for exact steps.
struct StepWords {
  std::string_view several = "are called";
  std::string_view one = {};
};

StepWords words_of(MatchKind how) {
  switch (how) {
    case MatchKind::code:
      return {"have the code", {}};
    case MatchKind::folded:
      return {"are called something like",
              "by a name or code that differs in case, width or variants of characters"};
    case MatchKind::accent:
      return {"are called, accents apart,", "by a name that differs in accents"};
    case MatchKind::variant:
      return {"have, in some spelling, the name", "by another spelling of the name"};
    case MatchKind::reordered:
      return {"have, in some order, the name", "by the name in another order"};
    case MatchKind::surname:
      return {"have the surname", "by the surname"};
    case MatchKind::id:
    case MatchKind::exact:
    case MatchKind::fuzzy:
      break;
  }
  return {};
}

std::string ambiguous(const Graph& graph, std::string_view text, const std::vector<Match>& found) {
  std::string message = fmt::format("{} entities {} '{}'; say which by its id:", found.size(),
                                    words_of(found.front().how).several, terminal_safe(text));
  for (std::size_t i = 0; i < std::min(found.size(), most_listed); ++i)
    message += "\n" + candidate_line(graph, found[i].entity);
  if (found.size() > most_listed)
    message += fmt::format("\n  and {} more", found.size() - most_listed);
  return message;
}

std::string remark_on(const Graph& graph, std::string_view text, const Match& match) {
  const std::string_view how = words_of(match.how).one;
  if (how.empty()) return {};
  return terminal_safe(
      fmt::format("'{}' is taken for {} ({}), {}", text, match.name, graph.id(match.entity), how));
}

std::vector<Match> matches_of(std::vector<NameMatch> found) {
  std::vector<Match> matches;
  for (NameMatch& match : found)
    matches.push_back(
        {entity_of(match.id), std::move(match.name), match.how, std::move(match.language)});
  return matches;
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

Lookup::Lookup(std::vector<Match> matches, std::string message)
    : matches_(std::move(matches)), message_(std::move(message)) {
  for (const Match& match : matches_) candidates_.push_back(match.entity);
}

EntityId Lookup::value() const {
  if (has_value()) return candidates_.front();
  throw InvalidArgument(candidates_.empty() ? "unknown-entity" : "ambiguous-entity", message_);
}

Lookup Graph::find(std::string_view text) const {
  if (const auto exact = entity(text)) return {{{*exact, std::string(text), MatchKind::id}}, {}};
  std::vector<Match> matches = matches_of(store_->name_index().candidates(text));
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.entity < b.entity; });
  if (matches.empty()) return {{}, unknown(*this, text)};
  if (matches.size() > 1) {
    std::string message = ambiguous(*this, text, matches);
    return {std::move(matches), std::move(message)};
  }
  std::string remark = remark_on(*this, text, matches.front());
  Lookup found(std::move(matches), {});
  found.remark_ = std::move(remark);
  return found;
}

std::vector<Match> Graph::search(std::string_view text) const {
  return matches_of(store_->name_index().find(text));
}

}  // namespace entente
