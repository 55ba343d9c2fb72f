// How values are compared: `=`, `<`, the order of ORDER BY, and sameness for DISTINCT.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/query/value.hpp>
#include <entente/time/date_error.hpp>

namespace entente::query {
namespace {

using Tri = std::optional<bool>;

/// Exact, whatever the sizes: -1, 0, 1; none for NaN.
std::optional<int> compare_mixed(std::int64_t whole, double other) {
  if (std::isnan(other)) return std::nullopt;
  constexpr double limit = 9223372036854775808.0;  // 2^63
  if (other >= limit) return -1;
  if (other < -limit) return 1;
  const double floor = std::floor(other);
  const auto below = static_cast<std::int64_t>(floor);
  if (whole != below) return whole < below ? -1 : 1;
  return other > floor ? -1 : 0;
}

int sign(bool less, bool greater) {
  return static_cast<int>(greater) - static_cast<int>(less);
}

std::optional<int> compare_numbers(const Value& a, const Value& b) {
  if (a.integer() && b.integer())
    return sign(*a.integer() < *b.integer(), *a.integer() > *b.integer());
  if (a.integer()) return compare_mixed(*a.integer(), *b.real());
  if (b.integer()) {
    const auto turned = compare_mixed(*b.integer(), *a.real());
    return turned ? std::optional(-*turned) : std::nullopt;
  }
  if (std::isnan(*a.real()) || std::isnan(*b.real())) return std::nullopt;
  return sign(*a.real() < *b.real(), *a.real() > *b.real());
}

Tri equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Tri same_here = equal(a[i], b[i]);
    if (same_here == false) return false;
    unknown |= !same_here;
  }
  return unknown ? Tri() : Tri(true);
}

std::vector<const std::pair<std::string, Value>*> by_key(const Map& map) {
  std::vector<const std::pair<std::string, Value>*> members;
  for (const auto& member : map) members.push_back(&member);
  std::sort(members.begin(), members.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  return members;
}

Tri equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  const auto of_a = by_key(a);
  const auto of_b = by_key(b);
  bool unknown = false;
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (of_a[i]->first != of_b[i]->first) return false;
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    const Tri same_here = equal(of_a[i]->second, of_b[i]->second);
    if (same_here == false) return false;
    unknown |= !same_here;
  }
  return unknown ? Tri() : Tri(true);
}

std::optional<int> compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto here = compared(a[i], b[i]);
    if (!here) return std::nullopt;
    if (*here != 0) return here;
  }
  return sign(a.size() < b.size(), a.size() > b.size());
}

/// Of dates as EDTF has them: only what holds whatever their unknown days.
std::optional<int> compare_dates(const When& a, const When& b) {
  const Bounds of_a = a.bounds(Reading::instant);
  const Bounds of_b = b.bounds(Reading::instant);
  if (before(of_a, of_b).certain()) return -1;
  if (before(of_b, of_a).certain()) return 1;
  const bool is_one_day = of_a.start_min == of_a.end_max;
  if (is_one_day && of_a == of_b) return 0;
  return std::nullopt;
}

/// The date that a text spells, if it does.
std::optional<When> spelled_date(const std::string& text) {
  try {
    return When::parse(text);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

/// The kind by which values of different kinds are ordered.
int rank_of(const Value& value) {
  const ValueKind kind = value.kind();
  return static_cast<int>(kind == ValueKind::real ? ValueKind::integer : kind);
}

int order_numbers(const Value& a, const Value& b) {
  const bool a_is_nan = a.real() && std::isnan(*a.real());
  const bool b_is_nan = b.real() && std::isnan(*b.real());
  if (a_is_nan || b_is_nan) return sign(!a_is_nan, !b_is_nan);
  return *compare_numbers(a, b);
}

int order_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (const int here = ordered(a[i], b[i]); here != 0) return here;
  return sign(a.size() < b.size(), a.size() > b.size());
}

int order_maps(const Map& a, const Map& b) {
  const auto of_a = by_key(a);
  const auto of_b = by_key(b);
  for (std::size_t i = 0; i < std::min(of_a.size(), of_b.size()); ++i)
    if (const int here = of_a[i]->first.compare(of_b[i]->first); here != 0)
      return sign(here<0, here> 0);
  if (a.size() != b.size()) return sign(a.size() < b.size(), a.size() > b.size());
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (const int here = ordered(of_a[i]->second, of_b[i]->second); here != 0) return here;
  return 0;
}

int order_walks(const Walk& a, const Walk& b) {
  if (a.nodes != b.nodes) return a.nodes < b.nodes ? -1 : 1;
  return sign(a.edges < b.edges, b.edges < a.edges);
}

}  // namespace

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) {
    const auto order = compare_numbers(a, b);
    return order && *order == 0;
  }
  if (a.date() && b.text()) return a.date()->text() == *b.text();
  if (a.text() && b.date()) return *a.text() == b.date()->text();
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case ValueKind::boolean:
      return *a.boolean() == *b.boolean();
    case ValueKind::text:
      return *a.text() == *b.text();
    case ValueKind::node:
      return *a.node() == *b.node();
    case ValueKind::edge:
      return *a.edge() == *b.edge();
    case ValueKind::list:
      return equal_lists(*a.list(), *b.list());
    case ValueKind::map:
      return equal_maps(*a.map(), *b.map());
    case ValueKind::path:
      return *a.path() == *b.path();
    default:
      return a.date()->text() == b.date()->text();
  }
}

std::optional<int> compared(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return compare_numbers(a, b);
  if (a.date() && b.text()) {
    const auto date = spelled_date(*b.text());
    return date ? compare_dates(*a.date(), *date) : std::nullopt;
  }
  if (a.text() && b.date()) {
    const auto date = spelled_date(*a.text());
    return date ? compare_dates(*date, *b.date()) : std::nullopt;
  }
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case ValueKind::boolean:
      return sign(*a.boolean() < *b.boolean(), *a.boolean() > *b.boolean());
    case ValueKind::text:
      return sign(*a.text() < *b.text(), *a.text() > *b.text());
    case ValueKind::list:
      return compare_lists(*a.list(), *b.list());
    case ValueKind::date:
      return compare_dates(*a.date(), *b.date());
    default:
      return std::nullopt;
  }
}

int ordered(const Value& a, const Value& b) {
  const int rank_a = rank_of(a);
  const int rank_b = rank_of(b);
  if (rank_a != rank_b) return sign(rank_a<rank_b, rank_a> rank_b);
  switch (a.kind()) {
    case ValueKind::null:
      return 0;
    case ValueKind::boolean:
      return sign(*a.boolean() < *b.boolean(), *a.boolean() > *b.boolean());
    case ValueKind::integer:
    case ValueKind::real:
      return order_numbers(a, b);
    case ValueKind::text:
      return sign(*a.text() < *b.text(), *a.text() > *b.text());
    case ValueKind::node:
      return sign(*a.node() < *b.node(), *a.node() > *b.node());
    case ValueKind::edge:
      return sign(*a.edge() < *b.edge(), *a.edge() > *b.edge());
    case ValueKind::list:
      return order_lists(*a.list(), *b.list());
    case ValueKind::map:
      return order_maps(*a.map(), *b.map());
    case ValueKind::path:
      return order_walks(*a.path(), *b.path());
    default:
      return sign(sorts_before(*a.date(), *b.date()), sorts_before(*b.date(), *a.date()));
  }
}

/// Dates and texts are one if they are written alike, as `=` has it; nulls are, and NaN.
bool same(const Value& a, const Value& b) {
  if (a.list() && b.list())
    return std::ranges::equal(*a.list(), *b.list(),
                              [](const Value& x, const Value& y) { return same(x, y); });
  if (a.map() && b.map())
    return std::ranges::equal(by_key(*a.map()), by_key(*b.map()), [](const auto* x, const auto* y) {
      return x->first == y->first && same(x->second, y->second);
    });
  if (a.date() || b.date()) return equal(a, b) == true;
  return ordered(a, b) == 0;
}

}  // namespace entente::query
