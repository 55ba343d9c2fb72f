#include "render/diagram/fold/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/diagram/fold/going_nodes.hpp"
#include "render/diagram/fold/join_edges.hpp"
#include "render/diagram/fold/twins.hpp"
#include "render/diagram/wording.hpp"
#include "words/chart_words.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_lines_of_an_entity = 25;

class Folder {
 public:
  Folder(Diagram& diagram, const std::vector<std::string>& hubs, const Vocabulary& vocabulary,
         const LanguagePreference& languages)
      : diagram_(diagram),
        known_hubs_(hubs),
        vocabulary_(vocabulary),
        languages_(languages),
        going_(diagram) {}

  Folded run_on_lines() {
    join_plans(diagram_.edges, languages_);
    join_parallels(diagram_.edges);
    fold_posts();
    going_.drop();
    return folded_;
  }

  Folded run(const ValueDrawn& value_drawn) {
    join_plans(diagram_.edges, languages_);
    join_parallels(diagram_.edges);
    fold_posts();
    // In columns agreements and events have a place of their own.
    if (diagram_.arrangement != Arrangement::in_columns) fold_pairs();
    join_parallels(diagram_.edges);
    write_ties_of_hubs();
    folded_.twins = join_twins(diagram_, going_, value_drawn);
    going_.drop();
    return folded_;
  }

 private:
  /// A post goes into its only holder where all else it has is the body that it is part of.
  void fold_posts() {
    const auto edges = incident_edges(diagram_);
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    for (std::size_t post = 0; post < diagram_.nodes.size(); ++post) {
      if (diagram_.nodes[post].drawing_class != "post" && diagram_.nodes[post].kind != "post")
        continue;
      if (!going_.may_go(post)) continue;
      std::set<std::size_t> holders;
      bool alone = true;
      for (const std::size_t i : edges[post]) {
        const DiagramEdge& edge = diagram_.edges[i];
        const bool held =
            edge.to == post && edge.drawing_class == "office" && edge.modality == Modality::fact;
        const bool belongs = edge.from == post && edge.drawing_class == "membership";
        if (held) holders.insert(edge.from);
        alone = alone && (held || belongs);
      }
      if (!alone || holders.size() != 1) continue;
      DiagramNode& holder = diagram_.nodes[*holders.begin()];
      holder.detail_lines.push_back(diagram_.nodes[post].names.front());
      going_.stand_for(holder.stands_for, post);
      for (const std::size_t i : edges[post]) {
        add_line(holder.tooltip, diagram_.edges[i].tooltip);
        append_all(holder.relations, diagram_.edges[i].relations);
        is_folded[i] = 1;
      }
      going_.go(post);
      ++folded_.posts;
    }
    erase_edges(diagram_.edges, is_folded);
  }

  /// Whether ties of a type are what makes an agreement or event: those that lead to such alone,
  /// not what is thought, written or paid about it, nor where it is.
  [[nodiscard]] bool makes(const std::string& type_id, const std::string& drawing_class) const {
    const RelationType* type = vocabulary_.find_type(type_id);
    if (type == nullptr ||
        type->drawing_class != (drawing_class == "agreement" ? "treaty" : "event"))
      return false;
    return std::ranges::all_of(type->to, [&](const std::string& id) {
      const Kind* kind = vocabulary_.find_kind(id);
      return kind != nullptr && kind->drawing_class == drawing_class;
    });
  }

  /// A line between two parties, with the name of what they share.
  void fold_pairs() {
    const auto edges = incident_edges(diagram_);
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      const DiagramNode& shared = diagram_.nodes[node];
      if (shared.drawing_class != "agreement" && shared.drawing_class != "event") continue;
      if (!going_.may_go(node) || edges[node].size() != 2) continue;
      const DiagramEdge& one = diagram_.edges[edges[node][0]];
      const DiagramEdge& two = diagram_.edges[edges[node][1]];
      const bool parties = one.to == node && two.to == node && one.from != two.from &&
                           one.type == two.type && one.modality == two.modality &&
                           one.change == two.change && one.emphasis == two.emphasis &&
                           one.ends == Ends::one_way && is_folded[edges[node][0]] == 0 &&
                           is_folded[edges[node][1]] == 0 && makes(one.type, shared.drawing_class);
      if (!parties) continue;
      DiagramEdge line = one;
      join(line, two);
      line.certainty = one.certainty == Verdict::yes ? two.certainty : one.certainty;
      line.doubt = std::max(one.doubt, two.doubt);
      line.from = std::min(one.from, two.from);
      line.to = std::max(one.from, two.from);
      line.ends = Ends::both_ways;
      line.label = shared.names.front().text;
      line.label_language = shared.names.front().language;
      line.dates = written_year_of(shared);
      line.tooltip = shared.tooltip + "\n" + line.tooltip;
      going_.stand_for(line.entities, node);
      append_all(line.relations, shared.relations);
      diagram_.edges[edges[node][0]] = std::move(line);
      is_folded[edges[node][1]] = 1;
      going_.go(node);
      ++folded_.agreements;
    }
    erase_edges(diagram_.edges, is_folded);
  }

  static std::string written_year_of(const DiagramNode& node) {
    return node.names.front().text.find(node.year) == std::string::npos ? node.year : std::string();
  }

  /// What a tie of a hub says seen from its other end: "is part of".
  [[nodiscard]] Phrase seen_from(std::size_t node, const DiagramEdge& edge) const {
    const RelationType* type = vocabulary_.find_type(edge.type);
    if (type == nullptr) return {edge.type, "en"};
    const Phrase forward = best_label(type->forward, languages_);
    const Phrase inverse = best_label(type->inverse, languages_);
    return edge.from == node || inverse.text.empty() ? forward : inverse;
  }

  void write_ties_of_hubs() {
    const auto edges = incident_edges(diagram_);
    std::set<std::size_t> hubs;
    for (std::size_t node = 0; node < edges.size(); ++node)
      if (edges[node].size() > most_lines_of_an_entity ||
          std::binary_search(known_hubs_.begin(), known_hubs_.end(), diagram_.nodes[node].id))
        hubs.insert(node);
    if (hubs.empty()) return;
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    std::map<std::size_t, std::size_t> of_hub;
    for (std::size_t node = 0; node < edges.size(); ++node) {
      if (hubs.contains(node)) continue;
      std::map<std::string, Phrase> rows;
      for (const std::size_t i : edges[node]) {
        const DiagramEdge& edge = diagram_.edges[i];
        const std::size_t hub = edge.from == node ? edge.to : edge.from;
        if (!hubs.contains(hub) || edge.emphasis == Emphasis::strong || !edge.label.empty())
          continue;
        Phrase says = seen_from(node, edge);
        if (!edge.mark.text.empty()) says.text += " (" + edge.mark.text + ")";
        if (edge.mark.text.empty() && edge.doubt != Why::none)
          says.text += " (" + chart_word(ChartWord::possible, languages_).text + ")";
        const Phrase& name = diagram_.nodes[hub].names.front();
        const auto [row, fresh] = rows.try_emplace(says.text, says);
        row->second.text +=
            fresh ? colon_of(says.language) : std::string(list_comma_of(row->second.language));
        row->second.text += name.text;
        add_line(diagram_.nodes[node].tooltip, edge.tooltip);
        append_all(diagram_.nodes[node].relations, edge.relations);
        is_folded[i] = 1;
        of_hub[hub] += edge.ties;
        folded_.hub_ties += edge.ties;
      }
      for (auto& [says, row] : rows) diagram_.nodes[node].detail_lines.push_back(row);
    }
    for (const auto& [hub, count] : of_hub)
      diagram_.nodes[hub].detail_lines.push_back(
          {worded(Word::ties_in_boxes, languages_, std::to_string(count)),
           word(Word::ties_in_boxes, languages_).language});
    erase_edges(diagram_.edges, is_folded);
  }

  static std::string colon_of(std::string_view language) {
    return is_written_in_han(language) ? "：" : ": ";
  }

  Diagram& diagram_;
  const std::vector<std::string>& known_hubs_;
  const Vocabulary& vocabulary_;
  const LanguagePreference& languages_;
  GoingNodes going_;
  Folded folded_ = {};
};

}  // namespace

Folded fold(Diagram& diagram, const std::vector<std::string>& hubs, const Vocabulary& vocabulary,
            const LanguagePreference& languages, const ValueDrawn& value_drawn) {
  if (diagram.edges.empty()) return {};
  return Folder(diagram, hubs, vocabulary, languages).run(value_drawn);
}

void fold_plans(Diagram& diagram, const LanguagePreference& languages) {
  join_plans(diagram.edges, languages);
}

Folded fold_lines(Diagram& diagram, const Vocabulary& vocabulary,
                  const LanguagePreference& languages) {
  if (diagram.edges.empty()) return {};
  return Folder(diagram, {}, vocabulary, languages).run_on_lines();
}

}  // namespace entente
