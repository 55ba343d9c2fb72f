/// Node-link JSON as NetworkX and D3 write it: `nodes`, and `links` or `edges`; `directed` says
/// which (of D3, where it does not, nothing is directed), `graph` holds properties of the whole.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "io/formats/graph_json/json_elements.hpp"
#include "io/formats/readers.hpp"

namespace entente {
namespace {

bool names_links(const std::string& name) {
  return name == "links" || name == "edges";
}

class NodeLinkVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && (path[0] == "nodes" || names_links(path[0])));
  }

  bool value(const JsonPath& path, JsonValue value) override {
    const bool is_node = !path.empty() && path[0] == "nodes";
    if (!path.empty() && (is_node || names_links(path[0]))) {
      nodes_ += is_node ? 1 : 0;
      if (path.size() != 2)
        elements_.note_odd(value);
      else if (value.kind() != JsonKind::object)
        elements_.leave_out(value);
      else
        is_node ? node(value) : link(value);
    } else if (path.size() == 1 && path[0] == "directed") {
      directed_ = value.kind() == JsonKind::boolean && std::get<bool>(value.scalar().value);
    } else if (path.size() == 1 && path[0] == "graph") {
      elements_.take_header(value);
    } else if (path.size() == 1 && path[0] == "adjacency") {
      adjacency_at_ = value.at();
    } else if (path.size() == 1 && path[0] != "multigraph") {
      elements_.lose_attribute(value);
    }
    return true;
  }

  void finish(ForeignReading& reading) {
    if (adjacency_at_ && elements_.edges.empty())
      return reading.stop({0, *adjacency_at_},
                          {"adjacency", "edges as `adjacency` are not read",
                           "write them with node_link_data of NetworkX, which has `links`"});
    if (!directed_)
      for (FoundEdge& edge : elements_.edges) edge.direction = Symmetry::symmetric;
    std::move(elements_).finish(reading);
  }

 private:
  void node(JsonValue object) {
    FoundNode& node = elements_.nodes.emplace_back();
    node.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "id")
        node.id = element_text(member, elements_);
      else
        node.properties.push_back(property_of(member));
    }
    // D3 of old has no ids: links name nodes by their number.
    if (node.id.empty()) node.id = std::to_string(nodes_ - 1);
  }

  void link(JsonValue object) {
    FoundEdge& edge = elements_.edges.emplace_back();
    edge.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "source")
        edge.from = end_text(member, elements_);
      else if (member.key() == "target")
        edge.to = end_text(member, elements_);
      else if (member.key() == "id")
        edge.id = element_text(member, elements_);
      else if (member.key() == "key")
        key(member, edge);
      else
        edge.properties.push_back(property_of(member));
    }
  }

  /// NetworkX numbers parallel edges, unless somebody has named them.
  void key(JsonValue member, FoundEdge& edge) {
    edge.own_id = element_text(member, elements_);
    if (edge.id.empty() && member.kind() == JsonKind::text) edge.id = edge.own_id;
  }

  JsonElements elements_;
  std::size_t nodes_ = 0;  // left out ones, too
  bool directed_ = false;
  std::optional<std::size_t> adjacency_at_;
};

}  // namespace

bool is_node_link(std::string_view text) {
  const auto names =
      outer_members(text, {"entities", "relations", "format", "nodes", "links", "edges"});
  return !names.empty() && (names.back() == "nodes" || names_links(names.back()));
}

void read_node_link(ForeignReading& reading) {
  read_with<NodeLinkVisitor>(reading);
}

}  // namespace entente
