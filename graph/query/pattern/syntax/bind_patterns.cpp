// The names of patterns: what each may be, and which are there already.

#include <algorithm>

#include "query/pattern/syntax/binder.hpp"

namespace entente::query {
namespace {

bool can_be(Type type, Type wanted) {
  return type == wanted || type == Type::any || type == Type::null;
}

}  // namespace

void Binder::path(PathPattern& path, Scope& scope, const Scope& before) {
  chain_names(path.chain, scope, before);
  if (path.name.empty()) return;
  if (find_variable(scope, path.name.text))
    refuse("VariableAlreadyBound", path.name.where,
           "there is a variable " + path.name.text + " already",
           "choose another name for the path");
  path.name.slot = new_slot();
  scope.push_back({path.name.text, path.name.slot, Type::path, Type::any, matched_});
}

void Binder::chain_names(Chain& chain, Scope& scope, const Scope& before) {
  for (std::size_t i = 0; i < chain.nodes.size(); ++i) {
    node_name(chain.nodes[i], scope, before);
    if (i >= chain.links.size()) continue;
    if (chain.links[i].edge)
      edge_name(*chain.links[i].edge, scope, before);
    else
      group_names(chain.links[i], scope, before);
  }
}

void Binder::node_name(NodePattern& node, Scope& scope, const Scope& before) {
  Name& name = node.name;
  if (name.empty()) return;
  const Variable* known = find_variable(scope, name.text);
  if (known && !can_be(known->type, Type::node))
    refuse("VariableTypeConflict", name.where,
           name.text + " is " + std::string(words_for(known->type)) + ", not a node",
           "choose another name for the node");
  if (known) {
    name.slot = known->slot;
    name.is_bound = find_variable(before, name.text) != nullptr;
    return;
  }
  name.slot = new_slot();
  scope.push_back({name.text, name.slot, Type::node, Type::any});
}

void Binder::edge_name(EdgePattern& edge, Scope& scope, const Scope& before) {
  Name& name = edge.name;
  if (name.empty()) return;
  if (edge.is_variable) edge.each_slot = new_slot();
  const Variable* known = find_variable(scope, name.text);
  const Type type = edge.is_variable ? Type::edge_list : Type::edge;
  if (known) {
    const bool fits = can_be(known->type, type) || (edge.is_variable && known->type == Type::list);
    if (!fits)
      refuse("VariableTypeConflict", name.where,
             name.text + " is " + std::string(words_for(known->type)) + ", not " +
                 std::string(words_for(type)),
             "choose another name for the edge");
    if (edge.is_variable && known->type == Type::list && !can_be(known->item, Type::edge))
      refuse("VariableTypeConflict", name.where,
             "the list " + name.text + " holds " + std::string(words_for(known->item)) +
                 ", not edges alone",
             "choose another name for the edge");
    const bool is_walked_twice = !walked_.insert(name.text).second;
    if (!find_variable(before, name.text) || is_walked_twice)
      refuse("RelationshipUniquenessViolation", name.where,
             "the edge " + name.text + " cannot stand at two places of one pattern",
             "an edge is walked once in a MATCH: name the second differently");
    name.slot = known->slot;
    name.is_bound = true;
    return;
  }
  name.slot = new_slot();
  scope.push_back(
      {name.text, name.slot, type, edge.is_variable ? Type::edge : Type::any, matched_});
}

void Binder::group_names(Link& link, Scope& scope, const Scope& before) {
  GroupPattern& group = *link.group;
  Scope inside;
  const auto refuse_known = [&](const Name& name) {
    if (!name.empty() && find_variable(scope, name.text))
      refuse("VariableAlreadyBound", name.where,
             "there is a variable " + name.text + " outside of this repeated part",
             "inside it choose names of its own");
  };
  for (const NodePattern& node : group.chain->nodes) refuse_known(node.name);
  for (const Link& each : group.chain->links) refuse_known(each.edge->name);
  static_cast<void>(before);
  chain_names(*group.chain, inside, {});
  for (const Variable& variable : inside) {
    const bool is_edge = variable.type == Type::edge;
    if (variable.type == Type::edge_list)
      refuse("UnsupportedFeature", link.span,
             "a named edge with bounds of its own inside a repeated part is not part of these "
             "queries",
             "leave the name out, or repeat only one of the two");
    group.names.push_back({variable.name, variable.slot, new_slot(), is_edge});
    scope.push_back({variable.name, group.names.back().outside,
                     is_edge ? Type::edge_list : Type::node_list, is_edge ? Type::edge : Type::node,
                     variable.seen});
  }
}

void Binder::chain_conditions(Chain& chain, const Scope& scope) {
  for (NodePattern& node : chain.nodes) {
    if (node.map) expression(*node.map, scope, {});
    if (node.where) condition(*node.where, scope);
  }
  for (Link& link : chain.links) {
    if (link.edge) {
      edge_conditions(*link.edge, scope);
      continue;
    }
    Scope inside = scope;
    for (const GroupName& name : link.group->names)
      inside.push_back(
          {name.text, name.inside, name.is_edge ? Type::edge : Type::node, Type::any, matched_});
    chain_conditions(*link.group->chain, inside);
    if (link.group->where) condition(*link.group->where, inside);
  }
}

void Binder::edge_conditions(EdgePattern& edge, const Scope& scope) {
  Scope inside = scope;
  if (edge.each_slot != no_slot)
    inside.push_back({edge.name.text, edge.each_slot, Type::edge, Type::any, matched_});
  if (edge.map) {
    expression(*edge.map, inside, {});
    edge.map->seen = matched_;
  }
  if (edge.where) condition(*edge.where, inside);
}

/// A pattern that is a condition introduces no variables, but inside of what it repeats.
void Binder::known_names(const Chain& chain, const Scope& scope) {
  const auto check = [&](const Name& name) {
    if (!name.empty() && !find_variable(scope, name.text))
      refuse("UndefinedVariable", name.where,
             "a pattern that is a condition names no new variable: " + name.text,
             "leave the name out, or write EXISTS { … }");
  };
  for (const NodePattern& node : chain.nodes) check(node.name);
  for (const Link& link : chain.links)
    if (link.edge) check(link.edge->name);
}

}  // namespace entente::query
