#pragma once

/// The nodes of a picture that go into something else of it.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

namespace entente {

/// By node, the places of the edges at it, ascending.
[[nodiscard]] std::vector<std::vector<std::size_t>> incident_edges(const Diagram& diagram);

class GoingNodes {
 public:
  /// @pre The diagram outlives it, and has the same nodes until `drop`.
  explicit GoingNodes(Diagram& diagram);

  /// What is neither stressed nor pinned may go, once.
  [[nodiscard]] bool may_go(std::size_t node) const;

  void go(std::size_t node) { gone_[node] = 1; }

  /// Adds the id of a node that goes, and all that it stood for.
  void stand_for(std::vector<std::string>& ids, std::size_t node) const;

  /// Takes those that go out of the picture.
  /// @pre No edge leads to one.
  void drop();

 private:
  Diagram& diagram_;
  std::vector<char> gone_;
};

}  // namespace entente
