#pragma once

/// A plain property graph: nodes with labels, edges with a type, properties on both. The input of
/// pattern queries over what is no dossier.

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

struct PlainValue;
/// Values in order.
using PlainList = std::vector<PlainValue>;
/// Values by name, in the order written; names are unique.
using PlainMap = std::vector<std::pair<std::string, PlainValue>>;

/// A JSON value; `std::monostate` is null. Integers are exact to 64 bits.
struct PlainValue {
  /// What it is.
  std::variant<std::monostate, bool, std::int64_t, double, std::string, PlainList, PlainMap> is =
      {};
};

/// What nodes and edges are called: a whole number or a text, as written.
using PlainId = std::variant<std::int64_t, std::string>;

/// A node.
struct PropertyNode {
  PlainId id = {};                       ///< unique among nodes
  std::vector<std::string> labels = {};  ///< none or several
  PlainMap properties = {};              ///< null means that there is none
};

/// A directed edge; several may run between the same nodes.
struct PropertyEdge {
  PlainId id = {};           ///< unique among edges
  std::string type = {};     ///< exactly one
  PlainId from = {};         ///< of a node
  PlainId to = {};           ///< of a node
  PlainMap properties = {};  ///< null means that there is none
};

/// A directed multigraph with properties.
struct PropertyGraph {
  std::vector<PropertyNode> nodes = {};  ///< in the order written
  std::vector<PropertyEdge> edges = {};  ///< in the order written
};

}  // namespace entente
