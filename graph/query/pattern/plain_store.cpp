// A plain property graph as it is asked.

#include <algorithm>
#include <map>
#include <utility>

#include <entente/error.hpp>
#include <entente/text/safe.hpp>

#include "query/pattern/stores.hpp"

namespace entente::query {
namespace {

Value value_of(PlainValue&& plain) {
  if (auto* truth = std::get_if<bool>(&plain.is)) return Value(*truth);
  if (auto* whole = std::get_if<std::int64_t>(&plain.is)) return Value(*whole);
  if (auto* real = std::get_if<double>(&plain.is)) return Value(*real);
  if (auto* text = std::get_if<std::string>(&plain.is)) return Value(std::move(*text));
  if (auto* list = std::get_if<PlainList>(&plain.is)) {
    List items;
    items.reserve(list->size());
    for (PlainValue& item : *list) items.push_back(value_of(std::move(item)));
    return Value(std::move(items));
  }
  if (auto* map = std::get_if<PlainMap>(&plain.is)) {
    Map members;
    for (auto& [name, member] : *map) members.emplace_back(name, value_of(std::move(member)));
    return Value(std::move(members));
  }
  return {};
}

std::string words_of_id(const PlainId& id) {
  if (const auto* whole = std::get_if<std::int64_t>(&id)) return std::to_string(*whole);
  return "'" + terminal_safe(std::get<std::string>(id)) + "'";
}

Value value_of_id(const PlainId& id) {
  if (const auto* whole = std::get_if<std::int64_t>(&id)) return Value(*whole);
  return Value(std::get<std::string>(id));
}

[[noreturn]] void refuse_graph(const std::string& message) {
  throw InvalidArgument("property-graph", message);
}

using Properties = std::vector<std::pair<std::uint32_t, Value>>;

class PlainStore : public Store {
 public:
  explicit PlainStore(PropertyGraph graph) {
    std::map<PlainId, std::uint32_t> numbers;
    for (PropertyNode& node : graph.nodes) {
      const auto number = static_cast<std::uint32_t>(node_ids_.size());
      if (!numbers.emplace(node.id, number).second)
        refuse_graph("two nodes have the id " + words_of_id(node.id));
      add_node(label_set(node.labels));
      node_ids_.push_back(value_of_id(node.id));
      node_properties_.push_back(properties_of(std::move(node.properties)));
    }
    // Where the order of edges decides between paths, it is that of their ids.
    std::ranges::stable_sort(graph.edges, {}, &PropertyEdge::id);
    std::map<PlainId, bool> edges;
    for (PropertyEdge& edge : graph.edges) {
      if (!edges.emplace(edge.id, true).second)
        refuse_graph("two edges have the id " + words_of_id(edge.id));
      const auto end = [&](const PlainId& id) {
        const auto found = numbers.find(id);
        if (found == numbers.end())
          refuse_graph("the edge " + words_of_id(edge.id) + " has an end " + words_of_id(id) +
                       ", which is no node");
        return found->second;
      };
      add_edge(intern_type(edge.type, false), end(edge.from), end(edge.to));
      edge_ids_.push_back(value_of_id(edge.id));
      edge_properties_.push_back(properties_of(std::move(edge.properties)));
    }
    finish();
  }

  [[nodiscard]] Value id(Node node) const override { return node_ids_[number(node)]; }
  [[nodiscard]] Value id(Edge edge) const override { return edge_ids_[number(edge)]; }
  [[nodiscard]] std::uint32_t key(std::string_view name) const override {
    return keys_.find(name).value_or(missing_key);
  }
  [[nodiscard]] Value property(Node node, std::uint32_t key, std::string_view) const override {
    return found(node_properties_[number(node)], key);
  }
  [[nodiscard]] Value property(Edge edge, std::uint32_t key, std::string_view) const override {
    return found(edge_properties_[number(edge)], key);
  }
  [[nodiscard]] Map properties(Node node) const override {
    return named(node_properties_[number(node)]);
  }
  [[nodiscard]] Map properties(Edge edge) const override {
    return named(edge_properties_[number(edge)]);
  }
  using Store::named;

 private:
  template <typename Element>
  static std::size_t number(Element element) {
    return static_cast<std::size_t>(element);
  }
  Properties properties_of(PlainMap&& map) {
    Properties properties;
    for (auto& [name, member] : map) {
      Value value = value_of(std::move(member));
      if (!value.is_null()) properties.emplace_back(keys_.intern(name), std::move(value));
    }
    return properties;
  }
  static Value found(const Properties& properties, std::uint32_t key) {
    for (const auto& [each, value] : properties)
      if (each == key) return value;
    return {};
  }
  [[nodiscard]] Map named(const Properties& properties) const {
    Map map;
    for (const auto& [key, value] : properties) map.emplace_back(keys_[key], value);
    return map;
  }

  Words keys_;
  std::vector<Value> node_ids_;
  std::vector<Value> edge_ids_;
  std::vector<Properties> node_properties_;
  std::vector<Properties> edge_properties_;
};

}  // namespace

std::shared_ptr<const Store> store_of(PropertyGraph graph) {
  return std::make_shared<PlainStore>(std::move(graph));
}

}  // namespace entente::query
