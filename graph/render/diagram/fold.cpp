#include "render/diagram/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "render/diagram/wording.hpp"
#include "words/chart_words.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_lines_of_an_entity = 25;
constexpr std::size_t most_twins_named = 6;

template <typename Value>
void append(std::vector<Value>& to, const std::vector<Value>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text.append(text.empty() ? "" : "\n") += line;
}

/// What stands for both of two edges between the same entities.
void join(DiagramEdge& into, const DiagramEdge& other) {
  append(into.relations, other.relations);
  std::sort(into.relations.begin(), into.relations.end());
  into.relations.erase(std::unique(into.relations.begin(), into.relations.end()),
                       into.relations.end());
  append(into.entities, other.entities);
  append(into.notes, other.notes);
  std::sort(into.notes.begin(), into.notes.end());
  into.notes.erase(std::unique(into.notes.begin(), into.notes.end()), into.notes.end());
  if (other.type != into.type) into.further_types.push_back(other.type);
  append(into.further_types, other.further_types);
  add_line(into.tooltip, other.tooltip);
  into.certainty = into.certainty | other.certainty;
  into.doubt = into.certainty == Verdict::yes ? Why::none : std::max(into.doubt, other.doubt);
}

class Folder {
 public:
  Folder(Diagram& diagram, const std::vector<std::string>& hubs, const Vocabulary& vocabulary,
         const LanguagePreference& languages)
      : diagram_(diagram),
        known_hubs_(hubs),
        vocabulary_(vocabulary),
        languages_(languages),
        gone_(diagram.nodes.size(), 0) {}

  Folded run_on_lines() {
    join_plans();
    join_parallels();
    fold_posts();
    drop_gone();
    return folded_;
  }

  void run_on_plans() { join_plans(); }

  Folded run() {
    join_plans();
    join_parallels();
    fold_posts();
    // In columns agreements and events have a place of their own.
    if (diagram_.arrangement != Arrangement::in_columns) fold_pairs();
    join_parallels();
    tell_ties_of_hubs();
    join_twins();
    drop_gone();
    return folded_;
  }

 private:
  using Incident = std::vector<std::vector<std::size_t>>;

  [[nodiscard]] Incident incident() const {
    Incident result(diagram_.nodes.size());
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) {
      result[diagram_.edges[i].from].push_back(i);
      if (diagram_.edges[i].from != diagram_.edges[i].to) result[diagram_.edges[i].to].push_back(i);
    }
    return result;
  }

  [[nodiscard]] bool may_go(std::size_t node) const {
    const DiagramNode& it = diagram_.nodes[node];
    return gone_[node] == 0 && it.emphasis == Emphasis::normal && !it.pinned;
  }

  /// A node that goes, and all that it stood for.
  void stand_for(std::vector<std::string>& ids, std::size_t node) const {
    ids.push_back(diagram_.nodes[node].id);
    append(ids, diagram_.nodes[node].stands_for);
  }

  void erase_edges(const std::vector<char>& which) {
    std::size_t i = 0;
    std::erase_if(diagram_.edges, [&](const DiagramEdge&) { return which[i++] != 0; });
  }

  /// Joins edges that `key_of` holds for alike, the first of which stays.
  template <typename KeyOf, typename Join>
  void join_alike(const KeyOf& key_of, const Join& join_two) {
    std::map<decltype(key_of(diagram_.edges.front())), std::size_t> first;
    std::vector<char> joined(diagram_.edges.size(), 0);
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) {
      const auto [known, fresh] = first.emplace(key_of(diagram_.edges[i]), i);
      if (fresh || !join_two(diagram_.edges[known->second], diagram_.edges[i])) continue;
      joined[i] = 1;
    }
    erase_edges(joined);
  }

  /// One deed that was planned and then reported.
  void join_plans() {
    const auto is_ahead = [](Modality modality) {
      return modality == Modality::plan || modality == Modality::expectation;
    };
    join_alike(
        [](const DiagramEdge& edge) {
          return std::tuple(edge.from, edge.to, edge.type, edge.change, edge.emphasis);
        },
        [&](DiagramEdge& known, const DiagramEdge& other) {
          if (known.modality != Modality::fact || !is_ahead(other.modality)) return false;
          join(known, other);
          known.mark = word(Word::then_reported, languages_);
          return true;
        });
  }

  void join_parallels() {
    join_alike(
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

  /// A post goes into its only holder where all else it has is the body that it is part of.
  void fold_posts() {
    const Incident edges = incident();
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    for (std::size_t post = 0; post < diagram_.nodes.size(); ++post) {
      if (diagram_.nodes[post].drawing_class != "post" && diagram_.nodes[post].kind != "post")
        continue;
      if (!may_go(post)) continue;
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
      stand_for(holder.stands_for, post);
      for (const std::size_t i : edges[post]) {
        add_line(holder.tooltip, diagram_.edges[i].tooltip);
        append(holder.relations, diagram_.edges[i].relations);
        is_folded[i] = 1;
      }
      gone_[post] = 1;
      ++folded_.posts;
    }
    erase_edges(is_folded);
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
    const Incident edges = incident();
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node) {
      const DiagramNode& shared = diagram_.nodes[node];
      if (shared.drawing_class != "agreement" && shared.drawing_class != "event") continue;
      if (!may_go(node) || edges[node].size() != 2) continue;
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
      stand_for(line.entities, node);
      append(line.relations, shared.relations);
      diagram_.edges[edges[node][0]] = std::move(line);
      is_folded[edges[node][1]] = 1;
      gone_[node] = 1;
      ++folded_.agreements;
    }
    erase_edges(is_folded);
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

  void tell_ties_of_hubs() {
    const Incident edges = incident();
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
        append(diagram_.nodes[node].relations, edge.relations);
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
    erase_edges(is_folded);
  }

  static std::string colon_of(std::string_view language) {
    return is_written_in_han(language) ? "：" : ": ";
  }

  /// All of an entity that its twins share.
  [[nodiscard]] std::string ties_of(std::size_t node, const std::vector<std::size_t>& edges) const {
    std::vector<std::string> parts;
    for (const std::size_t i : edges) {
      const DiagramEdge& edge = diagram_.edges[i];
      const std::size_t other = edge.from == node ? edge.to : edge.from;
      parts.push_back(std::to_string(other) + (edge.from == node ? ">" : "<") + edge.type + "," +
                      std::to_string(static_cast<int>(edge.modality)) +
                      std::to_string(static_cast<int>(edge.doubt)) + edge.label);
    }
    for (const Phrase& line : diagram_.nodes[node].detail_lines) parts.push_back("=" + line.text);
    std::sort(parts.begin(), parts.end());
    std::string key = diagram_.nodes[node].kind;
    for (const std::string& part : parts) key += "\n" + part;
    return key;
  }

  void join_twins() {
    const Incident edges = incident();
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t node = 0; node < diagram_.nodes.size(); ++node)
      if (may_go(node)) alike[ties_of(node, edges[node])].push_back(node);
    std::vector<char> is_folded(diagram_.edges.size(), 0);
    for (const auto& [key, nodes] : alike) {
      if (nodes.size() < 2) continue;
      DiagramNode& first = diagram_.nodes[nodes.front()];
      for (const std::size_t node : nodes) {
        const DiagramNode& twin = diagram_.nodes[node];
        if (first.twins.size() < most_twins_named) first.twins.push_back(twin.names.front());
        if (node == nodes.front()) continue;
        add_line(first.tooltip, twin.tooltip);
        stand_for(first.stands_for, node);
        append(first.relations, twin.relations);
        for (std::size_t k = 0; k < edges[node].size(); ++k) {
          is_folded[edges[node][k]] = 1;
          DiagramEdge& stays =
              edge_like(edges[nodes.front()], diagram_.edges[edges[node][k]], nodes.front(), node);
          join(stays, diagram_.edges[edges[node][k]]);
          stays.ties += diagram_.edges[edges[node][k]].ties;
        }
        gone_[node] = 1;
        ++folded_.twins;
      }
      first.year.clear();
      if (nodes.size() > most_twins_named)
        first.twins.push_back({"+ " + std::to_string(nodes.size() - most_twins_named), "en"});
    }
    erase_edges(is_folded);
  }

  /// The edge of `first` that is as the edge of its twin.
  DiagramEdge& edge_like(const std::vector<std::size_t>& own, const DiagramEdge& edge,
                         std::size_t first, std::size_t twin) {
    const auto seen = [](const DiagramEdge& it, std::size_t from) {
      return std::tuple(it.from == from, it.from == from ? it.to : it.from, it.type, it.modality,
                        it.doubt, it.label);
    };
    for (const std::size_t i : own)
      if (seen(diagram_.edges[i], first) == seen(edge, twin)) return diagram_.edges[i];
    return diagram_.edges[own.front()];
  }

  void drop_gone() {
    std::vector<std::size_t> place(diagram_.nodes.size());
    std::vector<DiagramNode> kept;
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      place[i] = kept.size();
      if (gone_[i] == 0) kept.push_back(std::move(diagram_.nodes[i]));
    }
    diagram_.nodes = std::move(kept);
    for (DiagramEdge& edge : diagram_.edges) {
      edge.from = place[edge.from];
      edge.to = place[edge.to];
    }
  }

  Diagram& diagram_;
  const std::vector<std::string>& known_hubs_;
  const Vocabulary& vocabulary_;
  const LanguagePreference& languages_;
  std::vector<char> gone_;
  Folded folded_ = {};
};

}  // namespace

Folded fold(Diagram& diagram, const std::vector<std::string>& hubs, const Vocabulary& vocabulary,
            const LanguagePreference& languages) {
  if (diagram.edges.empty()) return {};
  return Folder(diagram, hubs, vocabulary, languages).run();
}

void fold_plans(Diagram& diagram, const Vocabulary& vocabulary,
                const LanguagePreference& languages) {
  if (!diagram.edges.empty()) Folder(diagram, {}, vocabulary, languages).run_on_plans();
}

Folded fold_lines(Diagram& diagram, const Vocabulary& vocabulary,
                  const LanguagePreference& languages) {
  if (diagram.edges.empty()) return {};
  return Folder(diagram, {}, vocabulary, languages).run_on_lines();
}

}  // namespace entente
