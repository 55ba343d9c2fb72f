#include "render/diagram/merge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <entente/render/snapshots.hpp>

#include "render/diagram/wording.hpp"

namespace entente {

EdgeIdentity identity_of(const Diagram& diagram, const DiagramEdge& edge) {
  return {diagram.nodes[edge.from].id, diagram.nodes[edge.to].id, edge.type, edge.modality};
}

namespace {

bool look_alike(const Style& style, const LegendEntry& a, const LegendEntry& b) {
  if (a.kind != LegendKind::node || b.kind != LegendKind::node) return false;
  const NodeStyle& left = node_style(style, a.drawing_class);
  const NodeStyle& right = node_style(style, b.drawing_class);
  return left.shape == right.shape && left.fill == right.fill && left.line == right.line;
}

void add_legend(std::vector<LegendEntry>& legend, const std::vector<LegendEntry>& more,
                const Style& style) {
  const auto key = [](const LegendEntry& entry) {
    return std::tuple(entry.kind, entry.drawing_class, entry.modality, entry.ends, entry.change);
  };
  for (const LegendEntry& entry : more) {
    const auto same = std::find_if(legend.begin(), legend.end(), [&](const LegendEntry& each) {
      return key(each) == key(entry) || look_alike(style, each, entry);
    });
    if (same != legend.end())
      same->label = listed(std::move(same->label), entry.label);
    else
      legend.push_back(entry);
  }
  std::stable_sort(legend.begin(), legend.end(),
                   [](const LegendEntry& a, const LegendEntry& b) { return a.kind < b.kind; });
}

/// The numbers that the sources have among those of all snapshots.
std::vector<DiagramNote> all_notes(std::span<const Snapshot> snapshots) {
  std::map<std::string, DiagramNote> by_source;
  for (const Snapshot& snapshot : snapshots)
    for (const DiagramNote& note : snapshot.diagram.notes) by_source.emplace(note.source, note);
  std::vector<DiagramNote> notes;
  for (auto& [source, note] : by_source) {
    note.number = notes.size() + 1;
    notes.push_back(std::move(note));
  }
  return notes;
}

std::vector<std::size_t> renumbered(const std::vector<std::size_t>& numbers,
                                    const std::vector<DiagramNote>& own,
                                    const std::vector<DiagramNote>& all) {
  std::vector<std::size_t> result;
  for (const std::size_t number : numbers)
    for (const DiagramNote& note : all)
      if (note.source == own[number - 1].source) result.push_back(note.number);
  std::sort(result.begin(), result.end());
  return result;
}

void add_edge(std::map<EdgeIdentity, DiagramEdge>& edges, const EdgeIdentity& key,
              const DiagramEdge& edge) {
  const auto [place, is_new] = edges.emplace(key, edge);
  if (is_new) return;
  DiagramEdge& known = place->second;
  std::set<std::string> relations(known.relations.begin(), known.relations.end());
  relations.insert(edge.relations.begin(), edge.relations.end());
  known.relations.assign(relations.begin(), relations.end());
  known.certainty = known.certainty | edge.certainty;
  if (known.dates.size() < edge.dates.size()) known.dates = edge.dates;
  if (known.notes.size() < edge.notes.size()) known.notes = edge.notes;
  known.emphasis = std::min(known.emphasis, edge.emphasis);
}

}  // namespace

Diagram merged(std::span<const Snapshot> snapshots) {
  Diagram all;
  if (snapshots.empty()) return all;
  const auto base = std::find_if(snapshots.begin(), snapshots.end(),
                                 [](const Snapshot& each) { return !each.diagram.nodes.empty(); });
  all = (base == snapshots.end() ? snapshots.front() : *base).diagram;
  all.legend.clear();
  all.notes = all_notes(snapshots);
  std::map<std::string, DiagramNode> nodes;
  std::map<EdgeIdentity, DiagramEdge> edges;
  for (const Snapshot& snapshot : snapshots) {
    const Diagram& one = snapshot.diagram;
    all.left_out = std::max(all.left_out, one.left_out);
    add_legend(all.legend, one.legend, all.style);
    for (const DiagramNode& node : one.nodes) nodes.emplace(node.id, node);
    for (DiagramEdge edge : one.edges) {
      edge.notes = renumbered(edge.notes, one.notes, all.notes);
      add_edge(edges, identity_of(one, edge), edge);
    }
  }
  all.nodes.clear();
  all.edges.clear();
  std::map<std::string_view, std::size_t> index;
  for (auto& [id, node] : nodes) {
    index.emplace(id, all.nodes.size());
    all.nodes.push_back(node);
  }
  for (auto& [key, edge] : edges) {
    edge.from = index.at(key.from);
    edge.to = index.at(key.to);
    all.edges.push_back(std::move(edge));
  }
  return all;
}

Diagram on_one_page(const Diagram& one, const Diagram& all) {
  Diagram result = one;
  for (DiagramEdge& edge : result.edges) edge.notes = renumbered(edge.notes, one.notes, all.notes);
  result.notes = all.notes;
  result.legend = all.legend;
  result.title = all.title;
  result.credit = all.credit;
  result.languages = all.languages;
  result.style = all.style;
  return result;
}

}  // namespace entente
