/// Cytoscape.js and the .cyjs files of Cytoscape: `elements`, a list or two lists, each element
/// with its `data`; or that list alone, as `cy.elements().jsons()` gives it. What has `source` and
/// `target` is an edge, without direction if the whole says `"directed": false`; places are kept as
/// `x` and `y`.

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "io/formats/graph_json/json_elements.hpp"
#include "io/formats/readers.hpp"

namespace entente {
namespace {

class CytoscapeVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    if (path.empty() || (path.size() == 1 && path[0] == "elements")) return true;
    return path.size() == 2 && path[0] == "elements" && (path[1] == "nodes" || path[1] == "edges");
  }

  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 1 && path[0] == "[]") {
      if (value.kind() == JsonKind::object)
        element(value);
      else
        elements_.leave_out(value);
    } else if (!path.empty() && path[0] == "elements") {
      if (path.size() < 2)
        elements_.note_odd(value);
      else if (value.kind() != JsonKind::object)
        path.back() == "[]" ? elements_.leave_out(value) : elements_.note_odd(value);
      else
        element(value);
    } else if (path.size() == 1 && path[0] == "data") {
      elements_.take_header(value);
    } else if (path.size() == 1 && path[0] == "directed" && value.kind() == JsonKind::boolean) {
      is_directed_ = std::get<bool>(value.scalar().value);
    } else if (path.size() == 1 && !is_technical(path[0])) {
      elements_.lose_attribute(value);
    }
    return true;
  }

  void finish(ForeignReading& reading) {
    for (FoundEdge& edge : elements_.edges)
      if (!is_directed_) edge.direction = Symmetry::symmetric;
    std::move(elements_).finish(reading);
  }

 private:
  /// What a program says of the file, and of no graph.
  static bool is_technical(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {
        "format_version", "generated_by", "target_cytoscapejs_version", "directed", "multigraph"};
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void element(JsonValue object) {
    FoundEdge found;
    found.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "data" && member.kind() == JsonKind::object)
        for (const JsonValue one : member) data(one, found);
      if (member.key() == "position" && member.kind() == JsonKind::object)
        for (const JsonValue axis : member) add(axis, found);
      if (member.key() == "classes") add(member, found);
    }
    if (found.from.empty() && found.to.empty())
      elements_.nodes.push_back(std::move(found));
    else
      elements_.edges.push_back(std::move(found));
  }

  static void add(JsonValue member, FoundEdge& found) {
    found.properties.push_back(property_of(member));
  }

  void data(JsonValue member, FoundEdge& found) {
    const std::string_view name = member.key();
    if (name == "id") {
      found.id = element_text(member, elements_);
    } else if (name == "source") {
      found.from = element_text(member, elements_);
    } else if (name == "target") {
      found.to = element_text(member, elements_);
    } else {
      if (name == "relation") found.own_id = element_text(member, elements_);
      add(member, found);
    }
  }

  JsonElements elements_;
  bool is_directed_ = true;  // NetworkX says it of the whole
};

/// Whether a list begins whose first object begins as an element does.
bool begins_with_element(std::string_view text) {
  const auto takes = [&text](std::string_view mark) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with(mark)) return false;
    text.remove_prefix(mark.size());
    return true;
  };
  return takes("[") && takes("{") && (takes("\"data\"") || takes("\"group\""));
}

}  // namespace

bool is_cytoscape(std::string_view text) {
  if (begins_with_element(text)) return true;
  const auto names = outer_members(text, {"entities", "relations", "format", "elements"});
  return !names.empty() && names.back() == "elements";
}

void read_cytoscape(ForeignReading& reading) {
  read_with<CytoscapeVisitor>(reading);
}

}  // namespace entente
