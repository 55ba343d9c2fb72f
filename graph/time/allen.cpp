// The ends of I and J are four whole numbers, each between limits, and each of Allen's relations
// is a few differences between them. Such a system has a solution if its graph of differences has
// no negative cycle (Bellman; here by Floyd's all-pairs distances, over five points).

#include <array>
#include <initializer_list>

#include <entente/time/allen.hpp>

namespace entente {

namespace {

constexpr std::array<std::string_view, allen_count> names = {
    "before",      "meets",    "overlaps",   "starts",        "during", "finishes", "equals",
    "finished_by", "contains", "started_by", "overlapped_by", "met_by", "after"};

// Beyond any day, and far from overflow in a sum of a few. An open end lies exactly there, an
// unknown one before it: an unknown end is some day.
constexpr std::int64_t endless = std::int64_t{1} << 40;

enum Point : std::size_t { origin, i_start, i_end, j_start, j_end, point_count };

class Differences {
 public:
  Differences() {
    for (auto& row : most_) row.fill(4 * endless);
    for (std::size_t p = 0; p < point_count; ++p) most_[p][p] = 0;
  }

  // a - b <= difference
  void limit(Point a, Point b, std::int64_t difference) {
    most_[a][b] = std::min(most_[a][b], difference);
  }
  void equal(Point a, Point b, std::int64_t difference) {
    limit(a, b, difference);
    limit(b, a, -difference);
  }
  void less(Point a, Point b) { limit(a, b, -1); }

  void start_between(Point a, Day least, Day most) {
    if (most == day_min) return equal(a, origin, -endless);
    between(a, least, most);
  }
  void end_between(Point a, Day least, Day most) {
    if (least == day_max) return equal(a, origin, endless);
    between(a, least, most);
  }

  [[nodiscard]] bool are_possible() const {
    auto most = most_;
    for (std::size_t via = 0; via < point_count; ++via) {
      for (std::size_t a = 0; a < point_count; ++a) {
        for (std::size_t b = 0; b < point_count; ++b) {
          most[a][b] = std::min(most[a][b], most[a][via] + most[via][b]);
        }
      }
    }
    for (std::size_t p = 0; p < point_count; ++p) {
      if (most[p][p] < 0) return false;
    }
    return true;
  }

 private:
  void between(Point a, Day least, Day most) {
    limit(origin, a, least == day_min ? endless - 1 : -std::int64_t{least.count()});
    limit(a, origin, most == day_max ? endless - 1 : std::int64_t{most.count()});
  }

  std::array<std::array<std::int64_t, point_count>, point_count> most_;
};

void describe(Differences& d, Point start, Point end, const Bounds& bounds, Reading reading) {
  d.start_between(start, bounds.start_min, bounds.start_max);
  d.end_between(end, bounds.end_min, bounds.end_max);
  d.limit(start, end, 0);
  if (reading == Reading::instant) d.equal(start, end, 0);
}

// Relations up to `equals`; the others are their inverses, with the two swapped.
void relate(Differences& d, Allen relation, Point a, Point a_end, Point b, Point b_end) {
  switch (relation) {
    case Allen::before:
      return d.limit(a_end, b, -2);
    case Allen::meets:
      return d.equal(a_end, b, -1);
    case Allen::overlaps:
      d.less(a, b);
      d.limit(b, a_end, 0);
      return d.less(a_end, b_end);
    case Allen::starts:
      d.equal(a, b, 0);
      return d.less(a_end, b_end);
    case Allen::during:
      d.less(b, a);
      return d.less(a_end, b_end);
    case Allen::finishes:
      d.less(b, a);
      return d.equal(a_end, b_end, 0);
    default:
      d.equal(a, b, 0);
      return d.equal(a_end, b_end, 0);
  }
}

}  // namespace

std::string_view to_string(Allen relation) noexcept {
  return names[static_cast<std::size_t>(relation)];
}

std::vector<Allen> AllenSet::relations() const {
  std::vector<Allen> all;
  for (std::size_t k = 0; k < allen_count; ++k) {
    if (bits_[k]) all.push_back(static_cast<Allen>(k));
  }
  return all;
}

std::string AllenSet::to_string() const {
  std::string text;
  for (const Allen relation : relations()) {
    if (!text.empty()) text += ' ';
    text += entente::to_string(relation);
  }
  return text;
}

AllenSet allen(const Bounds& i, const Bounds& j, Reading i_reading, Reading j_reading) {
  Differences known;
  describe(known, i_start, i_end, i, i_reading);
  describe(known, j_start, j_end, j, j_reading);
  AllenSet possible;
  for (std::size_t k = 0; k < allen_count; ++k) {
    const auto relation = static_cast<Allen>(k);
    Differences asked = known;
    if (relation <= Allen::equals) {
      relate(asked, relation, i_start, i_end, j_start, j_end);
    } else {
      relate(asked, inverse(relation), j_start, j_end, i_start, i_end);
    }
    if (asked.are_possible()) possible.add(relation);
  }
  return possible;
}

}  // namespace entente
