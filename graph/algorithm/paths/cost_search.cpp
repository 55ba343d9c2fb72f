// E. Dijkstra, A note on two problems in connexion with graphs, Numer. Math. 1 (1959) 269, with a
// binary heap and lazy deletion; given bounds on the way ahead, A* (P. Hart, N. Nilsson, B.
// Raphael, IEEE Trans. SSC 4 (1968) 100).

#include "algorithm/paths/cost_search.hpp"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <utility>

namespace entente::kernel {

namespace {

template <typename Kind>
constexpr typename Kind::Sum no_path_of = without_end<typename Kind::Sum>();

}  // namespace

template <typename Kind>
void CostSearch<Kind>::begin(const Network& g, const Question& question) {
  if (labels_.size() < g.vertex_count()) labels_.resize(g.vertex_count());
  if (++epoch_ == 0) {
    std::fill(labels_.begin(), labels_.end(), Label{});
    epoch_ = 1;
  }
  for (const Vertex v : question.closed) labels_[v] = {no_path_of<Kind>, epoch_, 1};
}

template <typename Kind>
typename Kind::Sum CostSearch<Kind>::distance(Vertex v) const {
  return v != no_vertex && labels_[v].epoch == epoch_ ? labels_[v].distance : no_path_of<Kind>;
}

template <typename Kind>
bool CostSearch<Kind>::enters(const Question& question, Vertex v, Vertex w) const {
  if (labels_[w].epoch == epoch_ && labels_[w].closed != 0) return false;
  const auto& barred = question.closed_at_start;
  return v != question.s || std::find(barred.begin(), barred.end(), w) == barred.end();
}

/// Settles vertices nearest first, as far as `t` and all that is on the way to it.
template <typename Kind>
void CostSearch<Kind>::search(const Rows& rows, const Kind& lengths, const Question& question,
                              RunGuard& guard) {
  using Entry = std::pair<Sum, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto ahead = [&question](Vertex v) {
    return question.ahead.empty() ? Sum(0) : question.ahead[v];
  };
  if (labels_[question.s].epoch == epoch_) return;  // closed
  labels_[question.s] = {Sum(0), epoch_, 0};
  queue.push({ahead(question.s), question.s});
  while (!queue.empty() && queue.top().first <= distance(question.t)) {
    const auto [key, v] = queue.top();
    queue.pop();
    const Sum near = distance(v);
    if (near + ahead(v) < key) continue;
    const auto row = rows.neighbours_of(v);
    const auto edges = rows.edges_of(v);
    guard.work(row.size() + 1);
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const Vertex w = row[slot];
      const Sum far = lengths.after(near, edges[slot]);
      if (far >= distance(w) || ahead(w) == no_path_of<Kind> || !enters(question, v, w)) continue;
      labels_[w] = {far, epoch_, 0};
      queue.push({far + ahead(w), w});
    }
  }
}

template <typename Kind>
std::vector<typename Kind::Sum> CostSearch<Kind>::distances(const Network& g, const Rows& rows,
                                                            const Kind& lengths,
                                                            const Question& question,
                                                            RunGuard& guard) {
  begin(g, question);
  search(rows, lengths, question, guard);
  std::vector<Sum> all(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v) all[v] = distance(v);
  return all;
}

/// The vertices from which tight edges lead to `t`, by hops left.
template <typename Kind>
std::vector<typename CostSearch<Kind>::Stop> CostSearch<Kind>::stops_towards(
    const Network& g, const Kind& lengths, const Question& question, RunGuard& guard) const {
  std::vector<Stop> found{{question.t, 0}};
  std::unordered_map<Vertex, bool> seen{{question.t, true}};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto [w, hops_left] = found[i];
    if (w == question.s) continue;
    const auto row = g.in(w);
    const auto edges = g.in_edges(w);
    guard.work(row.size());
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const Vertex u = row[slot];
      if (distance(u) == no_path_of<Kind> || !enters(question, u, w)) continue;
      if (lengths.after(distance(u), edges[slot]) != distance(w)) continue;
      if (seen.try_emplace(u, true).second) found.push_back({u, hops_left + 1});
    }
  }
  return found;
}

/// What is left of the stops once those before the start are gone, in an order in which every arc
/// of a route leads forward.
template <typename Kind>
std::vector<typename CostSearch<Kind>::Stop> CostSearch<Kind>::in_order(std::vector<Stop> stops,
                                                                        Vertex s, Ties ties) const {
  std::sort(stops.begin(), stops.end(), [this, ties](const Stop& a, const Stop& b) {
    if (ties == Ties::fewest_hops) return a.hops_left > b.hops_left;
    return distance(a.v) < distance(b.v);
  });
  const auto start =
      std::find_if(stops.begin(), stops.end(), [s](const Stop& stop) { return stop.v == s; });
  stops.erase(stops.begin(), start);
  return stops;
}

template <typename Kind>
RouteDag CostSearch<Kind>::routes(const Network& g, const Kind& lengths, const Question& question,
                                  Ties ties, RunGuard& guard) {
  RouteDag dag;
  begin(g, question);
  search(g.out_rows(), lengths, question, guard);
  if (distance(question.t) == no_path_of<Kind>) return dag;
  const auto stops = in_order(stops_towards(g, lengths, question, guard), question.s, ties);
  std::unordered_map<Vertex, std::uint32_t> local;
  for (const Stop& stop : stops) {
    local.emplace(stop.v, static_cast<std::uint32_t>(dag.vertices.size()));
    dag.vertices.push_back(stop.v);
  }
  const auto leads_on = [&](const Stop& stop, EdgeIndex e, Vertex w) {
    const auto place = local.find(w);
    if (place == local.end() || !enters(question, stop.v, w)) return false;
    if (lengths.after(distance(stop.v), e) != distance(w)) return false;
    return ties == Ties::any_hops || stops[place->second].hops_left + 1 == stop.hops_left;
  };
  dag.offsets.push_back(0);
  for (const Stop& stop : stops) {
    const auto first = static_cast<std::ptrdiff_t>(dag.arcs.size());
    const auto row = g.out(stop.v);
    const auto edges = g.out_edges(stop.v);
    for (std::size_t slot = 0; stop.v != question.t && slot < row.size(); ++slot) {
      if (!leads_on(stop, edges[slot], row[slot])) continue;
      dag.arcs.push_back({local.at(row[slot]), edges[slot]});
    }
    std::sort(dag.arcs.begin() + first, dag.arcs.end(), [&](RouteDag::Arc a, RouteDag::Arc b) {
      const EntityId one = g.entity(dag.vertices[a.to]);
      const EntityId other = g.entity(dag.vertices[b.to]);
      return one < other || (one == other && a.edge < b.edge);
    });
    dag.offsets.push_back(static_cast<std::uint32_t>(dag.arcs.size()));
  }
  return dag;
}

template class CostSearch<Lengths>;
template class CostSearch<WideLengths<2>>;
template class CostSearch<WideLengths<4>>;
template class CostSearch<WideLengths<widest>>;

}  // namespace entente::kernel
