// Local majorization: a vertex moves to the weighted mean of where its neighbours and a random
// sample of all vertices would have it. A fresh sample every other round makes the whole unbiased;
// steps beyond the mean at first and short of it at last make it fast and calm. After E. Gansner,
// Y. Koren, S. North, "Graph drawing by stress majorization", Graph Drawing 2004.

#include <array>
#include <cmath>

#include "base/run_scope.hpp"
#include "render/layout/distances.hpp"
#include "render/layout/random.hpp"
#include "render/layout/stress.hpp"

namespace entente {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t sample_size = 128;  // a multiple of lanes
constexpr float tiny = 1e-6F;

/// Sums that the compiler can keep in vector registers; lanes are added up in a fixed order.
struct Sums {
  std::array<float, lanes> x = {};
  std::array<float, lanes> y = {};
  std::array<float, lanes> weight = {};

  static float total(const std::array<float, lanes>& values) {
    float sum = 0;
    for (const float value : values) sum += value;
    return sum;
  }
};

/// The places of the sampled vertices.
struct Sample {
  std::array<float, sample_size> x = {};
  std::array<float, sample_size> y = {};
};

/// Where the sampled vertices would have a vertex at (x, y), weighted by 1/d². Neighbours are
/// counted elsewhere.
Sums pull_of_sample(float x, float y, const Sample& sample, const std::uint16_t* hops) {
  Sums sums;
  for (std::size_t first = 0; first < sample_size; first += lanes)
    for (std::size_t i = 0; i < lanes; ++i) {
      const std::size_t k = first + i;
      const auto d = static_cast<float>(hops[k]);
      const float dx = x - sample.x[k];
      const float dy = y - sample.y[k];
      const float stretch = d / std::sqrt(dx * dx + dy * dy + tiny);
      const float weight = d > 1.5F ? 1 / (d * d) : 0;
      sums.x[i] += weight * (sample.x[k] + dx * stretch);
      sums.y[i] += weight * (sample.y[k] + dy * stretch);
      sums.weight[i] += weight;
    }
  return sums;
}

class Majorization {
 public:
  Majorization(const Adjacency& graph, const std::vector<Point>& places,
               const std::vector<char>& fixed)
      : graph_(graph), fixed_(fixed), x_(places.size()), y_(places.size()) {
    for (std::size_t v = 0; v < places.size(); ++v) {
      x_[v] = static_cast<float>(places[v].x);
      y_[v] = static_cast<float>(places[v].y);
    }
  }

  void move_all(const std::vector<std::uint32_t>& sampled, const HopTable& hops, float step) {
    Sample sample;
    for (std::size_t k = 0; k < sample_size; ++k) {
      sample.x[k] = x_[sampled[k]];
      sample.y[k] = y_[sampled[k]];
    }
    const float share = static_cast<float>(x_.size()) / sample_size;
    for (std::uint32_t v = 0; v < x_.size(); ++v)
      if (!fixed_[v])
        move(v, pull_of_sample(x_[v], y_[v], sample, hops.row(v).data()), share, step);
  }

  [[nodiscard]] std::vector<Point> places() const {
    std::vector<Point> result(x_.size());
    for (std::size_t v = 0; v < result.size(); ++v) result[v] = {x_[v], y_[v]};
    return result;
  }

 private:
  void move(std::uint32_t v, const Sums& sums, float share, float step) {
    float x = Sums::total(sums.x) * share;
    float y = Sums::total(sums.y) * share;
    float weight = Sums::total(sums.weight) * share;
    for (const std::uint32_t neighbour : graph_.neighbours(v)) {
      const float dx = x_[v] - x_[neighbour];
      const float dy = y_[v] - y_[neighbour];
      const float stretch = 1 / std::sqrt(dx * dx + dy * dy + tiny);
      x += x_[neighbour] + dx * stretch;
      y += y_[neighbour] + dy * stretch;
      weight += 1;
    }
    if (weight <= 0) return;
    x_[v] += step * (x / weight - x_[v]);
    y_[v] += step * (y / weight - y_[v]);
  }

  const Adjacency& graph_;
  const std::vector<char>& fixed_;
  std::vector<float> x_;
  std::vector<float> y_;
};

}  // namespace

std::vector<Point> majorize_by_pivots(const Adjacency& graph, const Start& start,
                                      const LayoutOptions& options) {
  Random random(options.seed);
  const std::size_t rounds = options.rounds;
  Majorization drawing(graph, start.places.empty() ? pivot_mds(graph, random.next()) : start.places,
                       start.fixed);
  constexpr std::size_t rounds_a_sample = 2;
  constexpr float last_step = 0.1F;
  const float first_step = start.places.empty() ? 1.6F : 0.5F;
  std::vector<std::uint32_t> sampled(sample_size);
  for (std::size_t round = 0; round < rounds; round += rounds_a_sample) {
    check_run();
    for (std::uint32_t& vertex : sampled)
      vertex = static_cast<std::uint32_t>(random.below(graph.size()));
    const HopTable hops(graph, sampled);
    const float done = static_cast<float>(round) / static_cast<float>(rounds);
    for (std::size_t i = 0; i < rounds_a_sample; ++i)
      drawing.move_all(sampled, hops, first_step + (last_step - first_step) * done);
  }
  return drawing.places();
}

}  // namespace entente
