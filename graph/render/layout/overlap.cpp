// Position-based relaxation: every overlapping pair is pushed apart along the axis that needs the
// smaller push; a drawing that stays too tight is spread a little and relaxed again.

#include "render/layout/overlap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr double tolerance = 0.01;

/// Finds boxes that overlap, again and again while they move a little: they are kept in order.
class Sweep {
 public:
  explicit Sweep(std::span<const Size> sizes) : sizes_(sizes), strips_(sizes.size()) {
    for (std::size_t i = 0; i < sizes.size(); ++i) strips_[i].box = i;
    for (const Size& size : sizes) widest_ = std::max(widest_, size.width);
  }

  /// Calls `meet(a, b)` for every pair that overlaps; boxes are met from left to right.
  template <typename Meet>
  void run(std::span<const Point> centres, const Meet& meet) {
    put_in_order(centres);
    std::size_t first = 0;
    for (std::size_t i = 0; i < strips_.size(); ++i) {
      const Strip& strip = strips_[i];
      while (strips_[first].left + widest_ <= strip.left + tolerance && first < i) ++first;
      for (std::size_t j = first; j < i; ++j) {
        const Strip& other = strips_[j];
        const double high = (strip.height + other.height) / 2;
        if (std::abs(strip.y - other.y) < high - tolerance && other.right > strip.left + tolerance)
          meet(other.box, strip.box);
      }
    }
  }

 private:
  struct Strip {
    double left = 0, right = 0, y = 0, height = 0;
    std::size_t box = 0;

    [[nodiscard]] bool precedes(const Strip& other) const {
      return left != other.left ? left < other.left : box < other.box;
    }
  };

  void put_in_order(std::span<const Point> centres) {
    for (Strip& strip : strips_) {
      const Point centre = centres[strip.box];
      const Size size = sizes_[strip.box];
      strip = {centre.x - size.width / 2, centre.x + size.width / 2, centre.y, size.height,
               strip.box};
    }
    if (std::exchange(is_new_, false)) {
      std::sort(strips_.begin(), strips_.end(),
                [](const Strip& a, const Strip& b) { return a.precedes(b); });
      return;
    }
    // Nearly in order: boxes seldom pass one another.
    for (std::size_t i = 1; i < strips_.size(); ++i) {
      const Strip strip = strips_[i];
      std::size_t at = i;
      for (; at > 0 && strip.precedes(strips_[at - 1]); --at) strips_[at] = strips_[at - 1];
      strips_[at] = strip;
    }
  }

  std::span<const Size> sizes_;
  std::vector<Strip> strips_;
  double widest_ = 0;
  bool is_new_ = true;
};

std::size_t count(Sweep& sweep, std::span<const Point> centres) {
  std::size_t overlaps = 0;
  sweep.run(centres, [&](std::size_t, std::size_t) { ++overlaps; });
  return overlaps;
}

/// The way from `a` to `b` by which both must move apart together. A preference other than 1 for
/// moving sideways frees boxes that are held from two sides.
Point needed_push(Point a, Point b, Size size_a, Size size_b, double preference) {
  const double wide = (size_a.width + size_b.width) / 2;
  const double high = (size_a.height + size_b.height) / 2;
  const Point apart = b - a;
  const double in_x = wide - std::abs(apart.x);
  const double in_y = high - std::abs(apart.y);
  const bool sideways = in_x / wide < preference * in_y / high;
  if (sideways) return {apart.x < 0 ? -in_x : in_x, 0};
  return {0, apart.y < 0 ? -in_y : in_y};
}

std::size_t push_once(std::vector<Point>& centres, Sweep& sweep, std::span<const Size> sizes,
                      const std::vector<char>& fixed, double preference) {
  std::vector<Point> moves(centres.size());
  std::vector<int> pushes(centres.size(), 0);
  std::size_t met = 0;
  sweep.run(centres, [&](std::size_t a, std::size_t b) {
    if (fixed[a] && fixed[b]) return;
    ++met;
    const Point push = needed_push(centres[a], centres[b], sizes[a], sizes[b], preference);
    const double share = fixed[a] || fixed[b] ? 1.0 : 0.5;
    if (!fixed[a]) moves[a] = moves[a] - push * share;
    if (!fixed[b]) moves[b] = moves[b] + push * share;
    ++pushes[a];
    ++pushes[b];
  });
  constexpr double haste = 1.1;
  for (std::size_t i = 0; i < centres.size(); ++i)
    if (pushes[i] > 0) centres[i] = centres[i] + moves[i] * (haste / std::max(1, pushes[i] - 1));
  return met;
}

void spread(std::vector<Point>& centres, const std::vector<char>& fixed, double factor) {
  Point middle;
  for (const Point& centre : centres) middle = middle + centre;
  middle = middle * (1.0 / static_cast<double>(centres.size()));
  for (std::size_t i = 0; i < centres.size(); ++i)
    if (!fixed[i]) centres[i] = middle + (centres[i] - middle) * factor;
}

/// The part of the way between two centres that lies inside the boxes.
double inside_boxes(Point apart, Size a, Size b) {
  const double in_x = (a.width + b.width) / 2;
  const double in_y = (a.height + b.height) / 2;
  const double drawn = length(apart);
  const bool leaves_sideways = std::abs(apart.x) * in_y > std::abs(apart.y) * in_x;
  return leaves_sideways ? in_x * drawn / std::abs(apart.x)
                         : in_y * drawn / std::max(1e-9, std::abs(apart.y));
}

/// Every edge draws its ends towards the length that it wants, a little.
void pull_once(std::vector<Point>& centres, std::span<const Size> sizes,
               const std::vector<char>& fixed, std::span<const LayoutEdge> edges) {
  constexpr double strength = 0.08;
  constexpr double strength_apart = 0.16;
  std::vector<Point> moves(centres.size());
  std::vector<int> pulls(centres.size(), 0);
  for (const LayoutEdge& edge : edges) {
    const Point apart = centres[edge.to] - centres[edge.from];
    const double drawn = length(apart);
    if (drawn < 1e-6) continue;
    const double excess = drawn - inside_boxes(apart, sizes[edge.from], sizes[edge.to]) - edge.room;
    const Point move = apart * ((excess < 0 ? strength_apart : strength) * excess / drawn);
    moves[edge.from] = moves[edge.from] + move;
    moves[edge.to] = moves[edge.to] - move;
    ++pulls[edge.from];
    ++pulls[edge.to];
  }
  for (std::size_t i = 0; i < centres.size(); ++i)
    if (!fixed[i] && pulls[i] > 0)
      centres[i] = centres[i] + moves[i] * (1.0 / std::sqrt(static_cast<double>(pulls[i])));
}

}  // namespace

void separate(std::vector<Point>& centres, std::span<const Size> sizes,
              const std::vector<char>& fixed) {
  constexpr int rounds_before_spreading = 40;
  constexpr int attempts = 100;
  constexpr double spreading = 1.05;
  constexpr double coarse_spreading = 1.3;
  constexpr std::array preferences = {1.0, 1.0, 8.0, 0.125};
  Sweep sweep(sizes);
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (count(sweep, centres) < 2 * centres.size()) break;
    spread(centres, fixed, coarse_spreading);
  }
  for (int attempt = 0; attempt < attempts; ++attempt) {
    for (int round = 0; round < rounds_before_spreading; ++round)
      if (push_once(centres, sweep, sizes, fixed,
                    preferences[static_cast<std::size_t>(attempt) % 4]) == 0)
        return;
    spread(centres, fixed, spreading);
  }
}

void draw_together(std::vector<Point>& centres, std::span<const Size> sizes,
                   const std::vector<char>& fixed, std::span<const LayoutEdge> edges) {
  constexpr int rounds = 120;
  constexpr int pushes = 20;
  std::vector<Point> best = centres;
  Sweep sweep(sizes);
  for (int round = 0; round < rounds; ++round) {
    pull_once(centres, sizes, fixed, edges);
    for (int push = 0; push < pushes; ++push)
      if (push_once(centres, sweep, sizes, fixed, 1) == 0) break;
    if (count(sweep, centres) == 0) best = centres;
  }
  centres = best;
}

std::size_t count_overlaps(std::span<const Point> centres, std::span<const Size> sizes) {
  Sweep sweep(sizes);
  return count(sweep, centres);
}

}  // namespace entente
