#include <algorithm>
#include <cmath>
#include <numeric>

#include <entente/error.hpp>
#include <entente/network/network.hpp>

#include "network/network_builder.hpp"
#include "network/network_store.hpp"

namespace entente {

namespace {

constexpr std::size_t most_edges = std::size_t{1} << 31;

void check(std::size_t entity_count, std::span<const PlainEdge> edges) {
  if (edges.size() >= most_edges || entity_count >= absent_vertex)
    throw LimitReached("network-size", "a network holds at most 2^31 edges and 2^32 - 1 vertices");
  for (const PlainEdge& edge : edges) {
    if (index(edge.from) >= entity_count || index(edge.to) >= entity_count)
      throw InvalidArgument("unknown-entity", "an edge ends outside the entities of the network");
    if (!std::isfinite(edge.weight))
      throw InvalidArgument("bad-weight", "an edge weighs infinity or no number at all");
  }
}

EdgeColumns columns_of(std::span<const PlainEdge> edges, Fold fold) {
  EdgeColumns columns;
  columns.from.reserve(edges.size());
  columns.to.reserve(edges.size());
  for (const PlainEdge& edge : edges) {
    columns.from.push_back(edge.from);
    columns.to.push_back(edge.to);
  }
  const auto weighs = [](const PlainEdge& edge) { return edge.weight != 1.0; };
  if (fold == Fold::sum || std::any_of(edges.begin(), edges.end(), weighs)) {
    columns.weight.reserve(edges.size());
    for (const PlainEdge& edge : edges) columns.weight.push_back(edge.weight);
  }
  return columns;
}

Network plain_network(std::size_t entity_count, std::span<const PlainEdge> edges,
                      Directedness directedness, const Projection& projection) {
  check(entity_count, edges);
  std::vector<EntityId> entities(entity_count);
  for (std::size_t i = 0; i < entity_count; ++i)
    entities[i] = static_cast<EntityId>(static_cast<std::uint32_t>(i));
  const Direction direction =
      directedness == Directedness::undirected ? Direction::both : Direction::out;
  return build_network(entities, columns_of(edges, projection.fold),
                       plan_for(direction, projection, {edges.size(), 0}));
}

Rows rows_of(const Network::Store::Slots& slots, std::span<const std::uint32_t> forward) {
  return {slots.offsets, slots.neighbours, slots.listed, forward};
}

template <class T>
std::size_t bytes(const std::vector<T>& column) {
  return column.capacity() * sizeof(T);
}

}  // namespace

Network::Network(std::size_t entity_count, std::span<const PlainEdge> edges,
                 Directedness directedness, const Projection& projection)
    : Network(plain_network(entity_count, edges, directedness, projection)) {}

Network::Network(std::shared_ptr<const Store> store)
    : store_(std::move(store)),
      directedness_(store_->direction == Direction::both ? Directedness::undirected
                                                         : Directedness::directed),
      forward_(directedness_ == Directedness::undirected ? store_->forward : store_->out.offsets),
      out_(rows_of(store_->out, forward_)),
      in_(directedness_ == Directedness::undirected ? out_ : rows_of(store_->in, {})),
      weights_(store_->weights),
      verdicts_(store_->verdicts),
      entities_(store_->entities) {}

const Projection& Network::projection() const& {
  return store_->projection;
}

Projection Network::projection() && {
  return store_->projection;
}

std::span<const ApartPair> Network::apart() const {
  return store_->apart;
}

Counts Network::counts() const {
  return store_->counts;
}

Direction Network::direction() const {
  return store_->direction;
}

std::pair<Vertex, Vertex> Network::ends(EdgeIndex e) const {
  detail::harden("Network::ends", index(e), edge_count());
  const auto next = std::upper_bound(forward_.begin(), forward_.end(), index(e));
  const auto v = static_cast<Vertex>(next - forward_.begin() - 1);
  // Edges are numbered along the tail of each row, so count back from the row's end.
  const std::uint32_t slot = out_.offsets[v + 1] - (forward_[v + 1] - index(e));
  return {v, out_.neighbours[slot]};
}

std::span<const RelationId> Network::relations(EdgeIndex e) const {
  detail::harden("Network::relations", index(e), edge_count());
  const std::span<const RelationId> all = store_->relations;
  if (all.empty()) return {};
  const std::size_t i = index(e);
  if (store_->members.empty()) return all.subspan(i, 1);
  return all.subspan(store_->members[i], store_->members[i + 1] - store_->members[i]);
}

std::optional<Vertex> Network::vertex(EntityId entity) const {
  if (index(entity) >= store_->vertices.size()) return std::nullopt;
  const Vertex v = store_->vertices[index(entity)];
  return v == absent_vertex ? std::nullopt : std::optional(v);
}

std::size_t Network::memory() const {
  const Store& s = *store_;
  std::size_t sum = 0;
  for (const Store::Slots* slots : {&s.out, &s.in})
    sum += bytes(slots->offsets) + bytes(slots->neighbours) + bytes(slots->listed);
  return sum + bytes(s.forward) + bytes(s.weights) + bytes(s.verdicts) + bytes(s.members) +
         bytes(s.relations) + bytes(s.entities) + bytes(s.vertices);
}

}  // namespace entente
