#include "io/formats/time_sets.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "io/formats/found_dates.hpp"

namespace entente {
namespace {

std::vector<std::string_view> divided(std::string_view text, char divider) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(divider);
    parts.push_back(trimmed(text.substr(0, end), " \"'"));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view unframed(std::string_view set) {
  set = trimmed(set, " ");
  if (set.starts_with('<')) set.remove_prefix(1);
  if (set.ends_with('>')) set.remove_suffix(1);
  return set;
}

}  // namespace

std::string TimeSpell::text() const {
  const bool starts_behind = start_bound == Bound::open && !start.empty();
  const bool ends_before = end_bound == Bound::open && !end.empty();
  const std::string first = starts_behind ? neighbour_of(start, Side::after) : start;
  const std::string last = ends_before ? neighbour_of(end, Side::before) : end;
  return (first.empty() ? ".." : first) + "/" + (last.empty() ? ".." : last);
}

std::string TimeSpell::raw_text() const {
  const bool starts_behind = start_bound == Bound::open && !start.empty();
  const bool ends_before = end_bound == Bound::open && !end.empty();
  if (!starts_behind && !ends_before)
    return (start.empty() ? ".." : start) + "/" + (end.empty() ? ".." : end);
  return (starts_behind ? "(" : "[") + start + ", " + end + (ends_before ? ")" : "]");
}

std::string_view finite_end(std::string_view text) {
  return text.ends_with("nfinity") ? std::string_view() : text;
}

std::vector<TimeSpell> intervals_of(std::string_view set) {
  std::vector<TimeSpell> spells;
  for (const std::string_view one : divided(unframed(set), ';')) {
    const bool framed = one.size() >= 2 && (one.front() == '[' || one.front() == '(') &&
                        (one.back() == ']' || one.back() == ')');
    const auto ends = divided(framed ? one.substr(1, one.size() - 2) : one, ',');
    if (!framed || ends.size() != 2) return {};
    const auto bound = [](bool is_open) {
      return is_open ? TimeSpell::Bound::open : TimeSpell::Bound::closed;
    };
    spells.push_back({std::string(finite_end(ends[0])), std::string(finite_end(ends[1])),
                      bound(one.front() == '('), bound(one.back() == ')')});
  }
  return spells;
}

std::vector<std::string> instants_of(std::string_view set) {
  std::vector<std::string> instants;
  for (const std::string_view one : divided(trimmed(unframed(set), " []"), ','))
    if (!one.empty()) instants.emplace_back(one);
  return instants;
}

TimeSets time_sets_in(std::string_view text) {
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
    const std::string_view set = text.substr(at, text.find_first_of(">\n", at) - at);
    if (set.starts_with("<(")) return TimeSets::intervals;
    if (!set.starts_with("<[")) continue;
    if (set.find_first_of(";)") != set.npos) return TimeSets::intervals;
    if (set.ends_with(']') && std::count(set.begin(), set.end(), ',') != 1)
      return TimeSets::instants;
  }
  return TimeSets::intervals;
}

}  // namespace entente
