// What values hold: properties, items, slices, labels.

#include <algorithm>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/in_pieces.hpp"
#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

/// A part that all days of a date have in common, or null; nothing if dates have no such part.
std::optional<Value> part_of_date(const When& when, std::string_view name) {
  const auto first = when.earliest();
  const auto last = when.latest();
  const auto value_of = [](std::optional<Day> day) {
    return day && is_calendar_day(*day) ? Value(When::parse(format_day(*day))) : Value();
  };
  if (name == "earliest") return value_of(first);
  if (name == "latest") return value_of(last);
  if (name != "year" && name != "month" && name != "day") return std::nullopt;
  if (!first || !last || !is_calendar_day(*first) || !is_calendar_day(*last)) return Value();
  const auto from = to_civil(*first);
  const auto to = to_civil(*last);
  if (from.year != to.year) return Value();
  if (name == "year") return Value(std::int64_t{from.year});
  if (from.month != to.month) return Value();
  if (name == "month") return Value(static_cast<std::int64_t>(from.month));
  return from.day == to.day ? Value(static_cast<std::int64_t>(from.day)) : Value();
}

}  // namespace

Value Evaluator::shown_name(const Graph& graph, Node node) const {
  if (!languages_) languages_ = LanguagePreference::parse(options_.languages);
  return Value(graph.name(EntityId{static_cast<std::uint32_t>(node)}, *languages_));
}

Value Evaluator::node_property(Node node, std::uint32_t key, std::string_view name) const {
  const Graph* const graph = name == "name" ? store_.dossier() : nullptr;
  return graph ? shown_name(*graph, node) : store_.property(node, key, name);
}

Map Evaluator::node_properties(Node node) const {
  Map properties = store_.properties(node);
  if (const Graph* const graph = store_.dossier())
    for (auto& [name, value] : properties)
      if (name == "name") value = shown_name(*graph, node);
  return properties;
}

Value Evaluator::edge_property(const Knowledge& seen, Edge edge, std::uint32_t key,
                               std::string_view name) const {
  const Viewpoint* const viewpoint = name == "when" ? subqueries_.viewpoint(seen) : nullptr;
  if (viewpoint == nullptr) return store_.property(edge, key, name);
  const auto when = viewpoint->when(RelationId{static_cast<std::uint32_t>(edge)});
  return when ? Value(*when) : Value();
}

Value Evaluator::property(const Expr& expr, const Value& base, std::string_view name,
                          std::uint32_t key) const {
  if (base.is_null()) return {};
  if (base.node()) return node_property(*base.node(), key, name);
  if (base.edge()) return edge_property(expr.kids[0]->seen, *base.edge(), key, name);
  if (base.map()) {
    for (const auto& [member, value] : *base.map())
      if (member == name) return value;
    return {};
  }
  if (base.date()) {
    if (auto part = part_of_date(*base.date(), name)) return *std::move(part);
    fail("TypeError", "InvalidArgumentValue", expr, "a date has no " + std::string(name),
         "it has year, month, day, earliest and latest");
  }
  fail("TypeError", "InvalidArgumentType", expr,
       std::string(words_for(base)) + " has no properties");
}

Value Evaluator::element(const Expr& expr, const Value& base, const Value& index) const {
  if (base.is_null() || index.is_null()) return {};
  if (base.list()) {
    if (!index.integer())
      fail("TypeError", "ListElementAccessByNonInteger", *expr.kids[1],
           "a list is read by whole numbers, not by " + std::string(words_for(index)));
    const auto size = static_cast<std::int64_t>(base.list()->size());
    std::int64_t at = *index.integer();
    if (at < 0) at += size;
    return at < 0 || at >= size ? Value() : (*base.list())[static_cast<std::size_t>(at)];
  }
  if (!base.map() && !base.node() && !base.edge())
    fail("TypeError", "InvalidArgumentType", *expr.kids[0],
         std::string(words_for(base)) + " has no elements");
  if (!index.text())
    fail("TypeError", "MapElementAccessByNonString", *expr.kids[1],
         "a map is read by texts, not by " + std::string(words_for(index)));
  return property(expr, base, *index.text(), store_.key(*index.text()));
}

Value Evaluator::slice(const Expr& expr, Row& row) const {
  const Value base = value(*expr.kids[0], row);
  const Value from = expr.kids[1] ? value(*expr.kids[1], row) : Value(std::int64_t{0});
  const bool has_end = expr.kids[2] != nullptr;
  const Value to = has_end ? value(*expr.kids[2], row) : Value(std::int64_t{0});
  if (base.is_null() || from.is_null() || to.is_null()) return {};
  if (!base.list())
    fail("TypeError", "InvalidArgumentType", *expr.kids[0],
         std::string(words_for(base)) + " has no elements");
  if (!from.integer() || !to.integer())
    fail("TypeError", "ListElementAccessByNonInteger", expr, "a list is cut at whole numbers");
  const auto size = static_cast<std::int64_t>(base.list()->size());
  const auto clamped = [size](std::int64_t at) {
    return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
  };
  const std::int64_t first = clamped(*from.integer());
  const std::int64_t last = has_end ? clamped(*to.integer()) : size;
  if (first >= last) return Value(List{});
  need_room(static_cast<std::size_t>(last - first) * sizeof(Value));
  List part;
  part.reserve(static_cast<std::size_t>(last - first));
  add_in_pieces(*this, expr, part, base.list()->begin() + first, base.list()->begin() + last);
  return Value(std::move(part));
}

Value Evaluator::has_labels(const Expr& expr, const Value& value) const {
  if (value.is_null()) return {};
  if (value.edge()) {
    const std::string& type = store_.types()[store_.type(*value.edge())];
    return Value(std::ranges::any_of(expr.labels, [&](const auto& all) {
      return std::ranges::all_of(all, [&](const Name& name) { return name.text == type; });
    }));
  }
  if (!value.node())
    fail("TypeError", "InvalidArgumentType", expr,
         std::string(words_for(value)) + " has no labels");
  return Value(std::ranges::any_of(expr.label_numbers, [&](const auto& all) {
    return std::ranges::all_of(
        all, [&](std::uint32_t label) { return store_.has_label(*value.node(), label); });
  }));
}

bool Evaluator::fits(const Expr& map, const Value& element, Row& row) const {
  for (std::size_t i = 0; i < map.kids.size(); ++i) {
    const Value wanted = value(*map.kids[i], row);
    if (map.names[i] == "name" && store_.dossier() && element.node() && wanted.text() &&
        is_given(*map.kids[i], row)) {
      if (!names(*wanted.text(), *element.node())) return false;
      continue;
    }
    const std::uint32_t key = store_.key(map.names[i]);
    const Value has = element.node() ? node_property(*element.node(), key, map.names[i])
                                     : edge_property(map.seen, *element.edge(), key, map.names[i]);
    if (equal(has, wanted) != true) return false;
  }
  return true;
}

}  // namespace entente::query
