// Names of a MATCH that have a value before it: whether that is what stands at their place, and the
// lists of edges among them, which are walked as they are.

#include <algorithm>

#include "query/pattern/match/matcher.hpp"

namespace entente::query {

void Matcher::refuse_value(const Name& name, const Value& value, std::string_view is,
                           std::string_view wanted) const {
  fail(evaluator_.text(), Phase::runtime, "TypeError", "InvalidArgumentType", name.where,
       name.text + " " + std::string(is) + " " + std::string(Evaluator::words_for(value)) +
           ", not " + std::string(wanted),
       wanted == "a node" ? "choose another name for the node"
       : wanted == "an edge"
           ? "choose another name for the edge"
           : "relationships(p) gives such a list; choose another name for others");
}

bool Matcher::has_value(const Name& name, ValueKind wanted) const {
  const Value& value = row_->values[name.slot];
  if (value.kind() != wanted && !value.is_null())
    refuse_value(name, value, "is", wanted == ValueKind::node ? "a node" : "an edge");
  return !value.is_null();
}

bool Matcher::has_edges(const Name& name) const {
  const Value& value = row_->values[name.slot];
  if (value.is_null()) return false;
  if (!value.list()) refuse_value(name, value, "is", "a list of edges");
  bool has_null = false;
  for (const Value& item : *value.list()) {
    if (!item.edge() && !item.is_null()) refuse_value(name, item, "holds", "edges alone");
    has_null |= item.is_null();
  }
  return !has_null;
}

/// Whatever the order of the steps. False if one of them is null, which matches nothing.
/// @throws QueryError if one is no node where a node stands, and so on.
bool Matcher::has_its_values() const {
  bool all = true;
  for (const PathPattern& path : plan_.match->paths) {
    for (const NodePattern& node : path.chain.nodes)
      if (node.name.is_bound) all &= has_value(node.name, ValueKind::node);
    for (const Link& link : path.chain.links) {
      if (!link.edge || !link.edge->name.is_bound) continue;
      const Name& name = link.edge->name;
      all &= link.edge->is_variable ? has_edges(name) : has_value(name, ValueKind::edge);
    }
  }
  return all;
}

/// Where the edge leads from a node, if the pattern lets it be walked from there.
std::optional<Node> Matcher::over(const EdgePattern& edge, Edge number, Node at, bool reversed) {
  const Node from = store_.from(number);
  const Node to = store_.to(number);
  if (from != at && to != at) return std::nullopt;
  const Node other = from == at ? to : from;
  bool leads = false;
  const auto take = [&](std::uint32_t each, Node) {
    leads = Edge{each} == number;
    return !leads;
  };
  each_arc(edge, at, reversed, other, take);
  return leads ? std::optional(other) : std::nullopt;
}

/// Walks the edges that the name has already, in their order.
bool Matcher::follow(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
                     Trace& trace, Next next) {
  const Value known = row_->values[edge.name.slot];
  const List& list = *known.list();
  const auto length = static_cast<std::int64_t>(list.size());
  if (length < edge.repeats.least || length > edge.repeats.most) return true;
  const Doubt before = row_->doubt;
  const auto enters = [&](Edge number) {
    const auto other = over(edge, number, at, reversed);
    if (!other || !enter(static_cast<std::uint32_t>(number), *other)) return false;
    trace.edges.push_back(number);
    trace.nodes.push_back(*other);
    at = *other;
    return true;
  };
  std::size_t walked = 0;
  bool fits_all = true;
  while (fits_all && walked < list.size()) {
    const Edge number = *list[reversed ? list.size() - 1 - walked : walked].edge();
    fits_all = enters(number);
    if (!fits_all) break;
    ++walked;
    fits_all = fits(edge, number, edge.each_slot, true, true);
  }
  const bool goes_on = !fits_all || (target && *target != at) || next(at);
  for (; walked > 0; --walked) {
    leave(static_cast<std::uint32_t>(trace.edges.back()));
    trace.edges.pop_back();
    trace.nodes.pop_back();
  }
  row_->doubt = before;
  return goes_on;
}

}  // namespace entente::query
