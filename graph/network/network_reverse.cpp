// Turning a directed network round swaps its rows. Edges are numbered along the out rows, so they
// are renumbered along what were the in rows, and their columns with them.

#include <memory>

#include "network/network_store.hpp"

namespace entente {

namespace {

using Order = std::vector<EdgeIndex>;

template <class T>
std::vector<T> gather(const std::vector<T>& column, const Order& order) {
  std::vector<T> picked;
  if (column.empty()) return picked;
  picked.reserve(order.size());
  for (const EdgeIndex e : order) picked.push_back(column[index(e)]);
  return picked;
}

Order inverse(const Order& order) {
  Order places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[index(order[i])] = EdgeIndex(i);
  return places;
}

void gather_members(const Network::Store& g, const Order& order, Network::Store& turned) {
  if (g.members.empty()) {
    turned.relations = gather(g.relations, order);
    return;
  }
  turned.relations.reserve(g.relations.size());
  turned.members.reserve(g.members.size());
  for (const EdgeIndex e : order) {
    turned.members.push_back(static_cast<std::uint32_t>(turned.relations.size()));
    turned.relations.insert(turned.relations.end(), g.relations.begin() + g.members[index(e)],
                            g.relations.begin() + g.members[index(e) + 1]);
  }
  turned.members.push_back(static_cast<std::uint32_t>(turned.relations.size()));
}

}  // namespace

Network reversed(const Network& g) {
  if (g.directedness() == Directedness::undirected) return g;
  const Network::Store& store = *g.store_;
  const Order& order = store.in.listed;
  auto turned = std::make_shared<Network::Store>();
  turned->direction = store.direction == Direction::out ? Direction::in : Direction::out;
  turned->projection = store.projection;
  turned->counts = store.counts;
  turned->out = {store.in.offsets, store.in.neighbours, {}};
  turned->in = {store.out.offsets, store.out.neighbours, inverse(order)};
  turned->weights = gather(store.weights, order);
  turned->verdicts = gather(store.verdicts, order);
  gather_members(store, order, *turned);
  turned->entities = store.entities;
  turned->vertices = store.vertices;
  return Network(std::move(turned));
}

}  // namespace entente
