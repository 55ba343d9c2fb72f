/// GraphML: nodes and edges with data whose keys say names, types and defaults. What is missing is
/// made up for: a key without a type holds texts, data without a key is named after it.
///
/// yEd keeps labels in drawings (`y:NodeLabel`, `y:EdgeLabel`), and says by arrows whether an edge
/// has a direction. Nested graphs become flat, each node with its `parent`; hyperedges are left
/// out.
/// @see GraphML Primer, http://graphml.graphdrawing.org/primer/graphml-primer.html

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/xml/xml_events.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

struct Key {
  std::string name;
  bool is_named = false;
  std::string element;  // "node", "edge", "all", …
  CellType type = CellType::text;
  bool has_default = false;
  std::string fallback = {};
};

CellType type_of(std::string_view name) {
  if (name == "boolean") return CellType::boolean;
  if (name == "int" || name == "long" || name == "integer") return CellType::integer;
  if (name == "float" || name == "double") return CellType::real;
  return CellType::text;
}

/// Arrows of an edge in yEd.
enum class Arrows : std::uint8_t { unsaid, none, some };

class GraphmlReader : public ElementHandler {
 public:
  explicit GraphmlReader(ForeignReading& reading) : reading_(reading), graph_(reading) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "key")
      begin_key(element);
    else if (name == "graph")
      begin_graph(element);
    else if (name == "node")
      begin_node(element);
    else if (name == "edge")
      begin_edge(element);
    else if (name == "port")
      ++ports_;
    else if (name == "data")
      data_key_ = element["key"];
    else if (name == "Arrows")
      arrows_ =
          element["source"] == "none" && element["target"] == "none" ? Arrows::none : Arrows::some;
    else if (name == "hyperedge")
      reading_.remark({0, element.at()},
                      {"hyperedge", "a hyperedge ties more than two, and is left out",
                       "write it as a node that its ends are tied to"});
  }

  void end(std::string_view name, const std::string& text) override {
    if (name == "default")
      end_default(text);
    else if (name == "data")
      end_data(text);
    else if (name == "NodeLabel" || name == "EdgeLabel")
      end_label(text);
    else if (name == "node")
      end_node();
    else if (name == "edge")
      end_edge();
    else if (name == "port")
      --ports_;
    else if (name == "graph")
      graphs_.pop_back();
    else if (name == "key")
      key_ = nullptr;
  }

  void finish() {
    if (!reading_.stopped() && !seen_graph_)
      reading_.report({}, {"no-graph", "there is no <graph> in it", "export the file again"});
    std::move(graph_).finish();
  }

 private:
  struct OpenGraph {
    bool directed = true;
  };

  void begin_key(const XmlElement& element) {
    const std::string id(element["id"]);
    Key& key = keys_[id];
    key.is_named = element.has("attr.name");
    key.name = key.is_named ? std::string(element["attr.name"]) : id;
    key.element = element.has("for") ? std::string(element["for"]) : "all";
    key.type = type_of(element["attr.type"]);
    key_ = &key;
  }

  void end_default(const std::string& text) {
    if (key_ == nullptr) return;
    key_->has_default = true;
    key_->fallback = text;
  }

  void begin_graph(const XmlElement& element) {
    seen_graph_ = true;
    if (!graphs_.empty() && !remarked_nested_) {
      reading_.remark({0, element.at()},
                      {"nested-graph", "nested graphs become flat; `parent` says where nodes were",
                       "relate the nodes to their group where that matters"});
      remarked_nested_ = true;
    }
    graphs_.push_back({element["edgedefault"] != "undirected"});
  }

  void begin_node(const XmlElement& element) {
    FoundNode& node = nodes_.emplace_back();
    node.id = element["id"];
    node.place = {0, element.at()};
    if (nodes_.size() > 1)
      node.properties.push_back({"parent", nodes_[nodes_.size() - 2].id, Property::Form::text});
  }

  void begin_edge(const XmlElement& element) {
    edge_ = FoundEdge();
    edge_.id = element["id"];
    edge_.from = element["source"];
    edge_.to = element["target"];
    edge_.place = {0, element.at()};
    const bool directed = element.has("directed")
                              ? element["directed"] == "true" || element["directed"] == "1"
                              : graphs_.empty() || graphs_.back().directed;
    edge_.direction = directed ? Symmetry::directed : Symmetry::symmetric;
    arrows_ = Arrows::unsaid;
    in_edge_ = true;
  }

  /// The element that data is of: an edge, a node, or the graph.
  [[nodiscard]] FoundElement* owner() {
    if (in_edge_) return &edge_;
    return nodes_.empty() ? nullptr : &nodes_.back();
  }

  void end_data(const std::string& text) {
    const std::string id = std::exchange(data_key_, {});
    if (ports_ > 0) return;  // where on a node an edge ends
    FoundElement* element = owner();
    const auto key = keys_.find(id);
    const std::string& name = key == keys_.end() ? id : key->second.name;
    if (element == nullptr) {
      if (name == "entente") graph_.header(text);
      if (ascii_lowered(name) == "title" || ascii_lowered(name) == "description") title(text);
      return;
    }
    // Drawings of yEd have a key without a name; their labels have been taken.
    if (key != keys_.end() && !key->second.is_named &&
        text.find_first_not_of(" \t\r\n") == text.npos)
      return;
    if (name == (in_edge_ ? "relation" : "entity")) element->own_id = text;
    const CellType type = key == keys_.end() ? CellType::text : key->second.type;
    element->properties.push_back(property_of_cell(name, type, text));
  }

  void title(std::string_view text) {
    if (!text.empty() && !std::exchange(has_title_, true)) graph_.title(std::string(text));
  }

  void end_label(const std::string& text) {
    FoundElement* element = owner();
    if (element == nullptr || !element->label.empty()) return;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return;
    element->label = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  }

  void add_defaults(FoundElement& element, std::string_view kind) {
    for (const auto& [id, key] : keys_) {
      if (!key.has_default || (key.element != kind && key.element != "all")) continue;
      bool given = false;
      for (const Property& property : element.properties) given |= property.name == key.name;
      if (given) continue;
      if (!graph_.takes_copy(element.place)) return;
      element.properties.push_back(property_of_cell(key.name, key.type, key.fallback));
    }
  }

  void end_node() {
    if (nodes_.empty()) return;
    add_defaults(nodes_.back(), "node");
    graph_.add(std::move(nodes_.back()));
    nodes_.pop_back();
  }

  void end_edge() {
    in_edge_ = false;
    add_defaults(edge_, "edge");
    if (arrows_ == Arrows::none) edge_.direction = Symmetry::symmetric;
    if (!edge_.label.empty())
      edge_.properties.push_back({"label", edge_.label, Property::Form::text});
    graph_.add(std::move(edge_));
  }

  ForeignReading& reading_;
  PropertyGraph graph_;
  std::map<std::string, Key, std::less<>> keys_;
  Key* key_ = nullptr;
  std::string data_key_;
  std::vector<OpenGraph> graphs_;
  std::vector<FoundNode> nodes_;  // that are open, the innermost last
  FoundEdge edge_;
  bool in_edge_ = false;
  std::size_t ports_ = 0;  // that are open
  Arrows arrows_ = Arrows::unsaid;
  bool seen_graph_ = false;
  bool remarked_nested_ = false;
  bool has_title_ = false;
};

}  // namespace

bool is_graphml(std::string_view text) {
  return xml_root(text) == "graphml";
}

void read_graphml(ForeignReading& reading) {
  GraphmlReader reader(reading);
  read_xml(reading, reader);
  reader.finish();
}

}  // namespace entente
