// Optimal string alignment (Damerau-Levenshtein without overlapping edits) by three rows of the
// usual table, of which only the band of cells that can stay within the limit is filled.
#include "entente/text/edit_distance.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

/// The distance of texts without common beginning or end, `a` not longer than `b`; `limit` less
/// than the length of `b`.
std::size_t banded_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t too_far = limit + 1;
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before_last(width, too_far);
  std::vector<std::size_t> last(width, too_far);
  std::vector<std::size_t> row(width, too_far);
  for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) row[j] = j;

  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    const std::size_t begin = i > limit ? i - limit : 1;
    const std::size_t end = std::min(b.size(), i + limit);
    // The cells beside the band bound it: three rows are used over and over.
    row[begin - 1] = i <= limit ? i : too_far;
    if (end < b.size()) row[end + 1] = too_far;
    std::size_t least = row[begin - 1];
    for (std::size_t j = begin; j <= end; ++j) {
      std::size_t cost = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost = std::min({cost, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost = std::min(cost, before_last[j - 2] + 1);
      row[j] = std::min(cost, too_far);
      least = std::min(least, row[j]);
    }
    if (least == too_far) return too_far;
  }
  return row[b.size()];
}

constexpr std::size_t most_edits = 16;  // of a suggestion: keeps hostile words cheap

/// The one candidate that begins with the word; none if several do.
template <typename Candidates>
std::optional<std::string> begun_by(const std::string& word, const Candidates& candidates) {
  constexpr std::size_t least_size = 3;  // bytes
  std::optional<std::string> only;
  if (word.size() < least_size) return only;
  for (const std::string_view candidate : candidates) {
    if (ascii_lowered(candidate.substr(0, word.size())) != word) continue;
    if (only && *only != candidate) return std::nullopt;
    only = std::string(candidate);
  }
  return only;
}

template <typename Candidates>
std::optional<std::string> nearest_of(std::string_view word, const Candidates& candidates) {
  const std::u32string wanted = to_utf32(ascii_lowered(word));
  std::size_t limit = std::clamp<std::size_t>(wanted.size() / 3, 1, most_edits);
  std::optional<std::string> best;
  for (const std::string_view candidate : candidates) {
    const std::size_t size = count_code_points(candidate);
    if (size + limit < wanted.size() || size > wanted.size() + limit) continue;
    const std::size_t distance = edit_distance(wanted, to_utf32(ascii_lowered(candidate)), limit);
    if (distance > limit) continue;
    best = std::string(candidate);
    if (distance == 0) break;
    limit = distance - 1;
  }
  return best ? best : begun_by(ascii_lowered(word), candidates);
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  // Characters shared at the ends cost nothing in some best alignment.
  while (!a.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty()) return b.size() <= limit ? b.size() : limit + 1;
  if (b.size() - a.size() > limit) return limit + 1;
  limit = std::min(limit, b.size());  // no distance is greater
  return banded_distance(a, b, limit);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return edit_distance(to_utf32(a), to_utf32(b), limit);
}

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates) {
  return nearest_of(word, candidates);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  return nearest_of(word, candidates);
}

std::optional<std::string> nearest(std::string_view word,
                                   std::initializer_list<std::string_view> candidates) {
  return nearest_of(word, candidates);
}

}  // namespace entente
