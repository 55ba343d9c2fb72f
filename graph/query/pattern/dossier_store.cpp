// A dossier as a property graph: kinds and their parents are labels; names, dates, codes and
// attributes are properties.

#include <map>

#include "query/pattern/stores.hpp"

namespace entente::query {
namespace {

Value value_of_scalar(const Scalar& scalar) {
  if (const auto* truth = std::get_if<bool>(&scalar)) return Value(*truth);
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return Value(*whole);
  if (const auto* large = std::get_if<std::uint64_t>(&scalar))
    return Value(static_cast<double>(*large));
  if (const auto* real = std::get_if<double>(&scalar)) return Value(*real);
  if (const auto* text = std::get_if<std::string>(&scalar)) return Value(*text);
  return {};
}

Value value_of_attribute(const AttributeValue& attribute) {
  if (const auto* scalar = std::get_if<Scalar>(&attribute)) return value_of_scalar(*scalar);
  List items;
  for (const Scalar& item : std::get<std::vector<Scalar>>(attribute))
    items.push_back(value_of_scalar(item));
  return Value(std::move(items));
}

Value value_of_when(const std::optional<When>& when) {
  return when ? Value(*when) : Value();
}

class DossierStore : public Store {
 public:
  explicit DossierStore(const Graph& graph) : graph_(graph) {
    std::map<std::string_view, std::uint32_t> sets;
    const auto nodes = static_cast<std::uint32_t>(graph.entity_count());
    for (std::uint32_t i = 0; i < nodes; ++i) {
      const std::string_view kind = graph.kind(EntityId{i});
      const auto [place, is_new] = sets.emplace(kind, 0);
      if (is_new) place->second = label_set(graph.vocabulary().lineage(kind));
      add_node(place->second);
    }
    std::map<const RelationType*, std::uint32_t> types;
    const auto edges = static_cast<std::uint32_t>(graph.relation_count());
    for (std::uint32_t i = 0; i < edges; ++i) {
      const RelationType& type = graph.type(RelationId{i});
      const auto [place, is_new] = types.emplace(&type, 0);
      if (is_new) place->second = intern_type(type.id, type.symmetry == Symmetry::symmetric);
      add_edge(place->second, index(graph.from(RelationId{i})), index(graph.to(RelationId{i})));
    }
    finish();
  }

  [[nodiscard]] Value id(Node node) const override { return Value(graph_.id(entity(node))); }
  [[nodiscard]] Value id(Edge edge) const override { return Value(graph_.id(relation(edge))); }
  [[nodiscard]] std::uint32_t key(std::string_view) const override { return 0; }

  [[nodiscard]] Value property(Node node, std::uint32_t, std::string_view name) const override {
    const EntityId id = entity(node);
    if (name == "name") return Value(graph_.name(id));
    if (name == "id") return Value(graph_.id(id));
    if (name == "kind") return Value(graph_.kind(id));
    if (name == "when") return value_of_when(graph_.when(id));
    const Entity record = graph_.record(id);
    if (name == "names") return names_of(record);
    for (const auto& [code, value] : record.codes)
      if (code == name) return Value(value);
    const AttributeValue* attribute = find_attribute(record.attributes, name);
    return attribute ? value_of_attribute(*attribute) : Value();
  }

  [[nodiscard]] Value property(Edge edge, std::uint32_t, std::string_view name) const override {
    const RelationId id = relation(edge);
    if (name == "when") return value_of_when(graph_.when(id));
    if (name == "modality") return Value(to_string(graph_.modality(id)));
    if (name == "id") return Value(graph_.id(id));
    if (name == "type") return Value(graph_.type(id).id);
    const auto attribute = graph_.attribute(id, name);
    return attribute ? value_of_attribute(*attribute) : Value();
  }

  [[nodiscard]] Map properties(Node node) const override {
    const Entity record = graph_.record(entity(node));
    Map map;
    map.emplace_back("name", Value(graph_.name(entity(node))));
    if (record.when) map.emplace_back("when", Value(*record.when));
    for (const auto& [code, value] : record.codes) add(map, code, Value(value));
    for (const auto& [name, value] : record.attributes) add(map, name, value_of_attribute(value));
    return map;
  }

  [[nodiscard]] Map properties(Edge edge) const override {
    const Relation record = graph_.record(relation(edge));
    Map map;
    if (record.when) map.emplace_back("when", Value(*record.when));
    map.emplace_back("modality", Value(to_string(record.modality)));
    for (const auto& [name, value] : record.attributes) add(map, name, value_of_attribute(value));
    return map;
  }

  [[nodiscard]] const Graph* dossier() const override { return &graph_; }

  [[nodiscard]] std::vector<Node> named(std::string_view text) const override {
    std::vector<Node> nodes;
    for (const EntityId id : graph_.find(text).candidates()) nodes.push_back(Node{index(id)});
    return nodes;
  }

 private:
  static EntityId entity(Node node) { return EntityId{static_cast<std::uint32_t>(node)}; }
  static RelationId relation(Edge edge) { return RelationId{static_cast<std::uint32_t>(edge)}; }
  static void add(Map& map, const std::string& name, Value value) {
    if (value.is_null()) return;
    for (const auto& [known, ignored] : map)
      if (known == name) return;  // the record's own members go first
    map.emplace_back(name, std::move(value));
  }
  static Value names_of(const Entity& record) {
    List names;
    for (const LanguageNames& language : record.names)
      for (const std::string& name : language.names) names.emplace_back(name);
    return Value(std::move(names));
  }

  Graph graph_;
};

}  // namespace

std::shared_ptr<const Store> store_of(const Graph& graph) {
  return std::make_shared<DossierStore>(graph);
}

}  // namespace entente::query
