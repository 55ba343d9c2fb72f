/// Cytoscape.js and the .cyjs files of Cytoscape: `elements`, a list or two lists, each element
/// with its `data`. What has `source` and `target` is an edge; places are kept as `x` and `y`.

#include <string>
#include <utility>

#include "io/formats/json_shape.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"

namespace entente {
namespace {

std::string cytoscape_text(JsonValue value) {
  return value.kind() == JsonKind::text ? std::string(value.text()) : to_json(value);
}

class CytoscapeVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    if (path.empty() || (path.size() == 1 && path[0] == "elements")) return true;
    return path.size() == 2 && path[0] == "elements" && (path[1] == "nodes" || path[1] == "edges");
  }

  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() >= 2 && path[0] == "elements" && value.kind() == JsonKind::object) {
      element(value);
    } else if (path.size() == 1 && path[0] == "data") {
      header_ = to_json(value);
      header_at_ = value.at();
    }
    return true;
  }

  void finish(ForeignReading& reading) {
    PropertyGraph graph(reading);
    graph.header(std::move(header_), {0, header_at_});
    for (FoundNode& one : nodes_) graph.add(std::move(one));
    for (FoundEdge& one : edges_) graph.add(std::move(one));
    std::move(graph).finish();
  }

 private:
  void element(JsonValue object) {
    FoundEdge found;
    found.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "data" && member.kind() == JsonKind::object)
        for (const JsonValue one : member) data(one, found);
      if (member.key() == "position" && member.kind() == JsonKind::object)
        for (const JsonValue axis : member) add(axis, found);
    }
    if (found.from.empty() && found.to.empty())
      nodes_.push_back(std::move(found));
    else
      edges_.push_back(std::move(found));
  }

  static void add(JsonValue member, FoundEdge& found) {
    if (auto property = property_of(member)) found.properties.push_back(std::move(*property));
  }

  static void data(JsonValue member, FoundEdge& found) {
    const std::string_view name = member.key();
    if (name == "id") {
      found.id = cytoscape_text(member);
    } else if (name == "source") {
      found.from = cytoscape_text(member);
    } else if (name == "target") {
      found.to = cytoscape_text(member);
    } else {
      if (name == "relation") found.own_id = cytoscape_text(member);
      add(member, found);
    }
  }

  std::string header_;
  std::size_t header_at_ = 0;
  std::vector<FoundNode> nodes_;
  std::vector<FoundEdge> edges_;
};

}  // namespace

bool is_cytoscape(std::string_view text) {
  const auto names = outer_members(text, {"entities", "relations", "format", "elements"});
  return !names.empty() && names.back() == "elements";
}

void read_cytoscape(ForeignReading& reading) {
  CytoscapeVisitor quick;
  if (visit_quickly(reading.text(), quick, reading.limits()) == Visit::done)
    return quick.finish(reading);
  CytoscapeVisitor exact;
  visit_exactly(reading, exact);
  exact.finish(reading);
}

}  // namespace entente
