// E. Dinitz, Algorithm for solution of a problem of maximum flow in a network with power
// estimation, Soviet Math. Doklady 11 (1970) 1277: layers by distance from the source, and along
// them as much as passes, until no layer holds the target.

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <entente/algorithm/max_flow.hpp>
#include <entente/error.hpp>

#include "algorithm/paths/unseen.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {
namespace {

class LayeredFlow {
 public:
  LayeredFlow(const Network& g, Vertex from, Vertex to, const RunControl& run)
      : g_(g),
        guard_(run),
        directed_(g.directedness() == Directedness::directed),
        from_(from),
        to_(to),
        layer_(g.vertex_count()),
        slot_(g.vertex_count()),
        carried_(g.edge_count(), 0.0) {
    // What an undirected edge carries one way makes room for twice its weight the other way.
    const double most = std::numeric_limits<double>::max() / (directed_ ? 1 : 2);
    for (const EdgeIndex e : g.edges()) {
      const double weight = g.weight(e);
      if (weight < 0) throw InvalidArgument("bad-weight", "a flow needs weights of at least 0");
      if (weight > most)
        throw InvalidArgument("bad-weight",
                              "a weight is too large for a flow: weigh in larger units");
    }
  }

  Flow run() {
    Flow flow;
    while (find_layers()) {
      std::fill(slot_.begin(), slot_.end(), 0);
      for (double more = push(); more > 0; more = push()) flow.value += more;
      if (std::isinf(flow.value))
        throw InvalidArgument("bad-weight",
                              "the flow is larger than any double: weigh in larger units");
    }
    flow.by_edge = std::move(carried_);
    // The last search for layers found all that the source still reaches.
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      if (layer_[v] == kernel::unseen) continue;
      for (std::size_t i = 0; i < g_.out(v).size(); ++i)
        if (layer_[g_.out(v)[i]] == kernel::unseen) flow.cut.push_back(g_.out_edges(v)[i]);
    }
    std::sort(flow.cut.begin(), flow.cut.end());
    return flow;
  }

 private:
  struct Arc {
    Vertex to;
    EdgeIndex edge;
    bool ahead;
  };

  [[nodiscard]] std::size_t degree(Vertex v) const {
    return g_.out(v).size() + (directed_ ? g_.in(v).size() : 0);
  }
  [[nodiscard]] Arc at(Vertex v, std::size_t slot) const {
    const std::size_t out = g_.out(v).size();
    if (slot < out) {
      const Vertex w = g_.out(v)[slot];
      return {w, g_.out_edges(v)[slot], directed_ || v < w};
    }
    return {g_.in(v)[slot - out], g_.in_edges(v)[slot - out], false};
  }
  /// The most that an edge carries the other way than from its from() to its to().
  [[nodiscard]] double most_back(EdgeIndex edge) const { return directed_ ? 0 : g_.weight(edge); }
  /// What still passes. From what is carried, not the other way round: what an edge of a large
  /// weight carries would be lost in the rounding of what it still could.
  [[nodiscard]] double rest(const Arc& arc) const {
    const double carried = carried_[index(arc.edge)];
    return arc.ahead ? g_.weight(arc.edge) - carried : most_back(arc.edge) + carried;
  }
  void carry(const Arc& arc, double more) {
    double& carried = carried_[index(arc.edge)];
    if (more == rest(arc)) {  // to the last bit, so that it is seen to be full
      carried = arc.ahead ? g_.weight(arc.edge) : -most_back(arc.edge);
    } else {
      carried += arc.ahead ? more : -more;
    }
  }

  bool find_layers() {
    std::fill(layer_.begin(), layer_.end(), kernel::unseen);
    std::vector<Vertex> queue = {from_};
    layer_[from_] = 0;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const Vertex v = queue[next];
      guard_.work(degree(v) + 1);
      for (std::size_t slot = 0; slot < degree(v); ++slot) {
        const Arc arc = at(v, slot);
        if (layer_[arc.to] != kernel::unseen || rest(arc) <= 0) continue;
        layer_[arc.to] = layer_[v] + 1;
        queue.push_back(arc.to);
      }
    }
    return layer_[to_] != kernel::unseen;
  }

  /// Along one way through the layers; 0 if there is none left.
  double push() {
    std::vector<Arc> way;
    Vertex v = from_;
    while (v != to_) {
      guard_.work();
      if (slot_[v] == degree(v)) {
        if (v == from_) return 0;
        way.pop_back();
        v = way.empty() ? from_ : way.back().to;
        ++slot_[v];
        continue;
      }
      const Arc arc = at(v, slot_[v]);
      if (rest(arc) > 0 && layer_[arc.to] == layer_[v] + 1) {
        way.push_back(arc);
        v = arc.to;
      } else {
        ++slot_[v];
      }
    }
    double most = std::numeric_limits<double>::infinity();
    for (const Arc& arc : way) most = std::min(most, rest(arc));
    for (const Arc& arc : way) carry(arc, most);
    return most;
  }

  const Network& g_;
  kernel::RunGuard guard_;
  bool directed_;
  Vertex from_;
  Vertex to_;
  std::vector<std::uint32_t> layer_;
  std::vector<std::size_t> slot_;  // the next to try of each vertex
  std::vector<double> carried_;    // by edge, from its from() to its to(); below 0 the other way
};

}  // namespace

Flow max_flow(const Network& g, EntityId from, EntityId to, const RunControl& run) {
  if (from == to) throw InvalidArgument("same-entity", "a flow runs between two entities");
  const auto source = g.vertex(from);
  const auto target = g.vertex(to);
  if (!source || !target) return {0, std::vector<double>(g.edge_count()), {}};
  return LayeredFlow(g, *source, *target, run).run();
}

}  // namespace entente
