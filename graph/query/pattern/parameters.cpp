#include "query/pattern/parameters.hpp"

#include <algorithm>
#include <string>

#include <entente/base/hardened.hpp>
#include <entente/error.hpp>
#include <entente/text/safe.hpp>

namespace entente::query {
namespace {

class ParameterCheck {
 public:
  ParameterCheck(const Store& store, const std::string& name)
      : store_(store), name_(terminal_safe(name)), call_("the parameter $" + name_) {}

  void check(const Value& value) const {
    if (const Node* node = value.node()) check(*node);
    if (const Edge* edge = value.edge()) check(*edge);
    if (const Walk* walk = value.path()) check(*walk);
    if (const List* list = value.list())
      for (const Value& item : *list) check(item);
    if (const Map* map = value.map())
      for (const auto& [name, member] : *map) check(member);
  }

 private:
  void check(Node node) const {
    detail::check_number(call_.c_str(), static_cast<std::uint32_t>(node), store_.node_count());
  }
  void check(Edge edge) const {
    detail::check_number(call_.c_str(), static_cast<std::uint32_t>(edge), store_.edge_count());
  }
  void check(const Walk& walk) const {
    for (const Node node : walk.nodes) check(node);
    for (const Edge edge : walk.edges) check(edge);
    if (!runs(walk))
      throw InvalidArgument("bad-path", "$" + name_ +
                                            " is no path: a path has one node more than edges, "
                                            "and each edge runs between the nodes beside it");
  }
  [[nodiscard]] bool runs(const Walk& walk) const {
    if (walk.nodes.size() != walk.edges.size() + 1) return false;
    for (std::size_t i = 0; i < walk.edges.size(); ++i) {
      const Node from = store_.from(walk.edges[i]);
      const Node to = store_.to(walk.edges[i]);
      const Node here = walk.nodes[i];
      const Node next = walk.nodes[i + 1];
      if (!(from == here && to == next) && !(from == next && to == here)) return false;
    }
    return true;
  }

  const Store& store_;
  const std::string name_;
  const std::string call_;
};

}  // namespace

void check_parameters(const Store& store, const Parameters& parameters) {
  for (const auto& [name, value] : parameters) ParameterCheck(store, name).check(value);
}

}  // namespace entente::query
