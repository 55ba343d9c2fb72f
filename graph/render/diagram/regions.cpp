#include "render/diagram/regions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "render/diagram/backbone.hpp"
#include "render/diagram/importance.hpp"
#include "render/diagram/region_groups.hpp"
#include "render/diagram/wording.hpp"
#include "words/picture_words.hpp"
#include "words/region_words.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

constexpr std::size_t most_lines = 150;
constexpr std::size_t fewest_regions = 4;  // where there are so many
constexpr std::size_t most_regions = 16;
constexpr std::size_t boxes_of_a_region = 3;  // at least, where a page has few
constexpr std::size_t most_chiefs = 72;       // boxes of a picture in regions
constexpr std::size_t never_left_out = 2;     // a box says more than "and 1 more"
constexpr double lines_of_a_box = 1.7;
constexpr std::size_t bundles_of_a_region = 2;

void sort_once(std::vector<std::string>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

void add_ids(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// How many boxes each region has: by the root of its size, and never all but one or two.
std::vector<std::size_t> boxes_of(const std::vector<std::vector<std::size_t>>& groups,
                                  std::size_t most) {
  double roots = 0;
  for (const auto& group : groups) roots += std::sqrt(static_cast<double>(group.size()));
  std::vector<std::size_t> boxes;
  for (const auto& group : groups) {
    const double share =
        static_cast<double>(most) * std::sqrt(static_cast<double>(group.size())) / roots;
    const auto whole = std::max<std::size_t>(1, static_cast<std::size_t>(share));
    boxes.push_back(whole + never_left_out >= group.size() ? group.size() : whole);
  }
  return boxes;
}

class RegionDrawer {
 public:
  RegionDrawer(Diagram& diagram, const Graph& graph, const LanguagePreference& languages)
      : diagram_(diagram), graph_(graph), languages_(languages) {}

  void run(std::size_t most_boxes) {
    RegionGroups found = region_groups(
        diagram_, std::clamp(most_boxes / boxes_of_a_region, fewest_regions, most_regions));
    const bool some_apart = !found.apart.empty();
    groups_ = std::move(found.groups);
    if (some_apart) groups_.push_back(std::move(found.apart));
    region_of_.resize(diagram_.nodes.size());
    for (std::size_t i = 0; i < groups_.size(); ++i)
      for (const std::size_t node : groups_[i]) region_of_[node] = i;
    find_neighbours();
    choose_boxes(std::min(most_boxes, most_chiefs));
    name_regions(some_apart);
    sort_edges_out();
    bundle();
    leave_words_out();
    for (DiagramRegion& region : diagram_.regions) describe(region);
  }

 private:
  [[nodiscard]] EntityId entity_of(std::size_t node) const {
    return graph_.entity(diagram_.nodes[node].id).value();
  }

  void find_neighbours() {
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      const EntityId entity = entity_of(node);
      neighbours_[entity];
      node_.emplace(entity, node);
    }
    for (const DiagramEdge& edge : diagram_.edges) {
      if (edge.from == edge.to) continue;
      neighbours_.at(entity_of(edge.from)).insert(entity_of(edge.to));
      neighbours_.at(entity_of(edge.to)).insert(entity_of(edge.from));
    }
    importance_ = importance(graph_, neighbours_);
  }

  [[nodiscard]] Phrase name_after(std::size_t node) const {
    return region_word(RegionWord::around, languages_, {diagram_.nodes[node].names.front().text});
  }

  /// The chief member is seen first.
  static void stress(DiagramNode& node) {
    constexpr double large = 13;
    if (node.text_size == 0) node.text_size = large;
  }

  /// Who of a region matters most, of equals the first by id.
  [[nodiscard]] EntityId chief_of(const std::vector<std::size_t>& group) const {
    EntityId best = entity_of(group.front());
    for (const std::size_t node : group)
      if (const EntityId entity = entity_of(node); importance_.at(entity) > importance_.at(best))
        best = entity;
    return best;
  }

  /// The ties within a region.
  [[nodiscard]] Neighbours neighbours_within(const std::vector<std::size_t>& group) const {
    Neighbours within;
    for (const std::size_t node : group) within[entity_of(node)];
    for (auto& [entity, own] : within)
      for (const EntityId other : neighbours_.at(entity))
        if (within.contains(other)) own.insert(other);
    return within;
  }

  /// Half of a region's boxes are for who matters most, whatever the kind: a kind of one has no
  /// share.
  [[nodiscard]] std::set<EntityId> first_of(const std::vector<std::size_t>& group,
                                            std::size_t boxes) const {
    std::vector<EntityId> order;
    for (const std::size_t node : group) order.push_back(entity_of(node));
    std::stable_sort(order.begin(), order.end(),
                     [&](EntityId a, EntityId b) { return importance_.at(a) > importance_.at(b); });
    order.resize(std::min(order.size(), (boxes + 1) / 2));
    return {order.begin(), order.end()};
  }

  void choose_boxes(std::size_t most) {
    const std::vector<std::size_t> boxes = boxes_of(groups_, most);
    has_box_.assign(diagram_.nodes.size(), 0);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      chiefs_.push_back(chief_of(groups_[i]));
      std::set<EntityId> stays = first_of(groups_[i], boxes[i]);
      for (const std::size_t node : groups_[i])
        if (diagram_.nodes[node].emphasis == Emphasis::strong) stays.insert(entity_of(node));
      const std::size_t room = std::max(boxes[i], stays.size());
      for (const EntityId entity : most_important(
               graph_, neighbours_within(groups_[i]),
               [&](EntityId who) { return stays.contains(who); }, room))
        has_box_[node_.at(entity)] = 1;
    }
  }

  void name_regions(bool last_is_apart) {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      DiagramRegion region;
      const bool apart = last_is_apart && i + 1 == groups_.size();
      const std::size_t chief = node_.at(chiefs_[i]);
      region.name = apart ? region_word(RegionWord::apart, languages_) : name_after(chief);
      if (!apart) stress(diagram_.nodes[chief]);
      region.entities = groups_[i].size();
      for (const std::size_t node : groups_[i]) {
        region.entities += diagram_.nodes[node].stands_for.size();
        if (has_box_[node] != 0) continue;
        region.rest.push_back(diagram_.nodes[node].id);
        add_ids(region.rest, diagram_.nodes[node].stands_for);
        add_ids(region.relations, diagram_.nodes[node].relations);
      }
      sort_once(region.rest);
      diagram_.regions.push_back(std::move(region));
    }
    drop_rest();
  }

  /// Leaves the nodes that have a box, and edges with the places of these.
  void drop_rest() {
    place_.resize(diagram_.nodes.size());
    std::vector<DiagramNode> kept;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      if (has_box_[node] == 0) continue;
      place_[node] = kept.size();
      diagram_.regions[region_of_[node]].members.push_back(kept.size());
      kept.push_back(std::move(diagram_.nodes[node]));
    }
    diagram_.nodes = std::move(kept);
  }

  /// Lines within regions between boxes stay, others are counted in their region or bundled.
  void sort_edges_out() {
    std::map<std::size_t, std::vector<DiagramEdge>> lines;  // by region
    for (DiagramEdge& edge : diagram_.edges) {
      const std::size_t from = region_of_[edge.from];
      const std::size_t to = region_of_[edge.to];
      if (from != to) {
        DiagramBundle& bundle = bundles_[std::minmax(from, to)];
        add_ids(bundle.relations, edge.relations);
        bundle.tooltip.append(bundle.tooltip.empty() ? "" : "\n") += edge.tooltip;
      } else if (has_box_[edge.from] != 0 && has_box_[edge.to] != 0) {
        edge.from = place_[edge.from];
        edge.to = place_[edge.to];
        lines[from].push_back(std::move(edge));
      } else {
        add_ids(diagram_.regions[from].relations, edge.relations);
      }
    }
    diagram_.edges.clear();
    for (auto& [region, own] : lines) keep_backbone(diagram_.regions[region], std::move(own));
  }

  void keep_backbone(DiagramRegion& region, std::vector<DiagramEdge> lines) {
    std::vector<WeightedTie> ties;
    for (const DiagramEdge& line : lines)
      ties.push_back({static_cast<std::uint32_t>(line.from), static_cast<std::uint32_t>(line.to),
                      static_cast<double>(line.relations.size())});
    const auto most =
        static_cast<std::size_t>(lines_of_a_box * static_cast<double>(region.members.size()));
    const std::vector<char> stays = backbone(diagram_.nodes.size(), ties, most);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (stays[i] != 0 || lines[i].emphasis == Emphasis::strong)
        diagram_.edges.push_back(std::move(lines[i]));
      else
        add_ids(region.relations, lines[i].relations);
  }

  void bundle() {
    std::vector<WeightedTie> ties;
    std::vector<DiagramBundle> all;
    for (auto& [ends, bundle] : bundles_) {
      sort_once(bundle.relations);
      bundle.from = ends.first;
      bundle.to = ends.second;
      ties.push_back({static_cast<std::uint32_t>(ends.first),
                      static_cast<std::uint32_t>(ends.second),
                      static_cast<double>(bundle.relations.size())});
      all.push_back(std::move(bundle));
    }
    const std::vector<char> stays =
        backbone(groups_.size(), ties, bundles_of_a_region * groups_.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      if (stays[i] != 0)
        diagram_.bundles.push_back(std::move(all[i]));
      else
        add_ids(diagram_.outside_backbone, all[i].relations);
    sort_once(diagram_.outside_backbone);
  }

  /// Lines between so many boxes are short; what is left on them is as large as all else.
  void leave_words_out() {
    constexpr double size = 9;
    for (DiagramEdge& line : diagram_.edges) {
      line.text_size = size;
      if (line.emphasis == Emphasis::strong) continue;
      line.dates.clear();
      line.mark.text.clear();
    }
  }

  /// Counts what a region does not show.
  void describe(DiagramRegion& region) {
    sort_once(region.relations);
    if (!region.rest.empty()) {
      std::map<std::string, std::size_t> kinds;
      const std::string_view comma =
          list_comma_of(region_word(RegionWord::and_more, languages_).language);
      for (const std::string& id : region.rest) {
        const EntityId entity = graph_.entity(id).value();
        ++kinds[std::string(graph_.kind(entity))];
        region.tooltip.append(region.tooltip.empty() ? "" : comma) +=
            names_of(graph_.record(entity), languages_).front().text;
      }
      region.detail_lines.push_back(
          region_word(RegionWord::and_more, languages_,
                      {std::to_string(region.rest.size()),
                       kinds_counted(graph_.vocabulary(), kinds, languages_)}));
    }
    if (!region.relations.empty())
      region.detail_lines.push_back(
          region_word(RegionWord::and_ties, languages_, {std::to_string(region.relations.size())}));
  }

  Diagram& diagram_;
  const Graph& graph_;
  const LanguagePreference& languages_;
  std::vector<std::vector<std::size_t>> groups_ = {};
  std::vector<std::size_t> region_of_ = {};  // by node as it was
  std::vector<std::size_t> place_ = {};      // of the nodes that have a box
  std::vector<char> has_box_ = {};
  std::vector<EntityId> chiefs_ = {};
  std::map<EntityId, std::size_t> node_ = {};
  std::map<EntityId, double> importance_ = {};
  std::map<std::pair<std::size_t, std::size_t>, DiagramBundle> bundles_ = {};
  Neighbours neighbours_ = {};
};

}  // namespace

bool is_crowded(const Diagram& diagram, std::size_t most_boxes) {
  return diagram.nodes.size() > most_boxes || diagram.edges.size() > most_lines;
}

void draw_in_regions(Diagram& diagram, const Graph& graph, std::size_t most_boxes,
                     const LanguagePreference& languages) {
  RegionDrawer(diagram, graph, languages).run(most_boxes);
}

std::string regions_in_words(const Diagram& diagram, const LanguagePreference& languages) {
  if (diagram.regions.empty()) return {};
  std::size_t entities = 0;
  std::size_t relations = 0;
  for (const DiagramRegion& region : diagram.regions) {
    entities += region.rest.size();
    relations += region.relations.size();
  }
  for (const DiagramBundle& bundle : diagram.bundles) relations += bundle.relations.size();
  std::string text = region_word(RegionWord::in_groups, languages,
                                 {std::to_string(entities), std::to_string(relations),
                                  std::to_string(diagram.regions.size())})
                         .text;
  if (!diagram.outside_backbone.empty())
    text += " \u00B7 " + region_word(RegionWord::in_no_group, languages,
                                     {std::to_string(diagram.outside_backbone.size())})
                             .text;
  return text;
}

}  // namespace entente
