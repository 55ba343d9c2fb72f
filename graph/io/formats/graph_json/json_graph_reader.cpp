/// JSON Graph Format 2.1, and 1 with its list of nodes: `graph`, or the first of `graphs`.
/// @see https://jsongraphformat.info

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/formats/graph_json/json_elements.hpp"
#include "io/formats/readers.hpp"

namespace entente {
namespace {

class JsonGraphVisitor : public JsonVisitor {
 public:
  /// Of several graphs the first is read.
  bool opens(const JsonPath& path) override {
    const std::size_t depth = depth_in_graph(path);
    if (path.empty() || path == JsonPath{"graph"} || path == JsonPath{"graphs"}) return true;
    if (path == JsonPath{"graphs", "[]"}) return ++graphs_ == 1;
    return graphs_ <= 1 && depth == 1 && is_list(path.back());
  }

  bool value(const JsonPath& path, JsonValue value) override {
    const std::size_t depth = depth_in_graph(path);
    if (graphs_ > 1) {
      if (!further_at_) further_at_ = value.at();
    } else if (depth == 2) {
      const std::string& list = path[path.size() - 2];
      if (value.kind() != JsonKind::object)
        elements_.leave_out(value);
      else if (list == "nodes")
        node(path.back(), value);
      else
        list == "edges" ? edge(value) : hyperedge(value);
    } else if (depth == 1 && is_list(path.back())) {
      elements_.note_odd(value);
    } else if (depth == 1) {
      property(path.back(), value);
    } else if (path.size() == 1) {
      elements_.lose_attribute(value);
    }
    return true;
  }

  void finish(ForeignReading& reading) {
    if (further_at_)
      reading.remark({0, *further_at_},
                     {"several-graphs", "only the first of several graphs is read",
                      "give each a file of its own"});
    for (std::size_t i = 0; i < says_direction_.size(); ++i)
      if (!says_direction_[i] && !directed_) elements_.edges[i].direction = Symmetry::symmetric;
    std::move(elements_).finish(reading);
  }

 private:
  static bool is_list(const std::string& name) {
    return name == "nodes" || name == "edges" || name == "hyperedges";
  }

  /// 1 for the members of the graph, 2 for what is in their lists.
  static std::size_t depth_in_graph(const JsonPath& path) {
    if (!path.empty() && path[0] == "graph") return path.size() - 1;
    if (path.size() >= 2 && path[0] == "graphs") return path.size() - 2;
    return 0;
  }

  void property(const std::string& name, JsonValue value) {
    if (name == "label" && value.kind() == JsonKind::text) elements_.title = value.text();
    if (name == "directed" && value.kind() == JsonKind::boolean)
      directed_ = std::get<bool>(value.scalar().value);
    if (name == "metadata") elements_.take_header(value);
    constexpr std::array<std::string_view, 3> taken = {"label", "directed", "metadata"};
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) elements_.lose_attribute(value);
  }

  /// A member that the format does not know, such as `type` of its first version.
  static void other(JsonValue member, FoundElement& found) {
    const auto is_called_so = [&](const Property& one) { return one.name == member.key(); };
    if (std::any_of(found.properties.begin(), found.properties.end(), is_called_so)) return;
    found.properties.push_back(property_of(member));
  }

  static void metadata(JsonValue member, FoundElement& found) {
    if (member.kind() != JsonKind::object) return;
    for (const JsonValue one : member) found.properties.push_back(property_of(one));
  }

  void node(const std::string& name, JsonValue object) {
    FoundNode& node = elements_.nodes.emplace_back();
    node.id = name;
    node.place = {0, object.at()};
    for (const JsonValue member : object) {
      if (member.key() == "id" && name == "[]") node.id = element_text(member, elements_);
      if (member.key() == "label") node.label = label_text(member);
      if (member.key() == "metadata") metadata(member, node);
    }
    for (const JsonValue member : object)
      if (member.key() != "label" && member.key() != "metadata" &&
          !(member.key() == "id" && name == "[]"))
        other(member, node);
  }

  void edge(JsonValue object) {
    FoundEdge& edge = elements_.edges.emplace_back();
    bool says_direction = false;
    edge.place = {0, object.at()};
    for (const JsonValue member : object) {
      const std::string_view name = member.key();
      if (name == "id") edge.id = element_text(member, elements_);
      if (name == "source") edge.from = element_text(member, elements_);
      if (name == "target") edge.to = element_text(member, elements_);
      if (name == "relation" && member.kind() == JsonKind::text)
        edge.properties.push_back({"type", std::string(member.text()), Property::Form::text});
      if (name == "label" && member.kind() == JsonKind::text)
        edge.properties.push_back({"label", std::string(member.text()), Property::Form::text});
      if (name == "metadata") metadata(member, edge);
      if (name != "directed" || member.kind() != JsonKind::boolean) continue;
      says_direction = true;
      if (!std::get<bool>(member.scalar().value)) edge.direction = Symmetry::symmetric;
    }
    constexpr std::array<std::string_view, 7> taken = {"id",    "source",   "target",  "relation",
                                                       "label", "metadata", "directed"};
    for (const JsonValue member : object)
      if (std::find(taken.begin(), taken.end(), member.key()) == taken.end()) other(member, edge);
    says_direction_.push_back(says_direction);
  }

  /// One that ties two is an edge.
  void hyperedge(JsonValue object) {
    std::vector<std::string> nodes;
    std::vector<std::string> sources;
    std::vector<std::string> targets;
    for (const JsonValue member : object) {
      if (member.kind() != JsonKind::list) continue;
      auto* const list = member.key() == "nodes"    ? &nodes
                         : member.key() == "source" ? &sources
                         : member.key() == "target" ? &targets
                                                    : nullptr;
      if (list == nullptr) continue;
      for (const JsonValue end : member) list->push_back(element_text(end, elements_));
    }
    const bool is_directed = sources.size() == 1 && targets.size() == 1;
    if (!is_directed && nodes.size() != 2) {
      elements_.lost.push_back({"hyperedge", "a hyperedge that does not tie two is left out",
                                object.at(), "write it as a node that its ends are tied to"});
      return;
    }
    edge(object);
    FoundEdge& edge = elements_.edges.back();
    edge.from = is_directed ? sources.front() : nodes.front();
    edge.to = is_directed ? targets.front() : nodes.back();
    std::erase_if(edge.properties, [](const Property& one) { return one.name == "nodes"; });
    if (!is_directed) edge.direction = Symmetry::symmetric;
    says_direction_.back() = true;
  }

  static std::string label_text(JsonValue value) {
    return value.kind() == JsonKind::text ? std::string(value.text()) : to_json(value);
  }

  JsonElements elements_;
  bool directed_ = true;
  std::size_t graphs_ = 0;
  std::optional<std::size_t> further_at_;
  std::vector<bool> says_direction_;  // of each edge
};

}  // namespace

bool is_json_graph(std::string_view text) {
  const std::vector<std::string_view> of_others = {"entities", "relations", "format",  "nodes",
                                                   "links",    "edges",     "elements"};
  const auto names = outer_members(text, of_others);
  if (names.empty()) return false;
  const auto is_there = [&names](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return std::none_of(of_others.begin(), of_others.end(), is_there) &&
         (is_there("graph") || is_there("graphs"));
}

void read_json_graph(ForeignReading& reading) {
  read_with<JsonGraphVisitor>(reading);
}

}  // namespace entente
