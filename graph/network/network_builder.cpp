// Sparse rows without sorting: bucket the edges by one end, then hand the buckets out in order to
// the rows of the other end; every row receives its neighbours ascending. Parallel edges then lie
// side by side and merge in one sweep.

#include "network/network_builder.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

#include "base/exact_sum.hpp"
#include "base/run_scope.hpp"
#include "network/network_rows.hpp"
#include "network/network_store.hpp"

namespace entente {

namespace {

/// An edge before merging, lying in the row of its first end.
struct RawSlot {
  Vertex neighbour;
  std::uint32_t raw;  ///< its place in the columns
};

class Builder {
 public:
  Builder(std::span<const EntityId> entities, const EdgeColumns& edges, NetworkPlan plan);
  std::shared_ptr<const Network::Store> build();

 private:
  void number_vertices(std::span<const EntityId> entities);
  void orient();
  void sort_rows();
  void fold_rows();
  void begin_edge(const RawSlot& slot);
  void fold_into(std::size_t e, std::uint32_t raw);
  void sum_weights();
  void collect_members();
  void drop_plain_columns();

  [[nodiscard]] bool undirected() const { return store_->direction == Direction::both; }
  [[nodiscard]] bool stands_before(std::size_t e, std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool same_edge(const RawSlot& a, const RawSlot& b) const;
  [[nodiscard]] double folded(double weight, double more) const;
  [[nodiscard]] double raw_weight(std::uint32_t raw) const {
    return edges_.weight.empty() ? 1.0 : edges_.weight[raw];
  }

  const EdgeColumns& edges_;
  const NetworkPlan plan_;
  std::shared_ptr<Network::Store> store_;
  std::size_t n_ = 0;
  Numbers first_;          // by kept raw edge: the end whose row it lies in
  Numbers second_;         // and the other end
  Numbers kept_;           // raw edges that are not dropped
  Numbers row_begin_;      // raw rows
  Scratch<RawSlot> rows_;  // sorted by neighbour within each row
  Numbers to_;             // by merged edge
  Numbers members_;        // by merged edge, into rows_; their number at the end
};

Builder::Builder(std::span<const EntityId> entities, const EdgeColumns& edges, NetworkPlan plan)
    : edges_(edges),
      plan_(std::move(plan)),
      store_(std::make_shared<Network::Store>()),
      n_(entities.size()) {
  store_->direction = plan_.direction;
  store_->projection = plan_.recorded;
  store_->counts = plan_.counts;
  store_->apart = std::move(plan_.apart);
  number_vertices(entities);
}

std::shared_ptr<const Network::Store> Builder::build() {
  orient();
  check_run();
  sort_rows();
  check_run();
  fold_rows();
  sum_weights();
  check_run();
  collect_members();
  drop_plain_columns();
  if (undirected())
    fill_undirected(*store_, to_);
  else
    fill_directed(*store_, to_);
  return store_;
}

// Counting sort by falling degree; stable, so entities of one degree keep their order.
void Builder::number_vertices(std::span<const EntityId> entities) {
  const std::size_t known = entities.empty() ? 0 : index(entities.back()) + std::size_t{1};
  Numbers degree(known, 0);
  for (const auto* ends : {&edges_.from, &edges_.to})
    for (const EntityId entity : *ends) ++degree[index(entity)];
  std::uint32_t highest = 0;
  for (const std::uint32_t d : degree) highest = std::max(highest, d);
  Numbers next(highest + std::size_t{2}, 0);
  for (const EntityId entity : entities) ++next[highest - degree[index(entity)] + 1];
  accumulate(next);
  store_->entities.resize(n_);
  store_->vertices.assign(known, absent_vertex);
  for (const EntityId entity : entities) {
    const Vertex v = next[highest - degree[index(entity)]]++;
    store_->entities[v] = entity;
    store_->vertices[index(entity)] = v;
  }
}

// An undirected edge lies in the row of its smaller vertex; an arc turned round in its end's.
void Builder::orient() {
  const std::size_t m = edges_.from.size();
  const bool keep_loops = plan_.self_loops == SelfLoops::kept;
  for (Numbers* column : {&first_, &second_, &kept_}) column->reserve(m);
  for (std::uint32_t raw = 0; raw < m; ++raw) {
    Vertex u = store_->vertices[index(edges_.from[raw])];
    Vertex v = store_->vertices[index(edges_.to[raw])];
    assert(u != absent_vertex && v != absent_vertex);
    if (u == v && !keep_loops) continue;
    if (store_->direction == Direction::in || (undirected() && v < u)) std::swap(u, v);
    first_.push_back(u);
    second_.push_back(v);
    kept_.push_back(raw);
  }
}

void Builder::sort_rows() {
  const std::size_t m = kept_.size();
  Numbers bucket(n_ + 1, 0);
  row_begin_.assign(n_ + 1, 0);
  for (std::size_t i = 0; i < m; ++i) {
    ++bucket[second_[i] + std::size_t{1}];
    ++row_begin_[first_[i] + std::size_t{1}];
  }
  accumulate(bucket);
  accumulate(row_begin_);
  Scratch<RawSlot> by_second(m);  // here `neighbour` is the first end
  for (std::size_t i = 0; i < m; ++i) by_second[bucket[second_[i]]++] = {first_[i], kept_[i]};
  // Each bucket's beginning has become its end, so bucket v now ends at bucket[v].
  first_ = Numbers();
  second_ = Numbers();
  kept_ = Numbers();
  rows_.resize(m);
  Numbers next(row_begin_.begin(), row_begin_.end() - 1);
  for (std::size_t i = 0, v = 0; i < m; ++i) {
    while (i == bucket[v]) ++v;
    rows_[next[by_second[i].neighbour]++] = {static_cast<Vertex>(v), by_second[i].raw};
  }
}

bool Builder::same_edge(const RawSlot& a, const RawSlot& b) const {
  if (plan_.parallels == Parallels::kept || a.neighbour != b.neighbour) return false;
  return edges_.group.empty() || edges_.group[a.raw] == edges_.group[b.raw];
}

void Builder::fold_rows() {
  store_->forward.reserve(n_ + 1);
  to_.reserve(rows_.size());
  for (std::size_t v = 0; v < n_; ++v) {
    store_->forward.push_back(static_cast<std::uint32_t>(to_.size()));
    for (std::uint32_t i = row_begin_[v]; i < row_begin_[v + 1]; ++i) {
      if (i == row_begin_[v] || !same_edge(rows_[i - 1], rows_[i])) begin_edge(rows_[i]);
      fold_into(to_.size() - 1, rows_[i].raw);
    }
  }
  const auto edge_count = static_cast<std::uint32_t>(to_.size());
  store_->forward.push_back(edge_count);
  members_.push_back(static_cast<std::uint32_t>(rows_.size()));
}

void Builder::begin_edge(const RawSlot& slot) {
  members_.push_back(static_cast<std::uint32_t>(&slot - rows_.data()));
  to_.push_back(slot.neighbour);
  if (plan_.weights == WeightFold::count)
    store_->weights.push_back(0);
  else if (!edges_.weight.empty())
    store_->weights.push_back(raw_weight(slot.raw));
  if (!edges_.verdict.empty()) store_->verdicts.push_back(Verdict::no);
}

void Builder::fold_into(std::size_t e, std::uint32_t raw) {
  if (!store_->verdicts.empty())
    store_->verdicts[e] = std::max(store_->verdicts[e], edges_.verdict[raw]);
  if (store_->weights.empty()) return;
  double& weight = store_->weights[e];
  if (plan_.weights == WeightFold::count)
    weight += 1;
  else if (rows_[members_[e]].raw != raw)
    weight = folded(weight, raw_weight(raw));
}

double Builder::folded(double weight, double more) const {
  if (plan_.weights == WeightFold::sum) return weight;  // see sum_weights()
  return plan_.weights == WeightFold::min ? std::min(weight, more) : std::max(weight, more);
}

// Sums are those of all that merge, whatever their order.
void Builder::sum_weights() {
  if (plan_.weights != WeightFold::sum || store_->weights.empty()) return;
  std::vector<double> merged;
  for (std::size_t e = 0; e + 1 < members_.size(); ++e) {
    if (members_[e + 1] - members_[e] < 2) continue;
    merged.clear();
    for (std::uint32_t i = members_[e]; i < members_[e + 1]; ++i)
      merged.push_back(raw_weight(rows_[i].raw));
    store_->weights[e] = kernel::exact_sum(merged);
  }
}

// Those whose weight the edge has come first, so that a path of cost 3 shows what costs 3.
bool Builder::stands_before(std::size_t e, std::uint32_t a, std::uint32_t b) const {
  if (!edges_.weight.empty() && !store_->weights.empty()) {
    const bool counts = raw_weight(a) == store_->weights[e];
    if (counts != (raw_weight(b) == store_->weights[e])) return counts;
  }
  return edges_.precedence[a] < edges_.precedence[b];
}

// The relations of each edge, the one to show first; the edge is as certain as that one.
void Builder::collect_members() {
  if (edges_.relation.empty()) return;
  if (!edges_.precedence.empty()) {
    for (std::size_t e = 0; e + 1 < members_.size(); ++e) {
      if (members_[e + 1] - members_[e] < 2) continue;
      std::sort(rows_.begin() + members_[e], rows_.begin() + members_[e + 1],
                [&](const RawSlot& a, const RawSlot& b) { return stands_before(e, a.raw, b.raw); });
      if (!store_->verdicts.empty()) store_->verdicts[e] = edges_.verdict[rows_[members_[e]].raw];
    }
  }
  store_->relations.reserve(rows_.size());
  for (const RawSlot& slot : rows_) store_->relations.push_back(edges_.relation[slot.raw]);
  if (to_.size() < rows_.size()) store_->members.assign(members_.begin(), members_.end());
}

// Columns that say nothing are not kept.
void Builder::drop_plain_columns() {
  rows_ = Scratch<RawSlot>();
  members_ = Numbers();
  row_begin_ = Numbers();
  auto& weights = store_->weights;
  if (std::all_of(weights.begin(), weights.end(), [](double w) { return w == 1.0; }))
    weights.clear();
  auto& verdicts = store_->verdicts;
  if (std::all_of(verdicts.begin(), verdicts.end(), [](Verdict v) { return v == Verdict::yes; }))
    verdicts.clear();
  weights.shrink_to_fit();
  verdicts.shrink_to_fit();
}

}  // namespace

NetworkPlan plan_for(Direction direction, const Projection& projection, Counts counts) {
  constexpr WeightFold folds[] = {WeightFold::min, WeightFold::max, WeightFold::sum};
  const WeightFold weights = projection.weighting == Weighting::count
                                 ? WeightFold::count
                                 : folds[static_cast<std::size_t>(projection.fold)];
  return {direction, projection.parallels, projection.self_loops, weights, projection, counts};
}

Network build_network(std::span<const EntityId> entities, const EdgeColumns& edges,
                      NetworkPlan plan) {
  return Network(Builder(entities, edges, std::move(plan)).build());
}

}  // namespace entente
