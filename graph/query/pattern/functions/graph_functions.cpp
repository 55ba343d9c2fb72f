// Functions of nodes, edges and paths.

#include <array>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/text/language.hpp>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

[[noreturn]] void refuse_argument(const Evaluator& evaluator, const Expr& expr, const Value& value,
                                  std::string_view wanted) {
  evaluator.fail("TypeError", "InvalidArgumentValue", expr,
                 std::string(expr.function->name) + " takes " + std::string(wanted) + ", not " +
                     std::string(Evaluator::words_for(value)));
}

Value id_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (value.node()) return evaluator.store().id(*value.node());
  if (value.edge()) return evaluator.store().id(*value.edge());
  refuse_argument(evaluator, expr, value, "a node or an edge");
}

Value labels_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.node()) refuse_argument(evaluator, expr, value, "a node");
  List labels;
  for (const std::uint32_t label : evaluator.store().labels_of(*value.node()))
    labels.emplace_back(evaluator.store().labels()[label]);
  return Value(std::move(labels));
}

Value type_of_edge(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.edge()) refuse_argument(evaluator, expr, value, "an edge");
  return Value(evaluator.store().types()[evaluator.store().type(*value.edge())]);
}

Value properties_of_value(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null() || value.map()) return value;
  if (value.node()) return Value(evaluator.node_properties(*value.node()));
  if (value.edge())
    return Value(properties_seen(evaluator.store(), *value.edge(),
                                 evaluator.subqueries().viewpoint(expr.kids[0]->seen)));
  refuse_argument(evaluator, expr, value, "a map, a node or an edge");
}

Value keys_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value map = properties_of_value(evaluator, expr, arguments);
  if (map.is_null()) return {};
  List keys;
  for (const auto& [key, value] : *map.map()) keys.emplace_back(key);
  return Value(std::move(keys));
}

Value end_of(const Evaluator& evaluator, const Expr& expr, const Value& value, bool start) {
  if (value.is_null()) return {};
  if (!value.edge()) refuse_argument(evaluator, expr, value, "an edge");
  return Value(start ? evaluator.store().from(*value.edge()) : evaluator.store().to(*value.edge()));
}

Value start_node(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  return end_of(evaluator, expr, arguments[0], true);
}

Value end_node(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  return end_of(evaluator, expr, arguments[0], false);
}

Value nodes_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.path()) refuse_argument(evaluator, expr, value, "a path");
  need_room(value.path()->nodes.size() * sizeof(Value));
  List nodes;
  nodes.reserve(value.path()->nodes.size());
  for (const Node node : value.path()->nodes) nodes.emplace_back(node);
  return Value(std::move(nodes));
}

Value relationships_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.path()) refuse_argument(evaluator, expr, value, "a path");
  need_room(value.path()->edges.size() * sizeof(Value));
  List edges;
  edges.reserve(value.path()->edges.size());
  for (const Edge edge : value.path()->edges) edges.emplace_back(edge);
  return Value(std::move(edges));
}

Value length_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.path()) refuse_argument(evaluator, expr, value, "a path");
  return Value(static_cast<std::int64_t>(value.path()->edges.size()));
}

/// Of a pattern whether there is one, of anything else whether it is not null.
Value exists_value(const Evaluator&, const Expr& expr, Arguments arguments) {
  if (expr.kids[0]->kind == ExprKind::pattern_test) return arguments[0];
  return Value(!arguments[0].is_null());
}

/// The languages that an argument names. @throws QueryError if it names none.
const std::string& languages_in(const Evaluator& evaluator, const Expr& expr, const Value& value) {
  if (!value.text()) refuse_argument(evaluator, expr, value, "a language like 'ja'");
  try {
    static_cast<void>(LanguagePreference::parse(*value.text()));
  } catch (const InvalidArgument& error) {
    evaluator.fail("ArgumentError", "InvalidArgumentValue", *expr.kids[1], error.what(),
                   "write a language like 'ja', or several: 'ja,en'");
  }
  return *value.text();
}

/// `name(n)`, `name(n, 'ja')`
Value name_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  if (!value.node()) refuse_argument(evaluator, expr, value, "a node");
  const Graph* const graph = evaluator.store().dossier();
  if (!graph || arguments.size() < 2)
    return evaluator.node_property(*value.node(), evaluator.store().key("name"), "name");
  const EntityId entity{static_cast<std::uint32_t>(*value.node())};
  if (arguments[1].is_null()) return {};
  return Value(graph->name(entity, languages_in(evaluator, expr, arguments[1])));
}

const Graph& dossier_of(const Evaluator& evaluator, const Expr& expr) {
  if (const Graph* graph = evaluator.store().dossier()) return *graph;
  evaluator.fail("ArgumentError", "InvalidArgumentValue", expr,
                 std::string(expr.function->name) + " asks about dossiers only");
}

/// The ids of the documents that carry a relation, each once, in the order written.
Value sources_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  const Graph& graph = dossier_of(evaluator, expr);
  if (!value.edge()) refuse_argument(evaluator, expr, value, "an edge");
  List sources;
  const RelationId relation{static_cast<std::uint32_t>(*value.edge())};
  const Viewpoint* const viewpoint = evaluator.subqueries().viewpoint(expr.kids[0]->seen);
  for (const Evidence& evidence :
       viewpoint ? viewpoint->evidence(relation) : graph.evidence(relation)) {
    const Value source(evidence.source);
    bool is_new = true;
    for (const Value& known : sources) is_new &= !same(known, source);
    if (is_new) sources.push_back(source);
  }
  return Value(std::move(sources));
}

Value sentence_of(const Evaluator& evaluator, const Expr& expr, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_null()) return {};
  const Graph& graph = dossier_of(evaluator, expr);
  if (!value.edge()) refuse_argument(evaluator, expr, value, "an edge");
  std::string languages = evaluator.options().languages;
  if (arguments.size() > 1) languages = languages_in(evaluator, expr, arguments[1]);
  const RelationId relation{static_cast<std::uint32_t>(*value.edge())};
  if (evaluator.options().sentence)
    return Value(evaluator.options().sentence(
        graph, relation, evaluator.subqueries().viewpoint(expr.kids[0]->seen), languages));
  return Value(sentence(graph.type(relation), graph.name(graph.from(relation), languages),
                        graph.name(graph.to(relation), languages), {languages}));
}

constexpr std::array<Function, 16> table_of_graph_functions = {
    {{"id", 1, 1, Accepts::node_or_edge, Type::any, id_of},
     {"elementId", 1, 1, Accepts::node_or_edge, Type::any, id_of},
     {"labels", 1, 1, Accepts::node, Type::list, labels_of},
     {"type", 1, 1, Accepts::edge, Type::text, type_of_edge},
     {"properties", 1, 1, Accepts::map_or_element, Type::map, properties_of_value, nullptr,
      Reads::content},
     {"keys", 1, 1, Accepts::map_or_element, Type::list, keys_of},
     {"startNode", 1, 1, Accepts::edge, Type::node, start_node},
     {"endNode", 1, 1, Accepts::edge, Type::node, end_node},
     {"nodes", 1, 1, Accepts::path, Type::list, nodes_of},
     {"relationships", 1, 1, Accepts::path, Type::list, relationships_of},
     {"edges", 1, 1, Accepts::path, Type::list, relationships_of},
     {"length", 1, 1, Accepts::path, Type::integer, length_of},
     {"exists", 1, 1, Accepts::anything, Type::boolean, exists_value},
     {"name", 1, 2, Accepts::node, Type::text, name_of},
     {"sources", 1, 1, Accepts::edge, Type::list, sources_of, nullptr, Reads::content},
     {"sentence", 1, 2, Accepts::edge, Type::text, sentence_of, nullptr, Reads::content}}};

}  // namespace

std::span<const Function> graph_functions() {
  return table_of_graph_functions;
}

}  // namespace entente::query
