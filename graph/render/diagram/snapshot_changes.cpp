#include "render/diagram/snapshot_changes.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "render/mark/mark_words.hpp"
#include "words/picture_words.hpp"

namespace entente {

GhostMark ghost_of(std::string_view id, std::span<const Snapshot> before) {
  if (before.empty()) return {};
  const std::vector<DiagramNode>& nodes = before.back().diagram.nodes;
  const bool was = std::any_of(nodes.begin(), nodes.end(),
                               [&](const DiagramNode& node) { return node.id == id; });
  return {was ? Change::ended : Change::none};
}

Presence::Presence(const Diagram& diagram) {
  for (const DiagramNode& node : diagram.nodes) nodes.insert(node.id);
  for (const DiagramEdge& edge : diagram.edges) edges.insert(identity_of(diagram, edge));
}

std::vector<Snapshot> with_changes(std::span<const Snapshot> snapshots) {
  std::vector<Snapshot> result(snapshots.begin(), snapshots.end());
  for (std::size_t i = 1; i < result.size(); ++i) {
    const Presence before(snapshots[i - 1].diagram);
    Diagram& now = result[i].diagram;
    for (DiagramNode& node : now.nodes)
      if (!before.nodes.contains(node.id)) node.change = Change::appeared;
    for (DiagramEdge& edge : now.edges) {
      if (!before.edges.contains(identity_of(now, edge))) {
        // Who is new has new ties only: they need no sign of their own.
        const bool is_among_known = before.nodes.contains(now.nodes[edge.from].id) &&
                                    before.nodes.contains(now.nodes[edge.to].id);
        if (is_among_known) edge.change = Change::appeared;
        continue;
      }
      // What stood there before has been read there.
      edge.label.clear();
      edge.dates.clear();
      edge.mark.text.clear();
    }
  }
  return result;
}

Diagram with_signs(Diagram all, std::span<const Snapshot> snapshots) {
  const LanguagePreference languages = LanguagePreference::parse(all.page.languages);
  std::set<std::string_view> changed;
  std::set<Mark> marks;
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const Diagram& now = snapshots[i].diagram;
    const Presence present(now);
    for (const DiagramNode& node : now.nodes)
      if (node.change == Change::appeared) changed.insert(node.id);
    const auto is_new = [](const auto& one) { return one.change == Change::appeared; };
    if (std::ranges::any_of(now.nodes, is_new) || std::ranges::any_of(now.edges, is_new))
      marks.insert(LineMark{.change = Change::appeared});
    for (const DiagramNode& node : all.nodes) {
      if (present.nodes.contains(node.id)) continue;
      const GhostMark ghost = ghost_of(node.id, snapshots.first(i));
      marks.insert(ghost);
      if (ghost.change == Change::ended) changed.insert(node.id);
    }
  }
  if (!all.page.left_aside.empty() && !all.page.subtitle.text.ends_with(all.page.left_aside))
    all.page.subtitle.text += " \u00B7 " + all.page.left_aside;
  for (DiagramNode& node : all.nodes)  // as wide as with a sign
    if (changed.contains(node.id)) node.change = Change::appeared;
  for (const Mark& mark : marks)
    all.page.legend.push_back({mark, std::holds_alternative<LineMark>(mark)
                                         ? word(Word::new_since, languages)
                                         : words_of(mark, languages)});
  return all;
}

}  // namespace entente
