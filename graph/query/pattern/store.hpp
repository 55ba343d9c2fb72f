#pragma once

/// The graph that a query is asked of, whatever it comes from: numbered nodes and edges, interned
/// labels and types, sorted adjacency, properties.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/query/value.hpp>

#include "base/text_map.hpp"

namespace entente::query {

/// An edge as seen from one of its ends.
struct Arc {
  std::uint32_t type = 0;
  std::uint32_t other = 0;
  std::uint32_t edge = 0;
};

/// Words by number.
class Words {
 public:
  std::uint32_t intern(std::string_view word);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;
  [[nodiscard]] const std::string& operator[](std::uint32_t number) const { return words_[number]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const std::vector<std::string>& all() const { return words_; }

 private:
  std::vector<std::string> words_;
  TextMap<std::uint32_t> numbers_;
};

class Store {
 public:
  virtual ~Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] std::uint32_t node_count() const {
    return static_cast<std::uint32_t>(label_set_.size());
  }
  [[nodiscard]] std::uint32_t edge_count() const {
    return static_cast<std::uint32_t>(from_.size());
  }
  [[nodiscard]] const Words& labels() const { return labels_; }
  [[nodiscard]] const Words& types() const { return types_; }
  /// In the order written; of a dossier the kind first, then its parents.
  [[nodiscard]] std::span<const std::uint32_t> labels_of(Node node) const {
    return label_sets_[label_set_[static_cast<std::uint32_t>(node)]];
  }
  [[nodiscard]] bool has_label(Node node, std::uint32_t label) const {
    for (const std::uint32_t each : labels_of(node))
      if (each == label) return true;
    return false;
  }
  [[nodiscard]] std::span<const std::uint32_t> nodes_with(std::uint32_t label) const {
    return with_label_[label];
  }
  [[nodiscard]] Node from(Edge edge) const { return Node{from_[static_cast<std::uint32_t>(edge)]}; }
  [[nodiscard]] Node to(Edge edge) const { return Node{to_[static_cast<std::uint32_t>(edge)]}; }
  [[nodiscard]] std::uint32_t type(Edge edge) const {
    return type_[static_cast<std::uint32_t>(edge)];
  }
  [[nodiscard]] std::uint32_t edges_of_type(std::uint32_t type) const { return of_type_[type]; }
  /// Edges that leave (reach) a node, by type, other end, number.
  [[nodiscard]] std::span<const Arc> out(Node node) const { return row(out_offsets_, out_, node); }
  [[nodiscard]] std::span<const Arc> in(Node node) const { return row(in_offsets_, in_, node); }
  /// Whether edges of that type have no direction.
  [[nodiscard]] bool is_symmetric(std::uint32_t type) const { return symmetric_[type] != 0; }
  [[nodiscard]] bool has_symmetric_types() const { return has_symmetric_; }

  [[nodiscard]] virtual Value id(Node node) const = 0;
  [[nodiscard]] virtual Value id(Edge edge) const = 0;
  /// The number of a property's name, to be asked with; `missing_key` if nothing has one.
  [[nodiscard]] virtual std::uint32_t key(std::string_view name) const = 0;
  [[nodiscard]] virtual Value property(Node node, std::uint32_t key,
                                       std::string_view name) const = 0;
  [[nodiscard]] virtual Value property(Edge edge, std::uint32_t key,
                                       std::string_view name) const = 0;
  /// All that are not null.
  [[nodiscard]] virtual Map properties(Node node) const = 0;
  [[nodiscard]] virtual Map properties(Edge edge) const = 0;
  /// The dossier's graph, if it is one; its entities and relations have the numbers of nodes and
  /// edges.
  [[nodiscard]] virtual const Graph* dossier() const { return nullptr; }
  /// Whether a text names the node: an id or a name in any language. Only of dossiers.
  [[nodiscard]] virtual std::vector<Node> named(std::string_view) const { return {}; }

  static constexpr std::uint32_t missing_key = 0xFFFFFFFF;

 protected:
  Store() = default;
  void add_node(std::uint32_t label_set) { label_set_.push_back(label_set); }
  void add_edge(std::uint32_t type, std::uint32_t from, std::uint32_t to) {
    type_.push_back(type);
    from_.push_back(from);
    to_.push_back(to);
  }
  std::uint32_t label_set(const std::vector<std::string>& labels);
  std::uint32_t intern_type(std::string_view type, bool symmetric);
  /// Sorts the adjacency once everything is added.
  void finish();

 private:
  [[nodiscard]] static std::span<const Arc> row(const std::vector<std::uint32_t>& offsets,
                                                const std::vector<Arc>& arcs, Node node) {
    const auto index = static_cast<std::uint32_t>(node);
    return std::span(arcs).subspan(offsets[index], offsets[index + 1] - offsets[index]);
  }
  void sort_arcs(const std::vector<std::uint32_t>& here, const std::vector<std::uint32_t>& there,
                 std::vector<std::uint32_t>& offsets, std::vector<Arc>& arcs) const;

  Words labels_;
  Words types_;
  std::vector<std::vector<std::uint32_t>> label_sets_;
  TextMap<std::uint32_t> label_set_numbers_;
  std::vector<std::uint32_t> label_set_;
  std::vector<std::vector<std::uint32_t>> with_label_;
  std::vector<std::uint8_t> symmetric_;
  bool has_symmetric_ = false;
  std::vector<std::uint32_t> type_;
  std::vector<std::uint32_t> of_type_;
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> to_;
  std::vector<std::uint32_t> out_offsets_;
  std::vector<std::uint32_t> in_offsets_;
  std::vector<Arc> out_;
  std::vector<Arc> in_;
};

/// The properties of an edge with the date that is seen; those written where nothing narrows it.
[[nodiscard]] Map properties_seen(const Store& store, Edge edge, const Viewpoint* viewpoint);

}  // namespace entente::query
