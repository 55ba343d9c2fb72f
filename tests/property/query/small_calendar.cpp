#include "small_calendar.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <entente/time/day.hpp>

namespace entente::verify {

namespace {

using testing_support::World;
using testing_support::Worlds;

const Day before_all = to_day({2013, 12, 31});
const Day first_day = to_day({2014, 1, 2});
const Day last_day = to_day({2014, 1, 9});
const Day after_all = to_day({2014, 1, 11});

Day random_day(std::mt19937& chance) {
  return first_day + static_cast<int>(chance() % 8);
}

/// One end: as written, and the days it may be on.
struct RandomEnd {
  std::string text;
  Day low = {};
  Day high = {};
};

RandomEnd random_end(std::mt19937& chance, Day unlimited, Shapes shapes) {
  const auto kind = chance() % (shapes == Shapes::limited_intervals ? 6 : 10);
  if (kind >= 9) return {"..", unlimited, unlimited};
  if (kind >= 6) return {"", before_all, after_all};
  const Day low = random_day(chance);
  const Day high = std::min(low + static_cast<int>(chance() % 3), last_day);
  if (kind >= 3 || low == high) return {format_day(low), low, low};
  return {"[" + format_day(low) + ".." + format_day(high) + "]", low, high};
}

std::optional<SmallDate> random_interval(std::mt19937& chance, Shapes shapes) {
  const RandomEnd start = random_end(chance, before_all, shapes);
  const RandomEnd end = random_end(chance, after_all, shapes);
  SmallDate date{start.text + "/" + end.text, {}, Reading::interval};
  for (Day first = start.low; first <= start.high; ++first)
    for (Day last = std::max(end.low, first); last <= end.high; ++last)
      date.worlds.push_back(testing_support::days(first, last));
  if (date.worlds.empty()) return std::nullopt;
  return date;
}

SmallDate random_act(std::mt19937& chance) {
  const Day a = random_day(chance);
  const Day b = random_day(chance);
  const std::string both = format_day(std::min(a, b)) + "," + format_day(std::max(a, b));
  const Day c = random_day(chance);
  const auto kind = a == b ? 0 : chance() % 5;
  if (kind == 1) return {"[" + both + "]", {{a}, {b}}, Reading::instant};
  if (kind == 2) return {"{" + both + "}", {{a, b}}, Reading::instant};
  if (kind == 3) {
    SmallDate date{"[" + format_day(std::min(a, b)) + ".." + format_day(std::max(a, b)) + "]",
                   {},
                   Reading::instant};
    for (Day day = std::min(a, b); day <= std::max(a, b); ++day) date.worlds.push_back({day});
    return date;
  }
  if (kind == 4 && c != a && c != b)
    return {"[" + both + "," + format_day(c) + "]", {{a}, {b}, {c}}, Reading::instant};
  return {format_day(a), {{a}}, Reading::instant};
}

}  // namespace

SmallDate random_date(std::mt19937& chance, Shapes shapes) {
  if (shapes == Shapes::acts || (shapes == Shapes::any && chance() % 2 == 0))
    return random_act(chance);
  for (;;)
    if (auto date = random_interval(chance, shapes)) return *date;
}

Verdict in_all_worlds(const std::vector<const SmallDate*>& dates,
                      const std::function<bool(const std::vector<const World*>&)>& is_so) {
  std::vector<std::size_t> at(dates.size(), 0);
  bool some = false;
  bool all = true;
  for (;;) {
    std::vector<const World*> worlds;
    for (std::size_t i = 0; i < dates.size(); ++i) worlds.push_back(&dates[i]->worlds[at[i]]);
    const bool so = is_so(worlds);
    some = some || so;
    all = all && so;
    std::size_t i = 0;
    while (i < at.size() && ++at[i] == dates[i]->worlds.size()) at[i++] = 0;
    if (i == at.size()) break;
  }
  return all ? Verdict::yes : some ? Verdict::maybe : Verdict::no;
}

std::size_t common_days(const std::vector<const World*>& worlds) {
  std::size_t count = 0;
  for (const Day day : *worlds.front())
    count += std::all_of(worlds.begin(), worlds.end(),
                         [&](const World* world) { return world->contains(day); })
                 ? 1
                 : 0;
  return count;
}

bool is_one_stretch(const std::vector<const World*>& worlds) {
  World all;
  for (const World* world : worlds) all.insert(world->begin(), world->end());
  return static_cast<std::size_t>(*all.rbegin() - *all.begin()) + 1 == all.size();
}

std::optional<SmallDate> joined(const std::vector<const SmallDate*>& parts) {
  for (const SmallDate* part : parts)
    if (part->reading != Reading::interval || part->text.find('/') == std::string::npos)
      return std::nullopt;
  std::set<World> unions;
  const Verdict touch = in_all_worlds(parts, [&](const std::vector<const World*>& worlds) {
    World all;
    for (const auto* world : worlds) all.insert(world->begin(), world->end());
    unions.insert(std::move(all));
    return is_one_stretch(worlds);
  });
  if (touch != Verdict::yes) return std::nullopt;
  return SmallDate{"joined", {unions.begin(), unions.end()}, Reading::interval};
}

void add_joined(std::vector<SmallDate>& dates) {
  std::vector<SmallDate> more;
  for (std::size_t set = 0; set < std::size_t{1} << dates.size(); ++set) {
    std::vector<const SmallDate*> parts;
    for (std::size_t i = 0; i < dates.size(); ++i)
      if ((set >> i & 1U) != 0) parts.push_back(&dates[i]);
    if (parts.size() < 2) continue;
    if (auto whole = joined(parts)) more.push_back(std::move(*whole));
  }
  dates.insert(dates.end(), more.begin(), more.end());
}

}  // namespace entente::verify
