/// GraphML: nodes and edges with data whose keys say names, types and defaults. What is missing is
/// made up for: a key without a type holds texts, data without a key is named after it.
///
/// yEd keeps labels in drawings (`y:NodeLabel`, `y:EdgeLabel`), and says by arrows whether an edge
/// has a direction, and which. Nested graphs become flat, each node with its `parent`; a hyperedge
/// that ties two is an edge, others are left out.
/// @see GraphML Primer, http://graphml.graphdrawing.org/primer/graphml-primer.html

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/xml/declared_numbers.hpp"
#include "io/formats/xml/graphml_keys.hpp"
#include "io/formats/xml/xml_events.hpp"
#include "io/formats/xml/yed.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

class GraphmlReader : public ElementHandler {
 public:
  explicit GraphmlReader(ForeignReading& reading) : reading_(reading), graph_(reading) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "key")
      keys_.begin(element);
    else if (name == "graph")
      begin_graph(element);
    else if (name == "node")
      begin_node(element);
    else if (name == "edge")
      begin_edge(element);
    else if (name == "hyperedge")
      begin_hyperedge(element);
    else if (name == "endpoint")
      begin_endpoint(element);
    else if (name == "port")
      begin_port(element);
    else if (name == "data")
      begin_data(element);
    else if (name == "Arrows")
      arrows_ = yed_arrows(element);
    else if (!data_key_.empty() && !frames_yed_label(name))
      is_drawn_ = true;
  }

  void end(std::string_view name, const std::string& text) override {
    if (name == "default")
      keys_.end_default(text);
    else if (name == "data")
      end_data(text);
    else if (name == "NodeLabel" || name == "EdgeLabel")
      end_label(text);
    else if (name == "desc")
      end_description(text);
    else if (name == "node")
      end_node();
    else if (name == "edge")
      end_edge();
    else if (name == "hyperedge")
      end_hyperedge();
    else if (name == "port")
      --ports_;
    else if (name == "graph")
      graphs_.pop_back();
    else if (name == "key")
      keys_.end();
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

  void begin_graph(const XmlElement& element) {
    if (graphs_.empty() && std::exchange(seen_graph_, true))
      reading_.lose({0, element.at()}, {"united-graphs", "the graphs of the file are read as one",
                                        "write each to a file of its own to ask them apart"});
    if (!graphs_.empty())
      reading_.lose({0, element.at()},
                    {"nested-graph", "nested graphs become flat; `parent` says where nodes were",
                     "relate the nodes to their group where that matters"});
    graphs_.push_back({element["edgedefault"] != "undirected"});
  }

  void begin_port(const XmlElement& element) {
    ++ports_;
    reading_.lose({0, element.at()},
                  {"port", "ports, places on a node where edges end, are left out", ""});
  }

  void begin_data(const XmlElement& element) {
    data_key_ = element["key"];
    data_at_ = element.at();
    is_drawn_ = false;
  }

  /// What the format lets every element say of itself.
  void end_description(const std::string& text) {
    if (ports_ > 0 || keys_.is_open() || text.find_first_not_of(" \t\r\n") == text.npos) return;
    if (FoundElement* element = owner())
      element->properties.push_back({"desc", text, Property::Form::text});
    else
      title(text);
  }

  void begin_node(const XmlElement& element) {
    FoundNode& node = nodes_.emplace_back();
    node.id = element["id"];
    node.place = {0, element.at()};
    given_.emplace_back();
    if (nodes_.size() > 1)
      node.properties.push_back({"parent", nodes_[nodes_.size() - 2].id, Property::Form::text});
  }

  void begin_edge(const XmlElement& element) {
    edge_ = FoundEdge();
    edge_.id = element["id"];
    edge_.from = element["source"];
    edge_.to = element["target"];
    edge_.place = {0, element.at()};
    for (const char* port : {"sourceport", "targetport"})
      if (element.has(port))
        edge_.properties.push_back({port, std::string(element[port]), Property::Form::text});
    const bool directed = element.has("directed")
                              ? element["directed"] == "true" || element["directed"] == "1"
                              : graphs_.empty() || graphs_.back().directed;
    edge_.direction = directed ? Symmetry::directed : Symmetry::symmetric;
    arrows_ = YedArrows::unsaid;
    in_edge_ = true;
    edge_given_ = {};
  }

  void begin_hyperedge(const XmlElement& element) {
    begin_edge(element);
    edge_.direction = Symmetry::symmetric;
    endpoints_ = 0;
    points_ = false;
  }

  void begin_endpoint(const XmlElement& element) {
    if (!in_edge_) return;
    (endpoints_++ == 0 ? edge_.from : edge_.to) = element["node"];
    points_ = points_ || element["type"] == "in" || element["type"] == "out";
  }

  /// The format does not say which way one runs whose ends are `in` and `out`.
  void end_hyperedge() {
    if (endpoints_ == 2 && !points_) return end_edge();
    in_edge_ = false;
    reading_.lose(edge_.place, {"hyperedge",
                                points_ ? "a hyperedge with ends `in` and `out` is left out"
                                        : "a hyperedge that does not tie two is left out",
                                "write it as a node that its ends are tied to"});
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
    const GraphmlKey* key = keys_.find(id);
    const std::string& name = key == nullptr ? id : key->name;
    if (element == nullptr) {
      graph_data(name, text);
      return;
    }
    // Drawings of yEd have a key without a name; their labels have been taken.
    if (key != nullptr && !key->is_named && text.find_first_not_of(" \t\r\n") == text.npos) {
      if (is_drawn_)
        reading_.lose({0, data_at_},
                      {"drawing", "places, sizes and colours of yEd's drawings are left out", ""});
      return;
    }
    // igraph writes every text of every element, and of ours none is empty.
    if (is_ours_ && text.empty()) return;
    if (is_repeated(*element, name)) return;
    if (name == (in_edge_ ? "relation" : "entity")) element->own_id = text;
    const CellType type = key == nullptr ? CellType::text : key->type;
    Property property = property_of_cell(name, is_ours_ ? own_type(type) : type, text);
    if (is_ours_ || keeps_declared(reading_, {0, data_at_}, type, property))
      element->properties.push_back(std::move(property));
  }

  void graph_data(const std::string& name, const std::string& text) {
    if (name == "entente") {
      is_ours_ = text.find("entente/1") != text.npos;
      return graph_.header(text);
    }
    const std::string word = ascii_lowered(name);
    if (word == "title" || word == "description" || word == "name") return title(text);
    const bool is_empty = text.find_first_not_of(" \t\r\n") == text.npos;
    if (!is_empty && !is_ours_)
      reading_.lose({0, data_at_},
                    {"graph-attribute", "attributes of the graph as a whole are left out", ""});
  }

  /// Whether the innermost element has that property already; the first is kept.
  bool is_repeated(const FoundElement& element, const std::string& name) {
    if (!(in_edge_ ? edge_given_ : given_.back()).has(element, name)) return false;
    reading_.lose({0, data_at_},
                  {"repeated-attribute", "an element gives an attribute again; the first is kept",
                   "write several values as a list"});
    return true;
  }

  void title(std::string_view text) {
    if (text.empty()) return;
    if (std::exchange(has_title_, true))
      return reading_.lose({0, data_at_}, {"graph-attribute",
                                           "attributes of the graph as a whole are left out", ""});
    graph_.title(std::string(text));
  }

  void end_label(const std::string& text) {
    FoundElement* element = owner();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (element == nullptr || first == text.npos) return;
    if (!element->label.empty())
      return reading_.lose({0, data_at_},
                           {"further-label", "of several labels of an element the first is kept",
                            "write the others as data of their own"});
    element->label = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  }

  void add_defaults(FoundElement& element, std::string_view kind) {
    for (const auto& [id, key] : keys_.all()) {
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
    given_.pop_back();
  }

  void apply_arrows() {
    const bool is_mutual = arrows_ == YedArrows::both && edge_.direction == Symmetry::directed;
    follow(arrows_, edge_);
    if (is_mutual && !is_repeated(edge_, "mutual"))
      edge_.properties.push_back({"mutual", "true", Property::Form::json});
  }

  void end_edge() {
    in_edge_ = false;
    add_defaults(edge_, "edge");
    if (!is_ours_) apply_arrows();
    if (!edge_.label.empty())
      edge_.properties.push_back({"label", edge_.label, Property::Form::text});
    graph_.add(std::move(edge_));
  }

  ForeignReading& reading_;
  PropertyRecords graph_;
  GraphmlKeys keys_;
  std::string data_key_;
  std::size_t data_at_ = 0;
  bool is_drawn_ = false;  // the data holds elements of others
  bool is_ours_ = false;
  std::vector<OpenGraph> graphs_;
  std::vector<FoundNode> nodes_;   // that are open, the innermost last
  std::vector<GivenNames> given_;  // of their properties
  FoundEdge edge_;
  GivenNames edge_given_;
  bool in_edge_ = false;
  std::size_t ports_ = 0;  // that are open
  std::size_t endpoints_ = 0;
  bool points_ = false;  // the hyperedge has ends with a direction
  YedArrows arrows_ = YedArrows::unsaid;
  bool seen_graph_ = false;
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
