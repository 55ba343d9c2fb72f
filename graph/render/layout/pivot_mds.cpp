// Classical scaling: the two main axes of the doubly centred squared distances to some pivots.

#include <cmath>

#include "render/layout/box.hpp"
#include "render/layout/distances.hpp"
#include "render/layout/random.hpp"
#include "render/layout/stress.hpp"

namespace entente {
namespace {

constexpr std::size_t pivot_count = 64;

std::vector<std::uint32_t> random_vertices(std::size_t count, std::size_t size, Random& random) {
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < count; ++i)
    result.push_back(static_cast<std::uint32_t>(random.below(size)));
  return result;
}

/// n rows of as many columns as there are pivots; the mean of every row and column is 0.
std::vector<double> centred_squares(const HopTable& hops, std::size_t size) {
  const std::size_t columns = hops.source_count();
  std::vector<double> matrix(size * columns);
  std::vector<double> column_mean(columns, 0);
  std::vector<double> row_mean(size, 0);
  double mean = 0;
  for (std::uint32_t v = 0; v < size; ++v)
    for (std::size_t k = 0; k < columns; ++k) {
      const double square = static_cast<double>(hops.row(v)[k]) * hops.row(v)[k];
      matrix[v * columns + k] = square;
      row_mean[v] += square / static_cast<double>(columns);
      column_mean[k] += square / static_cast<double>(size);
      mean += square / static_cast<double>(columns * size);
    }
  for (std::size_t v = 0; v < size; ++v)
    for (std::size_t k = 0; k < columns; ++k) {
      double& entry = matrix[v * columns + k];
      entry = -0.5 * (entry - row_mean[v] - column_mean[k] + mean);
    }
  return matrix;
}

void make_unit(std::vector<double>& vector) {
  double squares = 0;
  for (const double entry : vector) squares += entry * entry;
  const double scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (double& entry : vector) entry *= scale;
}

/// C v for every row of C.
std::vector<double> times(const std::vector<double>& matrix, const std::vector<double>& vector) {
  std::vector<double> result(matrix.size() / vector.size(), 0);
  for (std::size_t row = 0; row < result.size(); ++row)
    for (std::size_t k = 0; k < vector.size(); ++k)
      result[row] += matrix[row * vector.size() + k] * vector[k];
  return result;
}

/// The main axis of CᵀC orthogonal to `other`, by power iteration.
std::vector<double> main_axis(const std::vector<double>& matrix, std::size_t columns,
                              const std::vector<double>& other, Random& random) {
  std::vector<double> axis(columns);
  for (double& entry : axis) entry = random.unit() - 0.5;
  constexpr int iterations = 30;
  for (int i = 0; i < iterations; ++i) {
    double common = 0;
    for (std::size_t k = 0; k < other.size(); ++k) common += axis[k] * other[k];
    for (std::size_t k = 0; k < other.size(); ++k) axis[k] -= common * other[k];
    const std::vector<double> image = times(matrix, axis);
    std::vector<double> next(columns, 0);
    for (std::size_t row = 0; row < image.size(); ++row)
      for (std::size_t k = 0; k < columns; ++k) next[k] += matrix[row * columns + k] * image[row];
    make_unit(next);
    axis = std::move(next);
  }
  return axis;
}

/// Scales places so that distances to the pivots fit best.
void fit(std::vector<Point>& places, const HopTable& hops,
         const std::vector<std::uint32_t>& pivots) {
  double sum = 0, squares = 0;
  for (std::uint32_t v = 0; v < places.size(); ++v)
    for (std::size_t k = 0; k < pivots.size(); ++k) {
      if (hops.row(v)[k] == 0) continue;
      const double ratio = distance(places[v], places[pivots[k]]) / hops.row(v)[k];
      sum += ratio;
      squares += ratio * ratio;
    }
  const double scale = squares > 0 ? sum / squares : 1;
  for (Point& place : places) place = place * scale;
}

}  // namespace

std::vector<Point> pivot_mds(const Adjacency& graph, std::uint64_t seed) {
  Random random(seed);
  const auto pivots = random_vertices(std::min(pivot_count, graph.size()), graph.size(), random);
  const HopTable hops(graph, pivots);
  const std::vector<double> matrix = centred_squares(hops, graph.size());
  const std::vector<double> first = main_axis(matrix, pivots.size(), {}, random);
  const std::vector<double> second = main_axis(matrix, pivots.size(), first, random);
  const std::vector<double> x = times(matrix, first);
  const std::vector<double> y = times(matrix, second);
  std::vector<Point> places(graph.size());
  for (std::size_t v = 0; v < places.size(); ++v) places[v] = {x[v], y[v]};
  fit(places, hops, pivots);
  // Vertices with the same distances to all pivots coincide, and would stay together.
  for (Point& place : places) place = place + Point{random.unit() - 0.5, random.unit() - 0.5} * 0.2;
  return places;
}

}  // namespace entente
