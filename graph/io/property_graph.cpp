// Plain property graphs: nodes and edges are built as they come, one at a time.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

#include <entente/io/property_graph.hpp>
#include <entente/text/safe.hpp>

#include "io/input.hpp"
#include "io/json/findings.hpp"
#include "io/json/json_sink.hpp"

namespace entente {
namespace {

/// Builds the value of each element of the two lists, then makes a node or an edge of it.
class PropertyGraphSink : public JsonSink {
 public:
  PropertyGraphSink(Findings& findings, const ReadLimits& limits)
      : findings_(findings), limits_(limits) {}

  bool open(JsonKind kind, std::size_t at) override {
    if (depth_ == 0) {
      if (kind != JsonKind::object) return wrong(at, "a property graph is an object");
    } else if (depth_ == 1) {
      if (kind != JsonKind::list) return wrong(at, "'" + member_ + "' is a list");
    } else {
      if (depth_ == 2 && kind != JsonKind::object)
        return wrong(at, "a node or an edge is an object");
      if (depth_ == 2) element_at_ = at;
      Open level;
      if (kind == JsonKind::list)
        level.value.is = PlainList{};
      else
        level.value.is = PlainMap{};
      level.name = std::move(key_);
      open_.push_back(std::move(level));
    }
    ++depth_;
    return true;
  }

  bool close() override {
    --depth_;
    if (depth_ < 2) return true;
    Open done = std::move(open_.back());
    open_.pop_back();
    if (depth_ == 2) return take(std::move(std::get<PlainMap>(done.value.is)));
    key_ = std::move(done.name);
    return put(std::move(done.value), element_at_);
  }

  bool key(std::string_view name, std::size_t at) override {
    if (depth_ == 1) {
      if (name != "nodes" && name != "edges")
        return wrong(at,
                     "a property graph has 'nodes' and 'edges', not '" + std::string(name) + "'");
      bool& seen = name == "nodes" ? has_nodes_ : has_edges_;
      if (seen) return wrong(at, "'" + std::string(name) + "' is there twice");
      seen = true;
      member_ = name;
    }
    key_ = name;
    return true;
  }

  bool value(const JsonScalar& scalar, std::size_t at) override {
    if (depth_ < 3)
      return wrong(at, depth_ == 0   ? "a property graph is an object"
                       : depth_ == 1 ? "'" + member_ + "' is a list"
                                     : "a node or an edge is an object");
    PlainValue value;
    switch (scalar.kind) {
      case JsonKind::null:
        break;
      case JsonKind::boolean:
        value.is = std::get<bool>(scalar.value);
        break;
      case JsonKind::integer:
        value.is = std::get<std::int64_t>(scalar.value);
        break;
      case JsonKind::real:
        value.is = std::get<double>(scalar.value);
        break;
      case JsonKind::text:
        value.is = std::string(scalar.text);
        break;
      default:
        return wrong(at, "a whole number fits 64 bits");
    }
    return put(std::move(value), at);
  }

  PropertyGraph graph() { return std::move(graph_); }

  /// Adds what is wrong between the elements: ids that two have, and ends that are no nodes.
  void check() {
    const std::vector<std::size_t> nodes = by_id(graph_.nodes);
    find_repeated(graph_.nodes, nodes, node_at_, "node");
    find_repeated(graph_.edges, by_id(graph_.edges), edge_at_, "edge");
    const auto is_node = [&](const PlainId& id) {
      const auto place = std::ranges::lower_bound(
          nodes, id, {}, [&](std::size_t i) -> const PlainId& { return graph_.nodes[i].id; });
      return place != nodes.end() && graph_.nodes[*place].id == id;
    };
    for (std::size_t i = 0; i < graph_.edges.size(); ++i)
      for (const PlainId* end : {&graph_.edges[i].from, &graph_.edges[i].to})
        if (!is_node(*end)) {
          findings_.add(edge_at_[i],
                        {.code = "property-graph",
                         .message = "the edge " + words_of(graph_.edges[i].id) + " has an end " +
                                    words_of(*end) + ", which is no node",
                         .hint = "add the node, or leave the edge out"});
          break;
        }
  }

 private:
  struct Open {
    PlainValue value;
    std::string name;
  };

  static std::string words_of(const PlainId& id) {
    if (const auto* whole = std::get_if<std::int64_t>(&id)) return std::to_string(*whole);
    return "'" + terminal_safe(std::get<std::string>(id)) + "'";
  }

  /// The numbers of the elements in the order of their ids.
  template <typename Element>
  static std::vector<std::size_t> by_id(const std::vector<Element>& elements) {
    std::vector<std::size_t> order(elements.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) -> const PlainId& { return elements[i].id; });
    return order;
  }

  template <typename Element>
  void find_repeated(const std::vector<Element>& elements, const std::vector<std::size_t>& order,
                     const std::vector<std::size_t>& places, const std::string& what) {
    for (std::size_t i = 1; i < order.size(); ++i) {
      const PlainId& id = elements[order[i]].id;
      if (elements[order[i - 1]].id != id) continue;
      findings_.add(places[order[i]],
                    {.code = "property-graph",
                     .message = "two " + what + "s have the id " + words_of(id) +
                                ", the other at " + findings_.place(places[order[i - 1]]),
                     .hint = "give each " + what + " an id of its own"});
    }
  }

  bool wrong(std::size_t at, std::string message) {
    findings_.add(at,
                  {.code = "property-graph",
                   .message = std::move(message),
                   .hint = R"(write {"nodes": [{"id", "labels", "properties"}], "edges": [{"id", )"
                           R"("type", "from", "to", "properties"}]})"});
    return false;
  }

  bool put(PlainValue value, std::size_t at) {
    PlainValue& into = open_.back().value;
    if (auto* list = std::get_if<PlainList>(&into.is)) {
      list->push_back(std::move(value));
      return true;
    }
    auto& map = std::get<PlainMap>(into.is);
    for (const auto& [name, ignored] : map)
      if (name == key_) return wrong(at, "the member '" + key_ + "' is there twice");
    map.emplace_back(std::move(key_), std::move(value));
    key_.clear();
    return true;
  }

  bool take(PlainMap&& element) {
    return member_ == "nodes" ? take_node(element) : take_edge(element);
  }

  bool take_node(PlainMap& element) {
    PropertyNode node;
    bool has_id = false;
    for (auto& [name, value] : element) {
      bool fits = true;
      if (name == "id")
        fits = has_id = read_id(value, node.id);
      else if (name == "labels")
        fits = read_labels(value, node.labels);
      else if (name == "properties")
        fits = read_properties(value, node.properties);
      else
        return wrong(element_at_, "a node has no member '" + name + "'");
      if (!fits) return wrong(element_at_, "the '" + name + "' of a node is not as it should be");
    }
    if (!has_id) return wrong(element_at_, "a node has an 'id'");
    node_at_.push_back(element_at_);
    graph_.nodes.push_back(std::move(node));
    return true;
  }

  bool take_edge(PlainMap& element) {
    PropertyEdge edge;
    unsigned seen = 0;
    for (auto& [name, value] : element) {
      bool fits = true;
      if (name == "id") {
        fits = read_id(value, edge.id);
        seen |= 8U;
      } else if (name == "type") {
        auto* text = std::get_if<std::string>(&value.is);
        fits = text != nullptr;
        if (fits) edge.type = std::move(*text);
        seen |= 1U;
      } else if (name == "from") {
        fits = read_id(value, edge.from);
        seen |= 2U;
      } else if (name == "to") {
        fits = read_id(value, edge.to);
        seen |= 4U;
      } else if (name == "properties") {
        fits = read_properties(value, edge.properties);
      } else {
        return wrong(element_at_, "an edge has no member '" + name + "'");
      }
      if (!fits) return wrong(element_at_, "the '" + name + "' of an edge is not as it should be");
    }
    if (seen != 15U) return wrong(element_at_, "an edge has an 'id', a 'type', a 'from', a 'to'");
    edge_at_.push_back(element_at_);
    if (graph_.edges.size() >= limits_.edges)
      return wrong(element_at_, "there are more edges than --max-edges allows");
    graph_.edges.push_back(std::move(edge));
    return true;
  }

  static bool read_id(PlainValue& value, PlainId& id) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.is)) {
      id = *whole;
      return true;
    }
    auto* text = std::get_if<std::string>(&value.is);
    if (text) id = std::move(*text);
    return text != nullptr;
  }

  static bool read_labels(PlainValue& value, std::vector<std::string>& labels) {
    auto* list = std::get_if<PlainList>(&value.is);
    if (!list) return false;
    for (PlainValue& item : *list) {
      auto* text = std::get_if<std::string>(&item.is);
      if (!text) return false;
      labels.push_back(std::move(*text));
    }
    return true;
  }

  static bool read_properties(PlainValue& value, PlainMap& properties) {
    if (std::holds_alternative<std::monostate>(value.is)) return true;
    auto* map = std::get_if<PlainMap>(&value.is);
    if (map) properties = std::move(*map);
    return map != nullptr;
  }

  Findings& findings_;
  const ReadLimits& limits_;
  PropertyGraph graph_;
  std::vector<std::size_t> node_at_;  // where each begins
  std::vector<std::size_t> edge_at_;
  std::size_t depth_ = 0;
  std::size_t element_at_ = 0;
  std::string member_;
  std::string key_;
  std::vector<Open> open_;
  bool has_nodes_ = false;
  bool has_edges_ = false;
};

}  // namespace

PropertyGraph read_property_graph_from_text(std::string_view bytes, const std::string& name,
                                            const ReadLimits& limits) {
  std::vector<Problem> problems;
  PropertyGraph graph;
  if (const auto text =
          checked_text(bytes, name, problems, "a property graph begins {\"nodes\": […], …}")) {
    Findings findings(name, *text, problems);
    PropertyGraphSink sink(findings, limits);
    if (const auto fault = parse_json(*text, 0, text->size(), sink, limits.depth))
      findings.add(*fault);
    else if (!has_errors(problems))
      sink.check();
    graph = sink.graph();
  }
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return graph;
}

PropertyGraph read_property_graph(const std::string& path, const ReadLimits& limits) {
  const auto bytes = read_bytes(path, limits.input);
  if (!bytes) throw LimitReached("input-too-large", path + " is larger than --max-input allows");
  return read_property_graph_from_text(bytes->view(), path, limits);
}

}  // namespace entente
