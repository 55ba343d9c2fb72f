#include "render/diagram/merge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <entente/render/snapshots.hpp>

#include "render/diagram/panel_grid.hpp"
#include "render/diagram/places/ego_sectors.hpp"
#include "render/diagram/untied.hpp"
#include "render/mark/legend.hpp"

namespace entente {

EdgeIdentity identity_of(const Diagram& diagram, const DiagramEdge& edge) {
  return {diagram.nodes[edge.from].id, diagram.nodes[edge.to].id, edge.type, edge.modality};
}

namespace {

/// The numbers that the sources have among those of all snapshots.
std::vector<PageNote> all_notes(std::span<const Snapshot> snapshots) {
  std::map<std::string, PageNote> by_source;
  for (const Snapshot& snapshot : snapshots)
    for (const PageNote& note : snapshot.diagram.page.notes) by_source.emplace(note.source, note);
  std::vector<PageNote> notes;
  for (auto& [source, note] : by_source) {
    note.number = notes.size() + 1;
    notes.push_back(std::move(note));
  }
  return notes;
}

std::vector<std::size_t> renumbered(const std::vector<std::size_t>& numbers,
                                    const std::vector<PageNote>& own,
                                    const std::vector<PageNote>& all) {
  std::vector<std::size_t> result;
  for (const std::size_t number : numbers)
    for (const PageNote& note : all)
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
  // Where one of them ends by inference, all leave room for its stop, and the legend explains it.
  const bool stops = known.doubt == Why::inferred || edge.doubt == Why::inferred;
  if (edge.doubt == Why::none) known.doubt = Why::none;
  if (stops) known.doubt = Why::inferred;
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
  all.page.legend.clear();
  all.page.period.clear();
  all.page.notes = all_notes(snapshots);
  std::map<std::string, DiagramNode> nodes;
  std::map<EdgeIdentity, DiagramEdge> edges;
  for (const Snapshot& snapshot : snapshots) {
    const Diagram& one = snapshot.diagram;
    if (one.page.left_aside.size() > all.page.left_aside.size())
      all.page.left_aside = one.page.left_aside;
    if (one.left_out > all.left_out) {
      all.left_out = one.left_out;
      all.left_out_kinds = one.left_out_kinds;
    }
    add_legend(all.page.legend, one.page.legend, all.page.style);
    for (const DiagramNode& node : one.nodes) nodes.emplace(node.id, node);
    for (DiagramEdge edge : one.edges) {
      edge.notes = renumbered(edge.notes, one.page.notes, all.page.notes);
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

namespace {

/// A page of a panel's shape, which has nothing around what is drawn.
Page page_of_panel(const Page& page, std::size_t panels) {
  constexpr double height = 2400;  // only the shape counts
  constexpr double usual_aspect = 1.6;
  Page result{.languages = page.languages, .style = page.style, .lettering = page.lettering};
  const double aspect = page.size ? page.size->width / page.size->height : usual_aspect;
  result.size = Size{height * grid_for_any(panels, aspect).aspect, height};
  return result;
}

}  // namespace

Diagram merged_around(std::span<const Snapshot> snapshots, std::string_view centre,
                      const Vocabulary& vocabulary) {
  Diagram all = merged(snapshots);
  std::map<std::string_view, Emphasis> nearest;
  for (const Snapshot& snapshot : snapshots)
    for (const DiagramNode& node : snapshot.diagram.nodes) {
      const auto known = nearest.emplace(node.id, node.emphasis).first;
      if (known->second == Emphasis::faded) known->second = node.emphasis;
    }
  Diagram standing = all;
  standing.page = page_of_panel(all.page, snapshots.size());
  for (DiagramNode& node : standing.nodes) {
    node.pinned = {};
    node.emphasis = nearest.at(node.id);
    node.change = Change::appeared;  // room for its sign
  }
  pin_sectors(standing, centre, vocabulary);
  for (std::size_t i = 0; i < all.nodes.size(); ++i) all.nodes[i].pinned = standing.nodes[i].pinned;
  return all;
}

namespace {

/// What of an edge is seen beside what it is.
auto seen_of(const Diagram& diagram, const DiagramEdge& edge) {
  return std::tuple(identity_of(diagram, edge), edge.certainty, edge.doubt, edge.dates, edge.label);
}

bool show_the_same(const Diagram& a, const Diagram& b) {
  const auto same_node = [](const DiagramNode& left, const DiagramNode& right) {
    return left.id == right.id && left.emphasis == right.emphasis;
  };
  const auto same_edge = [&](const DiagramEdge& left, const DiagramEdge& right) {
    return seen_of(a, left) == seen_of(b, right);
  };
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), same_node) &&
         std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(), same_edge);
}

}  // namespace

std::vector<Snapshot> without_untied(std::vector<Snapshot> snapshots) {
  const bool any = std::ranges::any_of(
      snapshots, [](const Snapshot& each) { return !each.diagram.edges.empty(); });
  if (!any) return snapshots;
  for (Snapshot& snapshot : snapshots) drop_untied(snapshot.diagram);
  return snapshots;
}

std::vector<Snapshot> without_repeats(std::span<const Snapshot> snapshots) {
  std::vector<Snapshot> result;
  std::string first;
  for (const Snapshot& each : snapshots) {
    if (!result.empty() && show_the_same(result.back().diagram, each.diagram)) {
      result.back().label = first + "\u2013" + each.label;
      continue;
    }
    first = each.label;
    result.push_back(each);
  }
  return result;
}

Diagram on_one_page(const Diagram& one, const Diagram& all) {
  Diagram result = one;
  for (DiagramEdge& edge : result.edges)
    edge.notes = renumbered(edge.notes, one.page.notes, all.page.notes);
  result.page = all.page;
  result.page.period = one.page.period;
  result.page.subtitle = one.page.subtitle;
  return result;
}

}  // namespace entente
