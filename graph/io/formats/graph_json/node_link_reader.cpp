/// Node-link JSON as NetworkX and D3 write it: `nodes`, and `links` or `edges`; `directed` says
/// which (of D3, where it does not, nothing is directed), `graph` holds properties of the whole.

#include <algorithm>

#include "io/formats/json_shape.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"

namespace entente {
namespace {

bool names_links(const std::string& name) {
  return name == "links" || name == "edges";
}

/// The id as a text: programs number their nodes.
std::string id_text(JsonValue value) {
  return value.kind() == JsonKind::text ? std::string(value.text()) : to_json(value);
}

class NodeLinkVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && (path[0] == "nodes" || names_links(path[0])));
  }

  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 2 && value.kind() == JsonKind::object) {
      if (path[0] == "nodes") node(value);
      if (names_links(path[0])) link(value);
    } else if (path.size() == 1 && path[0] == "directed") {
      directed_ = value.kind() == JsonKind::boolean && std::get<bool>(value.scalar().value);
    } else if (path.size() == 1 && path[0] == "graph") {
      header_ = to_json(value);
      header_at_ = value.at();
    }
    return true;
  }

  void finish(ForeignReading& reading) {
    PropertyGraph graph(reading);
    graph.header(std::move(header_), {0, header_at_});
    for (FoundNode& one : nodes_) graph.add(std::move(one));
    for (FoundEdge& one : edges_) {
      if (!directed_) one.direction = Symmetry::symmetric;
      graph.add(std::move(one));
    }
    std::move(graph).finish();
  }

 private:
  void node(JsonValue object) {
    FoundNode& node = nodes_.emplace_back();
    node.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "id")
        node.id = id_text(member);
      else if (auto property = property_of(member))
        node.properties.push_back(std::move(*property));
    }
    // D3 of old has no ids: links name nodes by their number.
    if (node.id.empty()) node.id = std::to_string(nodes_.size() - 1);
  }

  void link(JsonValue object) {
    FoundEdge& edge = edges_.emplace_back();
    edge.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "source")
        edge.from = id_text(member);
      else if (member.key() == "target")
        edge.to = id_text(member);
      else if (member.key() == "id")
        edge.id = id_text(member);
      else if (member.key() == "key")
        edge.own_id = id_text(member);
      else if (auto property = property_of(member))
        edge.properties.push_back(std::move(*property));
    }
  }

  std::string header_;
  std::size_t header_at_ = 0;
  bool directed_ = false;
  std::vector<FoundNode> nodes_;
  std::vector<FoundEdge> edges_;
};

}  // namespace

bool is_node_link(std::string_view text) {
  const auto names =
      outer_members(text, {"entities", "relations", "format", "nodes", "links", "edges"});
  return !names.empty() && (names.back() == "nodes" || names_links(names.back()));
}

void read_node_link(ForeignReading& reading) {
  NodeLinkVisitor quick;
  if (visit_quickly(reading.text(), quick, reading.limits()) == Visit::done)
    return quick.finish(reading);
  NodeLinkVisitor exact;
  visit_exactly(reading, exact);
  exact.finish(reading);
}

}  // namespace entente
