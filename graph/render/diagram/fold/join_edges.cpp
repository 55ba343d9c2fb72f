#include "render/diagram/fold/join_edges.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "words/picture_words.hpp"

namespace entente {

void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text.append(text.empty() ? "" : "\n") += line;
}

void join(DiagramEdge& into, const DiagramEdge& other) {
  append_all(into.relations, other.relations);
  std::sort(into.relations.begin(), into.relations.end());
  into.relations.erase(std::unique(into.relations.begin(), into.relations.end()),
                       into.relations.end());
  append_all(into.entities, other.entities);
  append_all(into.notes, other.notes);
  std::sort(into.notes.begin(), into.notes.end());
  into.notes.erase(std::unique(into.notes.begin(), into.notes.end()), into.notes.end());
  if (other.type != into.type) into.further_types.push_back(other.type);
  append_all(into.further_types, other.further_types);
  add_line(into.tooltip, other.tooltip);
  into.certainty = into.certainty | other.certainty;
  const bool is_sure = into.doubt == Why::none || other.doubt == Why::none;
  into.doubt = is_sure ? Why::none : std::max(into.doubt, other.doubt);
}

void erase_edges(std::vector<DiagramEdge>& edges, const std::vector<char>& which) {
  std::size_t i = 0;
  std::erase_if(edges, [&](const DiagramEdge&) { return which[i++] != 0; });
}

namespace {

/// Joins edges that `key_of` holds for alike, the first of which stays.
template <typename KeyOf, typename Join>
void join_alike(std::vector<DiagramEdge>& edges, const KeyOf& key_of, const Join& join_two) {
  std::map<decltype(key_of(edges.front())), std::size_t> first;
  std::vector<char> joined(edges.size(), 0);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto [known, fresh] = first.emplace(key_of(edges[i]), i);
    if (fresh || !join_two(edges[known->second], edges[i])) continue;
    joined[i] = 1;
  }
  erase_edges(edges, joined);
}

}  // namespace

void join_plans(std::vector<DiagramEdge>& edges, const LanguagePreference& languages) {
  const auto is_ahead = [](Modality modality) {
    return modality == Modality::plan || modality == Modality::expectation;
  };
  join_alike(
      edges,
      [](const DiagramEdge& edge) {
        return std::tuple(edge.from, edge.to, edge.type, edge.change, edge.emphasis);
      },
      [&](DiagramEdge& known, const DiagramEdge& other) {
        const bool reported = known.modality == Modality::fact && is_ahead(other.modality);
        const bool planned = is_ahead(known.modality) && other.modality == Modality::fact;
        if (!reported && !planned) return false;
        DiagramEdge fact = reported ? known : other;
        join(fact, reported ? other : known);
        known = std::move(fact);
        known.mark = word(Word::then_reported, languages);
        return true;
      });
}

void join_parallels(std::vector<DiagramEdge>& edges) {
  join_alike(
      edges,
      [](const DiagramEdge& edge) {
        return std::tuple(edge.from, edge.to, edge.ends, edge.drawing_class, edge.modality,
                          edge.change, edge.emphasis, edge.label);
      },
      [](DiagramEdge& known, const DiagramEdge& other) {
        if (!known.label.empty()) return false;
        join(known, other);
        known.ties += other.ties;
        known.dates.clear();
        return true;
      });
}

}  // namespace entente
